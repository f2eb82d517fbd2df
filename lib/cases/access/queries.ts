import "server-only";

import { authorize } from "@/lib/access/policy";
import { readEvents } from "@/lib/audit/queries";
import { record } from "@/lib/audit/record";
import { getCase } from "@/lib/cases/queries";
import { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";

const { sql, empty } = Prisma;

/** Those who oversee the log ask by reference, and read nothing of the case. The rest have to hold the case. */
async function assertMayAsk(ctx: Context, reference: string): Promise<void> {
  const { role, areaId } = ctx.actor;
  if (role === "governance_officer" || role === "auditor")
    authorize(ctx.actor, "case:access", { areaId });
  else await getCase(ctx, reference, "case:access");
}

/** Who has seen this case and what they did: when, in which role, from which organisation. */
export async function viewAccess(ctx: Context, reference: string, before: string | null) {
  await assertMayAsk(ctx, reference);
  const found = await ctx.tx.auditStream.findUnique({
    where: { areaId_caseReference: { areaId: ctx.actor.areaId, caseReference: reference } },
    select: { stream: true },
  });
  if (!found) throw new NotFound("case", reference);
  const { stream } = found;
  const from = before && /^\d{1,18}$/.test(before) ? sql`and e.n < ${before}::bigint` : empty;
  const { events, last } = await readEvents(ctx, sql`e.stream = ${stream} ${from}`, sql`e.n desc`);

  await record(ctx, { type: "access.viewed", stream, facts: { reference } });
  return { reference, events, next: last ? last.n.toString() : null };
}
