import { z } from "zod";

import { aForm, anId, aText, aVersion } from "@/lib/schema";
import { exportPurposes, redactionLayers } from "./labels";

const blockId = anId();

export const changeBlockSchema = aForm({
  blockId,
  version: aVersion(),
  body: aText({ name: "Minutes", enter: "Enter the minutes of this case", max: 20_000 }),
});
export type ChangeBlock = z.output<typeof changeBlockSchema>;

export const commentSchema = aForm({
  blockId,
  comment: aText({ name: "Comment", enter: "Enter your comment", max: 2000 }),
});
export type Comment = z.output<typeof commentSchema>;

export const correctionSchema = aForm({
  blockId,
  correction: aText({ name: "Correction", enter: "Enter the correction", max: 4000 }),
});
export type Correction = z.output<typeof correctionSchema>;

const codes = <Code extends string>(table: Record<Code, string>) => Object.keys(table) as Code[];

/** What an address asks to be taken out: codes alone, never a word of anybody's. */
const exportSchema = z.object({
  for: z.enum(codes(exportPurposes)).catch("subject_access"),
  without: z.preprocess(
    (value) => [value ?? []].flat().filter((code) => code !== ""),
    z.array(z.enum(codes(redactionLayers))).catch(codes(redactionLayers)),
  ),
});

/** Reads the address of a copy. What it does not understand, it answers with the least. */
export function readExportAddress(address: Record<string, string | string[] | undefined>) {
  const asked = exportSchema.parse({
    ...address,
    without: address["without[]"] ?? address.without,
  });
  return { purpose: asked.for, without: asked.without };
}
