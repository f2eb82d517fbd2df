import { expect, test } from "vitest";

import {
  type Checked,
  checkRows,
  countRows,
  type Existing,
  leftOut,
  type Surroundings,
} from "@/lib/plans/rows/rules";
import {
  headingRowOf,
  headingsOf,
  likeness,
  type Mapping,
  remember,
  rowsUnder,
  suggest,
} from "@/lib/plans/sheet/rules";
import { readSpreadsheet } from "@/lib/spreadsheets/read";
import type { Cell, Sheet } from "@/lib/spreadsheets/rules";
import { aMessyWorkbook, messyHeadings } from "@/tests/support/workbook";

const aSheet = (...lines: (string | Cell)[][]): Sheet => ({
  name: "",
  rows: lines.map((line, index) => ({
    number: index + 1,
    cells: Object.fromEntries(
      line.map((cell, column) => [column, typeof cell === "string" ? { text: cell } : cell]),
    ),
  })),
});

const id = (digit: number) => `00000000-0000-4000-8000-00000000000${digit}`;
const long = "It is asked of everybody, so nobody is singled out.";
const surroundings: Surroundings = {
  ...{ scheme: "prevent_2023", planStart: "2026-04-01", planEnd: "2027-03-31" },
  themes: [
    { id: id(1), title: "Channel" },
    { id: id(2), title: "Training & referral pathways" },
  ],
  organisations: [{ id: id(3), name: "Wyvern Police" }],
  areas: [{ id: id(4), name: "Northbridge" }],
  existing: [],
  choices: {},
};
const fallbacks: Mapping["fallbacks"] = {
  ...{ theme: id(1), objective: "intervene_2023", workstream: "prevent", priority: "medium" },
  ...{ ownerRole: "Prevent lead", evidenceBasis: "local" },
  ...{ proportionality: long, cohesionImpact: long },
};

/** The rows under a line of headings, checked under what the headings suggest. */
function check(lines: (string | Cell)[][], around: Partial<Surroundings> = {}): Checked {
  const sheet = aSheet(...lines);
  const mapping = { columns: suggest(headingsOf(sheet)), fallbacks };
  return checkRows(rowsUnder(sheet), mapping, { ...surroundings, ...around });
}

const head = ["Ref", "Action", "Lead agency", "Deadline"];
const good = ["1.1", "Brief every school", "wyvern police", "31/12/2026"];
const said = ({ problems }: Checked, level: "error" | "warning") =>
  problems.filter((one) => one.level === level).map(({ cell, text }) => `${cell}: ${text}`);

test("the headings are found under a title, and the sheet that is most like a plan is taken", () => {
  const sheet = aSheet(["Prevent plan", "", ""], ["drawn up by", "the group"], head, good);

  expect(headingRowOf(sheet)?.number).toBe(3);
  expect(likeness(sheet)).toBeGreaterThan(likeness(aSheet(["Name", "Telephone"], ["a", "b"])));
  expect(rowsUnder(sheet)).toHaveLength(1);
});

test("each heading suggests what it is, once, and what was chosen before comes first", () => {
  const headings = headingsOf(aSheet(["Ref", "Ref no", "What we will do", "Bingo", "Owner"], good));

  expect(suggest(headings)).toEqual({ reference: 0, text: 2, owner: 4 });
  expect(suggest(headings, { bingo: "text", "ref no": "reference" })).toEqual({
    ...{ reference: 1, text: 3, owner: 4 },
  });
  expect(remember(headings, { columns: { text: 3 }, fallbacks: {} })).toEqual({ bingo: "text" });
});

test("a whole row is a new action, with what a silent row says", () => {
  const checked = check([head, good]);

  expect(checked.problems).toEqual([]);
  expect(checked.rows).toEqual([
    expect.objectContaining({
      ...{ number: 2, outcome: "added", reference: "1.1" },
      details: expect.objectContaining({
        ...{ ownerOrganisationId: id(3), startDay: "2026-04-01", dueDay: "2026-12-31" },
        ...{ themeId: id(1), priority: "medium", proportionality: long },
      }),
      standing: undefined,
    }),
  ]);
});

// prettier-ignore
test.for<[string, string[], string]>([
  ["no reference", ["", ...good.slice(1)], "A2: Enter a reference, like 3.2"],
  [
    "a reference with spaces",
    ["Action 3", ...good.slice(1)],
    "A2: Reference must be letters and numbers without spaces, like 3.2",
  ],
  ["no words", ["1.1", "", "wyvern police", "31/12/2026"], "B2: Enter what will be done"],
  [
    "an owner that nobody knows",
    ["1.1", "Do it", "The Scouts", "31/12/2026"],
    "C2: There is no organisation here called “The Scouts”",
  ],
  ["no owner", ["1.1", "Do it", "", "31/12/2026"], "C2: Select which organisation leads"],
  ["no date", ["1.1", "Do it", "wyvern police", ""], "D2: Enter the due date"],
  [
    "a date that could be two",
    ["1.1", "Do it", "wyvern police", "03/04/2026"],
    "D2: “03/04/2026” could be 3 Apr or 4 Mar. Write it like 31 Dec 2026",
  ],
  [
    "a day before the start",
    ["1.1", "Do it", "wyvern police", "31/12/2025"],
    "D2: Due date must be the same as or after the start date",
  ],
  [
    "words too many",
    ["1.1", "x".repeat(1001), "wyvern police", "31/12/2026"],
    "B2: Action must be 1,000 characters or fewer",
  ],
])("a row with %s has a mistake, named by its cell", ([, row, expected]) => {
  const checked = check([head, row]);

  expect(said(checked, "error")).toEqual([expected]);
  expect(countRows(checked.rows)).toMatchObject({ wrong: 1, added: 0 });
});

test("a reference that two rows have is a mistake in both, since nobody can say which is right", () => {
  const checked = check([head, good, ["1.2", ...good.slice(1)], good]);

  expect(said(checked, "error")).toEqual([
    "A2: “1.1” is also the reference of row 4",
    "A4: “1.1” is also the reference of row 2",
  ]);
  expect(countRows(checked.rows)).toMatchObject({ wrong: 2, added: 1 });
});

test("what is only to be looked at is said by cell, and stops nothing", () => {
  const checked = check([
    [...head, "Theme", "Start"],
    ["1.1", "=1+1", "wyvern police", "Dec 2027", { text: "Channel", note: "merged" }, ""],
    [{ text: "1.2", note: "formula" }, "Do it", "wyvern police", "46387", "channel", "1/5/2026"],
  ]);

  expect(said(checked, "error")).toEqual([
    "F3: “1/5/2026” could be 1 May or 5 Jan. Write it like 31 Dec 2026",
  ]);
  expect(said(checked, "warning")).toEqual([
    "B2: “=1+1” is kept as text, and is never calculated",
    "E2: “Channel” is taken from the merged cell above",
    "D2: “Dec 2027” is read as the last day of the month, 31 Dec 2027",
    "F2: There is no start date, so it starts with the plan",
    "D2: 31 Dec 2027 is outside the period of the plan",
    "A3: This is a formula. Its last result, “1.2”, is taken",
    "D3: “46387” is read as 31 Dec 2026",
  ]);
  expect(countRows(checked.rows)).toMatchObject({ added: 1, wrong: 1 });
});

test("a name that nobody knows is asked for once, and what it stands for, or that its rows stay out, decides", () => {
  const lines = [
    [...head, "Theme"],
    ["1.1", "a", "The Scouts", "31/12/2026", "Sport"],
    ["1.2", "b", "the  scouts", "31/12/2026", "Channel"],
  ];

  expect(check(lines).unknown).toEqual([
    { key: "theme:sport", kind: "theme", name: "Sport", rows: [2] },
    { key: "owner:the scouts", kind: "owner", name: "The Scouts", rows: [2, 3] },
  ]);
  const chosen = check(lines, { choices: { "theme:sport": leftOut, "owner:the scouts": id(3) } });
  expect(chosen.rows.map(({ outcome }) => outcome)).toEqual(["left", "added"]);
  expect(chosen.rows[1]?.details?.ownerOrganisationId).toBe(id(3));
});

// prettier-ignore
test.for<[string, string[], object | undefined, string[]]>([
  ["Green", ["G", "45%", "", ""], { rag: "green", percent: 45, reason: null }, []],
  ["Amber without a reason", ["Amber", "45%", "", ""], undefined, ["E2: Amber needs a reason"]],
  [
    "Amber with one",
    ["Amber", "45%", "Venues are short", ""],
    { rag: "amber", percent: 45, reason: "Venues are short" },
    [],
  ],
  [
    "Red",
    ["R", "5", "The partner has left", ""],
    { rag: "red", percent: 5, reason: "The partner has left" },
    [],
  ],
  [
    "Blue without evidence",
    ["Complete", "100", "", ""],
    undefined,
    ["E2: Blue needs the evidence that it is done"],
  ],
  [
    "Blue with it",
    ["Complete", "", "", "Register of sessions"],
    { rag: "blue", percent: 100, evidence: "Register of sessions" },
    [],
  ],
  [
    "Grey that has begun",
    ["Not started", "40", "", ""],
    undefined,
    ["F2: An action that has not started must be 0 percent done"],
  ],
  [
    "a colour that there is not",
    ["Purple", "40", "", ""],
    undefined,
    ["E2: “Purple” is nothing that “How it stands” can say"],
  ],
])("%s stands so, or says why it cannot", ([, cells, standing, errors]) => {
  const checked = check([
    [...head, "RAG", "% complete", "Comments", "Evidence"],
    [...good, ...cells],
  ]);

  expect(said(checked, "error")).toEqual(errors);
  if (standing) expect(checked.rows[0]?.standing).toMatchObject(standing);
});

const existing: Existing = {
  ...{ actionId: id(5), reference: "1.1", text: "Brief every school", themeId: id(1) },
  ...{ objective: "intervene_2023", workstream: "prevent", ownerOrganisationId: id(3) },
  ...{ owner: { id: id(3), name: "The council" }, contributors: [], contributorIds: [] },
  ...{ ownerRole: "Head", startDay: "2026-04-01", dueDay: "2026-12-31" },
  ...{ priority: "high", evidenceBasis: null, proportionality: long, cohesionImpact: null },
  ...{ benchmarks: [], forAreas: [], rag: "green", shownRag: "amber", percent: 20 },
  ...{ reason: null, recoveryPlan: null, evidence: null, version: 3, standingVersion: 2 },
};
const over = (...lines: string[][]) =>
  check([[...head, "RAG"], ...lines], { existing: [existing] });

test("the same row again changes nothing, and what a silent row says is only for what is new", () => {
  const checked = over([...good, "Amber"]);

  expect(checked.problems).toEqual([]); // silence has turned it amber, and the file says no more than that
  expect(checked.rows).toEqual([expect.objectContaining({ outcome: "same", changes: [] })]);
});

test("a row whose reference the plan has changes what it says anew, and leaves the rest", () => {
  const [row] = over(["1.1", "Brief every college", "", "31/1/2027", "Green"]).rows;

  expect(row).toMatchObject({ outcome: "changed", changes: ["text", "dueDay"] });
  expect(row?.details).toMatchObject({ priority: "high", ownerOrganisationId: id(3) });
});

test("a due date only moves on", () => {
  const checked = over(["1.1", "Brief every school", "", "30/11/2026", ""]);

  expect(said(checked, "warning")).toEqual([
    "D2: The plan says 31 Dec 2026, and a due date only moves on",
  ]);
  expect(checked.rows[0]?.outcome).toBe("same");
});

test("three hundred messy rows: every mistake and everything to look at is named by its cell (done when 2)", () => {
  const themes = ["Channel", "Training and referral pathways", "Sport"];
  const { sheets } = readSpreadsheet("plan.xlsx", aMessyWorkbook(themes));
  const sheet = sheets[0]?.sheet ?? { name: "", rows: [] };
  const mapping = { columns: suggest(headingsOf(sheet)), fallbacks };

  const checked = checkRows(rowsUnder(sheet), mapping, surroundings);

  expect(Object.keys(mapping.columns)).toHaveLength(messyHeadings.length);
  expect(checked.rows).toHaveLength(300);
  const errors = said(checked, "error");
  expect(errors.filter((one) => one.includes("is also the reference of"))).toEqual([
    "A54: “1.50” is also the reference of row 104",
    "A55: “1.51” is also the reference of row 204",
    "A104: “1.50” is also the reference of row 54",
    "A204: “1.51” is also the reference of row 55",
  ]);
  expect(checked.unknown.map(({ name, rows }) => [name, rows.length])).toEqual([
    ["Youth Offending Team", 75],
    ["Northbridge College", 75],
    ["Street pastors", 75],
    ["Sport", 100],
  ]);
  expect(errors).toHaveLength(4 + 225 + 100);
  const warnings = said(checked, "warning");
  expect(warnings.filter((one) => one.includes("last day of the month"))).toHaveLength(60);
  expect(warnings.filter((one) => one.includes("merged cell above"))).toHaveLength(297);
  expect(checked.problems.every(({ cell }) => /^[A-J]\d{1,3}$/.test(cell))).toBe(true);
});
