import { addDays } from "@/lib/dates";
import { anActor } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import type { Town } from "@/tests/support/town";
import { type Acts, administrator, everyRole, text, today } from "./acts";

const away = { fromOn: addDays(today, 1), toOn: addDays(today, 8) };

/** Somebody who does the same work beside whoever is away. */
const aColleague = ({ areaId, people }: Town, role: keyof Town["people"]) =>
  anActor(role, { areaId, organisationId: people[role].organisationId });

export const clocks: Acts = {
  setAbsence: {
    opens: everyRole,
    fill: async (town, role) => ({
      hatId: town.people[role].hatId,
      coverHatId: (await aColleague(town, role)).hatId,
      ...away,
    }),
  },
  endAbsence: {
    opens: everyRole,
    fill: async (town, role) => {
      const { hatId, areaId } = town.people[role];
      const cover = await aColleague(town, role);
      const { id } = await owner.absence.create({
        data: {
          ...{ areaId, hatId, coverHatId: cover.hatId, setByHatId: hatId, setAt: new Date() },
          ...{ fromOn: new Date(away.fromOn), toOn: new Date(away.toOn) },
        },
        select: { id: true },
      });
      return { absenceId: id };
    },
  },
  setLimit: {
    opens: administrator,
    fill: () => ({
      ...{ kind: "s36_decision", count: "10", unit: "working_days" },
      ...{ fromOn: addDays(today, 1), reason: text },
    }),
  },
  setDirector: {
    opens: administrator,
    fill: ({ people }) => ({ hatId: people.steering_member.hatId }),
  },
};
