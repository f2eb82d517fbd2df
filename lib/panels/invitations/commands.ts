import "server-only";

import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { getItemToPrepare } from "../queries";
import type { Withdraw } from "../schema";

/** Takes back an invitation to one item: from then on nothing of the case is there for whoever had it (s.37(4)). */
export async function withdrawInvitation(ctx: Context, { itemId, hatId }: Withdraw) {
  const { meeting, case: onCase } = await getItemToPrepare(ctx, itemId);
  const [taken] = await ctx.tx.$queryRaw<{ done: boolean }[]>`
    select withdraw_invitation(${itemId}::uuid, ${hatId}::uuid) as done`;
  if (!taken?.done)
    throw new RuleBroken(
      "Only somebody invited for this case alone, who is not in the room, can be left out of it before the panel decides.",
    );
  const { reference, dataKeyId } = onCase;
  await record(ctx, { type: "invitation.withdrawn", dataKeyId, facts: { reference, itemId } });
  return { meetingId: meeting.id, itemId };
}
