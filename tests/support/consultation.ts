import { addDays, dayOf, toDateColumn } from "@/lib/dates";
import { slugOf } from "@/lib/plans/publication/rules";
import { owner } from "./owner";
import type { APlan } from "./plans";

const at = new Date();
const today = dayOf(at);
export const words = "It is said here in as many words as the form asks for.";

type Asked = { organisationIds?: string[]; bodies?: string[]; closesDay?: string; number?: number };

/** A draft that is out until next month, with those who are asked. */
export async function aRound({ id: planId, areaId, keeper }: APlan, asked: Asked = {}) {
  const { organisationIds = [], bodies = ["Regional office"], number = 1 } = asked;
  const { closesDay = addDays(today, 30) } = asked;
  const { id } = await owner.planRound.create({
    data: {
      ...{ planId, areaId, number, question: words, closesOn: toDateColumn(closesDay) },
      ...{ openedByHatId: keeper.hatId, openedAt: at },
    },
    select: { id: true },
  });
  const of = { roundId: id, planId, areaId };
  await owner.planAsked.createMany({
    data: [
      ...organisationIds.map((organisationId) => ({ ...of, organisationId })),
      ...bodies.map((body) => ({ ...of, body })),
    ],
  });
  return { id, planId, areaId, keeper };
}

type ARound = Awaited<ReturnType<typeof aRound>>;

/** What a letter said of the plan as a whole, or of an action. */
export async function aComment(
  { id: roundId, planId, areaId, keeper }: ARound,
  { actionId = null, number = 1 }: { actionId?: string | null; number?: number } = {},
) {
  const { id } = await owner.planComment.create({
    data: {
      ...{ roundId, planId, areaId, number, text: words, actionId },
      ...{ about: actionId ? "action" : "plan", sourceKind: "body" },
      ...{ sourceTitle: "Letter from the regional office", saidOn: toDateColumn(today) },
      ...{ madeByHatId: keeper.hatId, madeAt: at },
    },
    select: { id: true },
  });
  return { id };
}

export const equalityAnswers = {
  ...{ proposal: words, affected: ["religion" as const], whoAffected: words, evidence: words },
  ...{ effect: words, mitigation: words, cohesion: words },
};

/** An assessment that is written, and not signed yet. */
export const anEquality = ({ id: planId, areaId, keeper }: APlan) =>
  owner.planEquality.create({
    data: {
      ...{ planId, areaId, number: 1, ...equalityAnswers },
      ...{ writtenByHatId: keeper.hatId, writtenAt: at },
    },
    select: { id: true },
  });

/** Put to the group, which has not said anything yet. */
export const aSubmission = (
  { id: planId, areaId, keeper }: APlan,
  {
    submittedDay = "2026-01-10",
    bodyId = null,
  }: { submittedDay?: string; bodyId?: string | null } = {},
) =>
  owner.planSubmission.create({
    data: {
      ...{ planId, areaId, edition: 1, body: "Steering group", bodyId },
      ...{ submittedOn: toDateColumn(submittedDay), submittedByHatId: keeper.hatId },
      submittedAt: at,
    },
    select: { id: true },
  });

export const aPublicLine = ({ id: planId, areaId, keeper, themeId }: APlan, text = words) =>
  owner.planPublicLine.create({
    data: { planId, areaId, themeId, text, setByHatId: keeper.hatId, setAt: at },
    select: { id: true },
  });

/** The page that anybody can read. */
export async function aPublication({ id: planId, areaId, keeper }: APlan) {
  const title = "Prevent plan 2026";
  const slug = slugOf({ id: planId, title, edition: 1 });
  await owner.planPublication.create({
    data: {
      ...{ planId, areaId, slug, title, coverage: "Wyvern", edition: 1 },
      ...{ periodStart: toDateColumn("2026-01-01"), periodEnd: toDateColumn("2026-12-31") },
      ...{ approvedBy: "Steering group", approvedOn: toDateColumn("2026-01-10") },
      ...{ introduction: words, contact: "The council", contents: [] },
      ...{ publishedOn: toDateColumn(today), publishedByHatId: keeper.hatId, publishedAt: at },
    },
  });
  return { slug };
}
