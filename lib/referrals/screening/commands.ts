import "server-only";

import { record } from "@/lib/audit/record";
import type { ClosureCode, DeconflictionOutcome } from "@/lib/cases/labels";
import { lookedAgain } from "@/lib/cases/pattern/queries";
import { disposeOn, retentionClassFor } from "@/lib/cases/retention/rules";
import { assertCanMove, liveStatuses } from "@/lib/cases/rules";
import { stopClock } from "@/lib/clocks/commands";
import { dayOf, formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Overtaken, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { ageOf } from "@/lib/people/rules";
import { type GatewayOutcome, gatewayOutcomeLabels, priorityLabels } from "@/lib/referrals/labels";
import { listRelated } from "@/lib/referrals/related/queries";
import { mayBeChild } from "@/lib/referrals/rules";
import { signpost as signpostTo } from "@/lib/signposts/commands";
import { getReferralToScreenById, type Screened } from "./queries";
import { assertOneIsOpen } from "./rules";
import type { RecordDeconfliction, ScreenReferral, SetPriority } from "./schema";
import { takeForward } from "./take-forward/commands";

/** How soon a referral has to be read. It orders the queue and says nothing of the person. */
export async function setPriority(ctx: Context, { referralId, version, priority }: SetPriority) {
  const referral = await getReferralToScreenById(ctx, referralId);
  const { id, reference, dataKeyId, status } = referral;
  if (status !== "gateway") throw new RuleBroken("This referral has already been decided");
  const { count } = await ctx.tx.referral.updateMany({
    where: { id, status, version },
    data: { priority, version: version + 1 },
  });
  if (count === 0) {
    const theirs = referral.priority ? priorityLabels[referral.priority] : "Not set";
    const fields = [{ name: "priority", label: "Priority", theirs }];
    throw new Overtaken("Somebody else at the gateway", "just now", fields, referral.version);
  }
  await record(ctx, { type: "referral.prioritised", dataKeyId, facts: { reference, priority } });
  return { reference };
}

/** What the police answered, in a code. It may be asked again through the life of a case (IS-24). */
export async function recordDeconfliction(ctx: Context, input: RecordDeconfliction) {
  const { actor, tx, now } = ctx;
  const referral = await getReferralToScreenById(ctx, input.referralId);
  const { id, areaId, caseId, reference, dataKeyId } = referral;
  const status = referral.case?.status ?? referral.status;
  if (status === "submitted" || !liveStatuses.some((live) => live === status))
    throw new RuleBroken("This referral is closed, so there is nothing to check it against");
  await tx.deconfliction.createMany({
    data: {
      ...{ referralId: id, caseId, areaId, outcome: input.outcome },
      recordedByHatId: actor.hatId,
      recordedAt: now,
    },
  });
  const facts = { reference, outcome: input.outcome };
  await record(ctx, { type: "deconfliction.recorded", dataKeyId, facts });
  return { reference };
}

/** The gateway's decision (T04 to T06): closed, handed to the police, or taken forward as a case. */
export async function screenReferral(ctx: Context, input: ScreenReferral) {
  const referral = await getReferralToScreenById(ctx, input.referralId);
  if (referral.status !== "gateway") throw await overtaken(ctx, referral);
  const caseReference = await decide(ctx, referral, input);

  const { reference, dataKeyId, areaId, id } = referral;
  await stopClock(ctx, "gateway_assessment", { areaId, referralId: id });
  const news = { kind: "referral_outcome", reference, path: `/referrals/${reference}` } as const;
  // Whoever wrote to another area is told there, by the row that stayed behind.
  if (!referral.passedFromId) await notify(ctx, [referral.createdByHatId], news);
  await record(ctx, {
    type: "referral.screened",
    dataKeyId,
    facts: {
      ...{ reference, outcome: input.outcome, referrerInformed: input.referrerInformed },
      ...(input.outcome === "close" && {
        closureCode: input.closureCode,
        signpost: input.signpost,
      }),
      ...(caseReference && { caseReference }),
    },
  });
  return { reference, outcome: input.outcome };
}

async function decide(ctx: Context, referral: Screened, input: ScreenReferral) {
  switch (input.outcome) {
    case "close":
      return close(ctx, referral, input);
    case "police_led":
      return handToPolice(ctx, referral);
    case "continue":
      return keepOn(ctx, referral, input);
  }
}

type Continue = Extract<ScreenReferral, { outcome: "continue" }>;

/** T06: only once the police have cleared it, and with somebody named to ask. */
async function keepOn(ctx: Context, referral: Screened, input: Continue) {
  const { evidence, reasons, organisationIds } = input;
  const [check] = referral.deconflictions;
  const deconfliction = check?.outcome as DeconflictionOutcome | undefined;
  const facts = { evidence, partnersAsked: organisationIds.length };
  const known = { ...facts, ...(deconfliction && { deconfliction }) };
  assertCanMove("T06", "gateway", known, ctx.actor.role);

  await leaveGateway(ctx, referral, { status: "taken_forward" });
  await keepScreening(ctx, referral, { outcome: "continue", evidence, reasons });
  return takeForward(ctx, referral, input);
}

type Close = Extract<ScreenReferral, { outcome: "close" }>;

/** T04: closing asks for as much as keeping, and more when the person was referred before (T29). */
async function close(ctx: Context, referral: Screened, input: Close) {
  const { closureCode, signpost, signpostAnswer, reasons } = input;
  const facts = { closureCode, signpost, isReferrerInformed: true };
  assertCanMove("T04", "gateway", facts, ctx.actor.role);
  const related = await listRelated(ctx, referral.id, []);
  const same = related.filter(({ isSame }) => isSame);
  const look = await lookedAgain(ctx, referral.id, input);
  if (closureCode === "already_open") assertOneIsOpen(same);

  await end(ctx, referral, "closed_not_prevent", closureCode);
  const kept = { closureCode, signpost, signpostAnswer, reasons, ...look };
  await keepScreening(ctx, referral, { outcome: "close", ...kept });
  await signpostTo(ctx, { areaId: referral.areaId, referralId: referral.id }, "gateway", input);
  return null;
}

/** T05: a code and a date, and no account of why. */
async function handToPolice(ctx: Context, referral: Screened) {
  const closureCode = "police_investigation";
  assertCanMove("T05", "gateway", { closureCode, hasNarrative: false }, ctx.actor.role);
  await end(ctx, referral, "police_led", closureCode);
  await keepScreening(ctx, referral, { outcome: "police_led", closureCode });
  return null;
}

type Ended = "closed_not_prevent" | "police_led";

/** What is over gets its last day of keeping at once (RET-01). */
async function end(ctx: Context, referral: Screened, status: Ended, closureCode: ClosureCode) {
  const today = dayOf(ctx.now);
  const isChild = mayBeChild(ageOf(referral.person, today));
  const { retentionClass } = retentionClassFor(closureCode, isChild);
  const last = disposeOn(retentionClass, today, isChild);
  const keeping = { retentionClass, disposeOn: last ? toDateColumn(last) : null };
  await leaveGateway(ctx, referral, { status, closureCode, endedAt: ctx.now, ...keeping });
  await ctx.tx.person.updateMany({ where: { referralId: referral.id }, data: keeping });
}

type Leaving = { status: string } & Partial<{
  closureCode: ClosureCode;
  endedAt: Date;
  retentionClass: string;
  disposeOn: Date | null;
}>;

/** Leaves the queue, unless somebody else decided first. */
async function leaveGateway(ctx: Context, referral: Screened, data: Leaving) {
  const { count } = await ctx.tx.referral.updateMany({
    where: { id: referral.id, status: "gateway" },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw await overtaken(ctx, referral);
}

type Kept = { outcome: GatewayOutcome; lookedAt?: string[] } & Partial<
  Record<
    "evidence" | "closureCode" | "reasons" | "signpost" | "signpostAnswer" | "secondLook",
    string | null
  >
>;

const keepScreening = ({ actor, tx, now }: Context, { id, areaId }: Screened, kept: Kept) =>
  tx.screening.createMany({
    data: { ...kept, referralId: id, areaId, decidedByHatId: actor.hatId, decidedAt: now },
  });

/** The second of two officers is told who was first, and what was decided. */
async function overtaken({ tx }: Context, { id, version }: Screened) {
  const first = await tx.screening.findFirst({
    where: { referralId: id },
    orderBy: { decidedAt: "desc" },
    select: {
      outcome: true,
      decidedAt: true,
      decidedByHat: { select: { user: { select: { name: true } } } },
    },
  });
  if (!first) return new RuleBroken("This referral is no longer waiting for the gateway");
  const theirs = gatewayOutcomeLabels[first.outcome as GatewayOutcome];
  const fields = [{ name: "outcome", label: "What happens to this referral", theirs }];
  const when = `on ${formatInstant(first.decidedAt)}`;
  return new Overtaken(first.decidedByHat.user.name, when, fields, version);
}
