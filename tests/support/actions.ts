import { type Role, roleLabels } from "@/lib/access/labels";
import type { Acts } from "./actions/acts";
import { assessments } from "./actions/assessments";
import { caseFile } from "./actions/case-file";
import { casework } from "./actions/casework";
import { consent } from "./actions/consent";
import { intake } from "./actions/intake";
import { panels } from "./actions/panels";
import { plans } from "./actions/plans";
import { roads } from "./actions/roads";

export const acts: Acts = {
  ...intake,
  ...casework,
  ...caseFile,
  ...assessments,
  ...panels,
  ...consent,
  ...plans,
  ...roads,
};

/** Open to whoever is signed in, or to those who would sign in: they concern oneself alone. */
export const ownActs = [
  ...["chooseHat", "confirmFactor", "enterCode", "enterRecoveryCode", "keepRecoveryCodes"],
  ...["signIn", "signOut", "staySignedIn"],
];

/** Tried here with an empty form by everybody; what a whole form may do, and whose, is tried in tests/db. */
export const otherActs = [
  ...["addPlanAction", "assessEquality", "autosavePage", "createPlan", "decideConcern"],
  ...["editPlanAction", "endRoleAction", "extendAction", "grantRoleAction", "linkReferral"],
  ...["markRead", "movePlan", "recordDeconfliction", "removeAttachment", "savePage"],
  ...["screenReferral", "searchCases", "sendReferral", "setStatusAction", "startSearch"],
  ...["undoLink", "updateAction", "updatePlanAction"],
];

export const everyRole = Object.keys(roleLabels) as Role[];
