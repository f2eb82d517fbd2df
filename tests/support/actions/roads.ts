import { addDays } from "@/lib/dates";
import { owner } from "@/tests/support/owner";
import { aCaseInTown } from "@/tests/support/town";
import { type Acts, gateway, today } from "./acts";

export const roads: Acts = {
  pauseCase: {
    opens: gateway,
    fill: async (town) => ({
      caseId: (await aCaseInTown(town, "in_support")).id,
      ...{ version: "1", reason: "police_request", reviewOn: addDays(today, 14) },
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
