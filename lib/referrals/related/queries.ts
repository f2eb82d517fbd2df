import "server-only";

import type { ClosureCode } from "@/lib/cases/labels";
import { type Day, dayOf, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { bornText, nameOf } from "@/lib/people/rules";
import type { GatewayOutcome, LinkAnswer, ReferralStatus } from "@/lib/referrals/labels";

type Row = {
  id: string;
  reference: string;
  status: string;
  submittedAt: Date;
  endedAt: Date | null;
  closureCode: string | null;
  caseId: string | null;
  caseReference: string | null;
  forenames: string | null;
  surname: string | null;
  dateOfBirth: Date | null;
  approximateAge: number | null;
  ageRecordedOn: Date;
  outcome: string | null;
  reasons: string | null;
  isSame: boolean;
  linkId: string | null;
  answer: string | null;
  linkReasons: string | null;
};

/** Another referral that is or may be of the same person, and what was decided of it. */
export type Earlier = {
  id: string;
  reference: string;
  name: string;
  born: string;
  submittedAt: Date;
  receivedOn: Day;
  endedOn: Day | null;
  status: ReferralStatus;
  closureCode: ClosureCode | null;
  caseId: string | null;
  caseReference: string | null;
  outcome: GatewayOutcome | null;
  reasons: string | null;
  /** Said to be of the same person, here or by way of another referral. */
  isSame: boolean;
  link: { id: string; answer: LinkAnswer; reasons: string } | null;
};

/**
 * Whatever is linked to a referral as the same person, however many links away, with what others were
 * found. Closed ones too (T29). Row policies leave out what the reader has a conflict with.
 */
export async function listRelated({ tx }: Context, id: string, found: readonly string[]) {
  const rows = await tx.$queryRaw<Row[]>`
    with recursive same (id) as (
      select ${id}::uuid
      union
      select case when l.referral_id = s.id then l.other_referral_id else l.referral_id end
        from same s
        join person_links l on l.referral_id = s.id or l.other_referral_id = s.id
       where l.answer = 'same' and l.undone_at is null),
    direct as (
      select l.id, l.answer, l.reasons,
             case when l.referral_id = ${id}::uuid then l.other_referral_id else l.referral_id end as other
        from person_links l
       where l.undone_at is null and (l.referral_id = ${id}::uuid or l.other_referral_id = ${id}::uuid)),
    wanted as (
      select s.id from same s union select d.other from direct d union select unnest(${[...found]}::uuid[]))
    select r.id, r.reference, r.status, r.submitted_at as "submittedAt", r.ended_at as "endedAt",
           r.closure_code as "closureCode", c.id as "caseId", c.reference as "caseReference", p.forenames, p.surname,
           p.date_of_birth as "dateOfBirth", p.approximate_age as "approximateAge", p.age_recorded_on as "ageRecordedOn",
           s.outcome, s.reasons, r.id in (select id from same) as "isSame",
           d.id as "linkId", d.answer, d.reasons as "linkReasons"
      from wanted w
      join referrals r on r.id = w.id
      join people p on p.referral_id = r.id
      left join cases c on c.id = r.case_id
      left join lateral (select outcome, reasons from screenings x where x.referral_id = r.id
                          order by decided_at desc limit 1) s on true
      left join direct d on d.other = r.id
     where r.id <> ${id}::uuid
     order by r.submitted_at desc`;
  return rows.map(toEarlier);
}

function toEarlier(row: Row): Earlier {
  const { id, reference, caseId, caseReference, reasons, isSame, linkId, answer, linkReasons } =
    row;
  return {
    ...{ id, reference, caseId, caseReference, reasons, isSame },
    name: nameOf(row),
    born: bornText({
      dateOfBirth: row.dateOfBirth && fromDateColumn(row.dateOfBirth),
      approximateAge: row.approximateAge,
      ageRecordedOn: fromDateColumn(row.ageRecordedOn),
    }),
    submittedAt: row.submittedAt,
    receivedOn: dayOf(row.submittedAt),
    endedOn: row.endedAt && dayOf(row.endedAt),
    status: row.status as ReferralStatus,
    closureCode: row.closureCode as ClosureCode | null,
    outcome: row.outcome as GatewayOutcome | null,
    link:
      linkId && linkReasons !== null
        ? { id: linkId, answer: answer as LinkAnswer, reasons: linkReasons }
        : null,
  };
}
