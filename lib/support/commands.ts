import "server-only";

import { record } from "@/lib/audit/record";
import { type CaseRecord, getCaseById } from "@/lib/cases/queries";
import { startClock, stopClock } from "@/lib/clocks/commands";
import { formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { latestPlan, planStanding, type SupportPlanVersion } from "./queries";
import { assertCanAddAction, assertCanWritePlan, type PlanContent, planContents } from "./rules";
import type { AssignProvider, Contact, SupportAction, SupportPlan } from "./schema";

/** The plan under section 36(5), or its next version. Earlier ones stay as they are (T17). */
export async function writePlan(ctx: Context, { caseId, version, ...input }: SupportPlan) {
  const { actor, tx, now } = ctx;
  const caseRecord = await getCaseById(ctx, caseId, "support:write");
  const { plan, ...standing } = await planStanding(ctx, caseId);
  if (plan && plan.number !== version) throw await overtakenBy(ctx, plan);
  assertCanWritePlan({ status: caseRecord.status, ...standing });

  const number = (plan?.number ?? 0) + 1;
  const { areaId, reference, dataKeyId } = caseRecord;
  await holdStill(ctx, caseRecord);
  await tx.supportPlan.createMany({
    data: { ...input, caseId, areaId, number, writtenByHatId: actor.hatId, writtenAt: now },
  });
  await record(ctx, { type: "plan.written", dataKeyId, facts: { reference, number } });
  return { reference };
}

/** Somebody has written the next version since this form was opened. */
async function overtakenBy({ tx }: Context, plan: SupportPlanVersion): Promise<Overtaken> {
  const { writtenByHat } = await tx.supportPlan.findUniqueOrThrow({
    where: { id: plan.id },
    select: { writtenByHat: { select: { user: { select: { name: true } } } } },
  });
  const contents = Object.entries(planContents) as [PlanContent, string][];
  const fields = contents.map(([name, words]) => ({
    name,
    label: words.charAt(0).toUpperCase() + words.slice(1),
    theirs: plan[name],
  }));
  return new Overtaken(
    writtenByHat.user.name,
    `on ${formatInstant(plan.writtenAt)}`,
    fields,
    plan.number,
  );
}

/** Two people who write the plan at once do not both write its next version. */
async function holdStill({ tx }: Context, { id, version }: CaseRecord) {
  const { count } = await tx.case.updateMany({
    where: { id, version },
    data: { version: version + 1 },
  });
  if (count === 0) throw new RuleBroken("Somebody has just changed this case. Reload it to see.");
}

/** One piece of support, on the one tracker. It starts when consent is given, and not before (C-09). */
export async function addSupportAction(ctx: Context, { caseId, ...input }: SupportAction) {
  const { actor, tx, now } = ctx;
  const caseRecord = await getCaseById(ctx, caseId, "support:write");
  assertCanAddAction(caseRecord.status, (await latestPlan(ctx, caseId)) !== null);
  const { areaId, reference, dataKeyId } = caseRecord;
  await assertOwner(ctx, caseRecord, input);
  if (input.needId) await assertNeedIsOfCase(ctx, caseId, input.needId);

  const { startsOn, dueOn, ...facts } = input;
  await tx.action.createMany({
    data: {
      ...facts,
      areaId,
      kind: "support",
      caseId,
      startsOn: toDateColumn(startsOn),
      dueOn: toDateColumn(dueOn),
      firstDueOn: toDateColumn(dueOn),
      addedByHatId: actor.hatId,
      addedAt: now,
    },
  });
  if (input.ownerHatId) {
    const path = `/cases/${reference}/support`;
    await notify(ctx, [input.ownerHatId], { kind: "action_given", reference, path });
  }
  const { supportType } = input;
  await record(ctx, {
    type: "action.added",
    dataKeyId,
    facts: { reference, kind: "support", supportType },
  });
  return { reference };
}

async function assertNeedIsOfCase({ tx }: Context, caseId: string, needId: string) {
  if ((await tx.supportNeed.count({ where: { id: needId, caseId, endedIn: null } })) > 0) return;
  throw new FieldsRefused({ needId: ["Select an objective of this plan"] });
}

type Owner = Pick<SupportAction, "ownerOrganisationId" | "ownerHatId">;

/** An organisation of this area, and if somebody is named, somebody of it who works on the case. */
async function assertOwner(
  { tx }: Context,
  { id: caseId, areaId }: CaseRecord,
  { ownerOrganisationId, ownerHatId }: Owner,
) {
  const here = await tx.organisationArea.count({
    where: { areaId, organisationId: ownerOrganisationId },
  });
  if (here === 0) {
    throw new FieldsRefused({ ownerOrganisationId: ["Select which organisation does this"] });
  }
  if (!ownerHatId) return;
  const works = await tx.caseWorker.count({
    where: {
      caseId,
      hatId: ownerHatId,
      endedAt: null,
      hat: { organisationId: ownerOrganisationId },
    },
  });
  if (works === 0) {
    throw new FieldsRefused({ ownerHatId: ["Select somebody of that organisation"] });
  }
}

/** A mentor is named on the case: they see it, its plan and their own actions (IS-15, TL-10). */
export async function assignProvider(ctx: Context, { caseId, hatId }: AssignProvider) {
  const { actor, tx, now } = ctx;
  const caseRecord = await getCaseById(ctx, caseId, "support:write");
  const { areaId, reference, dataKeyId, status } = caseRecord;
  if (status !== "consent_pending" && status !== "in_support") {
    throw new RuleBroken("A mentor is named once the panel has decided to offer support.");
  }
  const mentor = await tx.hat.findFirst({
    where: { id: hatId, areaId, role: "provider", endedAt: null },
    select: {
      userId: true,
      caseWorkersHat: { where: { caseId, endedAt: null }, select: { id: true } },
    },
  });
  if (!mentor || mentor.caseWorkersHat.length > 0) {
    throw new FieldsRefused({ hatId: ["Select a mentor who is not on this case yet"] });
  }
  const conflicts = await tx.caseConflict.findMany({ where: { caseId }, select: { userId: true } });
  if (conflicts.some(({ userId }) => userId === mentor.userId)) {
    throw new FieldsRefused({ hatId: ["They have a conflict of interest on this case"] });
  }

  await tx.caseWorker.createMany({
    data: {
      caseId,
      areaId,
      hatId,
      capacity: "provider",
      assignedAt: now,
      assignedByHatId: actor.hatId,
    },
  });
  const subject = { areaId, caseId };
  await stopClock(ctx, "provider_contact", subject, { isCancelled: true });
  await startClock(ctx, "provider_contact", subject);
  await notify(ctx, [hatId], {
    kind: "case_assigned",
    reference,
    path: `/cases/${reference}/support`,
  });
  await record(ctx, { type: "provider.assigned", dataKeyId, facts: { reference, hatId } });
  return { reference };
}

/** TL-10: the mentor and the person have been in touch, and may not be silent for long. */
export async function recordContact(ctx: Context, { caseId, metOn }: Contact) {
  const caseRecord = await getCaseById(ctx, caseId, "support:contact");
  const { areaId, reference, dataKeyId, status } = caseRecord;
  if (status !== "in_support") throw new RuleBroken("Support is not running.");
  const subject = { areaId, caseId };
  await stopClock(ctx, "provider_contact", subject);
  await stopClock(ctx, "provider_silence", subject);
  await startClock(ctx, "provider_silence", subject, { from: metOn });
  await record(ctx, { type: "contact.recorded", dataKeyId, facts: { reference, on: metOn } });
  return { reference };
}
