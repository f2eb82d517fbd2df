import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused } from "@/lib/errors";
import { getItemToPrepare } from "../queries";
import { assertMeetingOpen, isLatePaper } from "../rules";
import { getPaper, listChoices } from "./queries";
import type { AttachPaper, PapersClose, WithdrawPaper } from "./schema";

/** Puts a paper before the panel for one item. One that comes after papers closed says so. */
export async function attachPaper(ctx: Context, { itemId, paper }: AttachPaper) {
  const { actor, tx, now } = ctx;
  const { meeting, case: onCase } = await getItemToPrepare(ctx, itemId);
  assertMeetingOpen(meeting.status);
  const { id: caseId, areaId, reference, dataKeyId, area } = onCase;
  const choices = await listChoices(ctx, { itemId, caseId });
  if (!choices.some(({ kind, id }) => kind === paper.kind && id === paper.id)) {
    throw new FieldsRefused({ paper: ["Select a paper of this case that is not attached yet"] });
  }
  await tx.panelPaper.createMany({
    data: {
      ...{ itemId, meetingId: meeting.id, caseId, areaId, kind: paper.kind },
      assessmentId: paper.kind === "assessment" ? paper.id : null,
      planId: paper.kind === "support_plan" ? paper.id : null,
      attachmentId: paper.kind === "document" ? paper.id : null,
      ...{ addedByHatId: actor.hatId, addedAt: now },
    },
  });
  const isLate = isLatePaper(dayOf(now), meeting.heldOn, area.papersCloseDays);
  const facts = { reference, itemId, kind: paper.kind, isLate };
  await record(ctx, { type: "paper.attached", dataKeyId, facts });
  return { meetingId: meeting.id, itemId };
}

/** Takes a paper away from the panel. The assessment, plan or file itself stays where it is. */
export async function withdrawPaper(ctx: Context, { paperId }: WithdrawPaper) {
  const { kind, itemId, item } = await getPaper(ctx, paperId);
  assertMeetingOpen(item.meeting.status);
  await ctx.tx.panelPaper.updateMany({
    where: { id: paperId },
    data: { withdrawnAt: ctx.now },
  });
  const { reference, dataKeyId } = item.case;
  await record(ctx, { type: "paper.withdrawn", dataKeyId, facts: { reference, itemId, kind } });
  return { meetingId: item.meeting.id, itemId };
}

/** How long before its meetings an area closes papers. */
export async function setPapersClose(ctx: Context, { days }: PapersClose) {
  const { areaId } = ctx.actor;
  authorize(ctx.actor, "area:manage", { areaId });
  await ctx.tx.area.updateMany({ where: { id: areaId }, data: { papersCloseDays: days } }); // P-07
  await record(ctx, { type: "area.papers_set", facts: { days } });
  return { days };
}
