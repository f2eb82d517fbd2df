import type { Actor } from "@/lib/access/actor";
import { addDays, toDateColumn } from "@/lib/dates";
import type { CheckKind, ProjectStatus } from "@/lib/projects/labels";
import { checkKinds } from "@/lib/projects/labels";
import { shownOf } from "@/lib/projects/rules";
import type { AddProject } from "@/lib/projects/schema";
import { owner } from "./owner";
import { today } from "./risks";

const words = "It is said here in as many words as the form asks for, and in a few more besides.";

/** Everything that the form of a project asks, answered. */
export const aWholeProject = (keeper: Actor, change: Partial<AddProject> = {}): AddProject => ({
  ...{ covers: "area", title: "Sewing and talking", summary: words, objective: "intervene_2023" },
  ...{ ideologies: [], targetGroup: null, basis: "general", basisWords: words },
  ...{ recommendationId: null, riskId: null, providerId: null },
  ownerOrganisationId: keeper.organisationId,
  ...change,
});

let counter = 0;

/** A body that has been looked into, unless said otherwise. */
export async function aProvider(
  keeper: Actor,
  { isChecked = true, expiresDay = addDays(today, 200) } = {},
) {
  const { areaId, hatId } = keeper;
  const provider = await owner.provider.create({
    data: {
      ...{ areaId, reference: `PRV-T-${++counter}`, name: `A trust ${counter}` },
      ...{ contactPost: "Director", addedByHatId: hatId, addedAt: new Date() },
    },
    select: { id: true, areaId: true },
  });
  if (isChecked)
    await owner.providerCheck.createMany({
      data: (Object.keys(checkKinds) as CheckKind[]).map((kind) => ({
        ...{ providerId: provider.id, areaId, kind, result: "passed", note: words },
        ...{ checkedBy: "Commissioning manager", checkedOn: toDateColumn(addDays(today, -30)) },
        expiresOn: toDateColumn(expiresDay),
        ...{ recordedByHatId: hatId, recordedAt: new Date() },
      })),
    });
  return provider;
}

type Traits = {
  status?: ProjectStatus;
  ownerOrganisationId?: string;
  providerId?: string;
  partnershipId?: string;
  recommendationId?: string;
  answer?: "supported" | "changes" | null;
};

const reached: readonly ProjectStatus[] = [
  ...(["idea", "outline", "bid", "approved", "delivery", "evaluation", "closed"] as const),
];

/** A project as it would be at this place on its road. */
export async function aProject(keeper: Actor, traits: Traits = {}) {
  const { areaId, hatId } = keeper;
  const { status = "idea", providerId = null, partnershipId = null, answer } = traits;
  const { recommendationId = null } = traits;
  const asFar = status === "refused" ? "approved" : status;
  const has = (one: ProjectStatus) => reached.indexOf(asFar) >= reached.indexOf(one);
  const on = (days: number) => toDateColumn(addDays(today, days));
  const answered = answer === undefined ? (has("bid") ? "supported" : null) : answer;
  const deliveredBy = has("delivery") ? (providerId ?? (await aProvider(keeper)).id) : providerId;
  const at = new Date();
  return owner.project.create({
    data: {
      ...{ areaId, partnershipId, reference: `PRJ-T-${++counter}`, title: "Talking", status },
      ...{ summary: words, objective: "intervene_2023", basisWords: words },
      ...(recommendationId
        ? { basis: "recommendation", recommendationId, targetGroup: "Sixth formers" }
        : { basis: "general" }),
      ownerOrganisationId: traits.ownerOrganisationId ?? keeper.organisationId,
      providerId: deliveredBy,
      ...(has("outline") && { outline: words, outlineGroup: "Steering group", outlineOn: on(-90) }),
      ...(answered && { answer: answered, answerReasons: words, answerOn: on(-80) }),
      ...(has("bid") && { funder: "Home Office", bidOn: on(-70) }),
      ...(has("approved") && { decisionReasons: words, decidedOn: on(-60) }),
      ...(has("delivery") && {
        ...{ startsOn: on(-50), endsOn: on(100), deliveryPlan: words, safeguarding: words },
      }),
      ...(has("evaluation") && { evaluationMethod: words }),
      ...(status === "closed" && { findings: words, lessons: words, closedOn: on(0) }),
      ...(status === "withdrawn" && { withdrawnBecause: words, withdrawnOn: on(0) }),
      ...{ addedByHatId: hatId, addedAt: at, editedByHatId: hatId, editedAt: at },
    },
    select: { id: true, areaId: true, reference: true, providerId: true },
  });
}
export type AProject = Awaited<ReturnType<typeof aProject>>;

export const aProjectMeasure = ({ id: projectId, areaId }: AProject, { hatId }: Actor) =>
  owner.projectMeasure.create({
    data: {
      ...{ projectId, areaId, type: "output", name: "Evenings", unit: "sessions", target: 12 },
      ...{ source: "The register", editedByHatId: hatId, editedAt: new Date() },
    },
    select: { id: true },
  });

/** A return of a period that is over. */
export const aReturn = ({ id: projectId, areaId }: AProject, dueDay = addDays(today, 10)) =>
  owner.projectReturn.create({
    data: {
      ...{ projectId, areaId, periodStart: toDateColumn(addDays(dueDay, -60 - ++counter)) },
      ...{ periodEnd: toDateColumn(addDays(dueDay, -28)), dueOn: toDateColumn(dueDay) },
    },
    select: { id: true },
  });

/** One that was recorded by somebody. */
export async function aRecordedReturn(project: AProject, { hatId }: Actor) {
  const { id } = await aReturn(project);
  const counts = { completed: 20, continuing: 3, left: 0, helped_on: 9 };
  await owner.projectReturn.update({
    where: { id },
    data: {
      ...{ recordedOn: toDateColumn(today), progress: words, recordedByHatId: hatId },
      shown: shownOf(counts),
    },
  });
  await owner.projectCount.createMany({
    data: Object.entries(counts).map(([outcome, people]) => ({
      ...{ returnId: id, projectId: project.id, areaId: project.areaId, outcome, people },
    })),
  });
  return { id };
}

export const aBid = ({ id: projectId, areaId }: AProject) =>
  owner.projectBid.create({
    data: { projectId, areaId, number: 1, pence: 1_250_000n },
    select: { id: true },
  });
