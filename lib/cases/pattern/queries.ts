import "server-only";

import type { ClosureCode } from "@/lib/cases/labels";
import { type Day, dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { assertLookedAgain, type SecondLook } from "./rules";

type Row = {
  id: string;
  reference: string;
  submittedAt: Date;
  sector: string;
  organisation: string | null;
  status: string;
  closureCode: string | null;
  decidedAt: Date | null;
  reasons: string | null;
  secondLook: string | null;
  caseReference: string | null;
  isMine: boolean;
};

/** One contact among those about one person: when, from whom, and what was decided of it and why. */
export type Contact = {
  id: string;
  reference: string;
  receivedOn: Day;
  sector: string;
  organisation: string | null;
  status: string;
  closureCode: ClosureCode | null;
  decidedOn: Day | null;
  reasons: string | null;
  secondLook: string | null;
  caseReference: string | null;
  /** Whether the reader may open it. */
  isMine: boolean;
};

/**
 * Every referral of one person in order, the one asked about among them, and closed ones too (T29). From links that
 * somebody has confirmed and nothing else. It is empty for whoever neither screens nor runs the case of it, and
 * of a single referral.
 */
export async function listPattern({ tx }: Context, referralId: string): Promise<Contact[]> {
  const rows = await tx.$queryRaw<Row[]>`
    select id::text, reference, submitted_at as "submittedAt", sector, organisation, status, closure_code as "closureCode",
           decided_at as "decidedAt", reasons, second_look as "secondLook", case_reference as "caseReference", is_mine as "isMine"
      from pattern_of(${referralId}::uuid)`;
  return rows.map(({ submittedAt, decidedAt, ...row }) => ({
    ...row,
    receivedOn: dayOf(submittedAt),
    decidedOn: decidedAt && dayOf(decidedAt),
    closureCode: row.closureCode as ClosureCode | null,
  }));
}

/**
 * T29: what a closure has looked at again, to be kept with it; or else it is refused, as the database would refuse it.
 * The same at the gateway, at section 36 and at the panel.
 */
export async function lookedAgain(ctx: Context, referralId: string, given: SecondLook) {
  const pattern = await listPattern(ctx, referralId);
  const known = pattern.map(({ id }) => id).filter((id) => id !== referralId);
  assertLookedAgain(known, given);
  return known.length > 0 ? { lookedAt: known, secondLook: given.secondLook } : {};
}
