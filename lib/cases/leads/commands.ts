import "server-only";

import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { assertMayHandOverAll } from "./queries";
import type { HandOverAll, UndoHandOver } from "./schema";

/** How many cases are handed over in one transaction. */
export const handOverBatch = 250;

/**
 * Every open case of the area goes from one lead to the other. The first of them at once, so that a
 * small area is done when the page comes back; the clock does the rest.
 */
export async function handOverAll(ctx: Context, { toLead, toHatId }: HandOverAll) {
  const { actor, tx, now } = ctx;
  await assertMayHandOverAll(ctx);
  const area = await tx.area.findUniqueOrThrow({
    where: { id: actor.areaId },
    select: { caseLead: true, name: true },
  });
  if (area.caseLead === toLead) {
    throw new FieldsRefused({ toLead: ["They lead cases here already"] });
  }
  const [begun] = await tx.$queryRaw<[{ id: string | null }]>`
    select begin_hand_over(${toLead}, ${toHatId}::uuid, ${now}) as id`;
  if (!begun.id) {
    const running = await tx.leadHandOver.count({
      where: { areaId: actor.areaId, state: { in: ["running", "undoing"] } },
    });
    if (running > 0)
      throw new RuleBroken("Cases are being handed over now. Wait until it is done.");
    throw new FieldsRefused({ toHatId: ["Select a coordinator of whoever leads from now on"] });
  }
  await continueHandOver(ctx);
  const notice = { kind: "cases_handed_over", reference: area.name, path: "/cases" } as const;
  await notify(ctx, [toHatId], notice);
  await record(ctx, { type: "hand_over.started", facts: { handOver: begun.id, to: toLead } });
  return { handOverId: begun.id };
}

/** Puts back exactly what a handing over changed, and nothing that has changed since. */
export async function undoHandOver(ctx: Context, { handOverId }: UndoHandOver) {
  const { tx, now } = ctx;
  await assertMayHandOverAll(ctx);
  const [begun] = await tx.$queryRaw<[{ id: string | null }]>`
    select begin_undoing(${handOverId}::uuid, ${now}) as id`;
  if (!begun.id) throw new RuleBroken("Only the last handing over can be taken back, and once.");
  await continueHandOver(ctx);
  await record(ctx, { type: "hand_over.undone", facts: { handOver: handOverId } });
  return { handOverId };
}

/** The next batch of whatever is being handed over in an area. Whether there is more to do. */
export async function continueHandOver({ tx, now }: Context): Promise<boolean> {
  const [step] = await tx.$queryRaw<{ state: string }[]>`
    select state from step_hand_over(${handOverBatch}::int, ${now})`;
  return step?.state === "running" || step?.state === "undoing";
}
