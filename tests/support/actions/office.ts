import { randomUUID } from "node:crypto";

import { anActor } from "@/tests/support/factories";
import { aNotice } from "@/tests/support/intake";
import { type Acts, administrator, everyRole } from "./acts";

/** What is nobody's case: accounts, and what waits on one's own home page. */
export const office: Acts = {
  endRoleAction: {
    opens: administrator,
    fill: async ({ areaId }) => {
      const { userId, hatId } = await anActor("referrer", { areaId });
      return { userId, hatId };
    },
  },
  grantRoleAction: {
    opens: administrator,
    fill: ({ people }) => ({
      ...{ email: `${randomUUID()}@example.test`, name: "Nia Fen", role: "governance_officer" },
      ...{ organisationId: people.agency_lead.organisationId, seat: "", isChecked: "yes" },
    }),
  },
  markRead: {
    opens: everyRole,
    passesOver: true,
    fill: async ({ people }, role) => ({ "noticeIds[]": [await aNotice(people[role])] }),
  },
  setStatusAction: {
    opens: administrator,
    fill: async ({ areaId }) => {
      const { userId } = await anActor("referrer", { areaId });
      return { userId, status: "disabled" };
    },
  },
};
