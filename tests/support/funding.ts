import type { Actor } from "@/lib/access/actor";
import { addDays, financialYearOf, toDateColumn } from "@/lib/dates";
import type { EntryKind } from "@/lib/funding/labels";
import { owner } from "./owner";
import { today } from "./risks";

let counter = 0;

/** A line of this year with a budget. */
export async function aLine(
  { areaId, hatId }: Actor,
  { budget = 5_000_000, partnershipId = null as string | null } = {},
) {
  const by = { addedByHatId: hatId, addedAt: new Date() };
  const line = await owner.fundingLine.create({
    data: {
      ...{ areaId, partnershipId, reference: `FND-T-${++counter}`, name: `Line ${counter}` },
      ...{ source: "home_office", yearOn: toDateColumn(financialYearOf(today)), ...by },
    },
    select: { id: true, areaId: true },
  });
  await anEntry(line, { hatId }, "budget", budget);
  return line;
}
export type ALine = Awaited<ReturnType<typeof aLine>>;

export const anEntry = (
  { id: lineId, areaId }: ALine,
  { hatId }: Pick<Actor, "hatId">,
  kind: EntryKind,
  pence: number,
  of: { projectId?: string; postId?: string; words?: string } = {},
) =>
  owner.fundingEntry.create({
    data: {
      ...{ lineId, areaId, kind, pence: BigInt(pence), words: "An invoice", ...of },
      ...{ enteredOn: toDateColumn(today), enteredByHatId: hatId, enteredAt: new Date() },
    },
    select: { id: true },
  });

export const aPost = ({ id: lineId, areaId }: ALine, { hatId }: Actor) =>
  owner.fundingPost.create({
    data: {
      ...{ lineId, areaId, title: `Schools officer ${++counter}`, state: "planned" },
      ...{ fromOn: toDateColumn(today), costPence: 3_850_050n },
      ...{ editedByHatId: hatId, editedAt: new Date() },
    },
    select: { id: true },
  });

export const aClaim = (
  { id: lineId, areaId }: ALine,
  { hatId }: Actor,
  { dueDay = addDays(today, 30), isMade = false } = {},
) =>
  owner.fundingClaim.create({
    data: {
      ...{ lineId, areaId, title: "A quarter", dueOn: toDateColumn(dueDay), pence: 100_001n },
      ...(isMade && { madeOn: toDateColumn(today), madePence: 100_001n }),
      ...{ editedByHatId: hatId, editedAt: new Date() },
    },
    select: { id: true },
  });
