import { readdirSync, readFileSync } from "node:fs";

import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import ChildrensPrivacyPage from "@/app/(public)/privacy/children/page";
import PrivacyPage from "@/app/(public)/privacy/page";
import { PageFrame } from "@/components/layout/page-frame";
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
  const notices = [PrivacyPage, ChildrensPrivacyPage].map((Notice) =>
    renderToStaticMarkup(<Notice />),
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

test("the children's notice is in short sentences, and without the words of the law (TR-01)", () => {
  const html = renderToStaticMarkup(<ChildrensPrivacyPage />);
  const lengths = wordsOf(html);

  expect(lengths.length).toBeGreaterThan(15);
  expect(Math.max(...lengths)).toBeLessThan(30);
  expect(html).not.toMatch(/\bAct\b|terroris|radicalis|lawful|proportionate|statutory/i);
});

test.for([
  ["the referral form", "app/(staff)/referrals/new/page.tsx", ["/privacy"]],
  [
    "the consent page",
    "app/(staff)/cases/[ref]/consent/page.tsx",
    ["/privacy", "/privacy/children"],
  ],
] as const)(
  "%s leads to the privacy notice, and so does the foot of every page (TR-01)",
  ([, path, links]) => {
    for (const link of links) expect(textOf(path)).toContain(`<Link href="${link}">`);
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
