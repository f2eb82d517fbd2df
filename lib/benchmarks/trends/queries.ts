import "server-only";

import { mayEver } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { listAssessments } from "@/lib/benchmarks/queries";
import { trendOf } from "@/lib/benchmarks/rules";
import type { BenchmarkAddress } from "@/lib/benchmarks/schema";
import type { Context } from "@/lib/db/with-actor";

/** How each criterion of a scheme went through the years that were submitted, for whomever the last was of. */
export async function viewTrends(ctx: Context, scheme: BenchmarkAddress["scheme"] = "toolkit") {
  const all = await listAssessments(ctx);
  const submitted = all.filter(({ code, status }) => code === scheme && status === "submitted");
  const latest = submitted[0];
  const years = submitted
    .filter(({ of }) => of === latest?.of)
    .map(({ startDay, answers }) => ({ start: startDay, answers }));
  await record(ctx, { type: "benchmarks.trend_viewed", facts: { scheme } });
  return {
    ...{ scheme, of: latest?.of ?? null, used: latest?.scheme ?? null },
    trend: trendOf(latest?.scheme.criteria ?? [], years),
    hasRegisters: mayEver(ctx.actor, "guidance:read"),
  };
}
