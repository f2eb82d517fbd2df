import type { Actor } from "@/lib/access/actor";
import { contentTypes, type FileKind } from "@/lib/attachments/labels";
import { tidyName } from "@/lib/attachments/rules";
import { laterReasons, type VersionReason } from "@/lib/documents/labels";

export const mostVersions = 50;

/** A document is its supplier's to replace and to remove, and those who run the case may do it too. */
export const mayChangeDocument = (actor: Actor, { suppliedById }: { suppliedById: string }) =>
  suppliedById === actor.organisationId || actor.role === "coordinator" || actor.role === "chair";

/** The newest that was not removed is the one that counts. */
export const currentVersion = <Version extends { number: number; removedAt: Date | null }>(
  versions: readonly Version[],
): Version | null =>
  versions
    .filter(({ removedAt }) => removedAt === null)
    .reduce<Version | null>((best, one) => (best && best.number > one.number ? best : one), null);

/** The first version needs no reason; each later one has one, whatever was posted. */
export function versionReasonFrom(code: unknown, count: number): VersionReason | null {
  if (count === 0) return "first";
  return typeof code === "string" && Object.hasOwn(laterReasons, code)
    ? (code as VersionReason)
    : null;
}

/** The title and the ending that goes with what the content is. What the file was called is not kept. */
export function downloadName(title: string, contentType: string): string {
  const kinds = Object.keys(contentTypes) as FileKind[];
  const kind = kinds.find((one) => contentTypes[one] === contentType) ?? "txt";
  return tidyName(`${title}.${kind}`);
}
