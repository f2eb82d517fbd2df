import "server-only";

import { inflateRawSync } from "node:zlib";

import { refused } from "@/lib/attachments/rules";

const mostEntries = 500;
const mostUnpacked = 100_000_000;

type Entry = { name: string; method: number; packed: number; at: number; isSealed: boolean };

/** The directory at the end of the archive, which is what every reader goes by. */
function entriesOf(bytes: Buffer): Entry[] {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0 || end + 22 > bytes.length) throw refused("unreadable");
  const count = bytes.readUInt16LE(end + 10);
  if (count === 0 || count > mostEntries) throw refused("unreadable");
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = count; left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50)
      throw refused("unreadable");
    const [nameLength, extra, comment] = [28, 30, 32].map((offset) =>
      bytes.readUInt16LE(at + offset),
    );
    entries.push({
      name: bytes.toString("utf8", at + 46, at + 46 + (nameLength ?? 0)),
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      at: bytes.readUInt32LE(at + 42),
      isSealed: (bytes.readUInt16LE(at + 8) & 1) === 1,
    });
    at += 46 + (nameLength ?? 0) + (extra ?? 0) + (comment ?? 0);
  }
  return entries;
}

/** Unpacks one entry, and no more of it than is left: what the archive says of its size is not believed. */
function unpack(bytes: Buffer, { at, method, packed }: Entry, left: number): Buffer {
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) throw refused("unreadable");
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const body = bytes.subarray(start, start + packed);
  if (method === 0 && body.length <= left) return body;
  if (method !== 8) throw refused("unreadable");
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, left) });
  } catch {
    throw refused("unreadable");
  }
}

const programs =
  /vbaproject|vbadata|activex\/|oleobject|\.(?:exe|dll|js|vbs|bat|cmd|ps1|jar|lnk)$/i;
const remoteTemplate =
  /attachedTemplate"[^>]*TargetMode="External"|TargetMode="External"[^>]*attachedTemplate"/i;

/** Refuses a document with programs in it, one that fetches its template, and one that unpacks to too much. */
export function assertHarmlessDocument(bytes: Buffer): void {
  let left = mostUnpacked;
  const entries = entriesOf(bytes);
  for (const entry of entries) {
    if (programs.test(entry.name)) throw refused("macros");
    if (entry.isSealed || entry.name.includes("..")) throw refused("unreadable");
    const body = unpack(bytes, entry, left);
    left -= body.length;
    const isTypes = entry.name === "[Content_Types].xml";
    if (isTypes && /macroEnabled|vbaProject/i.test(body.toString())) throw refused("macros");
    if (entry.name.endsWith(".rels") && remoteTemplate.test(body.toString()))
      throw refused("macros");
  }
  if (!entries.some(({ name }) => name === "word/document.xml")) throw refused("mismatch");
}
