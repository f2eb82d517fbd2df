import "server-only";

import { authorize } from "@/lib/access/policy";
import { dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { getSearch } from "@/lib/people/queries";
import { nameOf } from "@/lib/people/rules";
import type { ReferralStatus } from "@/lib/referrals/labels";
import { toldStatus } from "@/lib/referrals/rules";

/** Whether somebody may ask at all (IS-19). */
export async function openSearch({ actor }: Context) {
  authorize(actor, "person:match", { areaId: actor.areaId });
  return { isGateway: actor.role === "gateway_officer" };
}

/**
 * What was found under a key. The gateway is told the names; a coordinator learns that there is a
 * referral and how far it is, since the person may be on nobody's case that they hold.
 */
export async function viewSearch(ctx: Context, key: string) {
  const { terms, found } = await getSearch(ctx, key);
  const isGateway = ctx.actor.role === "gateway_officer";
  const rows = await ctx.tx.referral.findMany({
    where: { id: { in: found.map(({ referralId }) => referralId) } },
    select: {
      id: true,
      reference: true,
      status: true,
      closureCode: true,
      submittedAt: true,
      person: { select: { forenames: true, surname: true } },
    },
  });
  return {
    ...{ terms, isGateway },
    found: found.flatMap(({ referralId, score, reasons }) => {
      const row = rows.find(({ id }) => id === referralId);
      if (!row?.reference || !row.submittedAt) return [];
      const status = row.status as ReferralStatus;
      return {
        ...{ score, reasons, reference: row.reference },
        name: isGateway && row.person ? nameOf(row.person) : null,
        receivedOn: dayOf(row.submittedAt),
        status: isGateway ? status : null,
        told: toldStatus(status, row.closureCode),
      };
    }),
  };
}
