import {
  contentTypes,
  type FileKind,
  type FileProblem,
  problemLabels,
  type ScanState,
} from "@/lib/attachments/labels";
import { RuleBroken } from "@/lib/errors";

export const mostFiles = 10;
export const mostBytes = 10_000_000;
/** The file and the few fields beside it. */
export const mostBytesPosted = mostBytes + 100_000;

const kindsByExtension: Readonly<Record<string, FileKind>> = {
  pdf: "pdf",
  png: "png",
  jpg: "jpg",
  jpeg: "jpg",
  docx: "docx",
  txt: "txt",
};

/** What a file says it is by its name, if that is something we take. */
export const kindByName = (name: string): FileKind | undefined =>
  kindsByExtension[/\.([a-z]{3,4})$/i.exec(name)?.[1]?.toLowerCase() ?? ""];

const controls = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu;

/** The name without a path, without signs that hide what it says, and not too long. Its ending stays. */
export function tidyName(name: string): string {
  const bare = (name.split(/[/\\]/).at(-1) ?? "").replace(controls, "").trim() || "file";
  const dot = bare.lastIndexOf(".");
  const ending = dot > 0 ? bare.slice(dot) : "";
  return bare.slice(0, bare.length - ending.length).slice(0, 100) + ending.slice(0, 10);
}

/** A file that is not taken, with the code that its page says in words. */
export const refused = (problem: FileProblem): RuleBroken =>
  new RuleBroken(problemLabels[problem], { problem });

export const problemOf = (code: unknown): FileProblem | undefined =>
  typeof code === "string" && Object.hasOwn(problemLabels, code)
    ? (code as FileProblem)
    : undefined;

/** Held back until a scanner answers. Where there is none, a file is released as not scanned, and says so. */
export const isReleased = (scan: ScanState): boolean => scan === "clean" || scan === "not_scanned";

export const contentTypeOf = (kind: FileKind): string => contentTypes[kind];

/** Says "save this", never "show this", with the name in the two forms that browsers read. */
export function dispositionOf(name: string): string {
  const plain = name.replace(/[^\w .()-]/g, "_");
  const exact = encodeURIComponent(name).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${exact}`;
}

export const sizeText = (bytes: number): string =>
  bytes < 1_000_000
    ? `${Math.max(1, Math.round(bytes / 1_000))} kB`
    : `${(bytes / 1_000_000).toFixed(1)} MB`;
