import { readdirSync, readFileSync } from "node:fs";

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { PageFrame } from "@/components/layout/page-frame";
import { ChildrensNotice } from "@/components/told/childrens-notice";
import { PrivacyNotice } from "@/components/told/privacy-notice";
import { privacyNoticeVersion } from "@/lib/told/labels";
import { openDoors } from "@/tests/support/doors";

const textOf = (path: string) => readFileSync(path, "utf8");
const filesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((path) => path.endsWith(".tsx"))
    .map((path) => `${folder}/${path}`);

/** What somebody reads, without what is around it. */
const wordsOf = (html: string) =>
  html
    .replaceAll(/<(?:h\d|p|li|td|th)[^>]*>/g, ". ")
    .replaceAll(/<[^>]*>/g, " ")
    .split(/[.?!]\s/)
    .map((sentence) => sentence.trim().split(/\s+/).length);

test("the privacy notice is open without an account, to adults and to children (TR-01)", () => {
  expect(openDoors).toEqual(expect.arrayContaining(["/privacy", "/privacy/children"]));
  const notices = [PrivacyNotice, ChildrensNotice].map((Notice) =>
    renderToStaticMarkup(<Notice areas={[]} notice={null} />),
  );

  for (const notice of notices) expect(notice).toContain(privacyNoticeVersion);
  expect(notices[0]).toContain('href="/privacy/children"');
  // Read before anybody has signed in: neither asks who is there.
  for (const path of filesIn("app/(public)"))
    expect([path, /requireActor|requireSession|\bload\(/.test(textOf(path))]).toEqual([
      path,
      false,
    ]);
});

const [north, south] = [
  { id: "11111111-1111-4111-8111-111111111111", name: "Northbridge" },
  { id: "22222222-2222-4222-8222-222222222222", name: "Southwick" },
];
const ofTheNorth = {
  area: north,
  controller: "Northbridge Council and Wyvern Police are responsible together.",
  contact: "Write to the data protection officer at the town hall.",
  childContact: "Ask Sam at the youth centre.",
  link: "https://council.example/privacy",
};

test("TR-01 the notice of an area says who is responsible there, and the children's whom to ask", () => {
  const props = { areas: [north, south], notice: ofTheNorth };
  const [adults, childrens] = [PrivacyNotice, ChildrensNotice].map((Notice) =>
    renderToStaticMarkup(<Notice {...props} />),
  );

  expect(adults).toContain(ofTheNorth.controller);
  expect(adults).toContain(ofTheNorth.contact);
  expect(adults).toContain(`href="${ofTheNorth.link}"`);
  expect(adults).toContain(`href="/privacy/children?area=${north.id}"`);
  expect(adults).toContain(`href="/privacy?area=${south.id}"`);
  expect(childrens).toContain(ofTheNorth.childContact);
  expect(childrens).not.toContain(ofTheNorth.controller);
  expect(childrens).toContain(`href="/privacy/children?area=${south.id}"`);
});

test("TR-01 without an area the notice leads to those that have one, and names none as responsible", () => {
  const html = renderToStaticMarkup(<PrivacyNotice areas={[north]} notice={null} />);

  expect(html).toContain(`href="/privacy?area=${north.id}"`);
  expect(html).not.toContain("In Northbridge");
});

test("the children's notice is in short sentences, and without the words of the law (TR-01)", () => {
  const html = renderToStaticMarkup(<ChildrensNotice areas={[]} notice={null} />);
  const lengths = wordsOf(html);

  expect(lengths.length).toBeGreaterThan(15);
  expect(Math.max(...lengths)).toBeLessThan(30);
  expect(html).not.toMatch(/\bAct\b|terroris|radicalis|lawful|proportionate|statutory/i);
});

test.for([
  ["the referral form", "app/(staff)/referrals/new/page.tsx", ["/privacy?area="]],
  [
    "the consent page",
    "app/(staff)/cases/[ref]/consent/page.tsx",
    ["/privacy", "/privacy/children"],
  ],
] as const)(
  "%s leads to the privacy notice of its area, and to the one for everybody does the foot of every page (TR-01)",
  ([, path, links]) => {
    for (const link of links) expect(textOf(path)).toContain(`<Link href={\`${link}`);
    expect(renderToStaticMarkup(<PageFrame>A page</PageFrame>)).toContain('href="/privacy"');
  },
);

test("every page of a referral says in which language it is, and holds no text in a picture (RF-11)", () => {
  const skeletons = filesIn("app").filter((path) => textOf(path).includes("<html"));
  expect(skeletons.sort()).toEqual(["app/global-error.tsx", "app/layout.tsx"]);
  for (const path of skeletons) expect(textOf(path)).toMatch(/<html lang="en-GB"/);

  const form = [
    ...filesIn("app/(staff)/referrals"),
    ...filesIn("components/referrals"),
    ...filesIn("components/form"),
  ];
  expect(form.filter((path) => path.includes("/drafts/")).length).toBeGreaterThan(8);
  expect(
    form.filter((path) => /<img\b|next\/image|background-image|<canvas\b/.test(textOf(path))),
  ).toEqual([]);
});
