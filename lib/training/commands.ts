import "server-only";

import { record } from "@/lib/audit/record";
import { addMonths, dayOf, formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";
import { getRequirementsToWrite, getRequirementToEdit, getToDeclare } from "@/lib/training/queries";
import { keptMonths } from "@/lib/training/rules";
import type { AddRequirement, DeclareTraining, EditRequirement } from "@/lib/training/schema";

/** What is taken up again comes back with all that was declared of it. */
export async function addRequirement(ctx: Context, input: AddRequirement) {
  const { actor, tx, now } = ctx;
  const { roleGroupId, courseId, target, actionId } = input;
  const { groups, courses, actions } = await getRequirementsToWrite(ctx);
  const errors: Record<string, string[]> = {};
  if (!groups.some(({ id }) => id === roleGroupId)) errors.roleGroupId = ["Select who needs it"];
  if (!courses.some(({ id }) => id === courseId)) errors.courseId = ["Select what they need"];
  if (actionId && !actions.some(({ id }) => id === actionId))
    errors.actionId = ["Select the action"];
  const before = await tx.trainingRequirement.findUnique({
    where: { roleGroupId_courseId: { roleGroupId, courseId } },
    select: { id: true, endedOn: true, version: true },
  });
  if (before && !before.endedOn) errors.courseId = ["The group needs this course already"];
  if (Object.keys(errors).length > 0) throw new FieldsRefused(errors);

  const edited = { editedByHatId: actor.hatId, editedAt: now };
  const data = { target, actionId, ...edited };
  const { id: requirementId } = before
    ? await tx.trainingRequirement.update({
        where: { id: before.id },
        data: { ...data, endedOn: null, version: before.version + 1 },
        select: { id: true },
      })
    : await tx.trainingRequirement.create({
        data: { areaId: actor.areaId, roleGroupId, courseId, ...data },
        select: { id: true },
      });
  await record(ctx, { type: "training.requirement_saved", facts: { requirementId } });
  return { requirementId };
}

export async function editRequirement(ctx: Context, input: EditRequirement) {
  const { actor, tx, now } = ctx;
  const { requirementId, version, target, actionId, isNeeded } = input;
  const { requirement, actions } = await getRequirementToEdit(ctx, requirementId);
  if (actionId && actionId !== requirement.actionId && !actions.some(({ id }) => id === actionId))
    throw new FieldsRefused({ actionId: ["Select the action"] });
  const { count } = await tx.trainingRequirement.updateMany({
    where: { id: requirementId, version },
    data: {
      ...{ target, actionId, version: version + 1, editedByHatId: actor.hatId, editedAt: now },
      endedOn: isNeeded ? null : (requirement.endedOn ?? toDateColumn(dayOf(now))),
    },
  });
  if (count === 0)
    throw new Overtaken(
      requirement.editedBy,
      `on ${formatInstant(requirement.editedAt)}`,
      [{ name: "target", label: "Target", theirs: `${requirement.target ?? ""}` }],
      requirement.version,
    );
  await record(ctx, { type: "training.requirement_saved", facts: { requirementId, isNeeded } });
  return { requirementId };
}

/** What an organisation says of itself. Nothing is overwritten: what was wrong is declared anew. */
export async function declareTraining(ctx: Context, input: DeclareTraining) {
  const { actor, tx, now } = ctx;
  const { requirementId, organisationId, asAtDay, inScope, trained, evidence } = input;
  const { requirement, organisations } = await getToDeclare(ctx, requirementId);
  if (!organisations.some(({ id }) => id === organisationId))
    throw new FieldsRefused({ organisationId: ["Select the organisation"] });
  await tx.trainingDeclaration.createMany({
    data: {
      ...{ requirementId, areaId: requirement.areaId, organisationId, inScope, trained, evidence },
      ...{ asAtOn: toDateColumn(asAtDay), declaredByHatId: actor.hatId, declaredAt: now },
      disposeOn: toDateColumn(addMonths(asAtDay, keptMonths)),
    },
  });
  const facts = { requirementId, organisationId, inScope, trained };
  await record(ctx, { type: "training.declared", facts });
  return { requirementId };
}
