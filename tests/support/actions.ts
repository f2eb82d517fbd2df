import { type Role, roleLabels } from "@/lib/access/labels";
import type { Acts } from "./actions/acts";
import { casework } from "./actions/casework";
import { intake } from "./actions/intake";
import { panels } from "./actions/panels";
import { plans } from "./actions/plans";

export const acts: Acts = { ...intake, ...casework, ...panels, ...plans };

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
