import { beforeAll, expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { viewAssessment, viewDraft } from "@/lib/assessments/queries";
import { openAttachment } from "@/lib/attachments/queries";
import { viewLog } from "@/lib/audit/queries";
import { viewAccess } from "@/lib/cases/access/queries";
import { viewAround, viewOneAround } from "@/lib/cases/around/queries";
import { listHandedToPolice } from "@/lib/cases/handed/queries";
import { printHistory, viewHistory } from "@/lib/cases/history/queries";
import { viewHandOverAll } from "@/lib/cases/leads/queries";
import { countCases, listCases } from "@/lib/cases/list/queries";
import { viewNeed, viewNeeds } from "@/lib/cases/needs/queries";
import { viewCase } from "@/lib/cases/overview/queries";
import { viewPause } from "@/lib/cases/pauses/queries";
import { viewSection36 } from "@/lib/cases/section-36/queries";
import { viewTexts } from "@/lib/cases/texts/queries";
import { viewHandOver } from "@/lib/cases/workers/queries";
import { listLate } from "@/lib/clocks/late/queries";
import { getForm } from "@/lib/consent/forms/queries";
import { viewConsent } from "@/lib/consent/queries";
import { getReassessment } from "@/lib/consent/refusals/queries";
import { viewConsentToAttach } from "@/lib/consent/signed/queries";
import { Prisma } from "@/lib/db/generated/client";
import { type Context, withActor } from "@/lib/db/with-actor";
import { openVersion, viewDocument, viewDocuments } from "@/lib/documents/queries";
import { Refusal } from "@/lib/errors";
import { viewHome } from "@/lib/home/queries";
import { listRequestsToAnswer, viewRequestToAnswer } from "@/lib/information/answers/queries";
import { viewItem, viewItems } from "@/lib/information/items/queries";
import { viewRequest, viewRequests } from "@/lib/information/requests/queries";
import { listMessages, listNotices } from "@/lib/notices/queries";
import { viewAgenda } from "@/lib/panels/agenda/queries";
import { exportCalendar, exportCalendarEntry } from "@/lib/panels/calendar/queries";
import { viewCasePanel } from "@/lib/panels/case-file/queries";
import { listMeetings, viewMeeting } from "@/lib/panels/meetings/queries";
import { exportBlock, viewBlock, viewMinutes } from "@/lib/panels/minutes/queries";
import { exportPack, viewPack } from "@/lib/panels/packs/queries";
import { viewPapers } from "@/lib/panels/papers/queries";
import { listItems, viewItem as viewAgendaItem } from "@/lib/panels/queries";
import { findSittingVersion, viewSitting, viewSittingItem } from "@/lib/panels/sitting/queries";
import { viewAtCouncil, viewAtGateway } from "@/lib/referrals/gateway/queries";
import { listMyReferrals, printReferral, viewReferral } from "@/lib/referrals/queries";
import { listCouncilQueue, listGatewayQueue } from "@/lib/referrals/queue/queries";
import { viewReviews } from "@/lib/reviews/queries";
import { viewPlanVersion } from "@/lib/support/needs/queries";
import { getOnward } from "@/lib/support/onward/queries";
import { viewSupport } from "@/lib/support/queries";
import { getConcernToAnswer, getSession, viewSessions } from "@/lib/support/sessions/queries";
import { getUntold, listUntold, viewTold } from "@/lib/told/queries";
import { exportActions, listActions, viewAction } from "@/lib/tracker/queries";
import { listOffers, viewTransfers } from "@/lib/transfers/queries";
import { ask } from "@/tests/support/catalogue";
import {
  aCaseWithEverything,
  type Everything,
  mark,
  namesOf,
  type Reader,
  tablesOfACase,
  wordsOfTheCase,
} from "@/tests/support/outside";
import { owner } from "@/tests/support/owner";

let it: Everything;
beforeAll(async () => {
  it = await aCaseWithEverything();
});

/** Every column that the application may read of every table, as one text for each row. */
async function readEverything(pattern: string): Promise<string> {
  const tables = await ask<{ t: string; columns: string }>(`
    select c.table_name as t, string_agg(quote_ident(c.column_name) || '::text', ', ') as columns
      from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where c.table_schema = 'public' and t.table_type = 'BASE TABLE'
       and has_column_privilege('casebook_app', format('%I.%I', c.table_schema, c.table_name)::regclass, c.column_name, 'select')
     group by 1`);
  return tables
    .map(
      ({ t, columns }) =>
        `select '${t}' as t, count(*)::int as n from ${t} where concat_ws(' ', ${columns}) ~ '${pattern}'`,
    )
    .join(" union all ");
}

/** How many rows of which tables say anything of the case, to this reader. */
async function rowsFor(reader: Reader): Promise<Record<string, number>> {
  const sql = await readEverything(namesOf(it).join("|"));
  const rows = await withActor(it.readers[reader], ({ tx }) =>
    tx.$queryRaw<{ t: string; n: number }[]>(Prisma.raw(sql)),
  );
  return Object.fromEntries(rows.filter(({ n }) => n > 0).map(({ t, n }) => [t, n]));
}

type Question = (ctx: Context, asked: Everything, searches: Searches) => Promise<unknown>;
type Searches = { cases: string; texts: string };

const sorted = { sort: "opened", dir: "desc", page: 1 } as const;

/** What stands behind each page, list, count, search, pack, feed, export and file. */
const questions: Record<string, Question> = {
  home: (ctx) => viewHome(ctx),
  "the count of cases": (ctx) => countCases(ctx, {}, null),
  cases: (ctx) => listCases(ctx, sorted),
  "a search for the name": (ctx, _, { cases }) => listCases(ctx, { ...sorted, search: cases }),
  "a search for words": (ctx, _, { texts }) => viewTexts(ctx, { search: texts }),
  "handed to the police": (ctx) => listHandedToPolice(ctx, 1),
  "hand over all": (ctx) => viewHandOverAll(ctx),
  case: (ctx, { onIt }) => viewCase(ctx, onIt.reference),
  access: (ctx, { onIt }) => viewAccess(ctx, onIt.reference, null),
  assessment: (ctx, { onIt }) => viewAssessment(ctx, onIt.reference),
  "assessment draft": (ctx, { onIt }) => viewDraft(ctx, onIt.reference),
  chronology: (ctx, { onIt }) => viewHistory(ctx, onIt.reference, null),
  "printed chronology": (ctx, { onIt }) => printHistory(ctx, onIt.reference, {}, "supervision"),
  consent: (ctx, { onIt }) => viewConsent(ctx, onIt.reference),
  "consent form": (ctx, { form }) => getForm(ctx, form.id),
  reassessment: (ctx, { reassessment }) => getReassessment(ctx, reassessment.id),
  "signed form of a consent": (ctx, { onIt, consentId }) =>
    viewConsentToAttach(ctx, onIt.reference, consentId),
  documents: (ctx, { onIt }) => viewDocuments(ctx, onIt.reference, 1),
  document: (ctx, { onIt, document }) => viewDocument(ctx, onIt.reference, document.id),
  "document file": (ctx, { document }) => openVersion(ctx, document.versionId),
  attachment: async (ctx, { onIt }) => openAttachment(ctx, await attachmentOf(onIt.id)),
  "hand over": (ctx, { onIt }) => viewHandOver(ctx, onIt.reference),
  items: (ctx, { onIt }) => viewItems(ctx, onIt.reference),
  item: (ctx, { onIt, ids }) => viewItem(ctx, onIt.reference, ids.information),
  requests: (ctx, { onIt }) => viewRequests(ctx, onIt.reference),
  request: (ctx, { onIt, request }) => viewRequest(ctx, onIt.reference, request.id),
  "requests to answer": (ctx) => listRequestsToAnswer(ctx),
  "request to answer": (ctx, { request }) => viewRequestToAnswer(ctx, request.id),
  needs: (ctx, { onIt }) => viewNeeds(ctx, onIt.reference),
  need: (ctx, { onIt, need }) => viewNeed(ctx, onIt.reference, need.entryId),
  "panel of the case": (ctx, { onIt }) => viewCasePanel(ctx, onIt.reference),
  pause: (ctx, { onIt }) => viewPause(ctx, onIt.reference),
  people: (ctx, { onIt }) => viewAround(ctx, onIt.reference),
  "one of the people": (ctx, { onIt, around }) => viewOneAround(ctx, onIt.reference, around.id),
  reviews: (ctx, { onIt }) => viewReviews(ctx, onIt.reference),
  "section 36": (ctx, { onIt }) => viewSection36(ctx, onIt.reference),
  support: (ctx, { onIt }) => viewSupport(ctx, onIt.reference),
  "plan version": (ctx, { onIt }) => viewPlanVersion(ctx, onIt.reference, 1),
  sessions: (ctx, { onIt }) => viewSessions(ctx, onIt.reference),
  session: (ctx, { session }) => getSession(ctx, session.id),
  "another mentor's session": (ctx, { otherSession }) => getSession(ctx, otherSession.id),
  "support concern": (ctx, { concern }) => getConcernToAnswer(ctx, concern.id),
  "onward referral": (ctx, { onward }) => getOnward(ctx, onward.id),
  told: (ctx, { onIt }) => viewTold(ctx, onIt.reference),
  "not told": (ctx) => listUntold(ctx),
  "one not told": (ctx, { untold }) => getUntold(ctx, untold.id),
  transfers: (ctx, { onIt }) => viewTransfers(ctx, onIt.reference),
  offers: (ctx) => listOffers(ctx),
  meetings: (ctx) => listMeetings(ctx, { past: true, page: 1 }),
  "meetings to come": (ctx) => listMeetings(ctx, { past: false, page: 1 }),
  meeting: (ctx, { meeting }) => viewMeeting(ctx, meeting.id),
  "items of the meeting": (ctx, { meeting }) => listItems(ctx, meeting.id),
  agenda: (ctx, { meeting }) => viewAgenda(ctx, meeting.id),
  "agenda item": (ctx, { item }) => viewAgendaItem(ctx, item.id),
  papers: (ctx, { item }) => viewPapers(ctx, item.id),
  pack: (ctx, { meeting }) => viewPack(ctx, meeting.id),
  "pack on paper": (ctx, { meeting }) => exportPack(ctx, meeting.id),
  sitting: (ctx, { meeting }) => viewSitting(ctx, meeting.id),
  "item in the sitting": (ctx, { item }) => viewSittingItem(ctx, item.id),
  "version of the sitting": (ctx, { meeting }) => findSittingVersion(ctx, meeting.id),
  minutes: (ctx, { meeting }) => viewMinutes(ctx, meeting.id),
  "block of the minutes": (ctx, { ids }) => viewBlock(ctx, ids.block),
  "minutes for others": (ctx, { ids }) =>
    exportBlock(ctx, ids.block, { purpose: "inspection", without: [] }),
  "calendar feed": (ctx) => exportCalendar(ctx),
  "calendar entry": (ctx, { meeting }) => exportCalendarEntry(ctx, meeting.id),
  actions: (ctx) => listActions(ctx, { tab: "mine" }),
  "actions of the team": (ctx) => listActions(ctx, { tab: "all" }),
  "actions as a file": (ctx) => exportActions(ctx, {}),
  action: (ctx, { ids }) => viewAction(ctx, ids.action),
  late: (ctx) => listLate(ctx, {}),
  referral: (ctx, { onIt }) => viewReferral(ctx, onIt.referral.reference),
  "printed referral": (ctx, { onIt }) => printReferral(ctx, onIt.referral.reference),
  "referral at the gateway": (ctx, { onIt }) => viewAtGateway(ctx, onIt.referral.reference),
  "referral at the council": (ctx, { onIt }) => viewAtCouncil(ctx, onIt.referral.reference),
  "own referrals": (ctx) => listMyReferrals(ctx, 1),
  "gateway queue": (ctx) => listGatewayQueue(ctx, { status: "taken_forward", page: 1 }),
  "council queue": (ctx) => listCouncilQueue(ctx, { status: "taken_forward", page: 1 }),
  notices: (ctx) => listNotices(ctx),
  messages: (ctx) => listMessages(ctx),
  log: (ctx) => viewLog(ctx, {}),
};

const attachmentOf = async (caseId: string) =>
  (await owner.attachment.findFirstOrThrow({ where: { caseId }, select: { id: true } })).id;

async function searchesOf({ hatId, areaId }: Actor): Promise<Searches> {
  const asked = { hatId, areaId, createdAt: new Date() };
  const keep = (kind: string, terms: object) =>
    owner.savedSearch.create({ data: { ...asked, kind, terms }, select: { id: true } });
  const cases = await keep("cases", { words: [mark] });
  const texts = await keep("texts", { words: "reasons" });
  return { cases: cases.id, texts: texts.id };
}

/** What each question tells this reader of the case. A page that is not there tells nothing; a fault is no answer, and shows. */
async function answers(reader: Reader): Promise<Record<string, string[]>> {
  const actor = it.readers[reader];
  const searches = await searchesOf(actor);
  const found: Record<string, string[]> = {};
  // Whoever is asked in to the next meeting asks of that one, and of what is put to them there.
  const { ids, ...next } = it.next;
  const asked =
    reader === "invitee" ? { ...it, ...next, ids: { ...it.ids, action: ids.action } } : it;
  for (const [name, question] of Object.entries(questions)) {
    const answer = await withActor(actor, (ctx) => question(ctx, asked, searches)).catch(
      (refusal) => (refusal instanceof Refusal ? null : `${mark}fault`),
    );
    const said = wordsOfTheCase(it, JSON.stringify(answer ?? null));
    if (said.length > 0) found[name] = said;
  }
  return found;
}

const key = ["key", "reference"];
const named = ["peopleforenames", "peoplesurname", "reference"];
const planned = [
  ...["consent_asked", "delivery", "exit_criteria", "nature", "objective", "provider"],
  "safeguarding_contact",
].map((column) => `support_plans${column}`);
const actions = ["actionstitle", "reference"];
const asked = ["person_born", "person_name", "question"].map(
  (column) => `information_requests${column}`,
);
const putToThem = [...asked, ...key];
const invited = [...actions, "information_requestsquestion"];
const report = ["changed", "done", "remains", "suggested"].map((column) => `end_reports${column}`);

type May = { rows: Record<string, number>; answers: Record<string, string[]> };

/** What each reader may have of the case: how many rows of which table, and which answer tells what. All else is nothing. */
const may: Record<Exclude<Reader, "coordinator">, May> = {
  // IS-18: that they have declared a conflict, and the wrapped key that everybody of the area may hold.
  conflicted: { rows: { case_conflicts: 1, data_keys: 1 }, answers: {} },
  // s.37(4): that their item is there, what they are asked and what they have to do; not who else, nor anything of the case.
  invitee: {
    rows: {
      ...{ actions: 1, case_texts: 2, cases: 1, data_keys: 1, information_requests: 1 },
      ...{ notifications: 1, panel_attendees: 1 },
    },
    answers: {
      ...{ home: ["reference"], meeting: invited, pack: invited, "pack on paper": invited },
      "requests to answer": putToThem,
      "request to answer": putToThem,
      ...{ actions, "actions of the team": actions, "actions as a file": actions },
      ...{ action: [...actions, "key"], notices: ["reference"] },
    },
  },
  // s.37(4): of an item that is over nothing is left, not even what was said to them of it.
  invitedBefore: { rows: { data_keys: 1 }, answers: {} },
  invitedElsewhere: { rows: { data_keys: 1 }, answers: {} },
  // IS-15: the plan, and what is their own of the actions, needs, forms, sessions, concerns and reports.
  provider: {
    rows: {
      ...{ action_extensions: 1, actions: 1, case_readers: 1, case_texts: 3, case_workers: 1 },
      ...{ cases: 1, consent_forms: 1, data_keys: 1, end_reports: 1, need_entries: 1, people: 1 },
      ...{ person_names: 1, support_concerns: 1, support_plans: 1, support_sessions: 1 },
    },
    answers: {
      ...{ home: ["reference"], cases: named, "a search for the name": named },
      case: ["actionstitle", "need_entrieswords", "reference"],
      needs: ["need_entrieswords"],
      support: ["actionsmeasure", ...actions, "consent_formsgiven_by", ...key, ...planned],
      "plan version": ["reference", ...planned],
      sessions: [
        ...[...key, ...report, "support_concernswhat", "support_sessionscontent"],
        "support_sessionsplace",
      ],
      session: [
        ...[...named, "key", "peoplepostcode", "support_sessionscontent", "support_sessionsplace"],
      ],
      ...{ actions, "actions of the team": actions, "actions as a file": actions },
      action: ["action_extensionsreason", "actionstitle", ...key],
    },
  },
  otherArea: { rows: {}, answers: {} },
  // 3.6: every right over the plan, and no case by any road.
  planner: { rows: {}, answers: {} },
  // The council's queue knows how far a referral of its area is, and no more of it (IS-17).
  otherCoordinator: {
    rows: { data_keys: 1, referral_deliveries: 1, referrals: 1 },
    answers: {
      referral: ["reference of the referral"],
      "referral at the council": ["reference of the referral"],
      "council queue": ["reference of the referral"],
    },
  },
};

const outside = Object.keys(may) as (keyof typeof may)[];
const inOrder = (found: Record<string, string[]>) =>
  Object.fromEntries(
    Object.entries(found).map(([name, words]) => [name, [...new Set(words)].sort()]),
  );

/** A concern is not yet of a case, and the stub is of cases that the police manage. */
const notOfThisCase = ["concerns", "police_led_stubs"];

test("the case has a row in every table that holds something of a case", async () => {
  const { id, referral } = it.onIt;
  const empty: string[] = [];
  for (const table of await tablesOfACase()) {
    const [found] = await ask<{ n: number }>(
      `select count(*)::int as n from ${table} t where t::text ~ '${id}|${referral.id}'`,
    );
    if (!found?.n) empty.push(table);
  }

  expect(empty).toEqual(notOfThisCase);
});

test.for(outside)(
  "no row of any table tells %s more of the case than is theirs (IS-01, IS-15, IS-18)",
  async (reader) => {
    expect(await rowsFor(reader)).toEqual(may[reader].rows);
  },
);

test.for(outside)(
  "no page, list, count, search, pack, feed, export, file or notice tells %s more (IS-01, IS-15, IS-18)",
  async (reader) => {
    expect(await answers(reader)).toEqual(inOrder(may[reader].answers));
  },
);

test("a mentor does not find another mentor's session or form among their own (IS-15)", async () => {
  const searches = await searchesOf(it.readers.provider);
  const found: string[] = [];
  for (const [name, question] of Object.entries(questions)) {
    const asked = withActor(it.readers.provider, (ctx) => question(ctx, it, searches));
    const said = JSON.stringify((await asked.catch(() => null)) ?? null);
    if (it.ofAnother.some((id) => said.includes(id))) found.push(name);
  }

  expect(found).toEqual([]);
});

test("whoever runs the case finds it behind nearly every question, so that silence means something", async () => {
  const rows = await rowsFor("coordinator");
  const found = await answers("coordinator");

  expect(Object.keys(rows).length).toBeGreaterThan(45);
  expect(Object.keys(found).length).toBeGreaterThan(45);
});
