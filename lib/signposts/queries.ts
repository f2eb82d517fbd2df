import "server-only";

import { can, type Parties } from "@/lib/access/policy";
import { fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import type { OnwardStage, OnwardState } from "./labels";
import { askedBy } from "./rules";

export const onwardFacts = {
  id: true,
  caseId: true,
  referralId: true,
  service: true,
  said: true,
  madeAtStage: true,
  madeOn: true,
  dueOn: true,
  state: true,
  answeredOn: true,
  answer: true,
  chasedOn: true,
  chases: true,
  version: true,
} as const satisfies Prisma.OnwardReferralSelect;

type Found = Prisma.OnwardReferralGetPayload<{ select: typeof onwardFacts }>;

export const toOnward = (row: Found) => ({
  ...row,
  madeAtStage: row.madeAtStage as OnwardStage,
  state: row.state as OnwardState,
  madeOn: fromDateColumn(row.madeOn),
  dueOn: fromDateColumn(row.dueOn),
  answeredOn: row.answeredOn && fromDateColumn(row.answeredOn),
  chasedOn: row.chasedOn && fromDateColumn(row.chasedOn),
});
type Onward = ReturnType<typeof toOnward>;

/** Where the person was sent on to, and whether each service took them on. Row policies say who reads it. */
export const theOnward = {
  orderBy: [{ madeOn: "asc" }, { id: "asc" }],
  take: 50,
  select: onwardFacts,
} as const satisfies Prisma.OnwardReferralFindManyArgs;

/** Each with where it is asked after, for those who do. */
const withPath = (found: readonly Found[], pathTo: (onward: Onward) => string | null) =>
  found
    .map(toOnward)
    .map((onward) => ({ ...onward, path: onward.state === "waiting" ? pathTo(onward) : null }));

type OfCase = { id: string; reference: string; parties: Parties };

export const onwardOfCase = (
  { actor }: Context,
  { reference, parties }: Omit<OfCase, "id">,
  found: readonly Found[],
) =>
  withPath(found, ({ id, madeAtStage }) =>
    can(actor, askedBy(madeAtStage), parties) ? `/cases/${reference}/reviews/onward/${id}` : null,
  );

export async function listCaseOnward(ctx: Context, caseRecord: OfCase) {
  const where = { caseId: caseRecord.id };
  const found = await ctx.tx.onwardReferral.findMany({ where, ...theOnward, select: onwardFacts });
  return onwardOfCase(ctx, caseRecord, found);
}

/** For the gateway, which closed it. */
export async function listReferralOnward(
  { tx }: Context,
  { id: referralId, reference }: Omit<OfCase, "parties">,
) {
  const found = await tx.onwardReferral.findMany({
    where: { referralId },
    ...theOnward,
    select: onwardFacts,
  });
  return withPath(found, ({ id }) => `/referrals/${reference}/signposting/${id}`);
}
