import { randomUUID } from "node:crypto";

import { addDays } from "@/lib/dates";
import {
  anActor,
  anAssessment,
  anInformationItem,
  aRequest,
  aTemplate,
} from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aCaseInTown, type Town } from "@/tests/support/town";
import { type Acts, asks, informs, runners, text, today } from "./acts";

const item = {
  ...{ kind: "fact", text, source: "The form tutor", asOf: today, reliability: "reliable" },
  ...{ corroboration: "uncorroborated", necessity: text, audience: "all_partners" },
  lawfulBasis: "safeguarding",
};

const gathering = (town: Town) => aCaseInTown(town, "info_gathering");

async function anAsk(town: Town) {
  const { id } = await aRequest(await gathering(town), { askedBy: town.people.coordinator });
  return { requestId: id };
}

export const casework: Acts = {
  recordItem: {
    opens: informs,
    fill: async (town, role) => ({
      ...item,
      caseId: (await gathering(town)).id,
      suppliedById: town.people[role].organisationId, // a member of the panel adds their own
    }),
  },
  changeCorroboration: {
    opens: informs,
    fill: async (town) => {
      const { id } = await anInformationItem(await gathering(town));
      return { itemId: id, corroboration: "disproved", reasons: text };
    },
  },
  writeTemplate: {
    opens: ["coordinator"],
    fill: () => ({ name: "School", question: text, lawfulBasis: "safeguarding", days: "10" }),
  },
  changeTemplate: {
    opens: ["coordinator"],
    fill: async (town) => ({
      ...{ templateId: (await aTemplate(town.people.coordinator)).id, version: "1" },
      ...{ name: "School", question: text, lawfulBasis: "safeguarding", days: "10" },
      status: "in_use",
    }),
  },
  askForInformation: {
    opens: asks,
    fill: async (town) => ({
      caseId: (await gathering(town)).id,
      organisationIds: [town.people.referrer.organisationId],
      question: text,
      lawfulBasis: "safeguarding",
      dueDay: addDays(today, 7),
    }),
  },
  answerRequest: {
    opens: ["referrer", "agency_lead", "panel_member", "invitee"],
    fill: async (town, role) => {
      const { organisationId, hatId: forHatId } = town.people[role];
      const { id } = await aRequest(await gathering(town), { organisationId, forHatId });
      return { ...item, requestId: id, answer: "answered" };
    },
  },
  chaseRequest: { opens: asks, fill: anAsk },
  cancelRequest: { opens: asks, fill: anAsk },
  sendForDecision: {
    opens: ["coordinator"],
    fill: async (town) => {
      const opened = await gathering(town);
      await anAssessment(opened, { status: "complete", author: town.people.coordinator });
      return { caseId: opened.id };
    },
  },
  decideSection36: {
    opens: ["gateway_officer"], // in this area the council may not
    fill: async (town) => {
      const opened = await aCaseInTown(town, "s36_decision");
      await anAssessment(opened, { status: "countersigned", author: town.people.coordinator });
      return {
        ...{ caseId: opened.id, decision: "yes", statement: "yes" },
        ...{ reasonsFor: text, reasonsAgainst: text },
      };
    },
  },
  handOver: {
    opens: runners,
    fill: async (town) => {
      const next = await anActor("coordinator", { areaId: town.areaId });
      const { id: caseId } = await aCaseInTown(town, "in_support");
      return { caseId, fromHatId: town.people.coordinator.hatId, toHatId: next.hatId };
    },
  },
  recordReview: {
    opens: ["chair"],
    fill: async (town) => {
      const { id: caseId, areaId } = await aCaseInTown(town, "review_6m");
      const id = randomUUID();
      const dueOn = new Date(today);
      await owner.review.create({ data: { id, caseId, areaId, kind: "review_6m", dueOn } });
      return {
        ...{ reviewId: id, heldOn: today, outcome: "no_concern", summary: text },
        checkedWith: "The college",
      };
    },
  },
};
