import type { Role } from "@/lib/access/labels";
import { addDays } from "@/lib/dates";
import {
  aConsentForm,
  anOnwardReferral,
  anUntoldTask,
  aReassessment,
  aSession,
  aSignpost,
  aSupportConcern,
  aSupportNeed,
} from "@/tests/support/aftercare";
import {
  aConsent,
  anActor,
  aReferral,
  aSupportAction,
  aPlan as aSupportPlan,
} from "@/tests/support/factories";
import { aCaseInTown, type Town } from "@/tests/support/town";
import { type Acts, asks, runners, text, today } from "./acts";

/** A case where consent stands so, as the ledger has it. */
async function aCaseWhere(town: Town, state: string | null, status = "consent_pending") {
  const opened = await aCaseInTown(town, status);
  if (state) await aConsent(opened, { state, onDay: today });
  return opened;
}

/** A service that was asked to help: by the gateway, of a referral it closed; or else on a case. */
async function anOnwardOf(town: Town, role: Role): Promise<string> {
  const { areaId, people } = town;
  if (role === "gateway_officer") {
    const closed = await aReferral({ areaId, status: "closed_not_prevent" });
    return (await aSignpost(closed, people.gateway_officer)).id;
  }
  const opened = await aCaseInTown(town, "review_6m");
  return (await anOnwardReferral(opened, people.coordinator)).id;
}

export const consent: Acts = {
  seekConsent: {
    opens: runners,
    fill: async (town) => ({
      caseId: (await aCaseWhere(town, null)).id,
      ...{ version: "0", soughtOn: today, askedBy: "Cora", askedOf: "The parents" },
    }),
  },
  giveConsent: {
    opens: runners,
    fill: async (town) => ({
      caseId: (await aCaseWhere(town, "sought")).id,
      ...{ version: "1", givenOn: today, authority: "parent", givenBy: "The mother" },
      ...{ relationship: "Mother, known to the school", childAgreement: "agrees" },
      ...{ capacity: "no_doubt", explainedBy: "Cora", language: "English" },
      ...{ leafletVersion: "3", supportTypes: ["mentoring"], method: "signed" },
      organisationIds: [town.people.provider.organisationId],
      ...{ toldOfSharing: "yes", toldOfWithdrawal: "yes", toldOfComplaints: "yes" },
    }),
  },
  refuseConsent: {
    opens: runners,
    fill: async (town) => ({
      caseId: (await aCaseWhere(town, "sought")).id,
      ...{ version: "1", refusedOn: today, authority: "parent" },
    }),
  },
  withdrawConsent: {
    opens: runners,
    fill: async (town) => ({ caseId: (await aCaseWhere(town, "given", "in_support")).id }),
  },
  lapseConsent: {
    opens: ["coordinator"],
    fill: async (town) => ({
      caseId: (await aCaseWhere(town, "given", "in_support")).id,
      reason: "scope_changed",
    }),
  },
  endAfterRefusal: {
    opens: ["chair"],
    fill: async (town) => ({
      caseId: (await aCaseWhere(town, "refused")).id,
      ...{ remainingConcern: text, otherHelp: text, reassess: "no" },
    }),
  },
  handOverForm: {
    opens: ["provider"],
    fill: async (town) => ({
      caseId: (await aCaseWhere(town, "sought")).id,
      ...{ signedOn: today, givenBy: "The mother", note: "" },
    }),
  },
  returnForm: {
    opens: runners,
    fill: async (town) => {
      const opened = await aCaseWhere(town, "sought");
      const form = await aConsentForm(opened, town.people.provider);
      return { formId: form.id, returnReason: "The second page is missing" };
    },
  },
  reassess: {
    opens: ["chair"],
    fill: async (town) => {
      const opened = await aCaseInTown(town, "closed_declined");
      const { id: reassessmentId } = await aReassessment(opened, town.people.chair);
      return { reassessmentId, heldOn: today, finding: text, outcome: "no_further" };
    },
  },
  startSupport: {
    opens: runners,
    fill: async (town) => {
      const opened = await aCaseWhere(town, "given");
      await aSupportAction(opened, town.people.coordinator);
      return { caseId: opened.id };
    },
  },
  writePlan: {
    opens: ["coordinator"],
    fill: async (town) => ({
      caseId: (await aCaseInTown(town, "panel_listed")).id,
      ...{ version: "0", consentAsked: text, nature: text, provider: "A mentor", delivery: text },
      ...{ objective: text, safeguardingContact: "The college", exitCriteria: text },
    }),
  },
  addSupportAction: {
    opens: ["coordinator"],
    fill: async (town) => {
      const opened = await aCaseInTown(town, "consent_pending");
      await aSupportPlan(opened, town.people.coordinator);
      const { organisationId, hatId } = town.people.provider;
      return {
        ...{ caseId: opened.id, supportType: "mentoring", title: text, measure: text },
        ...{ ownerOrganisationId: organisationId, ownerHatId: hatId },
        ...{ startsOn: today, dueOn: today, funding: "home_office" },
      };
    },
  },
  assignProvider: {
    opens: ["coordinator"],
    fill: async (town) => {
      const mentor = await anActor("provider", { areaId: town.areaId });
      const { id: caseId } = await aCaseInTown(town, "consent_pending");
      return { caseId, hatId: mentor.hatId };
    },
  },
  addNeed: {
    opens: ["coordinator"],
    fill: async (town) => ({
      caseId: (await aCaseInTown(town, "consent_pending")).id,
      ...{ need: text, objective: text, measure: text },
    }),
  },
  endNeed: {
    opens: ["coordinator"],
    fill: async (town) => {
      const opened = await aCaseInTown(town, "consent_pending");
      const { id: needId } = await aSupportNeed(opened, town.people.coordinator);
      return { needId, version: "1" };
    },
  },
  recordTelling: {
    opens: runners,
    fill: async (town) => ({
      caseId: (await aCaseInTown(town, "in_support")).id,
      ...{ version: "0", stage: "referral", isTold: "no", onDay: today },
      ...{ exemption: "increases_risk", reasons: text },
    }),
  },
  settleUntold: {
    opens: ["governance_officer"],
    fill: async (town) => {
      const opened = await aCaseInTown(town, "retention");
      const { id: taskId } = await anUntoldTask(opened);
      const lookAgainOn = addDays(today, 30);
      return { taskId, version: "1", outcome: "ask_coordinator", reasons: text, lookAgainOn };
    },
  },
  answerOnward: {
    opens: asks,
    fill: async (town, role) => ({
      ...{ onwardId: await anOnwardOf(town, role), version: "1", state: "accepted" },
      ...{ answeredOn: today, answer: text },
    }),
  },
  chaseOnward: {
    opens: asks,
    fill: async (town, role) => ({ onwardId: await anOnwardOf(town, role), version: "1" }),
  },
  planSession: {
    opens: ["provider"],
    fill: async (town) => ({
      caseId: (await aCaseWhere(town, "given", "in_support")).id,
      ...{ plannedOn: today, place: "The library" },
    }),
  },
  holdSession: {
    opens: ["provider"],
    fill: async (town) => {
      const opened = await aCaseWhere(town, "given", "in_support");
      const { id: sessionId } = await aSession(opened, town.people.provider);
      return { sessionId, version: "1", content: text };
    },
  },
  missSession: {
    opens: ["provider"],
    fill: async (town) => {
      const opened = await aCaseWhere(town, "given", "in_support");
      const { id: sessionId } = await aSession(opened, town.people.provider);
      return { sessionId, version: "1", missedBecause: "did_not_come" };
    },
  },
  raiseConcern: {
    opens: ["coordinator", "provider"],
    fill: async (town) => ({
      caseId: (await aCaseWhere(town, "given", "in_support")).id,
      ...{ what: text, isAnyoneAtRisk: "no" },
    }),
  },
  answerConcern: {
    opens: runners,
    fill: async (town) => {
      const opened = await aCaseWhere(town, "given", "in_support");
      const { id: concernId } = await aSupportConcern(opened, town.people.provider);
      return { concernId, version: "1", answer: text };
    },
  },
  writeEndReport: {
    opens: ["provider"],
    fill: async (town) => ({
      caseId: (await aCaseWhere(town, "given", "in_support")).id,
      ...{ done: text, changed: text, remains: text, suggested: text },
    }),
  },
  recordContact: {
    opens: ["coordinator", "provider"],
    fill: async (town) => ({
      caseId: (await aCaseInTown(town, "in_support")).id,
      metOn: today,
    }),
  },
};
