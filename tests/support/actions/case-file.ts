import { aDocument, aNeed, aPersonAround } from "@/tests/support/factories";
import { aCaseInTown } from "@/tests/support/town";
import { type Acts, asks, informs, runners, text, today } from "./acts";

const said = { certainty: "known", words: text, source: "His mother", asOf: today };

const known = { name: "Ada Marsh", relation: "mother", safeToContact: "yes", knows: "knows" };

export const caseFile: Acts = {
  addAround: {
    opens: asks,
    fill: async (town) => ({ caseId: (await aCaseInTown(town, "info_gathering")).id, ...known }),
  },
  changeAround: {
    opens: asks,
    fill: async (town) => {
      const opened = await aCaseInTown(town, "info_gathering");
      const { id } = await aPersonAround(opened, town.people.coordinator);
      return { aroundId: id, version: "1", stays: "yes", ...known };
    },
  },
  addDocument: {
    opens: informs,
    fill: async (town) => ({
      caseId: (await aCaseInTown(town, "info_gathering")).id,
      ...{ title: "Attendance report", marking: "official", audience: "all_partners" },
    }),
  },
  searchTexts: {
    opens: [...informs, "governance_officer"],
    fill: () => ({ words: "attendance report" }),
  },
  removeVersion: {
    opens: runners,
    fill: async (town) => {
      const opened = await aCaseInTown(town, "info_gathering");
      const { versionId } = await aDocument(opened, town.people.coordinator);
      return { versionId, reasons: text };
    },
  },
  addNeed: {
    opens: [...runners, "panel_member", "provider"],
    fill: async (town) => ({
      caseId: (await aCaseInTown(town, "info_gathering")).id,
      kind: "protective",
      ...said,
    }),
  },
  changeNeed: {
    opens: runners,
    fill: async (town) => {
      const opened = await aCaseInTown(town, "info_gathering");
      const { entryId } = await aNeed(opened, town.people.coordinator);
      return { entryId, version: "1", stands: "yes", reasons: text, ...said };
    },
  },
};
