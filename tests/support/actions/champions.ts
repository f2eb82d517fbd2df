import type { Role } from "@/lib/access/labels";
import { addDays, financialYearOf } from "@/lib/dates";
import { anAreaPost } from "@/tests/support/areas";
import { aChampion } from "@/tests/support/champions";
import type { Town } from "@/tests/support/town";
import { type Acts, keeper, text, today } from "./acts";

/** Whoever keeps the register, and each lead for their own organisation. */
const opens: Role[] = ["prevent_coordinator", "agency_lead"];

const organisationOf = ({ people }: Town) => people.agency_lead.organisationId;
const oneOf = async (town: Town) => ({
  championId: (
    await aChampion(town.people.prevent_coordinator, { organisationId: organisationOf(town) })
  ).id,
  version: "1",
});

const words = {
  ...{ kind: "internal", name: "Cy Moor", post: "Deputy head", contact: "cy@school.example" },
  ...{ expiresDay: addDays(today, 400), course: "WRAP", trainedUntilDay: addDays(today, 300) },
};

/** The registers of the co-ordinator: champions, and the area at a glance. */
export const champions: Acts = {
  recordPriority: {
    opens: keeper,
    fill: () => ({ yearDay: financialYearOf(today), status: "priority", source: text }),
  },
  addAreaPost: {
    opens: keeper,
    fill: () => ({
      ...{ kind: "team", name: "Prevent team", about: text, contact: "team@council.example" },
      fromDay: today,
    }),
  },
  changeAreaContact: {
    opens: keeper,
    fill: async ({ people }) => ({
      postId: (await anAreaPost(people.prevent_coordinator)).id,
      ...{ version: "1", contact: "desk@council.example" },
    }),
  },
  endAreaPost: {
    opens: keeper,
    fill: async ({ people }) => ({
      postId: (await anAreaPost(people.prevent_coordinator)).id,
      ...{ untilDay: today, reasons: text },
    }),
  },
  addChampion: {
    opens,
    fill: (town) => ({
      ...{ ...words, organisationId: organisationOf(town), sector: "schools" },
      appointedDay: addDays(today, -10),
    }),
  },
  renewChampion: { opens, fill: async (town) => ({ ...words, ...(await oneOf(town)) }) },
  contactChampion: {
    opens,
    fill: async (town) => ({ ...(await oneOf(town)), contactDay: today }),
  },
  endChampion: {
    opens,
    fill: async (town) => ({ ...(await oneOf(town)), endedDay: today, reasons: text }),
  },
};
