import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { type HandOverState, type Lead, otherLead } from "./labels";

/** Who may hand every case over: somebody who runs panels, of the council and nobody else. */
export async function assertMayHandOverAll({ actor, tx }: Context): Promise<void> {
  authorize(actor, "lead:hand_over", { areaId: actor.areaId });
  const ofCouncil = { id: actor.organisationId, kind: "council" };
  if ((await tx.organisation.count({ where: ofCouncil })) === 0) {
    throw new NotFound("page", "hand over all");
  }
}

const handOver = {
  id: true,
  fromLead: true,
  toLead: true,
  total: true,
  done: true,
  kept: true,
  state: true,
  startedAt: true,
  undoneAt: true,
  startedByHat: { select: { user: { select: { name: true } } } },
} as const;

/** Who leads here, how many cases that is, who could take them on, and what was handed over before. */
export async function viewHandOverAll(ctx: Context) {
  const { actor, tx } = ctx;
  await assertMayHandOverAll(ctx);
  const area = await tx.area.findUniqueOrThrow({
    where: { id: actor.areaId },
    select: { name: true, caseLead: true },
  });
  const lead = area.caseLead as Lead;
  const [counted] = await tx.$queryRaw<[{ open: bigint }]>`
    select open_cases_led(${lead}) as open`;
  const takers = await tx.hat.findMany({
    where: {
      ...{ areaId: actor.areaId, role: "coordinator", endedAt: null },
      NOT: { userId: actor.userId }, // IS-01: nobody opens cases to themself
      organisation: { kind: otherLead[lead] },
    },
    orderBy: { user: { name: "asc" } },
    select: {
      id: true,
      user: { select: { name: true } },
      organisation: { select: { name: true } },
    },
  });
  const found = await tx.leadHandOver.findMany({
    where: { areaId: actor.areaId },
    orderBy: { startedAt: "desc" },
    take: 10,
    select: handOver,
  });
  await record(ctx, { type: "hand_over.viewed" });
  const [latest] = found;
  return {
    areaName: area.name,
    lead,
    open: Number(counted.open),
    takers,
    isRunning: latest?.state === "running" || latest?.state === "undoing",
    undoable: latest?.state === "done" ? latest.id : null,
    handOvers: found.map(({ fromLead, toLead, state, ...run }) => ({
      ...run,
      fromLead: fromLead as Lead,
      toLead: toLead as Lead,
      state: state as HandOverState,
    })),
  };
}
