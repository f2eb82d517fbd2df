import "server-only";

import { mayEver } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { ClosureCode } from "@/lib/cases/labels";
import { fromDateColumn } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";

export const stubsOnAPage = 25;

type Row = {
  reference: string;
  closureCode: string;
  handedOn: Date;
  disposeOn: Date | null;
  atGateway: number;
  atPanel: number;
};

/** Handed over at the gateway, as a referral; or by the panel, as a case. Row policies say whose. */
const everyStub = Prisma.sql`
  select s.reference, s.closure_code, s.handed_on, s.dispose_on from police_led_stubs s
  union all
  select f.reference, f.closure_code, (f.ended_at at time zone 'Europe/London')::date, f.dispose_on
    from referrals f where f.area_id = actor_area() and f.status = 'police_led'`;

/** What the police manage: a reference, a code and two dates, and how many there are (T05, T14). */
export async function listHandedToPolice(ctx: Context, page: number) {
  const { actor, tx } = ctx;
  if (!mayEver(actor, "case:stub")) throw new NotFound("page", "handed to the police");
  const rows = await tx.$queryRaw<Row[]>`
    select s.reference, s.closure_code as "closureCode", s.handed_on as "handedOn", s.dispose_on as "disposeOn",
           (count(*) filter (where s.closure_code = 'police_investigation') over ())::int as "atGateway",
           (count(*) filter (where s.closure_code = 'unsuitable_police_led') over ())::int as "atPanel"
      from (${everyStub}) s
     order by s.handed_on desc, s.reference desc
     limit ${stubsOnAPage} offset ${(page - 1) * stubsOnAPage}`;
  await record(ctx, { type: "police_led.listed", facts: { shown: rows.length } });
  const [{ atGateway = 0, atPanel = 0 } = {}] = rows;
  return {
    atGateway,
    atPanel,
    total: atGateway + atPanel,
    stubs: rows.map(({ reference, closureCode, handedOn, disposeOn }) => ({
      reference,
      closureCode: closureCode as ClosureCode,
      handedDay: fromDateColumn(handedOn),
      keptUntil: disposeOn && fromDateColumn(disposeOn),
    })),
  };
}
