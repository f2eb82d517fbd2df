import { anImport, anImported, organisationOf } from "@/tests/support/plan-imports";
import { aPlan } from "@/tests/support/plans";
import type { Town } from "@/tests/support/town";
import { type Acts, keeper, text } from "./acts";

const aFile = async ({ people: { prevent_coordinator: who } }: Town, isMapped = true) => {
  const plan = await aPlan(who);
  const { id } = await anImport(plan, { isMapped, name: await organisationOf(who) });
  return { plan, fields: { importId: id, version: "1" } };
};

/** A spreadsheet on its way into the plan, and out again. */
export const planImport: Acts = {
  applyImport: {
    opens: keeper,
    fill: async (town) => ({ ...(await aFile(town)).fields, seen: "1-0-0-0-0", choice: "all" }),
  },
  discardImport: {
    opens: keeper,
    fill: async (town) => ({ importId: (await aFile(town)).fields.importId }),
  },
  mapImport: {
    opens: keeper,
    fill: async (town) => {
      const { plan, fields } = await aFile(town, false);
      return {
        ...fields,
        ...{ "column-reference": "0", "column-text": "1", "column-owner": "2" },
        ...{ "column-dueDay": "3", "same-theme": plan.themeId, "same-priority": "high" },
        ...{ "same-objective": "intervene_2023", "same-workstream": "prevent" },
        ...{ "same-ownerRole": "Head", "same-evidenceBasis": "local" },
        ...{ "same-proportionality": text, "same-cohesionImpact": text },
      };
    },
  },
  nameImport: {
    opens: keeper,
    fill: async (town) => ({
      ...(await aFile(town)).fields,
      ...{ "key-0": "owner:the scouts", "means-0": "leave" },
    }),
  },
  undoImport: {
    opens: keeper,
    fill: async ({ people }) => {
      const { id } = await anImported(await aPlan(people.prevent_coordinator));
      return { importId: id, confirm: "yes" };
    },
  },
};
