import "server-only";

import { entriesOf, unpack } from "@/lib/archive";
import { refusedSheet } from "@/lib/spreadsheets/rules";

const mostEntries = 1_000;
const mostUnpacked = 50_000_000;

/** The parts of a workbook, unpacked as they are asked for, all of them together no more than is allowed. */
export type Parts = { names: string[]; read: (name: string) => Buffer | undefined };

export function openParts(bytes: Buffer): Parts {
  const entries = entriesOf(bytes, mostEntries, refusedSheet);
  if (entries.some(({ isSealed }) => isSealed)) throw refusedSheet("protected");
  let left = mostUnpacked;
  return {
    names: entries.map(({ name }) => name),
    read(name) {
      const entry = entries.find((one) => one.name === name);
      if (!entry) return undefined;
      const body = unpack(bytes, entry, left, refusedSheet);
      left -= body.length;
      return body;
    },
  };
}
