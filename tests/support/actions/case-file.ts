import { aNeed } from "@/tests/support/factories";
import { aCaseInTown } from "@/tests/support/town";
import { type Acts, runners, text, today } from "./acts";

const said = { certainty: "known", words: text, source: "His mother", asOf: today };

export const caseFile: Acts = {
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
