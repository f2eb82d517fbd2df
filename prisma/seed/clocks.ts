import { windowsFor } from "@/lib/clocks/rules";
import { addDays, addMonths, type Day } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import { column, during, played, type World } from "./world";

/** What the engine would have done by today: who was told of what, who covers, what the area has changed. */
export async function keepTime(tx: Prisma.TransactionClient, world: World): Promise<void> {
  await standStill(tx);
  await setUpArea(tx, world);
  await setCovers(tx, world);
  await shareWithCover(tx, world);
  await callNextMeeting(tx, world);
  await takeSteps(tx, world);
}

/** T28: what was running when a case was paused has stood since. */
async function standStill(tx: Prisma.TransactionClient) {
  await tx.$executeRaw`
    update clocks k set paused_on = (c.paused_since at time zone 'Europe/London')::date
      from cases c
     where c.id = k.case_id and c.paused_since is not null and k.stopped_on is null
       and k.kind not in ('review_6m', 'review_12m', 'pause_review')`;
}

async function setUpArea(tx: Prisma.TransactionClient, world: World) {
  const { areaId, today } = world;
  const { hatId } = played(world, "steering");
  await tx.area.update({ where: { id: areaId }, data: { directorHatId: hatId } });
  const setByHatId = played(world, "admin").hatId;
  const change = (kind: string, count: number, months: number, reason: string) => {
    const from = addMonths(today, -months);
    const setAt = during(world, addDays(from, -7));
    return { areaId, kind, count, fromOn: column(from), reason, setByHatId, setAt };
  };
  await tx.areaNotice.createMany({
    data: {
      areaId,
      controller:
        "Northbridge City Council and Wyvern Police are responsible together for what is kept of a referral and of a case. Each partner is responsible for what it puts in.",
      contact:
        "Write to the Data Protection Officer, Northbridge City Council, City Hall, Northbridge, or to dpo@northbridge.example.",
      childContact: "ask your school, or the person who helps you. They will ask us for you.",
      ...{ setByHatId, setAt: during(world, addMonths(today, -10)) },
    },
  });
  await tx.areaLimit.createMany({
    data: [
      change("provider_silence", 28, 20, "Agreed with the mentors when the service began here."),
      change("provider_silence", 21, 9, "A month was too long to be without word of a mentor."),
      change("s36_decision", 15, 14, "Kept at fifteen working days after a year of looking at it."),
    ],
  });
}

async function setCovers(tx: Prisma.TransactionClient, world: World) {
  const { areaId, today } = world;
  const cover = (away: string, by: string, from: Day, to: Day) => {
    const { hatId } = played(world, away);
    const days = { fromOn: column(from), toOn: column(to) };
    const set = { setByHatId: hatId, setAt: during(world, addDays(today, -3)) };
    return { areaId, hatId, coverHatId: played(world, by).hatId, ...days, ...set };
  };
  await tx.absence.createMany({
    data: [
      cover("c.haddow", "coordinator", addDays(today, -1), addDays(today, 8)),
      cover("g.ravenhurst", "gateway", addDays(today, 12), addDays(today, 20)),
      cover("s.brook", "provider", addDays(today, -2), addDays(today, 3)),
    ],
  });
}

/** Two of the cases of whoever is away are known to their cover, who keeps the dates of those. */
async function shareWithCover(tx: Prisma.TransactionClient, world: World) {
  const [away, cover] = [played(world, "c.haddow"), played(world, "coordinator")];
  await tx.$executeRaw`
    insert into case_workers (case_id, area_id, hat_id, capacity, assigned_at, assigned_by_hat)
    select w.case_id, w.area_id, ${cover.hatId}::uuid, 'coordinator', ${during(world, addDays(world.today, -2))}, ${away.hatId}::uuid
      from case_workers w join cases c on c.id = w.case_id
     where w.hat_id = ${away.hatId}::uuid and w.ended_at is null and c.status = 'in_support'
       and not exists (select from case_workers o where o.case_id = w.case_id and o.hat_id = ${cover.hatId}::uuid and o.ended_at is null)
     order by c.reference desc limit 2`;
}

/** TL-05: on its way from the last meeting that was held. */
async function callNextMeeting(tx: Prisma.TransactionClient, { areaId, meetings }: World) {
  const last = meetings.findLast(({ isPast }) => isPast);
  if (!last) return;
  await tx.clock.create({
    data: {
      ...{ areaId, kind: "panel_meeting", ownerRole: "chair" },
      startedOn: column(last.heldOn),
      dueOn: column(addMonths(last.heldOn, 1)),
    },
  });
}

/** Every step that is due by today, said on its day to whoever it is for. */
async function takeSteps(tx: Prisma.TransactionClient, { areaId, today, now }: World) {
  const windows = windowsFor(today);
  await tx.$executeRaw`
    insert into clock_steps (clock_id, step, area_id, case_id, due_on, told_hats, taken_at)
    select k.id, s.step, k.area_id, k.case_id, k.due_on,
           coalesce(case
             when s.step = 'to_director' then (select array[a.director_hat_id] from areas a where a.id = k.area_id and a.director_hat_id is not null)
             when s.step in ('to_coordinator', 'to_chair') then (
               select array_agg(h.id) from hats h where h.ended_at is null and h.area_id = k.area_id and case
                 when k.plan_id is not null then h.role = case s.step when 'to_chair' then 'steering_member' else 'prevent_coordinator' end
                 when k.case_id is null then h.role = case s.step when 'to_chair' then 'chair' else 'coordinator' end
                 else h.role = case s.step when 'to_chair' then 'chair' else 'coordinator' end
                      and exists (select from case_workers w where w.case_id = k.case_id and w.hat_id = h.id and w.ended_at is null) end)
             when k.owner_hat_id is not null then array[k.owner_hat_id]
             when k.owner_organisation_id is not null then coalesce(
               (select array_agg(h.id) from hats h where h.ended_at is null and h.area_id = k.area_id
                  and h.organisation_id = k.owner_organisation_id and h.role = 'agency_lead'),
               (select array_agg(h.id) from hats h where h.ended_at is null and h.area_id = k.area_id
                  and h.organisation_id = k.owner_organisation_id and h.role in ('referrer', 'panel_member')),
               (select array_agg(w.hat_id) from case_workers w
                 where w.case_id = k.case_id and w.capacity = 'coordinator' and w.ended_at is null))
             else (
               select array_agg(h.id) from hats h where h.ended_at is null and h.area_id = k.area_id and h.role = k.owner_role
                  and (k.case_id is null or h.role = 'gateway_officer'
                       or exists (select from case_workers w where w.case_id = k.case_id and w.hat_id = h.id and w.ended_at is null)))
           end, '{}'),
           least(${now}::timestamptz, (k.due_on + case s.step when 'reminder' then -2 when 'overdue' then 1 when 'to_coordinator' then 4
             when 'to_chair' then 8 else 15 end) + interval '7 hours')
      from clocks k
      join unnest(${windows.map(({ kind }) => kind)}::text[], ${windows.map(({ step }) => step)}::text[],
                  ${windows.map(({ dueFrom }) => column(dueFrom))}::date[], ${windows.map(({ dueTo }) => column(dueTo))}::date[])
           as s (kind, step, due_from, due_to)
        on s.kind = k.kind and k.due_on between s.due_from and s.due_to
     where k.area_id = ${areaId}::uuid and k.stopped_on is null and k.paused_on is null
       and not (s.step = 'to_coordinator' and k.owner_role in ('coordinator', 'chair'))`;
}
