import { expect, test } from "vitest";

import { readMarkdown } from "@/lib/markdown";
import { figureLabels, implicationLabels, templateSections } from "@/lib/reports/labels";
import {
  assertCanPublish,
  assertCanSend,
  blocksOf,
  compareVersions,
  insertFigures,
  markingOf,
  missingApprovals,
  mostLines,
  publicPartOf,
  slidesOf,
  slugOf,
  unanswered,
  unknownFigures,
  withCaseworkNote,
} from "@/lib/reports/rules";
import { aFrozenReport, exemptSection, wordsOf } from "@/tests/support/reports";

test.for([
  ["a text", { body: "We asked.", isNone: false }, true],
  ["an explicit none", { body: "", isNone: true }, true],
  ["nothing", { body: "", isNone: false }, false],
  ["spaces", { body: "  \n ", isNone: false }, false],
] as const)("BR-01 a section with %s is answered: %s", ([, section, answered]) => {
  expect(unanswered([section])).toHaveLength(answered ? 0 : 1);
});

test("BR-01 every template has every implication of the Derby report, and what Stockton adds", () => {
  const added = ["risk_assessment", "equality_assessment", "community_strategy"];
  const asked = [
    ...Object.keys(implicationLabels),
    ...added,
    "consultation",
    "wards",
    "background",
  ];
  for (const sections of Object.values(templateSections))
    expect(sections).toEqual(expect.arrayContaining(asked));
});

const legal = { id: "legal", isEnded: false, post: "Head of legal" };
const finance = { id: "finance", isEnded: false, post: "Head of finance" };
const by = (approverId: string, versionNumber: number) => ({ approverId, versionNumber });

test.for([
  ["everybody named has approved this version", [by("legal", 2), by("finance", 2)], []],
  ["one has not", [by("legal", 2)], ["finance"]],
  ["one approved what it was before", [by("legal", 1), by("finance", 2)], ["legal"]],
  ["nobody has", [], ["legal", "finance"]],
] as const)("BR-02 %s", ([, approvals, missing]) => {
  expect(missingApprovals([legal, finance], approvals, 2).map(({ id }) => id)).toEqual(missing);
});

test("BR-02 an officer who is no longer asked holds nothing up", () => {
  expect(missingApprovals([{ ...legal, isEnded: true }], [], 1)).toEqual([]);
});

const text = { code: "summary", body: "Said.", isNone: false } as const;
const draft = { status: "draft", sections: [text], approvers: [legal] } as const;

test.for([
  ["a whole draft", draft, {}, null],
  ["one that was sent already", { ...draft, status: "in_approval" }, {}, /Only a draft/],
  ["a blank section (BR-01)", { ...draft, sections: [{ ...text, body: "" }] }, {}, /BR-01/],
  ["nobody to approve it (BR-02)", { ...draft, approvers: [] }, {}, /BR-02/],
  [
    "a figure that is not there (BR-04)",
    { ...draft, sections: [{ ...text, body: "{{threat.level}}" }] },
    {},
    /no figure/,
  ],
  [
    "a figure that is there",
    { ...draft, sections: [{ ...text, body: "{{threat.level}}" }] },
    { "threat.level": "Substantial" },
    null,
  ],
] as const)("sending %s", ([, report, figures, refusal]) => {
  const send = () => assertCanSend(report, figures);
  if (refusal) expect(send).toThrow(refusal);
  else expect(send).not.toThrow();
});

const sent = { status: "in_approval", latestVersion: 1, approvers: [legal] } as const;

test.for([
  ["BR-02 approved as it stands", { ...sent, approvals: [by("legal", 1)] }, null],
  ["BR-02 not approved", { ...sent, approvals: [] }, /Head of legal/],
  ["BR-02 a draft", { ...sent, status: "draft", approvals: [by("legal", 1)] }, /Send the report/],
  ["BR-05 published", { ...sent, status: "published", approvals: [by("legal", 1)] }, /BR-05/],
] as const)("publishing a report, %s", ([, report, refusal]) => {
  const publish = () => assertCanPublish(report);
  if (refusal) expect(publish).toThrow(refusal);
  else expect(publish).not.toThrow();
});

test("BR-03 the public copy has nothing exempt in it, and says that something was left out", () => {
  const whole = aFrozenReport();
  const said = JSON.stringify(blocksOf(publicPartOf(whole), readMarkdown));

  expect(JSON.stringify(blocksOf(whole, readMarkdown))).toContain(wordsOf(exemptSection));
  expect(said).not.toContain(wordsOf(exemptSection));
  expect(said).not.toContain("Financial");
  expect(said).toContain("Schedule 12A of the Local Government Act 1972, paragraph 3");
  expect(said).toContain(wordsOf("summary"));
});

test("BR-03 what an officer noted for colleagues is not published", () => {
  const approval = { role: "legal", post: "Head of legal", name: "Leah Moss", day: "2026-11-01" };
  const whole = aFrozenReport({ approvals: [{ ...approval, role: "legal", note: "Privileged." }] });

  expect(JSON.stringify(blocksOf(whole, readMarkdown))).toContain("Privileged.");
  const published = JSON.stringify(blocksOf(publicPartOf(whole), readMarkdown));
  expect(published).not.toContain("Privileged.");
  expect(published).toContain("Leah Moss");
});

test("BR-03 a copy with exempt parts is marked with the paragraph, and one without is not", () => {
  expect(markingOf(aFrozenReport())).toMatch(/NOT FOR PUBLICATION.*paragraph 3$/);
  expect(markingOf(publicPartOf(aFrozenReport()))).toBe("OFFICIAL");
});

test.for([
  ["{{plan.red}} are red", "2 are red"],
  ["{{ plan.red }} are red", "2 are red"],
  ["{{casework.referrals}} came", "<5 came"],
  ["{{plan.total}} in all", "not available in all"],
  ["{{cases.names}}", "{{cases.names}}"],
] as const)("BR-04 %s becomes %s", ([typed, shown]) => {
  expect(insertFigures(typed, { "plan.red": "2", "casework.referrals": "<5" })).toBe(shown);
});

test.for([
  ["{{casework.referrals}} came", "Northbridge", /came\n\n.*of Northbridge alone/],
  ["{{plan.red}} are red", "Northbridge", /^{{plan.red}} are red$/],
  ["{{casework.referrals}} came", null, /came$/],
] as const)(
  "%s in a report of more areas than %s says whose casework it counts (3.5)",
  ([text, area, said]) => {
    expect(withCaseworkNote(text, area)).toMatch(said);
  },
);

test("BR-04 a text asks for figures of the list and for no others", () => {
  expect(unknownFigures("{{plan.red}} {{cases.names}} {{toString}}")).toEqual([
    ...["cases.names", "toString"],
  ]);
  expect(
    Object.keys(figureLabels).every((code) => unknownFigures(`{{${code}}}`).length === 0),
  ).toBe(true);
});

test.for([
  ["information", "For information"],
  ["decision", "For decision"],
  ["consultation", "For consultation"],
] as const)("BR-06 a report for %s says so", ([purpose, words]) => {
  const [, facts] = blocksOf(aFrozenReport({ purpose }), readMarkdown);
  expect(facts).toMatchObject({ kind: "facts", rows: expect.arrayContaining([["Status", words]]) });
});

test("paragraphs are numbered within their section, and sections in order", () => {
  const numbers = blocksOf(aFrozenReport(), readMarkdown).flatMap((block) =>
    block.kind === "text" && block.number ? [block.number] : [],
  );
  expect(numbers).toEqual(templateSections.board.map((_, index) => `${index + 1}.1`));
});

test("a slide has one heading and six lines at most, and nothing exempt on it (3.1)", () => {
  const lines = Array.from({ length: 14 }, (_, index) => `- Line ${index + 1}`).join("\n");
  const report = aFrozenReport({
    sections: [
      { code: "summary", body: lines, isNone: false, exemptParagraph: null },
      { code: "financial", body: "Secret sum.", isNone: false, exemptParagraph: 3 },
      { code: "legal", body: "", isNone: true, exemptParagraph: null },
    ],
  });
  const slides = slidesOf(publicPartOf(report), readMarkdown);

  expect(slides.map(({ heading }) => heading)).toEqual([
    ...["Prevent plan", "Summary", "Summary (2)", "Summary (3)"],
  ]);
  expect(Math.max(...slides.map((slide) => slide.lines.length))).toBe(mostLines);
  expect(JSON.stringify(slides)).not.toContain("Secret");
});

test("two versions are compared by section: what went and what came", () => {
  const before = aFrozenReport();
  const after = {
    ...before,
    sections: before.sections.map((one) =>
      one.code === "legal" ? { ...one, body: "Counsel was asked." } : one,
    ),
  };
  expect(compareVersions(before, before)).toEqual([]);
  expect(compareVersions(before, after)).toEqual([
    { code: "legal", removed: [wordsOf("legal")], added: ["Counsel was asked."] },
  ]);
});

test("an address is made of the title, the reference and the key, so that no two areas share one", () => {
  const named = { title: "Prevent: café & plan?", reference: "RPT-2026-000001" };
  const id = "01994c1e-0000-7000-8000-00000000beef";
  expect(slugOf({ ...named, id })).toBe("prevent-cafe-plan-rpt-2026-000001-00beef");
});
