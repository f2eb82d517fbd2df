import { addDays } from "@/lib/dates";
import {
  aComment,
  anEquality,
  aPublication,
  aPublicLine,
  aRound,
  aSubmission,
} from "@/tests/support/consultation";
import { aBody } from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";
import { type APlan, aPlan, aPlanAction } from "@/tests/support/plans";
import type { Town } from "@/tests/support/town";
import { type Acts, keeper, text, today } from "./acts";

const keeperOf = ({ people }: Town) => people.prevent_coordinator;

const aDraft = (town: Town) => aPlan(keeperOf(town), { status: "consultation" });

/** A plan that a group approved, on a day in the past, as its row says it. */
async function anApproved(town: Town): Promise<APlan> {
  const plan = await aPlan(keeperOf(town));
  const approved = { approvedBy: "Steering group", approvedOn: new Date("2026-01-10") };
  await owner.plan.update({ where: { id: plan.id }, data: approved });
  return plan;
}

const partners = ({ people: { agency_lead, steering_member } }: Town) =>
  [agency_lead, steering_member].map(({ organisationId }) => organisationId);

const answers = {
  ...{ proposal: text, "affected[]": ["religion"], whoAffected: text, evidence: text },
  ...{ effect: text, mitigation: text, cohesion: text },
};

/** What a draft goes through until it is approved, and what of it is public then. */
export const planConsultation: Acts = {
  openRound: {
    opens: keeper,
    fill: async (town) => ({
      ...{ planId: (await aDraft(town)).id, question: text, closesDay: addDays(today, 30) },
      ...{ "organisationIds[]": partners(town), bodies: "Regional office" },
    }),
  },
  closeRound: {
    opens: keeper,
    fill: async (town) => ({ roundId: (await aRound(await aDraft(town))).id }),
  },
  makeComment: {
    opens: ["agency_lead", "steering_member"],
    fill: async (town) => {
      const round = await aRound(await aDraft(town), { organisationIds: partners(town) });
      return { roundId: round.id, line: "plan", text };
    },
  },
  enterComment: {
    opens: keeper,
    fill: async (town) => ({
      ...{ roundId: (await aRound(await aDraft(town))).id, line: "plan", text },
      ...{ sourceKind: "event", sourceTitle: "Awareness evening", saidDay: "1/2/2026" },
    }),
  },
  settleComment: {
    opens: keeper,
    fill: async (town) => {
      const plan = await aDraft(town);
      const { id: actionId } = await aPlanAction(plan);
      const { id: commentId } = await aComment(await aRound(plan), { actionId });
      const change = { changedPart: "text", after: "Brief every school and college" };
      return { commentId, version: "1", disposition: "accepted", reason: text, ...change };
    },
  },
  saveEquality: {
    opens: keeper,
    fill: async (town) => ({ planId: (await aDraft(town)).id, version: "0", ...answers }),
  },
  signEquality: {
    opens: keeper,
    fill: async (town) => {
      const plan = await aDraft(town);
      await anEquality(plan);
      const signed = { signedBy: "Head of equality", signedDay: "1/2/2026" };
      return { planId: plan.id, version: "1", ...signed };
    },
  },
  submitPlan: {
    opens: keeper,
    fill: async (town) => ({
      ...{ planId: (await aDraft(town)).id, note: "", submittedDay: "1/2/2026" },
      bodyId: (await aBody(keeperOf(town))).id,
    }),
  },
  decidePlan: {
    opens: keeper,
    fill: async (town) => {
      const plan = await aDraft(town);
      await aSubmission(plan);
      return { planId: plan.id, decision: "approved", decidedDay: "1/2/2026" };
    },
  },
  startVersion: {
    opens: keeper,
    fill: async (town) => ({ planId: (await anApproved(town)).id }),
  },
  setPublicLines: {
    opens: keeper,
    fill: async (town) => ({ themeId: (await aDraft(town)).themeId, theme: text }),
  },
  publishPlan: {
    opens: keeper,
    fill: async (town) => {
      const plan = await anApproved(town);
      await aPublicLine(plan);
      return { planId: plan.id, introduction: text, contact: "The council, town hall" };
    },
  },
  withdrawPlan: {
    opens: keeper,
    fill: async (town) => {
      const plan = await anApproved(town);
      await aPublication(plan);
      return { planId: plan.id, reasons: text };
    },
  },
};
