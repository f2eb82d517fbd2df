import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import { type Role, roleLabels } from "@/lib/access/labels";
import { seal } from "@/lib/crypto/vault";
import { addDays, dayOf } from "@/lib/dates";
import { draftPlace } from "@/lib/panels/drafts/queries";
import { addendumPlace, commentPlace } from "@/lib/panels/minutes/queries";
import { connected } from "@/scripts/database";
import {
  aConsentForm,
  anOnwardReferral,
  anUntoldTask,
  aReassessment,
  aSession,
  aSupportConcern,
  aSupportNeed,
  aTelling,
} from "./aftercare";
import { ask } from "./catalogue";
import {
  aCase,
  aConsent,
  aDocument,
  aMeeting,
  aNeed,
  anActor,
  anArea,
  anAssessment,
  anInformationItem,
  anItem,
  anOrganisation,
  aPersonAround,
  aPlan,
  aReferral,
  aRequest,
  aSupportAction,
  aWorker,
} from "./factories";
import { someMinutes } from "./minutes";
import { owner } from "./owner";

const at = new Date();
const day = (days: number) => addDays(dayOf(at), days);

/** Columns whose text is a code or a key, and no words of anybody's. */
const codes = [
  ...["reference", "case_reference", "status", "stage", "kind", "transition", "from_status"],
  ...["to_status", "capacity", "source", "lawful_basis", "reliability", "purpose", "factor"],
  ...["support_type", "funding", "owner_role", "outcome", "closure_code", "content_type", "stream"],
  ...["match_name", "match_sound", "retention_class", "marking", "sha256", "path", "gender"],
];

/** What every word of the case begins with, so that one of them is known wherever it turns up. */
export const mark = "qzxvqj";

/**
 * Writes into each text of a case the name of its own table and column. What is a code, a key or has its own check
 * keeps what it says. Sealed words stay sealed: their rows are known by the case they are of.
 */
const markEveryText = (caseId: string, referralId: string) =>
  ask(`
  do $do$ declare c record; begin
    set local session_replication_role = replica; -- what was written once may not be changed otherwise
    for c in
      select t.table_name as t, t.column_name as name, t.data_type = 'jsonb' as is_json,
             case when exists (select from information_schema.columns k where k.table_schema = 'public'
                                  and k.table_name = t.table_name and k.column_name = 'case_id')
                  then 'case_id' else 'referral_id' end as key
        from information_schema.columns t
       where t.table_schema = 'public' and t.data_type in ('text', 'jsonb') and t.column_name <> all (array['${codes.join("','")}'])
         and exists (select from information_schema.columns k where k.table_schema = 'public'
                        and k.table_name = t.table_name and k.column_name in ('case_id', 'referral_id'))
         and not exists (select from pg_constraint f join pg_attribute a on a.attrelid = f.conrelid and a.attnum = any (f.conkey)
                          where f.contype = 'f' and f.conrelid = t.table_name::regclass and a.attname = t.column_name)
    loop
      begin
        execute format(
          case when c.is_json then 'update %1$I set %2$I = %2$I || jsonb_build_object(''words'', %3$L) where %4$I in (%5$L, %6$L) and jsonb_typeof(%2$I) = ''object'''
               else 'update %1$I set %2$I = %3$L where %4$I in (%5$L, %6$L) and %2$I is not null' end,
          c.t, c.name, '${mark}' || c.t || c.name || repeat(' and more of the same', 3), c.key, '${caseId}', '${referralId}');
      exception when check_violation or unique_violation then null;
      end;
    end loop;
  end $do$`);

/** The tables that a case has rows in, whoever may see them. */
export async function tablesOfACase(): Promise<string[]> {
  const rows = await ask<{ t: string }>(`
    select distinct c.table_name as t from information_schema.columns c
      join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and c.column_name in ('case_id', 'referral_id') and t.table_type = 'BASE TABLE'
       and has_table_privilege('casebook_app', format('%I.%I', c.table_schema, c.table_name), 'select')
     order by 1`);
  return rows.map(({ t }) => t);
}

type Row = Record<string, string | number | boolean | object>;

/** Rows of the tables that no factory fills, as they are kept. */
const put = (rows: readonly (readonly [table: string, row: Row])[]) =>
  connected(process.env.TEST_OWNER_URL ?? "", async (client) => {
    await client.query("set session_replication_role = replica");
    for (const [table, row] of rows) {
      const columns = Object.keys(row).join(", ");
      await client.query(
        `insert into ${table} (${columns}) select ${columns} from jsonb_populate_record(null::${table}, $1)`,
        [JSON.stringify(row)],
      );
    }
  });

type Laid = {
  onIt: Awaited<ReturnType<typeof aCase>>;
  item: { id: string; meetingId: string };
  planId: string;
  ids: Record<"action" | "assessment" | "block" | "document" | "information", string>;
};

/** What the case has besides: no page of the application does all of this to one case. */
async function theRest(people: Record<Role, Actor>, { onIt, item, planId, ids }: Laid) {
  const { id: case_id, areaId: area_id, referral, reference } = onIt;
  const { coordinator, chair, provider, gateway_officer: officer, referrer, agency_lead } = people;
  const on = { case_id, area_id };
  const sent = { referral_id: referral.id, area_id };
  const heard = { ...on, item_id: item.id, meeting_id: item.meetingId };
  const school = { organisation_id: referrer.organisationId };
  const author = {
    ...school,
    created_by: referrer.userId,
    added_by_hat: referrer.hatId,
    added_at: at,
  };
  const [clock, comment, addendum] = [randomUUID(), randomUUID(), randomUUID()];
  const key = await owner.dataKey.findUniqueOrThrow({ where: { id: onIt.dataKeyId } });
  const wrapped = key.wrapped ?? new Uint8Array();
  const sealed = (place: string, words: string) =>
    `\\x${Buffer.from(seal({ id: key.id, wrapped }, place, words)).toString("hex")}`;
  await put([
    [
      "case_moves",
      {
        ...on,
        transition: "T07",
        from_status: "info_gathering",
        to_status: "s36_decision",
        moved_by_hat: coordinator.hatId,
        moved_at: at,
      },
    ],
    [
      "case_pauses",
      {
        ...on,
        reason: "police_request",
        paused_by_hat: officer.hatId,
        paused_at: at,
        review_on: day(20),
        ended_by_hat: officer.hatId,
        ended_at: at,
      },
    ],
    [
      "clocks",
      {
        ...on,
        id: clock,
        kind: "s36_decision",
        owner_role: "gateway_officer",
        started_on: day(0),
        due_on: day(9),
      },
    ],
    [
      "clock_steps",
      { ...on, clock_id: clock, step: "reminder", due_on: day(9), told_hats: [], taken_at: at },
    ],
    [
      "case_transfers",
      {
        ...on,
        to_area_id: (await anArea()).id,
        reference,
        stage: "in_support",
        is_child: true,
        summary: "All",
        reason: "A move",
        told_by: "coordinator",
        offered_by_hat: coordinator.hatId,
        offered_at: at,
      },
    ],
    [
      "reviews",
      {
        ...on,
        kind: "review_6m",
        due_on: day(30),
        summary: "So far",
        held_on: day(0),
        outcome: "no_concern",
        held_by_hat: chair.hatId,
      },
    ],
    [
      "s36_decisions",
      {
        ...on,
        decision: "yes",
        statement: true,
        reasons: "For",
        other_reasons: "Against",
        decided_by_hat: officer.hatId,
        decided_at: at,
      },
    ],
    [
      "decision_drafts",
      {
        ...{ ...on, item_id: item.id, hat_id: chair.hatId, saved_at: at },
        sealed: sealed(
          draftPlace(item.id, chair.hatId),
          JSON.stringify({ reasons: `${mark}draft` }),
        ),
      },
    ],
    [
      "panel_papers",
      { ...heard, kind: "support_plan", plan_id: planId, added_by_hat: chair.hatId, added_at: at },
    ],
    [
      "agenda_left_off",
      {
        ...on,
        meeting_id: item.meetingId,
        kind: "monthly_review",
        reason: "Later",
        left_off_by_hat: chair.hatId,
        left_off_at: at,
      },
    ],
    [
      "minute_comments",
      {
        ...{ ...on, id: comment, item_id: item.id, block_id: ids.block },
        organisation_id: coordinator.organisationId,
        sealed_body: sealed(commentPlace(comment), `${mark}comment`),
        written_by_hat: coordinator.hatId,
        written_at: at,
      },
    ],
    [
      "minute_addenda",
      {
        ...{ ...on, id: addendum, block_id: ids.block },
        sealed_body: sealed(addendumPlace(addendum), `${mark}addendum`),
        written_by_hat: chair.hatId,
        written_at: at,
      },
    ],
    [
      "end_reports",
      {
        ...on,
        provider_hat: provider.hatId,
        done: "Talks",
        changed: "Much",
        remains: "Some",
        suggested: "Time",
        held: 1,
        missed: 0,
        written_at: at,
      },
    ],
    [
      "assessment_answers",
      {
        ...on,
        assessment_id: ids.assessment,
        factor: "e01",
        wording: "Asked",
        answer: "unknown",
        evidence: [],
        answered_by_hat: coordinator.hatId,
        answered_at: at,
      },
    ],
    [
      "action_extensions",
      {
        ...on,
        action_id: ids.action,
        from_day: day(1),
        to_day: day(8),
        reason: "Illness",
        extended_by_hat: coordinator.hatId,
        extended_at: at,
      },
    ],
    ["document_audience", { ...on, document_id: ids.document, ...school }],
    ["item_audience", { ...on, item_id: ids.information, ...school }],
    [
      "corroboration_changes",
      {
        ...{ ...on, item_id: ids.information, was: "uncorroborated", became: "disproved" },
        ...{ reasons: "The school", changed_by_hat: coordinator.hatId, changed_at: at },
      },
    ],
    ["person_names", { ...on, person_id: onIt.personId, word: "other" }],
    [
      "screenings",
      {
        ...sent,
        outcome: "continue",
        reasons: "More to learn",
        decided_by_hat: officer.hatId,
        decided_at: at,
        looked_at: [],
      },
    ],
    [
      "deconflictions",
      { ...sent, case_id, outcome: "clear", recorded_by_hat: officer.hatId, recorded_at: at },
    ],
    ["referral_addenda", { ...sent, case_id, ...author, body: "One thing more" }],
    [
      "attachments",
      {
        ...sent,
        case_id,
        ...author,
        name: "letter.pdf",
        content_type: "application/pdf",
        bytes: 1,
        sha256: "x",
        sealed: "\\x01",
        scan: "clean",
      },
    ],
    [
      "referral_deliveries",
      {
        ...sent,
        recipient: "council",
        organisation_id: coordinator.organisationId,
        delivered_at: at,
      },
    ],
    ["equality_records", { ...sent, ethnicity: "Not said" }],
    [
      "person_links",
      {
        ...sent,
        other_referral_id: (await aReferral({ areaId: area_id })).id,
        answer: "same",
        reasons: "One person",
        linked_by_hat: officer.hatId,
        linked_at: at,
      },
    ],
    [
      "notifications",
      {
        area_id,
        user_id: coordinator.userId,
        hat_id: coordinator.hatId,
        kind: "assigned",
        reference,
        path: `/cases/${reference}`,
        created_at: at,
      },
    ],
    [
      "outbox",
      {
        area_id,
        user_id: agency_lead.userId,
        subject: `News of ${reference}`,
        body: reference,
        created_at: at,
        next_try_at: at,
      },
    ],
  ]);
}

const askedOf = ({ organisationId, hatId: forHatId }: Actor) => ({ organisationId, forHatId });

type OfACase = Awaited<ReturnType<typeof aCase>>;

/** Somebody asked in for the case alone, at a meeting that is still to come, with a question and something to do (s.37(4)). */
async function askedInNext(onIt: OfACase, invitee: Actor, calledBy: Actor) {
  const { areaId } = onIt;
  const planned = { areaId, calledBy, heldOn: day(12), status: "planned" };
  const meeting = await aMeeting(planned);
  const seated = { meetingId: meeting.id, kind: "monthly_review", isPresent: false };
  const item = await anItem(onIt, { other: invitee }, seated);
  const where = { meetingId: meeting.id, hatId: invitee.hatId };
  await owner.meetingMember.updateMany({ where, data: { oneItem: true } });
  const request = await aRequest(onIt, { ...askedOf(invitee), askedBy: calledBy });
  const action = await aSupportAction(onIt, calledBy, { owner: invitee });
  return { meeting, item, request, ids: { action: action.id } };
}

/** Everything the application keeps of a case, in one case, every text of it with a word of its own. */
export async function aCaseWithEverything() {
  const { id: areaId } = await anArea();
  const school = await anOrganisation(areaId);
  const people = {} as Record<Role, Actor>;
  for (const role of Object.keys(roleLabels) as Role[]) {
    const organisationId = ["referrer", "agency_lead"].includes(role) ? school.id : undefined;
    people[role] = await anActor(role, { areaId, organisationId });
  }
  const { coordinator, chair, panel_member: conflicted, provider, invitee, referrer } = people;
  const surname = `${mark}surname`;
  const person = { forenames: `${mark}forename`, surname };
  const onIt = await aCase({ areaId, caseStatus: "in_support", referrer, coordinator, person });
  for (const worker of [chair, conflicted, provider]) await aWorker(onIt.id, worker);
  const otherMentor = await anActor("provider", { areaId });
  await aWorker(onIt.id, otherMentor);

  const meeting = await aMeeting({ areaId, calledBy: coordinator, heldOn: day(5) });
  const invitedBefore = await anActor("invitee", { areaId });
  const seats = { chair, health: conflicted, other: invitedBefore } as const;
  const item = await anItem(onIt, seats, { meetingId: meeting.id, kind: "monthly_review" });
  await owner.panelItem.update({ where: { id: item.id }, data: { begunAt: at, endedAt: at } });
  const block = await someMinutes(item, onIt, coordinator, `${mark}minutes`);
  const elsewhere = await aCase({ areaId });
  const invitedElsewhere = await anActor("invitee", { areaId });
  await anItem(elsewhere, { other: invitedElsewhere }, { meetingId: meeting.id });
  const next = await askedInNext(onIt, invitee, coordinator);
  const invited = { hatId: { in: [invitedBefore.hatId, invitedElsewhere.hatId] } };
  await owner.meetingMember.updateMany({ where: invited, data: { oneItem: true } });

  const consent = await aConsent(onIt);
  const { id: planId } = await aPlan(onIt, coordinator);
  const action = await aSupportAction(onIt, coordinator, { owner: provider });
  await aSupportAction(onIt, coordinator, { owner: otherMentor });
  const request = await aRequest(onIt, { organisationId: school.id, askedBy: coordinator });
  const information = await anInformationItem(onIt);
  const document = await aDocument(onIt, coordinator, { bytes: Buffer.from(`${mark}file`) });
  const assessment = await anAssessment(onIt, { author: coordinator, framework: "legacy_22" });
  const need = await aNeed(onIt, coordinator);
  await aNeed(onIt, provider);
  const around = await aPersonAround(onIt, coordinator, { name: `${mark}mother` });
  const form = await aConsentForm(onIt, provider);
  const otherForm = await aConsentForm(onIt, otherMentor);
  const reassessment = await aReassessment(onIt, chair);
  await aTelling(onIt, { by: coordinator });
  const untold = await anUntoldTask(onIt);
  await aSupportNeed(onIt, coordinator);
  const session = await aSession(onIt, provider, { state: "held" });
  const otherSession = await aSession(onIt, otherMentor, { state: "held" });
  const concern = await aSupportConcern(onIt, provider);
  await aSupportConcern(onIt, otherMentor);
  const onward = await anOnwardReferral(onIt, coordinator);
  const ids = {
    ...{ action: action.id, assessment: assessment.id, block: block.id },
    ...{ document: document.id, information: information.id },
  };
  // Of the item that is over there was a request, an action and word as well.
  await aRequest(onIt, { ...askedOf(invitedBefore), askedBy: coordinator });
  await aSupportAction(onIt, coordinator, { owner: invitedBefore });
  for (const hat of [conflicted, invitee, invitedBefore]) {
    const notice = { userId: hat.userId, hatId: hat.hatId, kind: "assigned", createdAt: at };
    const path = `/cases/${onIt.reference}`;
    await owner.notification.create({
      data: { ...notice, areaId, reference: onIt.reference, path },
    });
  }
  // What was said to them before goes from them with the case, and so does what was about to be.
  await owner.outboxMail.create({
    data: {
      ...{ areaId, userId: conflicted.userId, createdAt: at, nextTryAt: at },
      ...{ subject: `News of ${onIt.reference}`, body: onIt.reference },
    },
  });
  const heard = { itemId: item.id, meetingId: item.meetingId, caseId: onIt.id, areaId };
  await owner.panelDecision.create({
    data: {
      ...{ ...heard, outcome: "adopt", reasons: "The panel agreed. ".repeat(5), vote: "agreed" },
      ...{ details: {}, quorum: { isQuorate: true, present: ["chair"], missing: [] } },
      ...{ decidedByHatId: chair.hatId, decidedAt: at },
    },
  });
  await theRest(people, { onIt, item, planId, ids });
  await markEveryText(onIt.id, onIt.referral.id);
  const declared = { declaredAt: at, declaredByHatId: conflicted.hatId };
  const conflict = {
    caseId: onIt.id,
    areaId,
    userId: conflicted.userId,
    nature: "They are cousins",
  };
  await owner.caseConflict.create({ data: { ...conflict, ...declared } });

  return {
    ...{ areaId, people, onIt, item, meeting, ids, document, planId, request, need, around, form },
    consentId: consent.id,
    ...{ reassessment, untold, session, otherSession, concern, onward },
    ofAnother: [otherSession, otherForm].map(({ id }) => id),
    next,
    readers: {
      conflicted,
      invitee,
      invitedBefore,
      invitedElsewhere,
      provider,
      otherArea: await anActor("coordinator", { areaId: (await anArea()).id }),
      otherCoordinator: await anActor("coordinator", { areaId }),
      /** Who keeps the plan from outside the council, in the voluntary sector. */
      planner: await anActor("prevent_coordinator", {
        areaId,
        organisationId: (await anOrganisation(areaId, "voluntary")).id,
      }),
      coordinator,
    },
  };
}

export type Everything = Awaited<ReturnType<typeof aCaseWithEverything>>;
export type Reader = keyof Everything["readers"];

/** What gives the case away, wherever it turns up: a word of it, or what it is kept or spoken of by. */
export function namesOf({ onIt }: Everything): string[] {
  const { id, reference, referral, personId, dataKeyId } = onIt;
  return [
    `${mark}[a-z0-9_]*`,
    id,
    `${reference}(?![0-9])`,
    referral.id,
    `${referral.reference}(?![0-9])`,
    personId,
    dataKeyId,
  ];
}

/** Each word of the case in a text, once, as tables of what a reader may have speak of it. What was asked for by name is no answer. */
export function wordsOfTheCase(it: Everything, text: string, asked = ""): string[] {
  const { reference, referral } = it.onIt;
  const called = (word: string) => {
    if (word.startsWith(mark)) return word.slice(mark.length);
    if (word === reference) return "reference";
    return word === referral.reference ? "reference of the referral" : "key";
  };
  const found = [...text.matchAll(new RegExp(namesOf(it).join("|"), "g"))].map(([word]) => word);
  return [...new Set(found.filter((word) => !asked.includes(word)).map(called))].sort();
}
