/** How long a session may stand idle, and how long it may last at all. */
export const idleMinutes = 15;
export const longestHours = 12;
export const mostSessions = 3;

/** A path of ours to go on to after signing in; anything else leads home. */
export const safeNext = (next: string | null | undefined): string =>
  next && /^\/(?![/\\])[\w\-./?=&%]*$/.test(next) ? next : "/home";
