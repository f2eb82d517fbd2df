import "server-only";

import { appendFile } from "node:fs/promises";

import { theSystem } from "@/lib/access/actor";
import { scanHeld } from "@/lib/attachments/commands";
import { copyLine } from "@/lib/audit/rules";
import { remindGapReviews } from "@/lib/benchmarks/guidance/reminders/commands";
import { continueHandOver } from "@/lib/cases/leads/commands";
import { keepMeetingsDue, takeDueSteps } from "@/lib/clocks/steps/commands";
import { lapseDueConsents } from "@/lib/consent/lapses/commands";
import { remindWaitingContributors } from "@/lib/consultations/reminders/commands";
import { type Context, withActor } from "@/lib/db/with-actor";
import { env } from "@/lib/env";
import { noticeEndingTerms } from "@/lib/governance/terms/commands";
import { lapseImports } from "@/lib/plans/imports/commands";
import { closeQuarters } from "@/lib/plans/snapshots/commands";
import { markStaleActions } from "@/lib/plans/updates/commands";
import { remindOwners } from "@/lib/plans/updates/reminders/commands";
import { eraseWithdrawn } from "@/lib/referrals/addenda/commands";
import { discardStaleDrafts, nudgeStaleDrafts } from "@/lib/referrals/drafts/commands";
import { openDueReviews, settleClosedCases } from "@/lib/reviews/commands";
import { raiseUntold } from "@/lib/told/commands";

const day = 24 * 60 * 60 * 1_000;

/** Seals what the log has gathered, and copies the seal to where the database's owner cannot reach. */
export async function sealLog(now = new Date(), copyTo = env().AUDIT_COPY): Promise<number> {
  const sealed = await withActor(
    theSystem(),
    ({ tx }) => tx.$queryRaw<{ n: bigint; hash: string }[]>`select n, hash from audit_seal()`,
    now,
  );
  if (copyTo) for (const checkpoint of sealed) await appendFile(copyTo, copyLine(checkpoint));
  return sealed.length;
}

/** What was remembered only so that nothing is done twice, or found again for an hour. */
export async function sweep({ tx, now }: Context) {
  const before = (days: number) => ({ lt: new Date(now.getTime() - days * day) });
  const keys = await tx.idempotencyKey.deleteMany({ where: { createdAt: before(7) } });
  const searches = await tx.savedSearch.deleteMany({ where: { createdAt: before(1) } });
  return { keys: keys.count, searches: searches.count };
}

type Timer = { name: string; run: (now: Date) => Promise<unknown> };

async function inEachArea(work: (ctx: Context) => Promise<unknown>, now: Date) {
  const areas = await withActor(theSystem(), ({ tx }) =>
    tx.area.findMany({ select: { id: true } }),
  );
  for (const { id } of areas) await withActor(theSystem(id), work, now);
}

/** Every open case of an area from one lead to the other, batch by batch, each in a transaction of its own. */
async function finishHandOvers(now: Date) {
  const areas = await withActor(theSystem(), ({ tx }) =>
    tx.leadHandOver.findMany({
      where: { state: { in: ["running", "undoing"] } },
      select: { areaId: true },
    }),
  );
  for (const { areaId } of areas) while (await withActor(theSystem(areaId), continueHandOver, now));
}

const rounds = 20;

/** Each area in rounds, each a transaction of its own, until nothing is due or it is the next area's turn. */
async function watchClocks(now: Date) {
  await inEachArea(keepMeetingsDue, now);
  const areas = await withActor(theSystem(), ({ tx }) =>
    tx.area.findMany({ select: { id: true } }),
  );
  for (const { id } of areas)
    for (let round = 0; round < rounds; round += 1) {
      const { taken } = await withActor(theSystem(id), takeDueSteps, now);
      if (taken === 0) break;
    }
}

/** What the clock does by itself, each in a transaction of its own, so that one that fails stops no other. */
export const timers: readonly Timer[] = [
  { name: "stale actions", run: (now) => withActor(theSystem(), markStaleActions, now) },
  { name: "monthly updates", run: (now) => withActor(theSystem(), remindOwners, now) },
  { name: "quarters of plans", run: (now) => withActor(theSystem(), closeQuarters, now) },
  { name: "waiting imports", run: (now) => withActor(theSystem(), lapseImports, now) },
  { name: "terms of office", run: (now) => withActor(theSystem(), noticeEndingTerms, now) },
  {
    name: "waiting contributors",
    run: (now) => withActor(theSystem(), remindWaitingContributors, now),
  },
  { name: "gap reviews", run: (now) => withActor(theSystem(), remindGapReviews, now) },
  { name: "hand-overs", run: finishHandOvers },
  { name: "due reviews", run: (now) => inEachArea(openDueReviews, now) },
  { name: "time limits", run: watchClocks },
  { name: "closed cases", run: (now) => inEachArea(settleClosedCases, now) },
  { name: "lapsed consent", run: (now) => inEachArea(lapseDueConsents, now) },
  { name: "people not told", run: (now) => inEachArea(raiseUntold, now) },
  { name: "waiting drafts", run: (now) => inEachArea(nudgeStaleDrafts, now) },
  { name: "stale drafts", run: (now) => inEachArea(discardStaleDrafts, now) },
  { name: "withdrawn referrals", run: (now) => inEachArea(eraseWithdrawn, now) },
  { name: "held files", run: (now) => scanHeld(now) },
  { name: "sweep", run: (now) => withActor(theSystem(), sweep, now) },
  { name: "seal of the log", run: (now) => sealLog(now) },
];
