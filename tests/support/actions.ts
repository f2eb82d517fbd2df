import type { Acts } from "./actions/acts";
import { assessments } from "./actions/assessments";
import { caseFile } from "./actions/case-file";
import { casework } from "./actions/casework";
import { champions } from "./actions/champions";
import { clocks } from "./actions/clocks";
import { consent } from "./actions/consent";
import { frameworks } from "./actions/frameworks";
import { governance } from "./actions/governance";
import { intake } from "./actions/intake";
import { meetings } from "./actions/meetings";
import { office } from "./actions/office";
import { panels } from "./actions/panels";
import { planConsultation } from "./actions/plan-consultation";
import { planImport } from "./actions/plan-import";
import { plans } from "./actions/plans";
import { projects } from "./actions/projects";
import { registers } from "./actions/registers";
import { reports } from "./actions/reports";
import { roads } from "./actions/roads";
import { selfAssessment } from "./actions/self-assessment";
import { training } from "./actions/training";

/** What a whole form does, and whose it is. */
export const acts: Acts = {
  ...intake,
  ...casework,
  ...caseFile,
  ...assessments,
  ...meetings,
  ...panels,
  ...consent,
  ...plans,
  ...planConsultation,
  ...planImport,
  ...registers,
  ...champions,
  ...reports,
  ...selfAssessment,
  ...governance,
  ...projects,
  ...training,
  ...roads,
  ...clocks,
  ...frameworks,
  ...office,
};

/** Open to whoever is signed in, or to those who would sign in: they concern oneself alone. */
export const ownActs = [
  ...["chooseHat", "confirmFactor", "enterCode", "enterRecoveryCode", "keepRecoveryCodes"],
  ...["signIn", "signOut", "staySignedIn"],
];
