import "server-only";

import { entriesOf, unpack } from "@/lib/archive";
import { refused } from "@/lib/attachments/rules";

const mostEntries = 500;
const mostUnpacked = 100_000_000;

const programs =
  /vbaproject|vbadata|activex\/|oleobject|\.(?:exe|dll|js|vbs|bat|cmd|ps1|jar|lnk)$/i;
const remoteTemplate =
  /attachedTemplate"[^>]*TargetMode="External"|TargetMode="External"[^>]*attachedTemplate"/i;
const unreadable = () => refused("unreadable");

/** Refuses a document with programs in it, one that fetches its template, and one that unpacks to too much. */
export function assertHarmlessDocument(bytes: Buffer): void {
  let left = mostUnpacked;
  const entries = entriesOf(bytes, mostEntries, unreadable);
  for (const entry of entries) {
    if (programs.test(entry.name)) throw refused("macros");
    if (entry.isSealed || entry.name.includes("..")) throw refused("unreadable");
    const body = unpack(bytes, entry, left, unreadable);
    left -= body.length;
    const isTypes = entry.name === "[Content_Types].xml";
    if (isTypes && /macroEnabled|vbaProject/i.test(body.toString())) throw refused("macros");
    if (entry.name.endsWith(".rels") && remoteTemplate.test(body.toString()))
      throw refused("macros");
  }
  if (!entries.some(({ name }) => name === "word/document.xml")) throw refused("mismatch");
}
