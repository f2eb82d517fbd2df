import "server-only";

import { can } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { Knows, Relation, Safety } from "@/lib/cases/around/labels";
import { getCase, getCaseById } from "@/lib/cases/queries";
import { getDataKey } from "@/lib/crypto/queries";
import { type DataKey, open } from "@/lib/crypto/vault";
import { dayOf } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { nameOf } from "@/lib/people/rules";

/** As many as can be drawn and still be read. */
export const mostAround = 40;

export const aroundPlace = (aroundId: string): string => `people_around.sealed.${aroundId}`;

/** Who they are. It is kept nowhere but under the key of the case, where no search finds it. */
export type Sealed = {
  name: string;
  organisation: string | null;
  contact: string | null;
  safetyNote: string | null;
};

const facts = {
  id: true,
  relation: true,
  safeToContact: true,
  knows: true,
  livesWith: true,
  sealed: true,
  version: true,
  writtenAt: true,
  writtenByHat: { select: { user: { select: { name: true } } } },
} satisfies Prisma.PersonAroundSelect;
type Found = Prisma.PersonAroundGetPayload<{ select: typeof facts }>;

function opened(key: DataKey, { sealed, writtenByHat, ...row }: Found) {
  const who = JSON.parse(
    open(key, aroundPlace(row.id), sealed ?? new Uint8Array()).toString(),
  ) as Sealed;
  return {
    ...row,
    ...who,
    relation: row.relation as Relation,
    safeToContact: row.safeToContact as Safety,
    knows: row.knows as Knows,
    writtenBy: writtenByHat.user.name,
    writtenOn: dayOf(row.writtenAt),
  };
}

/** The people around the person of one case. How to reach them is for those who do (IS-15). */
export async function viewAround(ctx: Context, reference: string) {
  const caseRecord = await getCase(ctx, reference, "around:read");
  const { id: caseId, dataKeyId, parties, person } = caseRecord;
  const mayWrite = can(ctx.actor, "around:write", parties);
  const found = await ctx.tx.personAround.findMany({
    where: { caseId, removedAt: null },
    orderBy: { id: "asc" },
    take: mostAround,
    select: facts,
  });
  const key = found.length > 0 ? await getDataKey(ctx, dataKeyId) : null;
  const people = key ? found.map((row) => opened(key, row)) : [];

  await record(ctx, {
    type: "case.viewed",
    dataKeyId,
    facts: { page: "around", people: people.length },
  });
  return {
    personName: nameOf(person),
    people: people.map((one) => (mayWrite ? one : { ...one, contact: null })),
    mayWrite,
    mayAdd: mayWrite && people.length < mostAround,
  };
}

export async function getCaseToAddAround(ctx: Context, reference: string) {
  const { id: caseId } = await getCase(ctx, reference, "around:write");
  return { caseId };
}

export const getCaseForAround = (ctx: Context, caseId: string) =>
  getCaseById(ctx, caseId, "around:write");

/** Somebody around the person, for whoever may change what is kept of them. */
export async function getAroundToChange(ctx: Context, aroundId: string) {
  const found = await ctx.tx.personAround.findFirst({
    where: { id: aroundId, removedAt: null },
    select: { ...facts, caseId: true },
  });
  if (!found) throw new NotFound("person around", aroundId);
  const { caseId, ...row } = found;
  const caseRecord = await getCaseById(ctx, caseId, "around:write");
  const key = await getDataKey(ctx, caseRecord.dataKeyId);
  return { ...opened(key, row), key, case: caseRecord };
}

export async function viewOneAround(ctx: Context, reference: string, aroundId: string) {
  const { case: caseRecord, key: _, ...one } = await getAroundToChange(ctx, aroundId);
  if (caseRecord.reference !== reference) throw new NotFound("person around", aroundId);
  await record(ctx, {
    type: "case.viewed",
    dataKeyId: caseRecord.dataKeyId,
    facts: { page: "around", aroundId },
  });
  return one;
}
