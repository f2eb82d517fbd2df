/** How long a session may stand idle, and how long it may last at all. */
export const idleMinutes = 15;
export const longestHours = 12;
export const mostSessions = 3;

/** Milliseconds to wait before a try is answered: nothing for the first four, then longer each time, never long enough to tie up the door. */
export const pauseBefore = (tries: number): number =>
  tries < 5 ? 0 : Math.min(1_500, 250 * 2 ** (tries - 5));

/** Recovery codes are typed by hand: case, spaces and hyphens make no difference. */
export const plainCode = (typed: string): string => typed.toLowerCase().replace(/[\s-]/g, "");

const safe = /^\/(?![/\\])[\w\-./?=&%]*$/;

/** A path of ours to go on to after signing in; anything else leads home. */
export const safeNext = (next: string | null | undefined): string =>
  next && safe.test(next) ? next : "/home";

/** Where to sign in, and come back from. The way back is a path alone: a query could say something of a person. */
export const signInPath = (path: string | null): string =>
  path && safe.test(path) && !path.includes("?") && path !== "/"
    ? `/sign-in?next=${encodeURIComponent(path)}`
    : "/sign-in";
