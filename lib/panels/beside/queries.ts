import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";

/** Whether it is allowed now, for whoever may change it. */
export async function getBeside({ actor, tx }: Context) {
  const { areaId } = actor;
  authorize(actor, "area:manage", { areaId });
  const { supportBesideInvestigation } = await tx.area.findUniqueOrThrow({
    where: { id: areaId },
    select: { supportBesideInvestigation: true },
  });
  return supportBesideInvestigation;
}

/** Whether a panel may support somebody beside an open investigation, and everything it was (domain 3.3). */
export async function viewBeside(ctx: Context) {
  const { actor, tx } = ctx;
  const isAllowed = await getBeside(ctx);
  const changes = await tx.besideChange.findMany({
    where: { areaId: actor.areaId },
    orderBy: [{ setAt: "desc" }, { id: "desc" }],
    take: 100,
    select: {
      ...{ id: true, isAllowed: true, reason: true, setAt: true },
      setByHat: { select: { user: { select: { name: true } } } },
    },
  });
  await record(ctx, { type: "area.viewed", facts: { page: "beside" } });
  return {
    isAllowed,
    changes: changes.map(({ setByHat, ...change }) => ({ ...change, setBy: setByHat.user.name })),
  };
}
