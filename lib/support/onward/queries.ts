import "server-only";

import { type CaseRecord, getCaseById } from "@/lib/cases/queries";
import { fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { anId } from "@/lib/schema";
import type { OnwardStage, OnwardState } from "./labels";

const onwardFacts = {
  id: true,
  caseId: true,
  service: true,
  madeAtStage: true,
  madeOn: true,
  dueOn: true,
  state: true,
  answeredOn: true,
  answer: true,
  chasedOn: true,
  chases: true,
  version: true,
} as const;

type Found = {
  madeAtStage: string;
  state: string;
  madeOn: Date;
  dueOn: Date;
  answeredOn: Date | null;
  chasedOn: Date | null;
};

const toOnward = <Row extends Found>(row: Row) => ({
  ...row,
  madeAtStage: row.madeAtStage as OnwardStage,
  state: row.state as OnwardState,
  madeOn: fromDateColumn(row.madeOn),
  dueOn: fromDateColumn(row.dueOn),
  answeredOn: row.answeredOn && fromDateColumn(row.answeredOn),
  chasedOn: row.chasedOn && fromDateColumn(row.chasedOn),
});

/** Where the person was referred on to, and whether each service took them on. */
export async function listOnward({ tx }: Context, caseId: string) {
  const found = await tx.onwardReferral.findMany({
    where: { caseId },
    orderBy: [{ madeOn: "asc" }, { id: "asc" }],
    take: 50,
    select: onwardFacts,
  });
  return found.map(toOnward);
}
export type OnwardView = Awaited<ReturnType<typeof listOnward>>[number];

/** One of them, for whoever asks the service and records what it said. */
export async function getOnward(ctx: Context, onwardId: string) {
  if (!anId().safeParse(onwardId).success) throw new NotFound("referral", onwardId);
  const found = await ctx.tx.onwardReferral.findUnique({
    where: { id: onwardId },
    select: onwardFacts,
  });
  if (!found) throw new NotFound("referral", onwardId);
  const caseRecord: CaseRecord = await getCaseById(ctx, found.caseId, "review:record");
  return { ...toOnward(found), case: caseRecord };
}
