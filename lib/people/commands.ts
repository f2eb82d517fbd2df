import "server-only";

import { authorize } from "@/lib/access/policy";
import type { Context } from "@/lib/db/with-actor";
import { assertSearchable } from "@/lib/people/rules";
import type { FindPerson } from "@/lib/people/schema";

/** Keeps what is asked, so that only a key has to travel in an address. The answer is logged when it is read. */
export async function startSearch({ actor, tx, now }: Context, input: FindPerson) {
  authorize(actor, "person:match", { areaId: actor.areaId });
  assertSearchable(input); // IS-19
  const { id } = await tx.savedSearch.create({
    data: {
      hatId: actor.hatId,
      areaId: actor.areaId,
      kind: "people",
      terms: input,
      createdAt: now,
    },
    select: { id: true },
  });
  return { searchId: id };
}
