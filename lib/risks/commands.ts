import "server-only";

import { record } from "@/lib/audit/record";
import { type Day, dayOf, formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";
import {
  type Finding,
  findingLabels,
  type Ideology,
  ideologyLabels,
  type RiskStatus,
  riskStatusLabels,
  sourceTypeLabels,
} from "@/lib/risks/labels";
import { getRegisterToWrite, getRisk, getRiskToEdit, type RiskRecord } from "@/lib/risks/queries";
import {
  assertRiskIsOpen,
  contradicts,
  isSoonEnough,
  longestBetweenReviews,
  type Scores,
  whereControlsAdd,
} from "@/lib/risks/rules";
import type { AddRisk, EditRisk, ScoreRisk } from "@/lib/risks/schema";

type Errors = Record<string, string[]>;

function refuse(errors: Errors): void {
  if (Object.keys(errors).length > 0) throw new FieldsRefused(errors);
}

/** How a review date may not be further off than this. */
export function reviewDayErrors(reviewDay: Day, today: Day): Errors {
  if (isSoonEnough(reviewDay, today)) return {};
  return { reviewDay: [`Review date must be within ${longestBetweenReviews} months`] };
}

/** What a form cannot know by itself: who may own it, and what the register says already. */
async function fits(
  ctx: Context,
  input: AddRisk | EditRisk,
  organisations: readonly { id: string }[],
  butFor?: string,
): Promise<Errors> {
  const errors: Errors = {};
  if (!organisations.some(({ id }) => id === input.ownerOrganisationId))
    errors.ownerOrganisationId = ["Select which organisation owns this"];
  const others = await listAbout(ctx, input.ideology, butFor);
  if (input.ideology !== "none" && contradicts(input.finding, input.ideology, others))
    errors.ideology = [
      input.finding === "risk"
        ? "The register says that there is no evidence here above the national background. Close that entry first."
        : "The register has a risk about this ideology. Close it first, if there is no evidence of one.",
    ];
  return errors;
}

async function listAbout({ actor, tx }: Context, ideology: Ideology, butFor?: string) {
  const found = await tx.risk.findMany({
    where: { areaId: actor.areaId, ideology, ...(butFor && { id: { not: butFor } }) },
    select: { finding: true, status: true },
  });
  return found.map(({ finding, status }) => ({
    ideology,
    finding: finding as Finding,
    status: status as RiskStatus,
  }));
}

/** An entry is known by its own words; the statement of none is known by what it answers for. */
const titleOf = (input: AddRisk | EditRisk): string =>
  input.finding === "risk"
    ? input.title
    : `${findingLabels.no_evidence}: ${ideologyLabels[input.ideology]}`;

/** The words of an entry, as they are kept. */
const wordsOf = (input: AddRisk | EditRisk) => ({
  ...{ title: titleOf(input), description: input.description, ideology: input.ideology },
  ...{ strand: input.strand, workstream: input.workstream, sourceType: input.sourceType },
  ...{ evidence: input.evidence, proportionality: input.proportionality },
  mentionsCommunity: input.mentionsCommunity,
  communityEvidence: input.mentionsCommunity ? input.communityEvidence : null,
  controls: input.finding === "risk" ? input.controls : null,
  ...{ ownerOrganisationId: input.ownerOrganisationId, ownerRole: input.ownerRole },
});

const numbersOf = ({
  inherentLikelihood,
  inherentImpact,
  residualLikelihood,
  residualImpact,
}: Scores) => ({ inherentLikelihood, inherentImpact, residualLikelihood, residualImpact });

/** A new entry waits for the group to agree it. Its clock starts with it. */
export async function addRisk(ctx: Context, input: AddRisk) {
  const { actor, tx, now } = ctx;
  const { partnerships, organisations } = await getRegisterToWrite(ctx);
  const partnership = partnerships.find(({ id }) => id === input.covers);
  const errors = await fits(ctx, input, organisations);
  if (input.covers !== "area" && !partnership) errors.covers = ["Select which areas this is for"];
  if (input.finding === "risk") Object.assign(errors, whereControlsAdd(input));
  refuse({ ...errors, ...reviewDayErrors(input.reviewDay, dayOf(now)) });

  const { areaId, hatId } = actor;
  const scored = input.finding === "risk" && {
    ...numbersOf(input),
    ...{ scoredBecause: input.scoreReasons, scoredByHatId: hatId, scoredAt: now },
  };
  const { id: riskId } = await tx.risk.create({
    data: {
      ...{ areaId, partnershipId: partnership?.id ?? null, finding: input.finding },
      reference: await nextReference(ctx),
      ...wordsOf(input),
      ...scored,
      reviewOn: toDateColumn(input.reviewDay),
      ...{ addedByHatId: hatId, addedAt: now, editedByHatId: hatId, editedAt: now },
    },
    select: { id: true },
  });
  await record(ctx, { type: "risk.added", facts: { riskId, finding: input.finding } });
  return { riskId };
}

async function nextReference({ tx, now }: Context): Promise<string> {
  const [made] = await tx.$queryRaw<{ reference: string }[]>`
    select next_reference('RSK', ${toDateColumn(dayOf(now))}::date) as reference`;
  if (!made) throw new Error("The database made no reference.");
  return made.reference;
}

/** The words change, and what the group agreed is no longer what is written: it goes to the group again. */
export async function editRisk(ctx: Context, input: EditRisk) {
  const { risk, organisations } = await getRiskToEdit(ctx, input.riskId);
  assertRiskIsOpen(risk);
  if (risk.finding !== input.finding)
    throw new FieldsRefused({ finding: ["Close this entry, and add the other answer"] });
  refuse(await fits(ctx, input, organisations, risk.id));
  await saveRisk(ctx, risk, input.version, { ...wordsOf(input), ...again });
  await record(ctx, { type: "risk.edited", facts: { riskId: risk.id } });
  return { riskId: risk.id };
}

const again = { status: "proposed", agreedBy: null, agreedOn: null };

/** New scores, with reasons. Those before stay in the history, which the database keeps. */
export async function scoreRisk(ctx: Context, input: ScoreRisk) {
  const { actor, now } = ctx;
  const risk = await getRisk(ctx, input.riskId, "risk:write");
  assertRiskIsOpen(risk);
  if (!risk.scores) throw new FieldsRefused({ scoreReasons: ["There is no risk here to score"] });
  refuse(whereControlsAdd(input));
  await saveRisk(ctx, risk, input.version, {
    ...numbersOf(input),
    ...{ scoredBecause: input.scoreReasons, scoredByHatId: actor.hatId, scoredAt: now },
    ...again,
  });
  await record(ctx, { type: "risk.scored", facts: { riskId: risk.id, ...numbersOf(input) } });
  return { riskId: risk.id };
}

type Change = Parameters<Context["tx"]["risk"]["updateMany"]>[0]["data"];

/** Saves over the version that was read, or says who was first. */
export async function saveRisk(ctx: Context, risk: RiskRecord, version: number, change: Change) {
  const { actor, tx, now } = ctx;
  const isOwnReview = actor.role === "agency_lead";
  const { count } = await tx.risk.updateMany({
    where: { id: risk.id, version },
    data: {
      ...change,
      version: version + 1,
      ...(!isOwnReview && { editedByHatId: actor.hatId, editedAt: now }),
    },
  });
  if (count === 0) throw await overtaken(ctx, risk);
}

async function overtaken({ tx }: Context, risk: RiskRecord): Promise<Overtaken> {
  const hat = await tx.hat.findUnique({
    where: { id: risk.editedByHatId },
    select: { user: { select: { name: true } } },
  });
  return new Overtaken(
    hat?.user.name ?? "Somebody else",
    `on ${formatInstant(risk.editedAt)}`,
    [
      { name: "title", label: "Title", theirs: risk.title },
      { name: "description", label: "Description", theirs: risk.description },
      { name: "evidence", label: "Evidence", theirs: risk.evidence },
      { name: "controls", label: "Controls", theirs: risk.controls ?? "" },
      { name: "proportionality", label: "Proportionality", theirs: risk.proportionality },
      {
        name: "sourceType",
        label: "Kind of source",
        theirs: risk.sourceType,
        choices: sourceTypeLabels,
      },
      { name: "status", label: "Status", theirs: risk.status, choices: riskStatusLabels },
    ],
    risk.version,
  );
}
