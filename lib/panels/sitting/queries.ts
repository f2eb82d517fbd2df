import "server-only";

import { can, mayEver } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { listPattern } from "@/lib/cases/pattern/queries";
import { mayReadPattern } from "@/lib/cases/pattern/rules";
import type { ConsentState } from "@/lib/consent/labels";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { findingFacts, toFound } from "@/lib/information/findings/queries";
import { missingFromPlan } from "@/lib/support/rules";
import { findDecisionDraft } from "../drafts/queries";
import type { ItemKind, MeetingStatus } from "../labels";
import { getMeeting } from "../meetings/queries";
import {
  decisionFacts,
  getItemToSee,
  listItems,
  type PanelItem,
  panelActionFacts,
  toDecision,
  toPanelAction,
} from "../queries";
import { outcomesFor } from "../rules";
import { inAgendaOrder, placeIn, progressOf } from "./rules";

const hasSat = (status: MeetingStatus) => status === "in_progress" || status === "closed";

/** The meeting at the table: who is here, and how far it has come. The view is recorded. */
export async function viewSitting(ctx: Context, meetingId: string) {
  const meeting = await getMeeting(ctx, meetingId);
  if (!hasSat(meeting.status)) throw new NotFound("sitting", meetingId);
  const items = await listItems(ctx, meetingId);
  await record(ctx, { type: "meeting.viewed", facts: { meetingId, items: items.length } });
  return {
    ...meeting,
    isSitting: meeting.status === "in_progress",
    items: inAgendaOrder(items).map(
      ({ id, kind, quorum, decision, isSpokenOf, begunAt, endedAt, ...item }) => ({
        id,
        kind,
        quorum,
        isSpokenOf,
        outcome: decision?.outcome ?? null,
        progress: progressOf({ begunAt, endedAt, isDecided: isSpokenOf }),
        reference: item.case.reference,
      }),
    ),
    mayBuild: mayEver(ctx.actor, "meeting:build"),
    mayRun: mayEver(ctx.actor, "meeting:run"),
  };
}

/** All that the panel needs in front of it for one item while it sits. The view is recorded. */
export async function viewSittingItem(ctx: Context, itemId: string) {
  const item = await getItemToSee(ctx, itemId);
  const { meeting, case: caseRecord } = item;
  const { reference, dataKeyId, parties } = caseRecord;
  if (!hasSat(meeting.status)) throw new NotFound("sitting", itemId);
  const items = await listOrder(ctx, meeting.id);
  const around = await aroundCase(ctx, item);
  const may = {
    decide: can(ctx.actor, "decision:record", parties),
    prepare: can(ctx.actor, "panel:list", parties),
  };
  const isOpen = meeting.status === "in_progress" && item.decision === null;
  const pattern =
    isOpen && mayReadPattern(ctx.actor.role) ? await listPattern(ctx, caseRecord.referralId) : [];
  const draft = may.decide && isOpen ? await findDecisionDraft(ctx, item) : null;
  const facts = { reference, page: "panel sitting" };
  await record(ctx, { type: "case.viewed", dataKeyId, facts });
  return {
    ...item,
    ...around,
    place: placeIn(items, itemId),
    progress: progressOf({ ...item, isDecided: item.isSpokenOf }),
    outcomes: item.quorum.isQuorate
      ? outcomesFor(caseRecord.status)
      : (["discussed_only"] as const),
    isOpen,
    may,
    pattern,
    patternOf: pattern.find(({ id }) => id === caseRecord.referralId)?.reference ?? "",
    draft,
    today: dayOf(ctx.now),
  };
}

type Slot = { id: string; kind: ItemKind; position: number; minutes: number; reference: string };

/** Whoever reads an item is in the readers' table, which has the reference too: asked for each item, however many they read. */
async function listOrder({ actor, tx }: Context, meetingId: string) {
  const items = await tx.$queryRaw<Slot[]>`
    select i.id, i.kind, i.position, i.minutes,
           (select r.reference from case_readers r where r.hat_id = ${actor.hatId}::uuid and r.case_id = i.case_id)
      from panel_items i where i.meeting_id = ${meetingId}::uuid`;
  return inAgendaOrder(items).map(({ id, kind, reference }) => ({ id, kind, reference }));
}

const newestFirst = { number: "desc" } as const;
const aroundFacts = {
  panelDecisions: { orderBy: { decidedAt: "desc" }, take: 20, select: decisionFacts },
  actions: {
    where: { kind: "panel" },
    orderBy: { dueOn: "asc" },
    take: 50,
    select: panelActionFacts,
  },
  supportPlans: {
    orderBy: newestFirst,
    take: 1,
    select: {
      consentAsked: true,
      nature: true,
      provider: true,
      delivery: true,
      objective: true,
      exitCriteria: true,
      safeguardingContact: true,
    },
  },
  assessments: {
    where: { status: { not: "draft" } },
    orderBy: newestFirst,
    take: 10,
    select: { id: true, number: true, purpose: true },
  },
  consents: { orderBy: newestFirst, take: 1, select: { state: true } },
  informationItems: {
    orderBy: { datedOn: "desc" },
    take: 50,
    select: {
      id: true,
      kind: true,
      source: true,
      datedOn: true,
      ...findingFacts,
      supplier: { select: { name: true } },
    },
  },
} satisfies Prisma.CaseSelect;

/** What came before and what there is to go by, in one question. */
async function aroundCase({ actor, tx }: Context, item: PanelItem) {
  const found = await tx.case.findUniqueOrThrow({
    where: { id: item.case.id },
    select: aroundFacts,
  });
  const [plan] = found.supportPlans;
  const [consent] = found.consents;
  return {
    decisions: found.panelDecisions.map(toDecision(actor)),
    actions: found.actions.map(toPanelAction),
    planFor: plan?.objective ?? null,
    missingFromPlan: missingFromPlan(plan ?? {}),
    hasAssessment: found.assessments.length > 0,
    exitAssessments: found.assessments.filter(({ purpose }) => purpose === "exit"),
    consent: (consent?.state ?? "not_sought") as ConsentState,
    information: found.informationItems.map(({ corroborationChanges, ...piece }) => ({
      ...piece,
      ...toFound({ ...piece, corroborationChanges }), // IS-10
      datedOn: fromDateColumn(piece.datedOn),
    })),
  };
}

/**
 * A word that changes when anything changes that this reader may see of the meeting, and tells nothing
 * else. Asked every few seconds by a page that was itself recorded, so the asking is not.
 */
export async function findSittingVersion({ tx }: Context, meetingId: string) {
  const [found] = await tx.$queryRaw<{ version: string }[]>`
    select md5(m.version || m.status || coalesce(string_agg(part, ' ' order by part), '')) as version
      from meetings m left join lateral (
        select concat_ws(':', w.hat_id, w.is_present, w.apologies, w.confidential_at) as part
          from meeting_members w where w.meeting_id = m.id
        union all
        select concat_ws(':', i.id, i.position, i.begun_at, i.ended_at, i.resident_force, i.key_organisation_id)
          from panel_items i where i.meeting_id = m.id
        union all
        select concat_ws(':', a.item_id, a.hat_id, a.is_present) from panel_attendees a where a.meeting_id = m.id
        union all
        select d.id::text from panel_decisions d where d.meeting_id = m.id
        union all
        select concat_ws(':', t.id, t.version) from actions t where t.meeting_id = m.id
        union all
        select concat_ws(':', x.case_id, x.user_id) from case_conflicts x
          join panel_items i on i.case_id = x.case_id where i.meeting_id = m.id) parts on true
     where m.id = ${meetingId}::uuid and m.status in ('in_progress', 'closed')
     group by m.id, m.version, m.status`;
  if (!found) throw new NotFound("sitting", meetingId);
  return found;
}
