import { type APIRequestContext, type APIResponse, request as newRequest } from "@playwright/test";

import type { Actor } from "@/lib/access/actor";
import { dayOf } from "@/lib/dates";
import { type Asked, scenesOf, theTownOf, townOfTheNext } from "@/tests/support/addresses";
import { aFile } from "@/tests/support/intake";
import { cookieFor, expect, test } from "@/tests/support/journey";
import {
  aCaseWithEverything,
  type Everything,
  mark,
  type Reader,
  wordsOfTheCase,
} from "@/tests/support/outside";
import { owner } from "@/tests/support/owner";
import { textOf } from "@/tests/support/pdf-text";

// One after another: whoever looks, all look at the same case.
test.describe.configure({ mode: "default" });

const baseURL = process.env.APP_ORIGIN ?? "";

type Found = Record<string, string[]>;
type Outsider = Exclude<Reader, "coordinator" | "otherCoordinator">;
const outside: Outsider[] = [
  ...(["conflicted", "invitee", "invitedBefore", "invitedElsewhere", "provider"] as const),
  "otherArea",
  "planner",
];
let it: Everything;
const found = new Map<Reader, Found>();
const counts = new Map<string, string>();
const faults: [reader: Reader, route: string, status: number][] = [];

test.beforeAll(async () => {
  test.setTimeout(400_000);
  it = await aCaseWithEverything();
  const town = await theTownOf(it);
  const files = await filesOfTheCase();
  const readers = [...outside, "coordinator"] as const;
  const visitors = await Promise.all(
    readers.map(async (reader) => {
      const actor = it.readers[reader];
      return { reader, visitor: await visitorAs(actor), searches: await searchesOf(actor) };
    }),
  );
  const ofTheNext = scenesOf(townOfTheNext(town, it));
  for (const [scene, { caseStatus, meetingStatus, asked }] of scenesOf(town).entries()) {
    await owner.case.update({ where: { id: it.onIt.id }, data: { status: caseStatus } });
    await owner.meeting.update({ where: { id: it.meeting.id }, data: { status: meetingStatus } });
    await Promise.all(
      visitors.map(async ({ reader, visitor }) => {
        for (const one of reader === "invitee" ? (ofTheNext[scene]?.asked ?? []) : asked)
          await look(reader, visitor, one);
      }),
    );
  }
  for (const { reader, visitor, searches } of visitors)
    for (const one of [...searches, ...files]) await look(reader, visitor, one);
});

const visitorAs = async (actor: Actor): Promise<APIRequestContext> =>
  newRequest.newContext({
    baseURL,
    maxRedirects: 0,
    extraHTTPHeaders: { cookie: `casebook=${await cookieFor(actor)}` },
  });

/** What they searched for before, which an address leads back to. */
async function searchesOf({ hatId, areaId }: Actor): Promise<Asked[]> {
  const asked = { hatId, areaId, createdAt: new Date() };
  const keep = async (route: string, path: string, kind: string, terms: object) => {
    const search = await owner.savedSearch.create({ data: { ...asked, kind, terms } });
    return { route, path: `${path}${search.id}` };
  };
  // As it was misheard: what somebody typed themselves is no answer.
  const { dateOfBirth } = await owner.person.findUniqueOrThrow({ where: { id: it.onIt.personId } });
  const person = {
    ...{ name: `${mark.slice(1)}forename ${mark.slice(1)}surname`, reason: "A new referral" },
    dateOfBirth: dateOfBirth && dayOf(dateOfBirth),
  };
  return [
    await keep("a search for the name", "/cases?search=", "cases", { words: [mark] }),
    await keep("a search for words", "/cases/search?search=", "texts", { words: "textsbody" }),
    await keep("a search for a person", "/referrals/find/", "people", person),
  ];
}

async function filesOfTheCase(): Promise<Asked[]> {
  const file = await aFile(it.onIt.referral.id, it.people.referrer);
  return [
    { route: "a file of the referral", path: `/api/attachments/${file.id}` },
    { route: "a document", path: `/api/documents/${it.document.versionId}` },
  ];
}

/** What an answer says, in its headers and to whoever opens it. */
async function saidBy(answer: APIResponse): Promise<string> {
  const bytes = await answer.body();
  const isPaper = answer.headers()["content-type"]?.includes("pdf");
  // A line of a calendar is folded where it is long.
  const body = isPaper ? textOf(bytes) : bytes.toString().replaceAll("\r\n ", "");
  return `${JSON.stringify(answer.headers())}\n${body}`;
}

/** What is said at an address to whoever goes there; and if it is there, to a page that fetches it by script. */
async function look(reader: Reader, visitor: APIRequestContext, { route, path }: Asked) {
  const answer = await visitor.get(path);
  const said = [await saidBy(answer)];
  const byScript = `${path}${path.includes("?") ? "&" : "?"}_rsc=`;
  if (answer.ok() && reader !== "coordinator")
    said.push(await saidBy(await visitor.get(byScript, { headers: { rsc: "1" } })));
  if (answer.ok() && path.startsWith("/api/")) said.push(`${mark}opened`);
  if (![200, 404].includes(answer.status())) faults.push([reader, route, answer.status()]);
  const [counted] = said[0]?.match(/(?<=>)(No|Showing \d+) (cases?|actions?)(?=<)/) ?? [];
  if (counted) counts.set(`${reader} ${route}`, counted);
  const words = wordsOfTheCase(it, said.join("\n"), path);
  const known = found.get(reader) ?? {};
  found.set(reader, words.length > 0 ? { ...known, [route]: words } : known);
}
const named = ["peopleforenames", "peoplesurname"];
const listed = [...named, "reference"];
const plan = [
  ...["consent_asked", "delivery", "exit_criteria", "nature", "objective", "provider"],
  "safeguarding_contact",
].map((column) => `support_plans${column}`);
const report = ["changed", "done", "remains", "suggested"].map((column) => `end_reports${column}`);
const held = ["support_sessionscontent", "support_sessionsplace"];
const form = ["key"];
const action = ["actionstitle", "reference"];
const invited = ["actionstitle", "information_requestsquestion", "reference"];
const put = ["person_born", "person_name", "question"].map((name) => `information_requests${name}`);

type May = { said: Found; isNamed?: true; cases?: string; actions?: string };

/** What each may have of the case, and from which address. Whoever may know of it by name is told it on each of its pages. */
const may: Record<Outsider, May> = {
  // IS-18
  conflicted: { said: {}, cases: "No cases" },
  // s.37(4): that their item is there, what they are asked, and what they have to do.
  invitee: {
    ...{ cases: "No cases", actions: "Showing 1 action" },
    said: {
      ...{ "/home": ["reference"], "/meetings/[id]": ["reference"] },
      ...{ "/meetings/[id]/pack": invited, "/meetings/[id]/pack/file": invited },
      "/requests": ["information_requestsperson_name", "reference"],
      "/requests/[id]": [...put, "reference"],
      "/requests/[id]/[answer]": ["information_requestsquestion", "reference"],
      ...{ "/actions": action, "/actions/export": action, "/actions/[id]": action },
      ...{ "/actions/[id]/progress": action, "/actions/[id]/extend": action },
      ...{ "/actions?tab=organisation": action, "/actions?tab=all": action },
      "/actions/export?tab=all": action,
    },
  },
  invitedBefore: { said: {}, cases: "No cases" },
  invitedElsewhere: { said: {}, cases: "No cases" },
  // IS-15
  provider: {
    ...{ isNamed: true, cases: "Showing 1 case", actions: "Showing 1 action" },
    said: {
      ...{ "/home": ["reference"], "/cases": listed, "a search for the name": listed },
      "/cases/[ref]": ["actionstitle", "need_entrieswords"],
      "/cases/[ref]/needs": ["need_entrieswords"],
      "/cases/[ref]/needs/add": form,
      "/cases/[ref]/support": [
        ...["actionsmeasure", "actionstitle", "consent_formsgiven_by"],
        ...plan,
      ],
      "/cases/[ref]/support/contact": form,
      "/cases/[ref]/support/form": form,
      "/cases/[ref]/support/concerns/raise": form,
      "/cases/[ref]/support/report": form,
      "/cases/[ref]/support/sessions": [...report, "support_concernswhat", ...held],
      "/cases/[ref]/support/sessions/[sessionId]": held,
      "/cases/[ref]/support/sessions/plan": form,
      "/cases/[ref]/support/versions/[number]": plan,
      ...{ "/actions": action, "/actions/export": action },
      ...{ "/actions?tab=organisation": action, "/actions?tab=all": action },
      "/actions/export?tab=all": action,
      "/actions/[id]": ["action_extensionsreason", ...action],
      ...{ "/actions/[id]/progress": action, "/actions/[id]/extend": action },
    },
  },
  otherArea: { said: {}, cases: "No cases" },
  // 3.6: the plan is theirs, and there is no list of cases to open.
  planner: { said: {}, actions: "No actions" },
};

/** Without the name at the head of each page of the case, for those who may know of it. */
function besidesTheName(said: Found): Found {
  const rest = Object.entries(said).map(([route, words]): [string, string[]] => {
    const isOfTheCase = route.startsWith("/cases/[ref]");
    return [route, words.filter((word) => !isOfTheCase || !named.includes(word))];
  });
  return Object.fromEntries(rest.filter(([, words]) => words.length > 0));
}

for (const reader of outside)
  test(`no page, list, count, search, pack, feed, export, file or mail tells ${reader} more than is theirs (IS-01, IS-15, IS-18)`, async () => {
    const { said, isNamed, cases, actions = "No actions" } = may[reader];
    const told = found.get(reader) ?? {};
    expect(isNamed ? besidesTheName(told) : told).toEqual(said);
    expect(counts.get(`${reader} /cases`)).toBe(cases);
    expect(counts.get(`${reader} /actions?tab=all`)).toBe(actions);

    const { userId } = it.readers[reader];
    const mails = await owner.outboxMail.findMany({ where: { userId } });
    expect(wordsOfTheCase(it, JSON.stringify(mails))).toEqual([]);
  });

test("whoever runs the case is told of it nearly everywhere, and no page failed, so that silence means something", () => {
  const told = found.get("coordinator") ?? {};

  expect(faults).toEqual([]);
  expect(Object.keys(told).length).toBeGreaterThan(80);
  expect(Object.keys(besidesTheName(told)).length).toBeGreaterThan(60);
  expect(told).toMatchObject({
    "a search for the name": listed,
    "a search for words": expect.arrayContaining(["reference"]),
    "a search for a person": ["reference of the referral"],
    "a file of the referral": ["opened"],
    "a document": expect.arrayContaining(["file", "opened"]),
    "/meetings/[id]/pack/file": expect.arrayContaining(["reference"]),
    "/meetings/[id]/minutes/[blockId]/text": expect.arrayContaining(["minutes", "addendum"]),
    "/actions/export?tab=all": action,
    "/cases/[ref]/chronology/print": expect.arrayContaining(["information_itemsbody"]),
  });
});
