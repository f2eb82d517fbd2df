import { addDays, type Day } from "@/lib/dates";
import { env } from "@/lib/env";
import { mailFor, type Notice } from "@/lib/notices/rules";
import type { Opened } from "./casework";
import { screenedOn, type Told } from "./referral";
import { during, played, type World } from "./world";

/** What each of them was told in the last weeks, some of it read already. */
export function giveNotices(world: World, told: Told[], cases: Opened[]): void {
  const { today } = world;
  const recent = told.filter(({ story }) => story.submittedOn >= addDays(today, -14));
  for (const { reference, story, author } of recent) {
    const path = `/referrals/${reference}`;
    for (const part of ["gateway", "coordinator"])
      tell(world, part, { kind: "referral_received", reference, path, on: story.submittedOn });
    if (author.hatId === played(world, "lead").hatId)
      tell(world, "lead", { kind: "referral_thanks", reference, path, on: story.submittedOn });
  }
  aboutOutcomes(world, told);
  for (const opened of cases) aboutCase(world, opened);
  const coming = world.meetings.find(({ isPast }) => !isPast);
  for (const part of ["chair", "panel.health", "panel.probation"])
    if (coming)
      tell(world, part, {
        kind: "meeting_called",
        reference: "Channel panel",
        path: `/meetings/${coming.id}`,
        on: addDays(today, -8),
      });
  aboutRequests(world);
  aboutPlan(world);
}

/** What became of what the lead shared, as far as whoever shared it is told. */
function aboutOutcomes(world: World, told: Told[]): void {
  const { today } = world;
  for (const { reference, story, author } of told) {
    const on = story.screening === "withdrawn" ? null : screenedOn(story, today);
    if (!on || on < addDays(today, -28) || author.hatId !== played(world, "lead").hatId) continue;
    tell(world, "lead", {
      kind: "referral_outcome",
      reference,
      path: `/referrals/${reference}`,
      on,
    });
  }
}

function aboutCase(world: World, opened: Opened): void {
  const { row, caseId, caseReference: reference, coordinator } = opened;
  const path = `/cases/${reference}`;
  const isCoras = coordinator.hatId === played(world, "coordinator").hatId;
  const since = new Date(row.statusSince).toISOString().slice(0, 10);
  if (since < addDays(world.today, -20)) return;
  if (row.status === "info_gathering" && isCoras)
    tell(world, "coordinator", { kind: "case_assigned", reference, path, on: since });
  if (row.status === "panel_listed" && isCoras)
    tell(world, "coordinator", { kind: "section_36_decided", reference, path, on: since });
  if (row.status === "in_support") {
    tell(world, "chair", { kind: "consent_changed", reference, path, on: since });
    const { hatId } = played(world, "provider");
    const isMentor = world.rows.caseWorker.some(
      (one) => one.caseId === caseId && one.hatId === hatId,
    );
    if (isMentor) tell(world, "provider", { kind: "case_assigned", reference, path, on: since });
  }
  if (row.status === "review_6m")
    for (const part of ["chair", ...(isCoras ? ["coordinator"] : [])])
      tell(world, part, { kind: "review_due", reference, path: `${path}/reviews`, on: since });
}

function aboutRequests(world: World): void {
  const { rows, today } = world;
  const leads = { agency: "agency", "panel.probation": "panel.probation", lead: "lead" };
  for (const part of Object.keys(leads)) {
    const who = played(world, part);
    const waiting = rows.informationRequest.filter(
      ({ organisationId, state }) => organisationId === who.organisationId && state === "asked",
    );
    for (const { id, chases, reference } of waiting.slice(-4))
      tell(world, part, {
        kind: chases ? "request_chased" : "request_asked",
        reference,
        path: `/requests/${id}`,
        on: addDays(today, -3),
      });
  }
}

function aboutPlan(world: World): void {
  const { rows, today } = world;
  for (const { actionId, rag, reference, isStale } of rows.planAction.slice(-30)) {
    const path = `/plan/actions/${actionId}`;
    if (rag === "red")
      for (const part of ["steering", "prevent"])
        tell(world, part, { kind: "action_red", reference, path, on: addDays(today, -4) });
    if (isStale)
      tell(world, "prevent", { kind: "action_stale", reference, path, on: addDays(today, -2) });
  }
}

/** On the home page, and in a mail, as the service tells everybody. */
function tell(world: World, part: string, { on, ...notice }: Notice & { on: Day }): void {
  const { rows, chance, today } = world;
  const { userId, hatId, areaId } = played(world, part);
  const createdAt = during(world, on < today ? on : today);
  const isRead = on < addDays(today, -6) && chance.is(0.7);
  rows.notification.push({
    id: chance.id(createdAt),
    areaId,
    userId,
    hatId,
    ...notice,
    createdAt,
    readAt: isRead ? createdAt : null,
  });
  const mail = mailFor(notice, env().APP_ORIGIN);
  const id = chance.id(createdAt);
  rows.outboxMail.push({ ...mail, id, areaId, userId, createdAt, nextTryAt: createdAt });
}
