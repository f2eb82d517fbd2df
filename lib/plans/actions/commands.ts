import "server-only";

import { record } from "@/lib/audit/record";
import { dayOf, formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";
import { getPlanAction, type PlanActionHistory } from "@/lib/plans/actions/queries";
import {
  evidenceBasisLabels,
  objectivesIn,
  priorityLabels,
  workstreamLabels,
} from "@/lib/plans/labels";
import { tellOwner } from "@/lib/plans/notices/commands";
import { getPlanToWrite, type PlanRecord } from "@/lib/plans/queries";
import { assertPlanIsOpen } from "@/lib/plans/rules";
import type { AddPlanAction, EditPlanAction } from "@/lib/plans/schema";

type Details = Omit<EditPlanAction, "actionId" | "version">;

/** What a form cannot know by itself: that the theme, the scheme and the organisations are this plan's. */
function assertFits(plan: PlanRecord & { organisations: { id: string }[] }, input: Details): void {
  const organisations = plan.organisations.map(({ id }) => id);
  const errors: Record<string, string[]> = {};
  if (!plan.themes.some(({ id }) => id === input.themeId)) errors.themeId = ["Select the theme"];
  if (!objectivesIn[plan.objectiveScheme].includes(input.objective))
    errors.objective = ["Select an objective of the scheme that this plan follows"];
  if (!organisations.includes(input.ownerOrganisationId))
    errors.ownerOrganisationId = ["Select which organisation leads"];
  if (!input.contributorIds.every((id) => organisations.includes(id)))
    errors.contributorIds = ["Select the organisations who contribute"];
  if (!input.forAreas.every((id) => plan.areas.some((area) => area.id === id)))
    errors.forAreas = ["Select the areas it is for"];
  if (Object.keys(errors).length > 0) throw new FieldsRefused(errors);
}

/** The reference is how people speak of an action, so a plan has it once. */
async function assertReferenceIsFree(
  { tx }: Context,
  planId: string,
  reference: string,
  butFor?: string,
): Promise<void> {
  const taken = await tx.planAction.findUnique({
    where: { planId_reference: { planId, reference } },
    select: { actionId: true },
  });
  if (taken && taken.actionId !== butFor)
    throw new FieldsRefused({ reference: ["Another action of this plan has that reference"] });
}

export async function addPlanAction(ctx: Context, { planId, dueDay, ...input }: AddPlanAction) {
  const { actor, tx, now } = ctx;
  const plan = await getPlanToWrite(ctx, planId);
  assertPlanIsOpen(plan);
  assertFits(plan, input);
  await assertReferenceIsFree(ctx, planId, input.reference);

  const { areaId } = plan;
  const { text, startDay, ownerOrganisationId, contributorIds, ...details } = input;
  const { id: actionId } = await tx.action.create({
    data: {
      areaId,
      kind: "plan",
      planId,
      title: text,
      ownerOrganisationId,
      startsOn: toDateColumn(startDay),
      dueOn: toDateColumn(dueDay),
      firstDueOn: toDateColumn(dueDay),
      addedByHatId: actor.hatId,
      addedAt: now,
    },
    select: { id: true },
  });
  await tx.planAction.createMany({
    data: { ...details, actionId, planId, areaId, lastUpdateOn: toDateColumn(dayOf(now)) },
  });
  await setContributors(ctx, { actionId, planId, areaId, contributorIds });
  await tellOwner(ctx, "action_given", { planId, actionId, ...input });
  await record(ctx, { type: "plan_action.added", facts: { planId, actionId } });
  return { planId, actionId };
}

type Contributors = { actionId: string; planId: string; areaId: string; contributorIds: string[] };

async function setContributors({ tx }: Context, { contributorIds, ...ids }: Contributors) {
  await tx.planActionContributor.deleteMany({ where: { actionId: ids.actionId } });
  const data = [...new Set(contributorIds)].map((organisationId) => ({ ...ids, organisationId }));
  if (data.length > 0) await tx.planActionContributor.createMany({ data });
}

export async function editPlanAction(ctx: Context, input: EditPlanAction) {
  const { actor, tx, now } = ctx;
  const { actionId, version, ...details } = input;
  const seen = await getPlanAction(ctx, actionId, "plan:write");
  const plan = await getPlanToWrite(ctx, seen.planId);
  assertPlanIsOpen(plan);
  assertFits(plan, details);
  if (details.startDay > seen.dueDay)
    throw new FieldsRefused({
      startDay: ["Start date must be the same as or before the due date"],
    });
  await assertReferenceIsFree(ctx, seen.planId, details.reference, actionId);

  const { text, startDay, ownerOrganisationId, contributorIds, ...own } = details;
  const { count } = await tx.action.updateMany({
    where: { id: actionId, version },
    data: {
      title: text,
      ownerOrganisationId,
      startsOn: toDateColumn(startDay),
      version: version + 1,
    },
  });
  if (count === 0) throw editOvertaken(seen);
  await tx.planAction.updateMany({
    where: { actionId },
    data: { ...own, editedByHatId: actor.hatId, editedAt: now },
  });
  const { planId, areaId } = { planId: seen.planId, areaId: plan.areaId };
  await setContributors(ctx, { actionId, planId, areaId, contributorIds });
  if (ownerOrganisationId !== seen.ownerOrganisationId)
    await tellOwner(ctx, "action_given", { planId, actionId, ...details });
  await record(ctx, { type: "plan_action.edited", facts: { planId, actionId } });
  return { planId, actionId };
}

/** An extension counts as a change too, so that nobody edits past a date they have not seen. */
function editOvertaken(seen: PlanActionHistory): Overtaken {
  const [extension] = seen.extensions;
  const { edited } = seen;
  const isExtension = extension && (!edited || extension.extendedAt > edited.at);
  const by = isExtension ? extension.extendedByHat.user.name : (edited?.by ?? "Somebody else");
  const at = isExtension ? extension.extendedAt : edited?.at;
  return new Overtaken(
    by,
    at ? `on ${formatInstant(at)}` : "since you opened this page",
    [
      { name: "reference", label: "Reference", theirs: seen.reference },
      { name: "text", label: "Action", theirs: seen.text },
      { name: "ownerRole", label: "Post of the owner", theirs: seen.ownerRole },
      { name: "priority", label: "Priority", theirs: seen.priority, choices: priorityLabels },
      {
        name: "workstream",
        label: "Workstream",
        theirs: seen.workstream,
        choices: workstreamLabels,
      },
      {
        name: "evidenceBasis",
        label: "Local evidence",
        theirs: seen.evidenceBasis ?? "",
        choices: evidenceBasisLabels,
      },
      { name: "proportionality", label: "Proportionality", theirs: seen.proportionality },
      { name: "cohesionImpact", label: "Effect on cohesion", theirs: seen.cohesionImpact ?? "" },
    ],
    seen.detailsVersion,
  );
}
