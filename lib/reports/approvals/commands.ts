import "server-only";

import { record } from "@/lib/audit/record";
import { type Day, dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, NotFound, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { getApprovalToGive, getApproversToName, getReport } from "@/lib/reports/queries";
import { assertNotPublished } from "@/lib/reports/rules";
import type { EndApprover, GiveApproval, NameApprover, RecordApproval } from "@/lib/reports/schema";

/** BR-02: an officer by post, and by hat where they have one here. */
export async function nameApprover(ctx: Context, input: NameApprover) {
  const { actor, tx, now } = ctx;
  const { report, hats } = await getApproversToName(ctx, input.reportId);
  assertNotPublished(report);
  const hat = hats.find(({ id }) => id === input.hatId);
  if (input.hatId !== "none" && !hat)
    throw new FieldsRefused({ hatId: ["Select who gives the approval here"] });
  const isThere = report.approvers.some(
    ({ role, post, isEnded }) =>
      !isEnded && role === input.role && post.toLowerCase() === input.post.toLowerCase(),
  );
  if (isThere) throw new FieldsRefused({ post: ["That post is named for this already"] });
  await tx.reportApprover.createMany({
    data: {
      ...{ reportId: report.id, areaId: report.areaId, role: input.role, post: input.post },
      ...{ hatId: hat?.id ?? null, namedByHatId: actor.hatId, namedAt: now },
    },
  });
  if (hat && report.status === "in_approval")
    await notify(ctx, [hat.id], {
      kind: "approval_asked",
      reference: report.reference,
      path: `/plan/reports/${report.id}`,
    });
  await record(ctx, {
    type: "report.approver_named",
    facts: { reportId: report.id, role: input.role },
  });
  return { reportId: report.id };
}

export async function endApprover(ctx: Context, { approverId }: EndApprover) {
  const { tx, now } = ctx;
  const found = await tx.reportApprover.findUnique({
    where: { id: approverId },
    select: { reportId: true },
  });
  if (!found) throw new NotFound("approver", approverId);
  const report = await getReport(ctx, found.reportId, "report:write");
  assertNotPublished(report);
  const { count } = await tx.reportApprover.updateMany({
    where: { id: approverId, endedAt: null },
    data: { endedAt: now },
  });
  if (count === 0) throw new RuleBroken("That approval is no longer needed already");
  await record(ctx, {
    type: "report.approver_ended",
    facts: { reportId: report.id, approverId },
  });
  return { reportId: report.id };
}

type Given = GiveApproval & { name: string; givenDay: Day };

async function write(ctx: Context, isOwn: boolean, given: Given) {
  const { actor, tx, now } = ctx;
  const { approverId, versionNumber, note, name, givenDay } = given;
  const of = await tx.reportApprover.findUnique({
    where: { id: approverId },
    select: { reportId: true },
  });
  if (!of) throw new NotFound("approval", approverId);
  const found = await getApprovalToGive(ctx, of.reportId, approverId);
  const { report } = found;
  if (found.isOwn !== isOwn) throw new NotFound("approval", approverId);
  // BR-02: what was read is what is approved. Somebody may have sent another version meanwhile.
  if (versionNumber !== report.latestVersion)
    throw new RuleBroken("The report has changed since you opened it. Read the new version first.");
  await tx.reportApproval.createMany({
    data: {
      ...{ approverId, reportId: report.id, areaId: report.areaId, versionNumber, name, note },
      ...{ givenOn: toDateColumn(givenDay), recordedByHatId: actor.hatId, recordedAt: now },
    },
  });
  await record(ctx, {
    type: "report.approved",
    facts: { reportId: report.id, number: versionNumber, isOwn },
  });
  return { reportId: report.id };
}

/** By the officer whose approval it is. */
export async function giveApproval(ctx: Context, input: GiveApproval) {
  const { name } = await ctx.tx.user.findUniqueOrThrow({
    where: { id: ctx.actor.userId },
    select: { name: true },
  });
  return write(ctx, true, { ...input, name, givenDay: dayOf(ctx.now) });
}

/** By the co-ordinator, for an officer who has no account: with the name and the day. */
export const recordApproval = (ctx: Context, input: RecordApproval) => write(ctx, false, input);
