import type { Role } from "@/lib/access/labels";
import { addDays } from "@/lib/dates";
import { aConsultation } from "@/tests/support/consultations";
import { aBody } from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";
import { aReport } from "@/tests/support/reports";
import type { Town } from "@/tests/support/town";
import { type Acts, keeper, text, today } from "./acts";

const keeperOf = ({ people }: Town) => people.prevent_coordinator;

/** Those who may be asked by name: to approve a report, or to contribute to a response. */
const named: Role[] = [
  ...(["steering_member", "agency_lead", "gold_reader"] as const),
  ...(["governance_officer", "chair", "panel_member"] as const),
];

const details = async (town: Town) => ({
  ...{ title: "Prevent in the quarter", meetsDay: today, author: "Head" },
  ...{ purpose: "decision", contact: "The plan office" },
  bodyId: (await aBody(keeperOf(town))).id,
});

const aDraft = async (town: Town) => {
  const { id, version } = await aReport(keeperOf(town));
  return { reportId: id, version: `${version}` };
};

/** Reports to boards, from the first draft to publication. */
export const reports: Acts = {
  addReport: {
    opens: keeper,
    fill: async (town) => ({
      ...(await details(town)),
      ...{ template: "board", snapshotId: "none" },
    }),
  },
  editReport: {
    opens: keeper,
    fill: async (town) => ({ ...(await details(town)), ...(await aDraft(town)) }),
  },
  writeSection: {
    opens: keeper,
    fill: async (town) => {
      const { reportId } = await aDraft(town);
      return { reportId, version: "1", code: "summary", body: text, exemptParagraph: "" };
    },
  },
  nameApprover: {
    opens: keeper,
    fill: async (town) => {
      const { reportId } = await aDraft(town);
      const { hatId } = town.people.agency_lead;
      return { reportId, role: "finance", post: "Head of finance", hatId };
    },
  },
  endApprover: {
    opens: keeper,
    fill: async (town) => ({ approverId: (await aReport(keeperOf(town))).approverId }),
  },
  sendReport: { opens: keeper, fill: aDraft },
  giveApproval: {
    opens: named,
    fill: async (town, role) => {
      const approverHatId = town.people[role].hatId;
      const { approverId } = await aReport(keeperOf(town), {
        ...{ status: "in_approval", approverHatId },
      });
      return { approverId, versionNumber: "1", note: text };
    },
  },
  recordApproval: {
    opens: keeper,
    fill: async (town) => {
      const { approverId } = await aReport(keeperOf(town), { status: "in_approval" });
      return { approverId, versionNumber: "1", note: "", name: "Leah Moss", givenDay: today };
    },
  },
  publishReport: {
    opens: keeper,
    fill: async (town) => {
      const traits = { status: "in_approval", hasApproval: true } as const;
      const { id: reportId } = await aReport(keeperOf(town), traits);
      const { version } = await owner.boardReport.findUniqueOrThrow({ where: { id: reportId } });
      return { reportId, version: `${version}`, isPublic: "yes" };
    },
  },
  addConsultation: {
    opens: keeper,
    fill: () => ({
      ...{ title: "Duty guidance", askedBy: "The Home Office", about: text, regionalBody: "" },
      ...{ contributeBy: addDays(today, 5), closesDay: addDays(today, 20) },
    }),
  },
  addQuestion: {
    opens: keeper,
    fill: async (town) => ({ consultationId: (await aConsultation(keeperOf(town))).id, text }),
  },
  askContributor: {
    opens: keeper,
    fill: async (town) => ({
      consultationId: (await aConsultation(keeperOf(town))).id,
      hatId: town.people.agency_lead.hatId,
    }),
  },
  remindContributors: {
    opens: keeper,
    fill: async (town) => {
      const contributorHatId = town.people.agency_lead.hatId;
      return { consultationId: (await aConsultation(keeperOf(town), { contributorHatId })).id };
    },
  },
  answerQuestion: {
    opens: named,
    fill: async (town, role) => {
      const contributorHatId = town.people[role].hatId;
      const { questionId } = await aConsultation(keeperOf(town), { contributorHatId });
      return { questionId, body: text };
    },
  },
  draftAnswer: {
    opens: keeper,
    fill: async (town) => {
      const { questionId } = await aConsultation(keeperOf(town));
      return { questionId, version: "1", stance: "own", draft: text };
    },
  },
  signOff: {
    opens: keeper,
    fill: async (town) => {
      const { id, version } = await aConsultation(keeperOf(town), { isAnswered: true });
      return {
        ...{ consultationId: id, version: `${version}` },
        ...{ signedBy: "Cabinet member", signedDay: today },
      };
    },
  },
  submitResponse: {
    opens: keeper,
    fill: async (town) => {
      const { id, version } = await aConsultation(keeperOf(town), { status: "signed_off" });
      return {
        ...{ consultationId: id, version: `${version}` },
        ...{ submittedDay: today, receipt: "HO-123" },
      };
    },
  },
};
