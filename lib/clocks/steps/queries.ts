import "server-only";

import { windowsFor } from "@/lib/clocks/rules";
import { type Day, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import type { Around, Person, Watched } from "./rules";

export type DueStep = Watched & { dueOn: Date; dataKeyId: string | null };

/** The steps that are due and not taken, longest due first. What is paused, or of a plan not in force, waits. */
export async function listDueSteps(
  { actor, tx }: Context,
  { today, holidays, take }: { today: Day; holidays: readonly Day[]; take: number },
): Promise<DueStep[]> {
  const windows = windowsFor(today, holidays);
  const latest =
    windows
      .map(({ dueTo }) => dueTo)
      .toSorted()
      .at(-1) ?? today;
  return tx.$queryRaw<DueStep[]>`
    select k.id::text as "clockId", s.step, k.kind, k.area_id::text as "areaId", k.due_on as "dueOn",
           k.case_id::text as "caseId", k.referral_id::text as "referralId", k.request_id::text as "requestId",
           k.action_id::text as "actionId", k.plan_id::text as "planId", k.risk_id::text as "riskId",
           k.edition_id::text as "editionId", k.meeting_id::text as "meetingId", k.body_id::text as "bodyId", k.path, k.owner_role as "ownerRole", k.owner_hat_id::text as "ownerHatId",
           k.owner_organisation_id::text as "ownerOrganisationId",
           coalesce(c.reference, f.reference, p.reference, x.reference, e.reference, k.reference,
                    'Panel meeting on ' || to_char(m.held_on, 'FMDD FMMonth YYYY'),
                    'Panel meetings') as reference,
           coalesce(c.data_key_id, f.data_key_id)::text as "dataKeyId"
      from clocks k
      join unnest(${windows.map(({ kind }) => kind)}::text[], ${windows.map(({ step }) => step)}::text[],
                  ${windows.map(({ dueFrom }) => toDateColumn(dueFrom))}::date[], ${windows.map(({ dueTo }) => toDateColumn(dueTo))}::date[])
           as s (kind, step, due_from, due_to)
        on s.kind = k.kind and k.due_on between s.due_from and s.due_to
      left join cases c on c.id = k.case_id
      left join referrals f on f.id = k.referral_id
      left join plan_actions p on p.action_id = k.action_id
      left join plans n on n.id = k.plan_id
      left join risks x on x.id = k.risk_id
      left join profile_editions e on e.id = k.edition_id
      left join meetings m on m.id = k.meeting_id
     where k.area_id = ${actor.areaId}::uuid and k.stopped_on is null and k.paused_on is null and k.due_on <= ${latest}::date
       and (k.plan_id is null or n.status = 'approved')
       and not (s.step = 'to_coordinator' and k.owner_role in ('coordinator', 'chair'))
       and not (s.step = 'to_chair' and k.owner_role = 'chair')
       and not exists (select from clock_steps t where t.clock_id = k.id and t.step = s.step)
     order by k.due_on, k.id, s.step limit ${take}`;
}

type Found = { what: string; key: string; id: string };

/** Everybody that these clocks may be brought to. */
export async function getAround(
  { actor, tx }: Context,
  steps: readonly DueStep[],
  today: Day,
): Promise<Around> {
  const keys = (
    name: "caseId" | "planId" | "riskId" | "editionId" | "bodyId" | "ownerOrganisationId",
  ) => [...new Set(steps.flatMap((one) => one[name] ?? []))];
  const caseIds = keys("caseId");
  const found = await tx.$queryRaw<Found[]>`
    select 'worker' as what, w.case_id::text as key, w.hat_id::text as id from case_workers w
     where w.case_id = any (${caseIds}::uuid[]) and w.ended_at is null
    union all select 'reader', r.case_id::text, r.hat_id::text from case_readers r where r.case_id = any (${caseIds}::uuid[])
    union all select 'conflict', x.case_id::text, x.user_id::text from case_conflicts x where x.case_id = any (${caseIds}::uuid[])
    union all select 'plan', v.plan_id::text, v.area_id::text from plan_areas v where v.plan_id = any (${keys("planId")}::uuid[])
    union all select 'plan', x.id::text, coalesce(p.area_id, x.area_id)::text
      from (select id, area_id, partnership_id from risks where id = any (${keys("riskId")}::uuid[])
            union all select id, area_id, partnership_id from profile_editions where id = any (${keys("editionId")}::uuid[])
            union all select id, area_id, partnership_id from governance_bodies where id = any (${keys("bodyId")}::uuid[])) x
      left join partnership_areas p on p.partnership_id = x.partnership_id
    union all select 'sits', m.body_id::text, s.hat_id::text
      from governance_members m cross join lateral (values (m.hat_id), (m.deputy_hat_id)) as s (hat_id)
     where m.body_id = any (${keys("bodyId")}::uuid[]) and s.hat_id is not null and m.from_on <= ${today}::date and (m.until_on is null or m.until_on >= ${today}::date)
    union all select 'cover', a.hat_id::text, a.cover_hat_id::text from absences a
     where a.area_id = ${actor.areaId}::uuid and a.ended_at is null and ${today}::date between a.from_on and a.to_on
    union all select 'director', 'area', a.director_hat_id::text from areas a
     where a.id = ${actor.areaId}::uuid and a.director_hat_id is not null`;
  const by = (wanted: string) => {
    const map = new Map<string, string[]>();
    for (const { what, key, id } of found)
      if (what === wanted) map.set(key, [...(map.get(key) ?? []), id]);
    return map;
  };
  const readers = by("reader");
  const planAreas = by("plan");
  const directorHatId = by("director").get("area")?.[0] ?? null;
  const people = await tx.$queryRaw<Person[]>`
    select h.id::text as "hatId", h.user_id::text as "userId", h.role, h.organisation_id::text as "organisationId", h.area_id::text as "areaId"
      from hats h
     where h.ended_at is null and (
       (h.area_id = any (${[actor.areaId, ...[...planAreas.values()].flat()]}::uuid[])
         and (h.role in ('gateway_officer', 'coordinator', 'chair', 'prevent_coordinator', 'steering_member')
              or h.organisation_id = any (${keys("ownerOrganisationId")}::uuid[])))
       or h.id = any (${[...[...readers.values()].flat(), ...(directorHatId ? [directorHatId] : [])]}::uuid[]))
     order by h.id`;
  const [workers, conflicts, covers] = [by("worker"), by("conflict"), by("cover")];
  const sitting = by("sits");
  return { people, workers, readers, conflicts, planAreas, sitting, covers, directorHatId };
}
