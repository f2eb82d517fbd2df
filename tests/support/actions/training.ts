import { randomUUID } from "node:crypto";

import type { Town } from "@/tests/support/town";
import { aMaterial, aRequirement, aTrainingSession } from "@/tests/support/training";
import { type Acts, administrator, keeper, text, today } from "./acts";

const keeperOf = ({ people }: Town) => people.prevent_coordinator;
const anew = () => randomUUID().slice(0, 8);
const requirementOf = (town: Town) => aRequirement(keeperOf(town));
const hostOf = ({ people }: Town) => people.agency_lead.organisationId;

/** The training register: who needs what, who says what of it, and the sessions. */
export const training: Acts = {
  saveGroup: {
    opens: keeper,
    fill: async (town) => ({
      ...{ groupId: (await requirementOf(town)).group.id, version: "1" },
      ...{ name: `Wardens ${anew()}`, who: text, foundIn: ["council", "police"] },
    }),
  },
  saveCourse: {
    opens: keeper,
    fill: async (town) => ({
      ...{ courseId: (await requirementOf(town)).course.id, version: "1" },
      ...{ name: `Course ${anew()}`, kind: "wrap", level: "2", refreshMonths: "24", about: text },
    }),
  },
  addRequirement: {
    opens: keeper,
    fill: async (town) => ({
      roleGroupId: (await requirementOf(town)).group.id,
      courseId: (await requirementOf(town)).course.id,
      ...{ target: "90", actionId: "" },
    }),
  },
  editRequirement: {
    opens: keeper,
    fill: async (town) => ({
      ...{ requirementId: (await requirementOf(town)).id, version: "1" },
      ...{ target: "70", actionId: "", isNeeded: "no" },
    }),
  },
  declareTraining: {
    opens: ["prevent_coordinator", "agency_lead"],
    fill: async (town) => ({
      ...{ requirementId: (await requirementOf(town)).id, organisationId: hostOf(town) },
      ...{ asAtDay: today, inScope: "20", trained: "18", evidence: text },
    }),
  },
  saveSession: {
    opens: keeper,
    fill: async (town) => {
      const { course } = await requirementOf(town);
      const session = await aTrainingSession(keeperOf(town), course.id);
      return {
        ...{ sessionId: session.id, version: "1", courseId: course.id, title: "Workshop" },
        ...{ heldDay: today, starts: "2pm", venue: "Library", hostOrganisationId: hostOf(town) },
        ...{ capacity: "25", trainers: "Two accredited trainers", audience: "staff" },
        status: "planned",
      };
    },
  },
  recordAttendance: {
    opens: keeper,
    fill: async (town) => {
      const { course, group } = await requirementOf(town);
      const session = await aTrainingSession(keeperOf(town), course.id);
      const of = { organisationId: hostOf(town), roleGroupId: group.id };
      return { sessionId: session.id, ...of, attended: "12" };
    },
  },
  addMaterial: {
    opens: keeper,
    fill: async (town) => {
      const { course } = await requirementOf(town);
      const session = await aTrainingSession(keeperOf(town), course.id);
      return { sessionId: session.id, title: "Slides", link: "", bodyText: text };
    },
  },
  withdrawMaterial: {
    opens: keeper,
    fill: async (town) => {
      const { course } = await requirementOf(town);
      const session = await aTrainingSession(keeperOf(town), course.id);
      return { materialId: (await aMaterial(session, keeperOf(town))).id, reason: text };
    },
  },
  setTraining: { opens: administrator, fill: () => ({ target: "85", staleMonths: "12" }) },
};
