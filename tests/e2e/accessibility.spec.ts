import type { Page } from "@playwright/test";
import { generate } from "otplib";

import { theSystem } from "@/lib/access/actor";
import { type Role, roleLabels } from "@/lib/access/labels";
import { withActor } from "@/lib/db/with-actor";
import { proposeFactor } from "@/lib/sessions/factor/commands";
import { findFactor } from "@/lib/sessions/factor/queries";
import { pagesOfTheBuild } from "@/tests/support/build";
import { doors, openDoors } from "@/tests/support/doors";
import { anActor, anArea } from "@/tests/support/factories";
import { expect, test } from "@/tests/support/journey";
import { owner } from "@/tests/support/owner";
import { aTown, type Town } from "@/tests/support/town";
import { violationsOn } from "@/tests/support/violations";

const roles = Object.keys(roleLabels) as Role[];
const desktop = { width: 1280, height: 800 };
// What is left of 1280 px at 400% zoom, and the narrowest phone.
const narrow = { width: 320, height: 640 };

// One after the other, so that what one reader was shown is known for the next.
test.describe.configure({ mode: "default", timeout: 240_000 });

let town: Town;
test.beforeAll(async () => {
  town = await aTown();
});

/** What axe has against the page as it is, everything folded laid open, and by how much it is too wide for a phone. */
async function faultsOn(page: Page): Promise<unknown[]> {
  await page.evaluate(() => {
    for (const folded of document.querySelectorAll("details")) folded.open = true;
  });
  const violations = await violationsOn(page);
  await page.setViewportSize(narrow);
  const width = await page.evaluate(() => document.documentElement.scrollWidth);
  await page.setViewportSize(desktop);
  return width > narrow.width ? [...violations, `${width} px wide`] : violations;
}

/** What was found on each page, by all it says between its header and its footer, which are the reader's own. */
const lookedAt = new Map<string, unknown[]>();

/** What a page says there, as the server sends it, but for the key that each form has for itself. */
const saidIn = (html: string) =>
  html
    .replace(/<footer[\s\S]*$/, "")
    .replace(/^[\s\S]*<\/header>/, "")
    .replaceAll(/<script[\s\S]*?<\/script>/g, "")
    .replaceAll(/name="key" value="[^"]*"/g, "");

const open = async (page: Page, [route, path]: [string, string]) => {
  const answer = await page.goto(path);
  expect([route, answer?.status()]).toEqual([route, 200]);
  return saidIn((await answer?.text()) ?? "");
};

/** Which pages somebody has looked at, whatever they said. */
const seen = new Set<string>();

/** The faults of a page for one of its readers, and its links. A page that says the same to the next is not looked at again. */
async function lookAt(page: Page, one: [route: string, path: string], isFirst: boolean) {
  const [route, path] = one;
  if (seen.has(path) && !isFirst) {
    const sent = await page.request.get(path);
    expect([route, sent.status()]).toEqual([route, 200]);
    const said = saidIn(await sent.text());
    const known = lookedAt.get(said);
    if (known) return { faults: known, links: linksIn(said) };
  }
  const said = await open(page, one);
  const faults = await faultsOn(page);
  seen.add(path);
  lookedAt.set(said, faults);
  return { faults, links: await linksOn(page) };
}

const linksIn = (html: string) =>
  [...html.matchAll(/<a\b[^>]* href="([^"#]*)/g)].map(([, link = ""]) =>
    link.replaceAll("&amp;", "&"),
  );

const linksOn = (page: Page) =>
  page
    .getByRole("link")
    .evaluateAll((links) => links.map((link) => link.getAttribute("href")?.split("#")[0] ?? ""));

const placeOf = (link: string) => link.split("?")[0] ?? link;

/** Links that have led somewhere. A page that a reader may open is not asked for again in each order and filter. */
const ledSomewhere = new Set<string>();

/** The faults of every page, and every link on them that leads nowhere for this reader. */
async function faultsAt(page: Page, paths: Record<string, string>) {
  const found: [string, unknown][] = [];
  const links = new Map<string, string>();
  for (const one of Object.entries(paths)) {
    const looked = await lookAt(page, one, links.size === 0);
    for (const fault of looked.faults) found.push([one[0], fault]);
    for (const link of looked.links) links.set(link, one[0]);
  }
  for (const path of Object.values(paths)) links.delete(path);
  const opened = new Set(Object.values(paths).map(placeOf));
  for (const [link, route] of links) {
    if (!link.startsWith("/") || (opened.has(placeOf(link)) && ledSomewhere.has(link))) continue;
    const status = (await page.request.get(link)).status();
    if (status === 200) ledSomewhere.add(link);
    else found.push([route, `${link} answers ${status}`]);
  }
  return found;
}

const isPage = (route: string) => pagesOfTheBuild().has(route);

/** The pages that a role may open; not the files. */
const pagesOf = (role: Role) =>
  Object.fromEntries(
    Object.entries(doors)
      .filter(([route, { opens }]) => opens.includes(role) && isPage(route))
      .map(([route, { at }]) => [route, at(town)]),
  );

test("axe finds a picture that has no words and text that is too pale, so that its silence means something", async ({
  page,
}) => {
  const rulesAgainst = async (content: string) => {
    await page.setContent(content);
    return (await violationsOn(page)).map(([rule]) => rule);
  };
  const style = "<style>.pale { color: #999 }</style>";

  expect(await rulesAgainst("<img src='/nothing.png'>")).toContain("image-alt");
  expect(await rulesAgainst(`${style}<p>Words</p>`)).not.toContain("color-contrast");
  for (const words of ["Pale", "Paler", "<b>Pale</b>"])
    expect(await rulesAgainst(`${style}<p>Words</p><p class="pale">${words}</p>`)).toContain(
      "color-contrast",
    );
  // What is hidden has not been looked at yet.
  const folded = (pale: string) => `<style>.folded { ${pale} }</style><p class="folded">Words</p>`;
  expect(await rulesAgainst(folded("color: #999; display: none"))).not.toContain("color-contrast");
  expect(await rulesAgainst(folded("color: #999"))).toContain("color-contrast");
});

for (const role of roles)
  test(`RF-11 no page has a fault that axe finds, scrolls sideways or leads nowhere, for: ${roleLabels[role]}`, async ({
    page,
    signIn,
  }) => {
    await signIn(town.people[role]);

    expect(await faultsAt(page, pagesOf(role))).toEqual([]);
  });

test("nor do the pages for everybody, or the one for what is not there", async ({
  page,
  signIn,
}) => {
  const pages = Object.fromEntries(openDoors.filter(isPage).map((route) => [route, route]));
  expect(await faultsAt(page, pages)).toEqual([]);

  await signIn(town.people.provider);
  for (const path of ["/nowhere", `/cases/${town.elsewhere.reference}/support`, "/referrals"]) {
    await page.goto(path);
    await expect(page.getByRole("heading", { name: "Page not found" })).toBeVisible();
    expect([path, await faultsOn(page)]).toEqual([path, []]);
  }
});

test("nor do lists with nothing in them", async ({ page, signIn }) => {
  const { id: areaId } = await anArea();
  const found = [];
  for (const [route, { at, opens }] of Object.entries(doors)) {
    const [role] = opens;
    if (at(town) !== route || !isPage(route) || /(new|find|grant)$/.test(route) || !role) continue;
    await signIn(await anActor(role, { areaId }));
    found.push(...(await faultsAt(page, { [route]: route })));
  }

  expect(found).toEqual([]);
});

const emptyForms: [Role, route: string, button: string][] = [
  ["referrer", "/concerns/new", "Record concern"],
  ["referrer", "/concerns/[id]/decide", "Record decision"],
  ["referrer", "/referrals/drafts/[id]/check", "Send this referral"],
  ["gateway_officer", "/referrals/[ref]/screen", "Record decision"],
  ["coordinator", "/cases/[ref]/requests/ask", "Ask for information"],
  ["coordinator", "/cases/[ref]/information/add", "Add information"],
  ["coordinator", "/cases/[ref]/consent/give", "Record consent"],
  ["coordinator", "/meetings/new", "Call the meeting"],
  ["chair", "/cases/[ref]/hand-over", "Hand over the case"],
  ["provider", "/cases/[ref]/support/contact", "Record contact"],
  ["prevent_coordinator", "/plan/actions/new", "Add action"],
  ["administrator", "/admin/people/grant", "Give this role"],
];

test("RF-11 nor do forms that say what is wrong", async ({ page, signIn }) => {
  const found = [];
  for (const [role, route, button] of emptyForms) {
    await signIn(town.people[role]);
    await page.goto(doors[route]?.at(town) ?? "");
    await page.getByRole("button", { name: button, exact: true }).click();
    await expect(page.getByRole("heading", { name: "There is a problem" })).toBeVisible();
    for (const fault of await faultsOn(page)) found.push([route, fault]);
  }

  expect(found).toEqual([]);
});

test("nor do the pages of the second factor", async ({ page, signIn }) => {
  const account = await anActor("coordinator", { areaId: town.areaId });
  const { userId } = account;
  const signInHalfway = async () => {
    await signIn(account);
    await owner.session.updateMany({ where: { userId }, data: { factorLevel: 0 } });
  };
  const found: unknown[] = [];
  const look = async (path: string) => {
    await expect(page).toHaveURL(path);
    found.push(...(await faultsOn(page)));
  };

  await withActor(theSystem(), (ctx) => proposeFactor(ctx, userId));
  await signInHalfway();
  await page.goto("/sign-in/set-up");
  await look("/sign-in/set-up");
  const factor = await withActor(theSystem(), (ctx) => findFactor(ctx, userId));
  await page.getByLabel("Code from your app").fill(await generate({ secret: factor?.seed ?? "" }));
  await page.getByRole("button", { name: "Continue" }).click();
  await look("/sign-in/recovery-codes");
  await signInHalfway();
  await page.goto("/sign-in/code");
  await look("/sign-in/code");
  await page.goto("/sign-in/recovery-code");
  await look("/sign-in/recovery-code");

  expect(found).toEqual([]);
});
