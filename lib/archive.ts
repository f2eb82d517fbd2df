import "server-only";

import { crc32, deflateRawSync, inflateRawSync } from "node:zlib";

export type Entry = {
  name: string;
  method: number;
  packed: number;
  at: number;
  isSealed: boolean;
};

/** What is thrown when an archive is not what it should be: each reader has words of its own. */
type Refuse = (why: "unreadable" | "too_much") => Error;

/** The directory at the end of the archive, which is what every reader goes by. */
export function entriesOf(bytes: Buffer, most: number, refuse: Refuse): Entry[] {
  const end = bytes.lastIndexOf("PK\x05\x06", undefined, "latin1");
  if (end < 0 || end + 22 > bytes.length) throw refuse("unreadable");
  const count = bytes.readUInt16LE(end + 10);
  if (count === 0 || count > most) throw refuse("unreadable");
  const entries: Entry[] = [];
  let at = bytes.readUInt32LE(end + 16);
  for (let left = count; left > 0; left--) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== 0x02014b50) throw refuse("unreadable");
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
export function unpack(bytes: Buffer, entry: Entry, left: number, refuse: Refuse): Buffer {
  const { at, method, packed } = entry;
  if (at + 30 > bytes.length || bytes.readUInt32LE(at) !== 0x04034b50) throw refuse("unreadable");
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const body = bytes.subarray(start, start + packed);
  if (method === 0) {
    if (body.length > left) throw refuse("too_much");
    return body;
  }
  if (method !== 8) throw refuse("unreadable");
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, left) });
  } catch (error) {
    throw refuse(isTooMuch(error) ? "too_much" : "unreadable");
  }
}

const isTooMuch = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";

/** The first day that the format knows: an archive of ours says nothing of when it was made. */
const noDay = 0x0021;

/** Files packed into one, in this order. */
export function writeArchive(files: readonly { name: string; body: string | Buffer }[]): Buffer {
  const [bodies, directory]: [Buffer[], Buffer[]] = [[], []];
  let at = 0;
  for (const { name, body } of files) {
    const [title, plain] = [Buffer.from(name), Buffer.from(body)];
    const packed = deflateRawSync(plain);
    const facts = Buffer.alloc(26);
    facts.writeUInt16LE(20, 0);
    facts.writeUInt16LE(0x0800, 2); // names are UTF-8
    facts.writeUInt16LE(8, 4);
    facts.writeUInt16LE(noDay, 8);
    facts.writeUInt32LE(crc32(plain), 10);
    facts.writeUInt32LE(packed.length, 14);
    facts.writeUInt32LE(plain.length, 18);
    facts.writeUInt16LE(title.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    bodies.push(Buffer.from("PK\x03\x04", "latin1"), facts, title, packed);
    directory.push(Buffer.from("PK\x01\x02\x14\x00", "latin1"), facts, place, title);
    at += 30 + title.length + packed.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, list, end]);
}
