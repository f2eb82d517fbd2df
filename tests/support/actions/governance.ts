import { randomUUID } from "node:crypto";

import { addDays, toDateColumn } from "@/lib/dates";
import {
  type ABody,
  aBoardItem,
  aBoardMeeting,
  aBody,
  aFilePaper,
  aHeldMeeting,
  anEscalation,
  approveMinutesOf,
  aSeat,
  twoBodies,
} from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";
import { aPlan, aPlanAction } from "@/tests/support/plans";
import type { Town } from "@/tests/support/town";
import { type Acts, keeper, text, today } from "./acts";

const keeperOf = ({ people }: Town) => people.prevent_coordinator;
const anew = (what: string) => `${what} ${randomUUID().slice(0, 8)}`;
const bodyOf = (town: Town) => aBody(keeperOf(town));

const words = () => ({
  ...{ kind: "steering", name: anew("Group"), purpose: text, parentId: "" },
  ...{ "powers[]": ["challenge"], frequency: "quarterly" },
});
const where = { startsAt: "10:00", place: "Town hall", link: "" };
const term = { deputyHatId: "", deputyName: "", untilDay: "" };

/** One to come, with an item on its agenda. */
async function planned(town: Town) {
  const body = await bodyOf(town);
  const { id: meetingId } = await aBoardMeeting(body, keeperOf(town));
  const { id: itemId } = await aBoardItem(body, meetingId, keeperOf(town));
  return { body, meetingId, itemId };
}

/** One that has been held. Those who chair it are the two who oversee the plan. */
async function held(town: Town, traits: { isDecided?: boolean } = {}) {
  const body = await bodyOf(town);
  const { steering_member: chair, gold_reader: deputy } = town.people;
  const seat = await aSeat(body, chair, { role: "chair", deputy });
  return { body, seat, ...(await aHeldMeeting(body, keeperOf(town), traits)) };
}
const deciders = [...keeper, "steering_member", "gold_reader"] as const;

async function approved(town: Town) {
  const one = await held(town, { isDecided: true });
  await approveMinutesOf(one.body, one.meetingId, keeperOf(town));
  return one;
}

const redAction = async (town: Town) =>
  (await aPlanAction(await aPlan(keeperOf(town)), { rag: "red" })).id;

/** A question on the agenda of the body that is asked. */
async function asked(town: Town) {
  const { gold, steering } = await twoBodies(keeperOf(town));
  const { steering_member: chair, gold_reader: deputy } = town.people;
  await aSeat(gold, chair, { role: "chair", deputy });
  const escalation = await anEscalation(steering, gold, keeperOf(town), {
    actionId: await redAction(town),
  });
  const { itemId, meetingId } = await aHeldMeeting(gold, keeperOf(town), {
    ...{ kind: "escalation", escalationId: escalation.id },
  });
  return { gold, escalationId: escalation.id, itemId, meetingId };
}

async function answered(town: Town) {
  const one = await asked(town);
  await owner.governanceEscalation.update({
    where: { id: one.escalationId },
    data: {
      ...{ state: "answered", answer: text, answerReasons: text, answeredAtId: one.meetingId },
      ...{ answeredByHatId: keeperOf(town).hatId, answeredAt: new Date() },
    },
  });
  return one;
}

const publication = ({
  body,
  itemId,
  meetingId,
}: {
  body: ABody;
  itemId: string;
  meetingId: string;
}) => ({
  ...{ itemId, meetingId, bodyId: body.id, areaId: body.areaId, bodyName: body.name },
  ...{ heldOn: toDateColumn(addDays(today, -30)), title: "Venue hire policy" },
  ...{ decisionKind: "agreed", decision: "Agreed that the policy is put to cabinet." },
});

/** Those who oversee the plan: bodies, their meetings, what goes up and what is public. */
export const governance: Acts = {
  addBody: { opens: keeper, fill: () => ({ ...words(), covers: "area" }) },
  editBody: {
    opens: keeper,
    fill: async (town) => ({
      ...{ ...words(), bodyId: (await bodyOf(town)).id, version: "1", endedDay: "" },
    }),
  },
  addTerms: {
    opens: keeper,
    fill: async (town) => ({
      bodyId: (await bodyOf(town)).id,
      ...{ bodyText: text, adoptedDay: today, adoptedBy: "The partnership" },
    }),
  },
  addMember: {
    opens: keeper,
    fill: async (town) => ({
      bodyId: (await bodyOf(town)).id,
      ...{ role: "member", hatId: "", name: "Robin Hale", post: "Head of service", ...term },
      ...{ organisationId: town.people.agency_lead.organisationId, fromDay: today },
    }),
  },
  editMember: {
    opens: keeper,
    fill: async (town) => ({
      memberId: (await aSeat(await bodyOf(town), town.people.steering_member)).id,
      ...{ version: "1", role: "adviser", post: "Head of another service", ...term },
    }),
  },
  callCycle: {
    opens: keeper,
    fill: async (town) => ({
      bodyId: (await bodyOf(town)).id,
      ...{ firstDay: addDays(today, 30), untilDay: addDays(today, 300), ...where },
    }),
  },
  changeBoardMeeting: {
    opens: keeper,
    fill: async (town) => ({
      meetingId: (await planned(town)).meetingId,
      ...{ version: "1", heldDay: addDays(today, 40), ...where },
    }),
  },
  cancelBoardMeeting: {
    opens: keeper,
    fill: async (town) => ({
      ...{ meetingId: (await planned(town)).meetingId, version: "1", reason: text },
    }),
  },
  fillBoardAgenda: {
    opens: keeper,
    fill: async (town) => {
      await redAction(town);
      return { meetingId: (await planned(town)).meetingId };
    },
  },
  addBoardItem: {
    opens: keeper,
    fill: async (town) => ({
      meetingId: (await planned(town)).meetingId,
      ...{ kind: "report", title: "Quarterly report", detail: "", exempt: "no" },
    }),
  },
  moveBoardItem: {
    opens: keeper,
    fill: async (town) => {
      const { body, meetingId, itemId } = await planned(town);
      await aBoardItem(body, meetingId, keeperOf(town), { position: 2 });
      return { itemId, to: "down" };
    },
  },
  takeOffBoardItem: {
    opens: keeper,
    fill: async (town) => ({ itemId: (await planned(town)).itemId, version: "1", reason: text }),
  },
  addBoardPaper: {
    opens: keeper,
    fill: async (town) => ({
      itemId: (await planned(town)).itemId,
      ...{ title: "Policy in draft", marking: "official", form: "text", bodyText: text },
    }),
  },
  withdrawBoardPaper: {
    opens: keeper,
    fill: async (town) => {
      const { body, meetingId, itemId } = await planned(town);
      const paper = await aFilePaper(body, meetingId, itemId, keeperOf(town));
      return { paperId: paper.id, reason: text };
    },
  },
  minuteItem: {
    opens: deciders,
    fill: async (town) => ({
      itemId: (await held(town)).itemId,
      ...{ version: "1", note: text, decisionKind: "noted", decision: text, exempt: "no" },
    }),
  },
  addBoardAction: {
    opens: keeper,
    fill: async (town) => ({
      itemId: (await held(town)).itemId,
      ...{ text: "Write to every venue.", dueDay: addDays(today, 30) },
      ownerOrganisationId: town.people.agency_lead.organisationId,
    }),
  },
  takeBoardAttendance: {
    opens: keeper,
    fill: async (town) => {
      const { meetingId, seat } = await held(town);
      const lists = { "presentIds[]": [seat.id], "deputyIds[]": "", "apologyIds[]": "" };
      return { meetingId, version: "1", ...lists };
    },
  },
  approveBoardMinutes: {
    // The chair has an account here, and signs.
    opens: ["steering_member", "gold_reader"],
    fill: async (town) => {
      const { body, meetingId } = await held(town);
      const day = addDays(today, -1);
      const later = await aBoardMeeting(body, keeperOf(town), { day, status: "held" });
      return { meetingId, version: "1", approvedAtId: later.id };
    },
  },
  addMinutesAddendum: {
    opens: deciders,
    fill: async (town) => ({ meetingId: (await approved(town)).meetingId, text }),
  },
  publishDecision: {
    opens: keeper,
    fill: async (town) => ({ itemId: (await approved(town)).itemId }),
  },
  unpublishDecision: {
    opens: keeper,
    fill: async (town) => {
      const one = await approved(town);
      const by = { publishedByHatId: keeperOf(town).hatId, publishedAt: new Date() };
      await owner.governancePublication.create({ data: { ...publication(one), ...by } });
      return { itemId: one.itemId, reason: text };
    },
  },
  raiseEscalation: {
    opens: keeper,
    fill: async (town) => {
      const { gold, steering } = await twoBodies(keeperOf(town));
      return {
        ...{ about: "action", subjectId: await redAction(town) },
        ...{ fromBodyId: steering.id, toBodyId: gold.id },
        ...{ question: text, options: text, recommendation: text },
      };
    },
  },
  answerEscalation: {
    opens: deciders,
    fill: async (town) => ({
      itemId: (await asked(town)).itemId,
      ...{ version: "1", decisionKind: "agreed", answer: text, answerReasons: text, exempt: "no" },
    }),
  },
  withdrawEscalation: {
    opens: keeper,
    fill: async (town) => ({
      ...{ escalationId: (await asked(town)).escalationId, version: "1", reason: text },
    }),
  },
  addAnswerAddendum: {
    opens: deciders,
    fill: async (town) => ({ escalationId: (await answered(town)).escalationId, text }),
  },
};
