import { type Role, roleLabels } from "@/lib/access/labels";
import type { Town } from "./town";

type Fields = Record<string, string>;

/** Who gets through with a whole form, and what is in it. Everybody else is refused, and nothing changes. */
export type Act = { opens: readonly Role[]; fill: (town: Town) => Fields };

const text = "It was asked for by the panel at its last meeting, in these words.";
const runners: Role[] = ["coordinator", "chair"];
const gateway: Role[] = ["gateway_officer"];
const organisation: Role[] = ["referrer", "agency_lead"];
const keeper: Role[] = ["prevent_coordinator"];
const asks: Role[] = ["coordinator", "chair", "gateway_officer"];

/** The first role opens the door and so changes what is behind it. */
export const acts: Record<string, Act> = {
  addAddendum: {
    opens: ["referrer"],
    fill: ({ sent }) => ({ reference: sent.reference, body: text }),
  },
  addCheckNote: {
    opens: organisation,
    fill: ({ concernId }) => ({
      ...{ concernId, spokenTo: "The form tutor", whatTheySaid: text, otherExplanation: text },
    }),
  },
  addTheme: { opens: keeper, fill: ({ plan }) => ({ planId: plan.id, title: "Training" }) },
  cancelRequest: { opens: asks, fill: ({ request }) => ({ requestId: request.id }) },
  discardDraft: { opens: ["referrer"], fill: ({ draft }) => ({ draftId: draft.draftId }) },
  noticeConcern: {
    opens: organisation,
    fill: () => ({ about: "A pupil", noticed: text, noticedOn: "2/3/2026", howKnown: "online" }),
  },
  seekConsent: {
    opens: runners,
    fill: ({ cases }) => ({
      ...{
        caseId: cases.asking.id,
        version: "0",
        soughtOn: "2/11/2026",
        askedBy: "Cora",
        askedOf: "The parents",
      },
    }),
  },
  setPriority: {
    opens: gateway,
    fill: ({ sent }) => ({ referralId: sent.id, version: "1", priority: "urgent" }),
  },
  startAssessment: {
    opens: ["coordinator", "gateway_officer"],
    fill: ({ cases }) => ({
      ...{ caseId: cases.supported.id, frameworkId: "legacy_22", purpose: "first" },
    }),
  },
  startReferral: {
    opens: ["referrer", "agency_lead", "gateway_officer", "coordinator", "panel_member"],
    fill: () => ({}),
  },
  withdrawReferral: {
    opens: ["referrer"],
    fill: ({ other }) => ({ reference: other.reference, reason: text }),
  },
};

/** Open to whoever is signed in, or to those who would sign in: they concern oneself alone. */
export const ownActs = [
  ...["chooseHat", "confirmFactor", "enterCode", "enterRecoveryCode", "keepRecoveryCodes"],
  ...["signIn", "signOut", "staySignedIn"],
];

/** Tried here with an empty form by everybody; what a whole form may do, and whose, is tried in tests/db. */
export const otherActs = [
  ...["addItem", "addPanelAction", "addPlanAction", "addSupportAction", "answerFactor"],
  ...["answerRequest", "askForInformation", "assessEquality", "assignProvider", "autosavePage"],
  ...["callMeeting", "changeCorroboration", "chaseRequest", "closeMeeting", "completeAssessment"],
  ...["countersignAssessment", "createPlan", "decideConcern", "decideSection36", "declareConflict"],
  ...["editPlanAction", "endAfterRefusal", "endRoleAction", "extendAction", "giveConsent"],
  ...["grantRoleAction", "handOver", "inviteToItem", "judgeSection", "lapseConsent"],
  ...["linkReferral", "markRead", "movePlan", "recordAttendance", "recordContact"],
  ...["recordDecision", "recordDeconfliction", "recordItem", "recordItemAttendance"],
  ...["recordReview", "refuseConsent", "removeAttachment", "savePage", "screenReferral"],
  ...[
    "searchCases",
    "sendForDecision",
    "sendReferral",
    "setStatusAction",
    "startMeeting",
    "startSearch",
  ],
  ...["startSupport", "undoLink", "updateAction", "updatePlanAction", "withdrawConsent"],
  ...["writeBlocks", "writePlan"],
];

export const everyRole = Object.keys(roleLabels) as Role[];
