import { addDays } from "@/lib/dates";
import { anActor, anArea, anOrganisation, aTransfer } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aCaseInTown } from "@/tests/support/town";
import { type Acts, gateway, runners, text, today } from "./acts";

export const roads: Acts = {
  pauseCase: {
    opens: gateway,
    fill: async (town) => ({
      caseId: (await aCaseInTown(town, "in_support")).id,
      ...{ version: "1", reason: "police_request", reviewOn: addDays(today, 14) },
    }),
  },
  offerTransfer: {
    opens: ["coordinator"],
    pointsAway: ["toAreaId"],
    fill: async (town) => {
      const { id: toAreaId } = await anArea();
      await anActor("coordinator", { areaId: toAreaId });
      return {
        ...{ caseId: (await aCaseInTown(town, "in_support")).id, toAreaId, summary: text },
        ...{ reason: text, toldBy: "coordinator", agreement: "yes" },
      };
    },
  },
  answerTransfer: {
    opens: ["coordinator"],
    fill: async ({ areaId }) => ({
      ...{ transferId: (await aTransfer(areaId)).id, answer: "accept" },
      ...{ receipt: "yes", agreement: "yes" },
    }),
  },
  withdrawTransfer: {
    opens: ["coordinator"],
    fill: async (town) => {
      const { id: caseId, areaId, reference } = await aCaseInTown(town, "in_support");
      const { id: toAreaId } = await anArea();
      const { hatId: offeredByHatId } = town.people.coordinator;
      const { id } = await owner.caseTransfer.create({
        data: {
          ...{ caseId, areaId, toAreaId, reference, stage: "in_support", isChild: true },
          ...{ summary: text, reason: text, toldBy: "coordinator" },
          ...{ offeredByHatId, offeredAt: new Date() },
        },
        select: { id: true },
      });
      return { transferId: id };
    },
  },
  handOverAll: {
    opens: runners,
    fill: async ({ areaId }) => {
      const { caseLead } = await owner.area.findUniqueOrThrow({ where: { id: areaId } });
      const toLead = caseLead === "council" ? "police" : "council";
      const { id: organisationId } = await anOrganisation(areaId, toLead);
      const taker = await anActor("coordinator", { areaId, organisationId });
      return { toLead, toHatId: taker.hatId, confirm: "yes" };
    },
  },
  undoHandOver: {
    opens: runners,
    fill: async ({ areaId, people: { chair } }) => {
      const organisation = await anOrganisation(areaId, "police");
      const { id } = await owner.leadHandOver.create({
        data: {
          ...{ areaId, fromLead: "council", toLead: "police", toOrganisationId: organisation.id },
          ...{ toHatId: chair.hatId, total: 0, state: "done", startedByHatId: chair.hatId },
          startedAt: new Date(),
        },
        select: { id: true },
      });
      return { handOverId: id };
    },
  },
  resumeCase: {
    opens: gateway,
    fill: async (town) => {
      const { id } = await aCaseInTown(town, "in_support");
      await owner.case.update({ where: { id }, data: { pausedSince: new Date() } });
      return { caseId: id };
    },
  },
};
