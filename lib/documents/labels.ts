/** Why there is another version. A choice, since what is typed beside a file is lost when the file is refused. */
export const versionReasons = {
  first: "The first version",
  newer: "A newer version",
  corrected: "A mistake is corrected",
  signed: "It has been signed",
  redacted: "Parts of it are taken out",
} as const;
export type VersionReason = keyof typeof versionReasons;

const { first: _, ...laterReasons } = versionReasons;

export { laterReasons };
