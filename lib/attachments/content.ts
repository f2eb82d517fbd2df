import "server-only";

import { fileTypeFromBuffer } from "file-type";
import sharp from "sharp";

import { assertHarmlessDocument } from "@/lib/attachments/docx";
import type { FileKind } from "@/lib/attachments/labels";
import { kindByName, mostBytes, refused, tidyName } from "@/lib/attachments/rules";

const mostPixels = 40_000_000;

export type CheckedFile = { name: string; kind: FileKind; bytes: Buffer };

/** What the bytes are, whatever they are called. Text has no mark of its own: it is what holds nothing else. */
async function kindOf(bytes: Buffer): Promise<FileKind | "other"> {
  const found = await fileTypeFromBuffer(bytes).catch(() => undefined);
  switch (found?.ext) {
    case "pdf":
    case "png":
    case "jpg":
    case "docx":
      return found.ext;
    case undefined:
      return isText(bytes) ? "txt" : "other";
    default:
      return "other";
  }
}

function isText(bytes: Buffer): boolean {
  try {
    const text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return !/[^\P{Cc}\t\n\r\f]/u.test(text);
  } catch {
    return false;
  }
}

/** Drawn again from its points, so that where and when it was taken, and whatever hides behind it, is gone. */
async function redraw(kind: "png" | "jpg", bytes: Buffer): Promise<Buffer> {
  const image = sharp(bytes, { limitInputPixels: mostPixels, failOn: "error" }).autoOrient();
  const drawn = kind === "png" ? image.png() : image.jpeg({ quality: 90 });
  return drawn.toBuffer().catch(() => {
    throw refused("unreadable");
  });
}

/** Takes a file for what its content says, and only if its name says the same. */
export async function checkFile(given: { name: string; bytes: Buffer }): Promise<CheckedFile> {
  const name = tidyName(given.name);
  if (given.bytes.length === 0) throw refused("empty");
  if (given.bytes.length > mostBytes) throw refused("too_large");
  const kind = kindByName(name);
  if (!kind) throw refused("wrong_kind");
  if ((await kindOf(given.bytes)) !== kind) throw refused("mismatch");
  if (kind === "docx") assertHarmlessDocument(given.bytes);
  const bytes = kind === "png" || kind === "jpg" ? await redraw(kind, given.bytes) : given.bytes;
  if (bytes.length > mostBytes) throw refused("too_large");
  return { name, kind, bytes };
}
