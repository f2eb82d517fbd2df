import { expect, test } from "vitest";

import { whyNotYet } from "@/lib/plans/approval/rules";
import {
  assertAllSettled,
  assertCanBeConsulted,
  assertNoneIsOpen,
  assertNotSettled,
  assertTakesComments,
  partsOf,
} from "@/lib/plans/consultation/rules";
import {
  enterCommentSchema,
  makeCommentSchema,
  openRoundSchema,
  settleCommentSchema,
} from "@/lib/plans/consultation/schema";
import { type Strand, strandOf } from "@/lib/plans/labels";
import { publicThemes, slugOf } from "@/lib/plans/publication/rules";
import { setPublicLinesSchema } from "@/lib/plans/publication/schema";
import { whyNotPublic } from "@/lib/publication/rules";

const id = "0190a6b0-0000-7000-8000-000000000001";
const other = "0190a6b0-0000-7000-8000-000000000002";
const words = "It is said here in as many words as the form asks for.";

test.for([
  ["draft", true],
  ["consultation", true],
  ["approved", false],
  ["superseded", false],
] as const)("a plan that is %s is put out for consultation: %s (4.3)", ([status, may]) => {
  const open = () => assertCanBeConsulted({ status });

  if (may) expect(open).not.toThrow();
  else expect(open).toThrow("Only a draft is put out");
});

test("a plan has one consultation open at a time (4.3)", () => {
  const round = { isOpen: true, closesDay: "2026-03-10" };

  expect(() => assertNoneIsOpen([{ ...round, isOpen: false }])).not.toThrow();
  expect(() => assertNoneIsOpen([round])).toThrow("open already");
});

test.for([
  ["2026-03-10", true, true],
  ["2026-03-11", true, false],
  ["2026-03-01", false, false],
] as const)(
  "on %s a consultation until 10 March, open: %s, takes comments: %s",
  ([today, isOpen, takes]) => {
    const ask = () => assertTakesComments({ isOpen, closesDay: "2026-03-10" }, today);

    if (takes) expect(ask).not.toThrow();
    else expect(ask).toThrow("takes no more comments");
  },
);

test("an action can be changed in its words; a plan as a whole only elsewhere (4.7)", () => {
  expect(partsOf.action).toContain("text");
  expect(partsOf.plan).toEqual(["elsewhere"]);
  expect(partsOf.theme).not.toContain("text");
});

test("every comment is answered once (4.3, 4.8)", () => {
  expect(() => assertNotSettled({ disposition: null })).not.toThrow();
  expect(() => assertNotSettled({ disposition: "partly" })).toThrow("answered already");
  expect(() => assertAllSettled([{ disposition: "not_accepted" }])).not.toThrow();
  expect(() => assertAllSettled([{ disposition: null }])).toThrow("1 comment on the plan waits");
  expect(() => assertAllSettled([{ disposition: null }, { disposition: null }])).toThrow(
    "2 comments on the plan wait",
  );
});

const ready = {
  status: "consultation",
  eiaStatus: "complete",
  comments: [{ disposition: "accepted" }],
  rounds: [{ isOpen: false }],
  isSubmitted: false,
} as const;

test.for([
  [{}, null],
  [{ comments: [], rounds: [] }, null],
  [{ eiaStatus: "in_progress" }, "The equality impact assessment has to be complete"],
  [{ eiaStatus: "not_started" }, "The equality impact assessment has to be complete"],
  [{ comments: [{ disposition: null }] }, "1 comment on the plan waits for an answer"],
  [{ rounds: [{ isOpen: true }] }, "A consultation is still open"],
  [{ status: "draft" }, "Only a plan that has been out for consultation"],
  [{ status: "approved" }, "Only a plan that has been out for consultation"],
  [{ isSubmitted: true }, "The plan is with the group already"],
] as const)("a plan with %o is put to a group, or why not: %s (4.3, 4.10)", ([change, why]) => {
  const said = whyNotYet({ ...ready, ...change });

  if (why) expect(said).toContain(why);
  else expect(said).toBeNull();
});

test("a comment is about the plan, a theme or an action, and nothing else", () => {
  const comment = { roundId: id, text: words };
  const about = (line: string) => makeCommentSchema.safeParse({ ...comment, line });

  expect(about("plan").data?.line).toEqual({ about: "plan", id: null });
  expect(about(`action-${id}`).data?.line).toEqual({ about: "action", id });
  expect(about(`theme-${id}`).data?.line).toEqual({ about: "theme", id });
  for (const line of ["", "case", `case-${id}`, "action-3", `plan-${id}`])
    expect(about(line).success).toBe(false);
});

test("what is written down for somebody else names its source and its day (4.7)", () => {
  const entered = {
    ...{ roundId: id, line: "plan", text: words, sourceKind: "event" },
    ...{ sourceTitle: "Awareness evening", saidDay: "3/3/2026" },
  };

  expect(enterCommentSchema.safeParse(entered).success).toBe(true);
  for (const field of ["sourceKind", "sourceTitle", "saidDay"])
    expect(enterCommentSchema.safeParse({ ...entered, [field]: "" }).success).toBe(false);
});

test("a consultation asks somebody", () => {
  const round = { planId: id, question: words, closesDay: "1/1/2099", organisationIds: [] };
  const ask = (bodies: string) => openRoundSchema.safeParse({ ...round, bodies });

  expect(ask("Regional office\n\n Faith network \n").data?.bodies).toEqual([
    "Regional office",
    "Faith network",
  ]);
  expect(ask(" \n ").success).toBe(false);
});

test("what is accepted says what it changes; what is not says why (4.8)", () => {
  const answer = { commentId: id, version: "1", reason: words };
  const settle = (change: object) =>
    settleCommentSchema.safeParse({ ...answer, ...change }).success;

  expect(settle({ disposition: "not_accepted" })).toBe(true);
  expect(settle({ disposition: "not_accepted", reason: "" })).toBe(false);
  expect(settle({ disposition: "accepted" })).toBe(false);
  expect(settle({ disposition: "partly", changedPart: "text", after: words })).toBe(true);
});

test("each workstream is in one strand, or linked to Prevent and in none (0.1, 0.3)", () => {
  const expected: Record<string, Strand | null> = {
    ...{ prevent: "prevent", protect: "protect", prepare: "prepare" },
    ...{ cohesion: null, counter_extremism: null },
  };

  expect(strandOf).toEqual(expected);
});

test("what is public is what was chosen, in the order of the plan, and nothing else", () => {
  const themes = [
    { id: "t1", title: "Channel" },
    { id: "t2", title: "Projects" },
    { id: "t3", title: "Left out" },
  ];
  const actions = ["1.1", "1.2", "2.1"].map((reference) => ({ reference, actionId: reference }));
  const lines = [
    { themeId: "t1", actionId: "1.1", text: "Said in public" },
    { themeId: "t1", actionId: "1.2", text: null },
    { themeId: "t2", actionId: null, text: "About projects" },
    // An action that has moved to another theme since is left out until it is chosen there.
    { themeId: "t3", actionId: null, text: null },
  ];

  expect(publicThemes(themes, actions, lines)).toEqual([
    { title: "Channel", text: null, actions: [{ reference: "1.1", text: "Said in public" }] },
    { title: "Projects", text: "About projects", actions: [] },
  ]);
});

test.for([
  ["Open to everybody in the city.", true],
  ["OFFICIAL-SENSITIVE: not for sharing", false],
  ["official sensitive", false],
  ["See PC-2026-000123", false],
  ["See R-2026-000123", false],
  ["As pc-2026-000123 showed", false],
  ["See PC\u20112026\u2011000123", false], // a hyphen that a word processor put in
  ["See PC – 2026 – 000123", false],
  ["See PC 2026 000123", false],
  ["See PC-\u200b2026-000123", false],
  ["See \uff30\uff23-\uff12\uff10\uff12\uff16-000123", false],
  ["Report RPT-2026-0012 and risk RSK-2026-0004", true],
  ["We met PC Adams in 2026, and 120 people came.", true],
] as const)("“%s” may be public: %s", ([text, may]) => {
  expect(whyNotPublic(text) === undefined).toBe(may);
});

test("the public lines of a theme are its own text and its actions', and no other field", () => {
  const set = (fields: object) => setPublicLinesSchema.safeParse({ themeId: id, ...fields });

  expect(set({ theme: " ", [`action-${other}`]: "Said" }).data).toEqual({
    themeId: id,
    lines: [
      { actionId: null, text: null },
      { actionId: other, text: "Said" },
    ],
  });
  for (const fields of [{ plan: "x" }, { "action-3": "x" }, { [other]: "x" }, { theme: ["x"] }])
    expect(set(fields).success).toBe(false);
  expect(set({ theme: "OFFICIAL-SENSITIVE" }).success).toBe(false);
});

test("the address of a public plan is words, and an end that no other plan has", () => {
  const plan = { id, title: "Northbridge & Wyvern: Prevent plan 2026", edition: 2 };

  expect(slugOf(plan)).toBe("northbridge-wyvern-prevent-plan-2026-version-2-00000001");
  expect(slugOf({ ...plan, id: other })).not.toBe(slugOf(plan));
});
