import { readdirSync } from "node:fs";
import { request } from "node:http";

import { type APIRequestContext, request as newRequest } from "@playwright/test";

import type { Actor } from "@/lib/access/actor";
import { type Role, roleLabels } from "@/lib/access/labels";
import { sha256 } from "@/lib/crypto/vault";
import { pagesOfTheBuild, routesOfTheBuild } from "@/tests/support/build";
import { doors, frontDoors, openDoors } from "@/tests/support/doors";
import { aDraft } from "@/tests/support/factories";
import { aPdf } from "@/tests/support/files";
import { aFile } from "@/tests/support/intake";
import { cookieFor, expect, test } from "@/tests/support/journey";
import { owner } from "@/tests/support/owner";
import { aTown, type Town } from "@/tests/support/town";

const roles = Object.keys(roleLabels) as Role[];
const baseURL = process.env.APP_ORIGIN ?? "";
const pages = pagesOfTheBuild();

test.describe.configure({ timeout: 240_000 });

let town: Town;
test.beforeAll(async () => {
  town = await aTown();
});

const nobody = () => newRequest.newContext({ baseURL, maxRedirects: 0 });
const isHomeward = (to = "") => new URL(to, baseURL).pathname === "/home";
const as = async (role: Role): Promise<APIRequestContext> =>
  newRequest.newContext({
    baseURL,
    maxRedirects: 0,
    extraHTTPHeaders: { cookie: `casebook=${await cookieFor(town.people[role])}` },
  });

test("every address that the build answers to is a door in the table, and every door is an address", () => {
  const inTable = [...Object.keys(doors), ...openDoors, ...frontDoors];

  expect(routesOfTheBuild().sort()).toEqual(inTable.sort());
  expect(readdirSync(".", { encoding: "utf8" }).includes("pages")).toBe(false);
});

test("nobody who is not signed in gets through a door, whether there is anything behind it or not", async () => {
  const stranger = await nobody();
  for (const [route, { at }] of Object.entries(doors)) {
    const answer = await stranger.get(at(town));

    const [status, to = ""] = [answer.status(), answer.headers().location];
    const isTurnedAway = status === 404 || (status === 307 && /\/sign-in(\?|$)/.test(to));
    expect([route, status, isTurnedAway]).toEqual([route, status, true]);
    expect(await answer.text()).not.toMatch(/Rowan|Marsh/);
  }
  for (const route of openDoors) expect((await stranger.get(route)).status()).toBe(200);
});

for (const role of roles)
  test(`every door opens or is not there, as the table says, for: ${roleLabels[role]} (IS-01)`, async () => {
    const visitor = await as(role);
    const found: Record<string, number> = {};
    const expected: Record<string, number> = {};
    for (const [route, { at, opens }] of Object.entries(doors)) {
      // Pages that open are opened, one by one and for each role, where axe looks at them.
      if (opens.includes(role) && pages.has(route)) continue;
      found[route] = (await visitor.get(at(town))).status();
      expected[route] = opens.includes(role) ? 200 : 404;
    }

    expect(found).toEqual(expected);
  });

test("what is hidden and what is not there are answered alike, word for word (IS-01)", async () => {
  const visitor = await as("provider");
  const { sent, concernId, absent } = town;
  const words = async (path: string) => {
    const answer = await visitor.get(path);
    expect([path, answer.status()]).toEqual([path, 404]);
    return (await answer.text()).match(/<main[\s\S]*<\/main>/)?.[0];
  };

  expect(await words(`/referrals/${sent.reference}`)).toEqual(
    await words("/referrals/R-2026-999999"),
  );
  expect(await words(`/concerns/${concernId}`)).toEqual(await words(`/concerns/${absent}`));
  expect(await words(`/cases/${town.elsewhere.reference}`)).toEqual(
    await words("/cases/PC-2026-999999"),
  );
});

const filesOf = (referralId: string) =>
  owner.attachment.findMany({
    where: { referralId, removedAt: null },
    select: { id: true, sha256: true },
    orderBy: { id: "asc" },
  });

test("a file is there for those who may read what it came with, byte for byte, and for nobody else (IS-01)", async () => {
  const { people, draft, sent, cases, elsewhere } = town;
  const { referrer } = people;
  const away = await aTown();
  const partners: Role[] = ["referrer", "agency_lead", "gateway_officer"];
  const team: Role[] = ["coordinator", "chair", "panel_member", "governance_officer"];
  const files: [what: string, referralId: string, by: Actor, opens: readonly Role[]][] = [
    ["a draft", draft.draftId, referrer, ["referrer"]],
    ["a referral", sent.id, referrer, partners],
    ["a case", cases.gathering.referral.id, referrer, [...partners, ...team]],
    ["a case of others", elsewhere.referral.id, elsewhere.referral.referrer, ["gateway_officer"]],
    ["a referral of another area", away.sent.id, away.people.referrer, []],
  ];
  for (const [what, referralId, by, opens] of files) {
    const file = await aFile(referralId, by);
    const path = `/api/attachments/${file.id}`;
    expect([what, (await (await nobody()).get(path)).status()]).toEqual([what, 404]);
    for (const role of roles) {
      const answer = await (await as(role)).get(path);
      const status = opens.includes(role) ? 200 : 404;
      expect([what, role, answer.status()]).toEqual([what, role, status]);
      expect((await answer.body()).equals(file.bytes)).toBe(status === 200);
    }
  }
});

test("a file is taken in for one's own draft, whoever writes one, and for no other (IS-01)", async () => {
  const writers: Role[] = [
    ...(["referrer", "agency_lead", "gateway_officer", "coordinator", "panel_member"] as const),
  ];
  const send = (visitor: APIRequestContext, draftId: string, origin = baseURL) =>
    visitor.post(`/api/uploads?draft=${draftId}`, {
      headers: { origin },
      multipart: { file: { name: "letter.pdf", mimeType: "application/pdf", buffer: aPdf } },
    });
  const { draftId: theirs } = await aDraft((await aTown()).people.referrer, {});
  for (const writer of writers) {
    const { draftId } = await aDraft(town.people[writer], {});
    const stranger = await send(await nobody(), draftId);
    expect([stranger.status(), stranger.headers().location]).toEqual([303, "/sign-in"]);
    const forged = await send(await as(writer), draftId, "https://elsewhere.example");
    expect(forged.status()).toBe(403);
    for (const role of roles.filter((other) => other !== writer)) {
      const { location = "" } = (await send(await as(role), draftId)).headers();
      expect([writer, role, location.includes("done=added")]).toEqual([writer, role, false]);
    }
    expect(await filesOf(draftId)).toEqual([]);
    await send(await as(writer), theirs);
    expect(await filesOf(theirs)).toEqual([]);

    const { location } = (await send(await as(writer), draftId)).headers();
    expect([writer, location]).toEqual([writer, `/referrals/drafts/${draftId}/files?done=added`]);
    expect(await filesOf(draftId)).toEqual([{ id: expect.anything(), sha256: sha256(aPdf) }]);
  }
});

test("the file of a board's paper is taken in from whoever keeps the papers, and from no other; it is saved, never shown", async () => {
  const { awaitsFile: paper, filed } = town.board;
  const page = `/meetings/governance/papers/${paper}`;
  const send = (visitor: APIRequestContext, name = "spending.pdf") =>
    visitor.post(`/api/uploads?paper=${paper}`, {
      headers: { origin: baseURL },
      multipart: { file: { name, mimeType: "application/pdf", buffer: aPdf } },
    });
  for (const role of roles.filter((other) => other !== "prevent_coordinator"))
    expect([role, (await send(await as(role))).headers().location]).toEqual([
      ...[role, `${page}?problem=lost`],
    ]);
  const keeper = await as("prevent_coordinator");
  const wrong = (await send(keeper, "spending.exe")).headers().location ?? "";
  expect(wrong).toBe(`${page}?problem=wrong_kind`);
  expect(await (await keeper.get(wrong)).text()).toContain("must be a PDF, PNG, JPG, DOCX or TXT");
  expect((await send(keeper)).headers().location).toBe(`${page}?done=paper_file_added`);

  const saved = await keeper.get(`/api/papers/${filed}`);
  expect(saved.headers()).toMatchObject({
    ...{ "content-disposition": expect.stringMatching(/^attachment; filename="spending.pdf"/) },
    ...{ "cache-control": "no-store", "x-content-type-options": "nosniff" },
  });
  expect((await saved.body()).equals(aPdf)).toBe(true);
});

/** The answer to a post that has announced a file and sent none of it. */
const answerToNothing = (path: string, cookie: string) =>
  new Promise<string | undefined>((resolve, reject) => {
    const headers = { origin: baseURL, cookie, "content-length": 5_000_000 };
    const post = request(`${baseURL}${path}`, { method: "POST", agent: false, headers });
    post.once("error", reject).once("response", ({ headers: { location } }) => {
      resolve(location);
      post.destroy();
    });
    post.flushHeaders();
  });

test("whoever may not send a file is told so before any of it is read, whatever it is for (IS-01)", async () => {
  const { draftId } = await aDraft(town.people.referrer, {});
  const cookie = `casebook=${await cookieFor(town.people.auditor)}`;
  const { document, given, plan, cases, board } = town;
  for (const to of [
    `plan=${plan.id}`,
    `paper=${board.awaitsFile}`,
    `draft=${draftId}`,
    `case=${cases.gathering.reference}&document=${document.id}`,
    `case=${cases.supported.reference}&consent=${given}`,
  ])
    expect(await answerToNothing(`/api/uploads?${to}`, cookie)).toMatch(/[?&]problem=lost$/);
});

const steps = ["/sign-in/code", "/sign-in/set-up", "/sign-in/recovery-code"];

test("the steps of signing in lead on those who have taken them, and send back those who have not begun", async () => {
  for (const path of [...steps, "/sign-in/recovery-codes"]) {
    const stranger = await (await nobody()).get(path);
    expect([path, stranger.status()]).toEqual([path, 307]);
    expect(stranger.headers().location).toMatch(/\/sign-in(\?|$)/);
    for (const role of roles) {
      const answer = await (await as(role)).get(path);
      const { location } = answer.headers();
      expect([path, role, answer.status(), isHomeward(location)]).toEqual([path, role, 307, true]);
    }
  }
});
