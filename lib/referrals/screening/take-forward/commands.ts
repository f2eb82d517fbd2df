import "server-only";

import { fileStream } from "@/lib/audit/record";
import { startClock } from "@/lib/clocks/commands";
import { type Day, dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused } from "@/lib/errors";
import { askForInformation } from "@/lib/information/requests/commands";
import { notify } from "@/lib/notices/commands";
import { namePrevious } from "@/lib/referrals/related/commands";
import type { Screened } from "../queries";
import type { ScreenReferral } from "../schema";

type Continue = Extract<ScreenReferral, { outcome: "continue" }>;

/**
 * T06: a case comes of the referral, with somebody to run it, its partners asked and its clock
 * running. Whatever was written for the referral now belongs to the case as well.
 */
export async function takeForward(
  ctx: Context,
  referral: Screened,
  input: Continue,
): Promise<string> {
  const { coordinatorId, organisationIds, question, lawfulBasis, dueDay } = input;
  const area = await ctx.tx.area.findUniqueOrThrow({
    where: { id: referral.areaId },
    select: { caseLead: true },
  });
  const coordinator = await getCoordinator(ctx, coordinatorId);
  const opened = await openCase(ctx, referral, coordinator, area);
  await handOver(ctx, referral, opened);
  await namePrevious(ctx, { ...referral, caseId: opened.id });

  const { id: caseId, reference } = opened;
  const subject = { areaId: referral.areaId, caseId };
  await startClock(ctx, "s36_decision", subject); // TL-03
  await askForInformation(ctx, { caseId, organisationIds, question, lawfulBasis, dueDay });
  const path = `/cases/${reference}`;
  await notify(ctx, [coordinator.id], { kind: "case_assigned", reference, path });
  return reference;
}

async function getCoordinator({ actor, tx }: Context, id: string) {
  const hat = await tx.hat.findFirst({
    where: { id, areaId: actor.areaId, role: "coordinator", endedAt: null },
    select: { id: true, organisationId: true },
  });
  if (!hat) throw new FieldsRefused({ coordinatorId: ["Select a coordinator of this area"] });
  return hat;
}

type Coordinator = { id: string; organisationId: string };
type Opened = { id: string; reference: string };

async function openCase(
  ctx: Context,
  referral: Screened,
  coordinator: Coordinator,
  { caseLead }: { caseLead: string },
): Promise<Opened> {
  const { actor, tx, now } = ctx;
  const { areaId, dataKeyId, person } = referral;
  const delivery = await tx.referralDelivery.findFirst({
    where: { referralId: referral.id, recipient: caseLead },
    select: { organisationId: true },
  });
  const leadOrganisationId =
    delivery?.organisationId ??
    (caseLead === "police" ? actor.organisationId : coordinator.organisationId);
  const opened = {
    id: crypto.randomUUID(),
    reference: await nextReference(ctx, dayOf(now)),
  };
  await tx.case.createMany({
    data: {
      ...opened,
      ...{ areaId, dataKeyId, leadOrganisationId, referralId: referral.id, personId: person.id },
      ...{ status: "info_gathering", statusSince: now, openedAt: now },
    },
  });
  await tx.caseMove.createMany({
    data: {
      ...{ caseId: opened.id, areaId, transition: "T06" },
      ...{ fromStatus: "gateway", toStatus: "info_gathering" },
      ...{ movedByHatId: actor.hatId, movedAt: now },
    },
  });
  await tx.caseWorker.createMany({
    data: {
      ...{ caseId: opened.id, areaId, hatId: coordinator.id, capacity: "coordinator" },
      ...{ assignedAt: now, assignedByHatId: actor.hatId },
    },
  });
  return opened;
}

async function nextReference({ tx }: Context, today: Day): Promise<string> {
  const [row] = await tx.$queryRaw<[{ reference: string }]>`
    select next_reference('PC', ${today}::date) as reference`;
  return row.reference;
}

/** From here on, who reads the case reads these, and its log is the log of the referral carried on. */
async function handOver({ tx }: Context, referral: Screened, { id: caseId, reference }: Opened) {
  const where = { referralId: referral.id };
  const data = { caseId };
  await tx.referral.updateMany({ where: { id: referral.id }, data });
  await tx.referralText.updateMany({ where, data });
  await tx.referralAddendum.updateMany({ where, data });
  await tx.attachment.updateMany({ where, data });
  await tx.deconfliction.updateMany({ where, data });
  await tx.person.updateMany({ where, data });
  await tx.personName.updateMany({ where: { personId: referral.person.id }, data });
  await tx.auditStream.updateMany({
    where: { stream: fileStream(referral.dataKeyId) },
    data: { caseId, caseReference: reference },
  });
}
