/** After so many tries a mail is put aside for a person to look at. */
export const parkAfter = 10;

const minute = 60_000;
const longest = 6 * 60 * minute;

/**
 * When to try a mail again: after one minute, then twice as long each time, and a little off the
 * beat, so that a server that comes back is not met by everybody at once. `chance` is from 0 to 1.
 */
export function nextTryAt(now: Date, tries: number, chance: number): Date {
  const wait = Math.min(minute * 2 ** (tries - 1), longest);
  return new Date(now.getTime() + wait * (0.75 + chance / 2));
}

/** The same for each try, so that a mail that went out twice is one mail. */
export const messageIdOf = (mailId: string, origin: string): string =>
  `<${mailId}@${new URL(origin).hostname}>`;

/** What went wrong, as a code: a mail server repeats addresses in its sentences (IS-23). */
export function codeOf(error: unknown): string {
  const { responseCode, code } = Object(error) as { responseCode?: number; code?: string };
  return `${responseCode ?? code ?? "unknown"}`;
}
