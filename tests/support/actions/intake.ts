import { randomUUID } from "node:crypto";

import { addDays } from "@/lib/dates";
import { declaration, wholeReferral } from "@/tests/support/answers";
import { aDraft, aReadyArea, aReferral } from "@/tests/support/factories";
import { aConcern, aFile, aLink } from "@/tests/support/intake";
import { owner } from "@/tests/support/owner";
import type { Town } from "@/tests/support/town";
import {
  type Act,
  type Acts,
  gateway,
  organisation,
  searchers,
  text,
  today,
  writers,
} from "./acts";

const atGateway = ({ areaId, people: { referrer } }: Town) =>
  aReferral({ areaId, referrer, status: "gateway" });

/** One page, as the window it was typed in sends it. */
const aPage: Act["fill"] = async ({ people }, role) => {
  const { draftId } = await aDraft(people[role], { person: wholeReferral.person });
  const place = { draftId, page: "person", editor: randomUUID(), version: "1" };
  return { ...wholeReferral.person, ...place, surname: "Fen" };
};

export const intake: Acts = {
  addAddendum: {
    opens: writers,
    alone: writers,
    fill: async ({ areaId, people }, role) => {
      const { reference } = await aReferral({ areaId, referrer: people[role], status: "gateway" });
      return { reference, body: text };
    },
  },
  addCheckNote: {
    opens: organisation,
    fill: async ({ people }) => ({
      concernId: await aConcern(people.referrer),
      ...{ spokenTo: "The form tutor", whatTheySaid: text, otherExplanation: text },
    }),
  },
  autosavePage: { opens: writers, alone: writers, isKeylessScript: true, fill: aPage },
  decideConcern: {
    opens: organisation,
    fill: async ({ people }) => ({
      concernId: await aConcern(people.referrer, { isChecked: true }),
      ...{ version: "1", outcome: "close", closeReason: "explained", reasons: text },
    }),
  },
  discardDraft: {
    opens: writers,
    alone: writers,
    fill: async ({ people }, role) => {
      const { draftId } = await aDraft(people[role], {});
      return { draftId };
    },
  },
  linkReferral: {
    opens: gateway,
    fill: async (town) => {
      const [one, other] = [await atGateway(town), await atGateway(town)];
      const ids = { referralId: one.id, otherReferralId: other.id };
      return { ...ids, answer: "same", reasons: text };
    },
  },
  noticeConcern: {
    opens: organisation,
    fill: () => ({ about: "A pupil", noticed: text, noticedOn: "2/3/2026", howKnown: "online" }),
  },
  passReferral: {
    opens: gateway,
    pointsAway: ["toAreaId"],
    fill: async (town) => {
      const { areaId } = await aReadyArea();
      return { referralId: (await atGateway(town)).id, toAreaId: areaId, reason: text };
    },
  },
  recordDeconfliction: {
    opens: gateway,
    fill: async (town) => ({ referralId: (await atGateway(town)).id, outcome: "clear" }),
  },
  removeAttachment: {
    opens: writers,
    alone: writers,
    fill: async ({ people }, role) => {
      const { draftId } = await aDraft(people[role], {});
      return { draftId, attachmentId: (await aFile(draftId, people[role])).id };
    },
  },
  savePage: { opens: writers, alone: writers, fill: aPage },
  screenReferral: {
    opens: gateway,
    fill: async (town) => {
      const { people, areaId } = town;
      const { id: referralId } = await atGateway(town);
      const recordedByHatId = people.gateway_officer.hatId;
      const check = { outcome: "clear", recordedByHatId, recordedAt: new Date() };
      await owner.deconfliction.create({ data: { referralId, areaId, ...check } });
      return {
        ...{ referralId, outcome: "continue", evidence: "clear" },
        ...{ coordinatorId: people.coordinator.hatId, lawfulBasis: "safeguarding", question: text },
        "organisationIds[]": [people.referrer.organisationId],
        dueDay: addDays(today, 14),
        ...{ reasons: text, referrerInformed: "yes" },
      };
    },
  },
  searchCases: { opens: searchers, fill: () => ({ words: "Marsh" }) },
  sendReferral: {
    opens: writers,
    alone: writers,
    fill: async ({ people }, role) => {
      const { draftId, draftVersion } = await aDraft(people[role]);
      return { draftId, draftVersion: String(draftVersion), ...declaration };
    },
  },
  setPriority: {
    opens: gateway,
    fill: async (town) => ({
      ...{ referralId: (await atGateway(town)).id, version: "1", priority: "urgent" },
    }),
  },
  startCall: { opens: ["gateway_officer", "coordinator"], fill: () => ({}) },
  startReferral: { opens: writers, fill: () => ({}) },
  startSearch: {
    opens: ["gateway_officer", "coordinator"],
    fill: () => ({ name: "Rowan Marsh", postcode: "NB1 4QT", reason: "A new referral" }),
  },
  undoLink: {
    opens: gateway,
    fill: async (town) => {
      const [one, other] = [await atGateway(town), await atGateway(town)];
      return { linkId: await aLink(one, other, town.people.gateway_officer), reasons: text };
    },
  },
  withdrawReferral: {
    opens: writers,
    alone: writers,
    fill: async ({ areaId, people }, role) => {
      const { reference } = await aReferral({ areaId, referrer: people[role], status: "gateway" });
      return { reference, reason: text };
    },
  },
};
