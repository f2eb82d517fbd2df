import { aFramework, aPublishedFramework } from "@/tests/support/frameworks";
import { owner } from "@/tests/support/owner";
import type { Town } from "@/tests/support/town";
import { type Acts, administrator } from "./acts";

const aDraft = ({ people }: Town) => aFramework(people.administrator);

/** What an area keeps of its own forms: the assessment's questions. */
export const frameworks: Acts = {
  startFramework: {
    opens: administrator,
    fill: async (town) => ({ name: "A form", fromId: (await aDraft(town)).frameworkId }),
  },
  startNextVersion: {
    opens: administrator,
    fill: async ({ people }) => ({
      frameworkId: (await aPublishedFramework(people.administrator)).frameworkId,
    }),
  },
  renameFramework: {
    opens: administrator,
    fill: async (town) => ({ name: "A form", frameworkId: (await aDraft(town)).frameworkId }),
  },
  addSection: {
    opens: administrator,
    fill: async (town) => ({
      ...{ name: "At home", guidance: "", frameworkId: (await aDraft(town)).frameworkId },
    }),
  },
  changeSection: {
    opens: administrator,
    fill: async (town) => ({
      ...{ sectionId: (await aDraft(town)).sectionId, version: "1", position: "1" },
      ...{ name: "At home", guidance: "What happens at home" },
    }),
  },
  addFactor: {
    opens: administrator,
    fill: async (town) => ({
      ...{ sectionId: (await aDraft(town)).sectionId, name: "Poor sleep", guidance: "" },
      ...{ evidence: "", isHealth: "yes" },
    }),
  },
  changeFactor: {
    opens: administrator,
    fill: async (town) => {
      const { factorId, sectionId } = await aDraft(town);
      return {
        ...{ factorId, sectionId, version: "1", position: "1", name: "Poor sleep" },
        ...{ guidance: "", evidence: "What was seen", partlyNeedsEvidence: "yes" },
      };
    },
  },
  movePart: {
    opens: administrator,
    fill: async (town) => {
      const { areaId, frameworkId, sectionId } = await aDraft(town);
      const { id: partId } = await owner.frameworkFactor.create({
        data: { frameworkId, sectionId, areaId, name: "Poor sleep", position: 2 },
        select: { id: true },
      });
      return { partId, to: "1" };
    },
  },
  removePart: {
    opens: administrator,
    fill: async (town) => ({ partId: (await aDraft(town)).factorId, isSure: "yes" }),
  },
  publishFramework: {
    opens: administrator,
    fill: async (town) => ({ frameworkId: (await aDraft(town)).frameworkId, isChecked: "yes" }),
  },
  retireFramework: {
    opens: administrator,
    fill: async (town) => ({ frameworkId: (await aDraft(town)).frameworkId, isSure: "yes" }),
  },
};
