import "server-only";

import { record } from "@/lib/audit/record";
import type { Movable } from "@/lib/cases/commands";
import type { CaseStatus } from "@/lib/cases/labels";
import type { CaseRecord } from "@/lib/cases/queries";
import { type Day, formatInstant, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { type ConsentState, consentStates } from "../labels";
import { type ConsentEntry, getConsentToRecord } from "../queries";
import { assertConsentCanBecome, nextStates } from "../rules";

type Entry = {
  id?: string;
  number: number;
  strand: number;
  state: ConsentState;
  onDay: Day;
  details?: object;
};

/** The next entry of the ledger: written once, and from then on where that consent stands (C-11). */
export async function enter(
  ctx: Context,
  caseRecord: Pick<Movable, "id" | "areaId">,
  entry: Entry,
) {
  const { actor, tx, now } = ctx;
  const { onDay, details = {}, ...rest } = entry;
  await tx.consent.createMany({
    data: {
      ...rest,
      caseId: caseRecord.id,
      areaId: caseRecord.areaId,
      onDay: toDateColumn(onDay),
      details: details as Prisma.InputJsonObject,
      recordedByHatId: actor.role === "system" ? null : actor.hatId,
      recordedAt: now,
    },
  });
}

export const openStages: readonly CaseStatus[] = ["consent_pending", "in_support"];

type Wish = {
  caseId: string;
  /** Which consent; else the newest that can become so, and for an asking a new one. */
  strand?: number | null | undefined;
  version?: number;
  from?: readonly CaseStatus[];
};

/** Where a case has to be for this to be recorded, of which consent it is, and which entry comes next. */
export async function toRecord(ctx: Context, to: ConsentState, wish: Wish) {
  const { caseId, strand: wanted, version, from = openStages } = wish;
  const isWithdrawal = to === "withdrawn";
  const permission = isWithdrawal ? "consent:withdraw" : "consent:record";
  const found = await getConsentToRecord(ctx, caseId, permission);
  const { strands, state, number } = found.consent;
  const [latest] = found.ledger;
  if (latest && version !== undefined && version !== latest.number) throw overtakenBy(latest);
  const known = wanted
    ? strands.find(({ strand }) => strand === wanted)
    : strands.find((one) => nextStates[one.state].includes(to));
  if (wanted && !known) throw new NotFound("consent", String(wanted));
  const isNew = !known && to === "sought" && strands.every((one) => one.state === "given");
  assertConsentCanBecome(known?.state ?? (isNew ? "not_sought" : state), to);
  if (!from.includes(found.case.status)) {
    throw new RuleBroken("Consent cannot be recorded while the case is at this stage.");
  }
  // C-07: a case that is paused stands still, but consent can be taken back on any day.
  const isEvenPaused = isWithdrawal && found.case.isPaused;
  const held = isEvenPaused ? found.case : await holdStill(ctx, found.case);
  const strand = known?.strand ?? strands.length + 1;
  const others = strands.filter((one) => one.strand !== strand && one.state === "given");
  return {
    ...found,
    case: held,
    strand: known,
    hasOthers: others.length > 0,
    entry: { number: number + 1, strand },
  };
}

/** Somebody has written in the ledger since this form was opened. */
function overtakenBy({ number, state, recordedAt, recordedByHat }: ConsentEntry): Overtaken {
  const who = recordedByHat?.user.name ?? "The service";
  const theirs = consentStates[state];
  const fields = [{ name: "state", label: "Where consent stands", theirs }];
  return new Overtaken(who, `on ${formatInstant(recordedAt)}`, fields, number);
}

/** Two people who record consent at once do not both get their way. */
async function holdStill({ tx }: Context, seen: CaseRecord): Promise<CaseRecord> {
  const { id, version } = seen;
  const { count } = await tx.case.updateMany({
    where: { id, version },
    data: { version: version + 1 },
  });
  if (count === 0) throw new RuleBroken("Somebody has just changed this case. Reload it to see.");
  return { ...seen, version: version + 1 };
}

export const subjectOf = ({ id: caseId, areaId }: Pick<Movable, "id" | "areaId">) => ({
  caseId,
  areaId,
});

/** Everybody at work on the case, less whoever has a conflict: support goes on or stops with this. */
export async function tell(
  { tx, ...ctx }: Context,
  { id: caseId, reference }: { id: string; reference: string },
) {
  const conflicts = await tx.caseConflict.findMany({ where: { caseId }, select: { userId: true } });
  const workers = await tx.caseWorker.findMany({
    where: {
      caseId,
      endedAt: null,
      capacity: { in: ["coordinator", "chair", "provider"] },
      hat: { userId: { notIn: conflicts.map(({ userId }) => userId) } },
    },
    select: { hatId: true },
  });
  const hatIds = workers.map(({ hatId }) => hatId);
  const path = `/cases/${reference}`;
  await notify({ tx, ...ctx }, hatIds, { kind: "consent_changed", reference, path });
}

export async function done(
  ctx: Context,
  { id, reference, dataKeyId }: CaseRecord,
  state: ConsentState,
) {
  await tell(ctx, { id, reference });
  await record(ctx, { type: "consent.recorded", dataKeyId, facts: { reference, state } });
  return { reference };
}
