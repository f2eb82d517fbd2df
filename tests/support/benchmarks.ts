import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import type { SchemeCode } from "@/lib/benchmarks/labels";
import { yearOf, yearsToAssess } from "@/lib/benchmarks/rules";
import { schemeOn } from "@/lib/benchmarks/schemes/rules";
import { addDays, dayOf, toDateColumn } from "@/lib/dates";
import { owner } from "./owner";

const today = dayOf(new Date());
const words = "It is said here in as many words as the form asks for.";
export const [thisYear = 0, lastYear = 0] = yearsToAssess(today);

export type Traits = {
  scheme?: SchemeCode;
  year?: number;
  organisationId?: string;
  partnershipId?: string;
  /** What every criterion is answered with; nothing leaves all of them waiting. */
  level?: number;
  status?: "draft" | "submitted";
  hasEvidence?: boolean;
  uploadedDay?: string;
};

let years = 2100;
/** One that no other self-assessment is of. */
export const aYearOfItsOwn = (): number => ++years;

/** A self-assessment that this keeper has begun, and perhaps answered and submitted. */
export async function aSelfAssessment(keeper: Actor, traits: Traits = {}) {
  const { areaId, hatId } = keeper;
  const { level, status = "draft", hasEvidence = true, uploadedDay } = traits;
  const code = traits.scheme ?? (traits.organisationId ? "duty" : "toolkit");
  const { start, end } = yearOf(traits.year ?? thisYear);
  const scheme = schemeOn(code, code === "ni35" ? start : end);
  if (!scheme) throw new Error(`No version of ${code} in that year.`);
  const id = randomUUID();
  const at = new Date();
  await owner.benchmarkAssessment.create({
    data: {
      ...{ id, areaId, scheme: code, schemeVersion: scheme.version, startedByHatId: hatId },
      ...{ periodStart: toDateColumn(start), periodEnd: toDateColumn(end), startedAt: at, status },
      organisationId: traits.organisationId ?? null,
      partnershipId: traits.partnershipId ?? null,
      ...(status === "submitted" && {
        ...{ statement: words, submittedOn: toDateColumn(today), submittedByHatId: hatId },
      }),
      ...(uploadedDay && {
        ...{
          uploadedOn: toDateColumn(uploadedDay),
          receiptReference: "R-1",
          receiptByHatId: hatId,
        },
      }),
    },
    select: { id: true },
  });
  const answers = scheme.criteria.map(({ code: criterion, title }, position) => ({
    ...{ id: randomUUID(), assessmentId: id, areaId, criterion, position, wording: title },
    ...{ editedByHatId: hatId, editedAt: at },
    ...(level !== undefined && {
      ...{ level, answer: words, ownerRole: "Head" },
      ownerOrganisationId: traits.organisationId ?? keeper.organisationId,
    }),
  }));
  await owner.benchmarkAnswer.createMany({ data: answers });
  const evidence = answers.map((answer) => ({
    ...{ id: randomUUID(), answerId: answer.id, assessmentId: id, areaId, kind: "document" },
    ...{ title: "Terms of reference", place: "Shared drive", datedOn: toDateColumn(today) },
    ...{ addedByHatId: hatId, addedAt: at },
  }));
  if (level !== undefined && hasEvidence)
    await owner.benchmarkEvidence.createMany({ data: evidence });
  const [first] = answers;
  return {
    id,
    areaId,
    criterion: first?.criterion ?? "",
    answerId: first?.id ?? "",
    evidenceId: evidence[0]?.id ?? "",
  };
}
export type ASelfAssessment = Awaited<ReturnType<typeof aSelfAssessment>>;

/** What a peer said of its first criterion. */
export async function aChallenge({ id, areaId, answerId }: ASelfAssessment, peer: Actor) {
  return owner.benchmarkChallenge.create({
    data: {
      ...{ answerId, assessmentId: id, areaId, organisationId: peer.organisationId },
      ...{ verdict: "disagree", note: words, challengedByHatId: peer.hatId },
      challengedOn: toDateColumn(today),
    },
    select: { id: true },
  });
}

/** A change of guidance, and what it asks of one organisation. */
export async function aGapReview(
  keeper: Actor,
  organisationId: string,
  dueDay = addDays(today, 90),
) {
  const { areaId, hatId } = keeper;
  const { id: guidanceId } = await owner.guidanceEdition.create({
    data: {
      ...{ areaId, title: `Guidance ${randomUUID().slice(0, 8)}`, versionLabel: "2" },
      ...{ publishedOn: toDateColumn(today), inForceOn: toDateColumn(today), summary: words },
      ...{ criteria: ["duty.implement"], recordedByHatId: hatId, recordedAt: new Date() },
    },
    select: { id: true },
  });
  const { id } = await owner.gapReview.create({
    data: { guidanceId, areaId, organisationId, dueOn: toDateColumn(dueDay) },
    select: { id: true },
  });
  return { id, guidanceId };
}
