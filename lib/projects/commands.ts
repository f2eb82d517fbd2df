import "server-only";

import { record } from "@/lib/audit/record";
import { dayOf, formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";
import { objectiveLabels } from "@/lib/plans/labels";
import { basisLabels } from "@/lib/projects/labels";
import { getProjectsToWrite, getProjectToEdit, type ProjectRecord } from "@/lib/projects/queries";
import { assertIsOpen } from "@/lib/projects/rules";
import type { AddProject, EditProject } from "@/lib/projects/schema";

type Named = readonly { id: string }[];
type Choices = { organisations: Named; providers: Named; recommendations: Named; risks: Named };
type Errors = Record<string, string[]>;

/** What a form cannot know by itself: that the evidence, the lead and the provider are this area's. */
function fits(input: AddProject | EditProject, choices: Choices): Errors {
  const errors: Errors = {};
  const has = (all: Named, id: string | null) => !id || all.some((one) => one.id === id);
  if (!has(choices.organisations, input.ownerOrganisationId))
    errors.ownerOrganisationId = ["Select which organisation leads it"];
  if (!has(choices.providers, input.providerId)) errors.providerId = ["Select who delivers it"];
  if (!has(choices.recommendations, evidenceOf(input).recommendationId))
    errors.recommendationId = ["Select the recommendation"];
  if (!has(choices.risks, evidenceOf(input).riskId)) errors.riskId = ["Select the risk"];
  return errors;
}

/** Only the evidence that was chosen is kept, whatever stood in the other fields. */
const evidenceOf = ({ basis, recommendationId, riskId }: AddProject | EditProject) => ({
  recommendationId: basis === "recommendation" ? recommendationId : null,
  riskId: basis === "risk" ? riskId : null,
});

const wordsOf = (input: AddProject | EditProject) => ({
  ...{ title: input.title, summary: input.summary, objective: input.objective },
  ...{ ideologies: input.ideologies, targetGroup: input.targetGroup, basis: input.basis },
  ...{ basisWords: input.basisWords, ...evidenceOf(input), providerId: input.providerId },
  ownerOrganisationId: input.ownerOrganisationId,
});

function refuse(errors: Errors): void {
  if (Object.keys(errors).length > 0) throw new FieldsRefused(errors);
}

export async function nextReference({ tx, now }: Context, kind: "PRJ" | "PRV"): Promise<string> {
  const [made] = await tx.$queryRaw<{ reference: string }[]>`
    select next_reference(${kind}, ${toDateColumn(dayOf(now))}::date) as reference`;
  if (!made) throw new Error("The database made no reference.");
  return made.reference;
}

/** A project begins as an idea (8.10). */
export async function addProject(ctx: Context, input: AddProject) {
  const { actor, tx, now } = ctx;
  const { partnerships, ...choices } = await getProjectsToWrite(ctx);
  const partnership = partnerships.find(({ id }) => id === input.covers);
  const errors = fits(input, choices);
  if (input.covers !== "area" && !partnership) errors.covers = ["Select which areas this is for"];
  refuse(errors);

  const { areaId, hatId } = actor;
  const { id: projectId } = await tx.project.create({
    data: {
      ...{ areaId, partnershipId: partnership?.id ?? null, ...wordsOf(input) },
      reference: await nextReference(ctx, "PRJ"),
      ...{ addedByHatId: hatId, addedAt: now, editedByHatId: hatId, editedAt: now },
    },
    select: { id: true },
  });
  await record(ctx, { type: "project.added", facts: { projectId } });
  return { projectId };
}

export async function editProject(ctx: Context, input: EditProject) {
  const { project, ...choices } = await getProjectToEdit(ctx, input.projectId);
  assertIsOpen(project);
  refuse(fits(input, choices));
  if (project.status === "delivery" && input.providerId !== project.providerId)
    throw new FieldsRefused({
      providerId: ["Whoever delivers it was looked into for this. Withdraw it, and begin another."],
    });
  await saveProject(ctx, project, input.version, wordsOf(input));
  await record(ctx, { type: "project.edited", facts: { projectId: project.id } });
  return { projectId: project.id };
}

type Change = Parameters<Context["tx"]["project"]["updateMany"]>[0]["data"];

/** Saves over the version that was read, or says who was first. */
export async function saveProject(
  { actor, tx, now }: Context,
  project: ProjectRecord,
  version: number,
  change: Change,
) {
  const { count } = await tx.project.updateMany({
    where: { id: project.id, version },
    data: { ...change, version: version + 1, editedByHatId: actor.hatId, editedAt: now },
  });
  if (count === 1) return;
  const hat = await tx.hat.findUnique({
    where: { id: project.editedByHatId },
    select: { user: { select: { name: true } } },
  });
  throw new Overtaken(
    hat?.user.name ?? "Somebody else",
    `on ${formatInstant(project.editedAt)}`,
    [
      { name: "title", label: "Title", theirs: project.title },
      { name: "summary", label: "Summary", theirs: project.summary },
      {
        name: "objective",
        label: "National objective",
        theirs: project.objective,
        choices: objectiveLabels,
      },
      { name: "targetGroup", label: "Whom it is for", theirs: project.targetGroup ?? "" },
      { name: "basis", label: "Why this group", theirs: project.basis, choices: basisLabels },
      { name: "basisWords", label: "What shows it", theirs: project.basisWords },
    ],
    project.version,
  );
}
