import "server-only";

import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused } from "@/lib/errors";
import { getBeside } from "./queries";
import type { SetBeside } from "./schema";

/** From now on. The area follows what is written here, and what it was stays readable. */
export async function setBeside(ctx: Context, { isAllowed: answer, reason }: SetBeside) {
  const { actor, tx, now } = ctx;
  const isAllowed = answer === "yes";
  if ((await getBeside(ctx)) === isAllowed) {
    throw new FieldsRefused({ isAllowed: ["It is set so already"] });
  }
  const set = { setByHatId: actor.hatId, setAt: now };
  await tx.besideChange.createMany({ data: { areaId: actor.areaId, isAllowed, reason, ...set } });
  await record(ctx, { type: "area.beside_set", facts: { isAllowed } });
}
