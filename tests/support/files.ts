import { crc32, deflateRawSync } from "node:zlib";
import sharp from "sharp";

/** A zip archive of these entries, with sizes that may be lied about. */
export function anArchive(
  entries: Record<string, string | Buffer>,
  { saysSize = -1 } = {},
): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, content] of Object.entries(entries)) {
    const plain = Buffer.from(content as string);
    const packed = deflateRawSync(plain);
    const size = saysSize < 0 ? plain.length : saysSize;
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt16LE(8, 4);
    common.writeUInt32LE(crc32(plain), 10);
    common.writeUInt32LE(packed.length, 14);
    common.writeUInt32LE(size, 18);
    common.writeUInt16LE(Buffer.byteLength(name), 22);
    const local = Buffer.concat([Buffer.from("PK\x03\x04", "latin1"), common, Buffer.from(name)]);
    const central = Buffer.alloc(16);
    central.writeUInt32LE(at, 12);
    directory.push(
      Buffer.concat([
        Buffer.from("PK\x01\x02\x14\x00", "latin1"),
        common,
        central.subarray(2),
        Buffer.from(name),
      ]),
    );
    bodies.push(local, packed);
    at += local.length + packed.length;
  }
  const listed = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write("PK\x05\x06", "latin1");
  end.writeUInt16LE(directory.length, 8);
  end.writeUInt16LE(directory.length, 10);
  end.writeUInt32LE(listed.length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, listed, end]);
}

const types = (extra = "") =>
  `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/>${extra}</Types>`;

/** A Word document, with whatever else a test puts into it. */
export const aDocument = (
  more: Record<string, string | Buffer> = {},
  { extraTypes = "", ...lies }: { extraTypes?: string; saysSize?: number } = {},
) =>
  anArchive(
    {
      "[Content_Types].xml": types(extraTypes),
      "_rels/.rels": "<Relationships/>",
      "word/document.xml": "<document>A letter to the school</document>",
      ...more,
    },
    lies,
  );

export const aPdf = Buffer.from("%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\ntrailer<<>>\n%%EOF\n");

/** A picture that says where and when it was taken. */
export const aPicture = (kind: "png" | "jpeg" = "jpeg") =>
  sharp({ create: { width: 40, height: 30, channels: 3, background: "#12436d" } })
    .withExif({ IFD0: { Copyright: "Taken by Rowan Marsh", Model: "A telephone" } })
    [kind]()
    .toBuffer();
