import { addDays } from "@/lib/dates";
import { anActor, anArea, aTransfer } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aCaseInTown } from "@/tests/support/town";
import { type Acts, gateway, text, today } from "./acts";

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
  resumeCase: {
    opens: gateway,
    fill: async (town) => {
      const { id } = await aCaseInTown(town, "in_support");
      await owner.case.update({ where: { id }, data: { pausedSince: new Date() } });
      return { caseId: id };
    },
  },
};
