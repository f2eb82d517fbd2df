import { expect, test } from "vitest";
import { dueDay } from "@/lib/clocks/rules";
import {
  assertDraft,
  assertSigned,
  brokenMark,
  copyAsText,
  type ItemRecord,
  layersFor,
  namesIn,
  redact,
  withoutNames,
  withoutWords,
  writeBlock,
} from "@/lib/panels/minutes/rules";
import { ragOf } from "@/lib/panels/rules";

const item: ItemRecord = {
  heldOn: "2026-03-03",
  kind: "new_case",
  present: [
    { seat: "chair", organisation: "Northbridge City Council" },
    { seat: "police", organisation: "Wyvern Police" },
  ],
  conflicted: [{ seat: "health", organisation: "Northbridge NHS Foundation Trust" }],
  isQuorate: true,
  information: [
    { from: "Oakfield Academy", finding: "Found to be untrue. It must not be relied on." },
    { from: "Oakfield Academy", finding: "Not supported by another source." },
    { from: "Oakfield Academy", finding: "Not supported by another source." },
  ],
  decisions: [
    {
      outcome: "not_adopt",
      reasons: "Other help is enough.",
      vote: "majority",
      dissent: "Wyvern Police would have offered support.",
      details: {
        ...{ optionsConsidered: "Early help", agree: 3, disagree: 1, toldBy: "chair" },
        ...{ tellOn: "2026-03-06", careArrangements: "The doctor has made a referral" },
      },
    },
  ],
  actions: [{ title: "Write to the family", organisation: "Wyvern Police", dueOn: "2026-03-10" }],
};

test("a block writes itself from the record, and organisations speak in it (M-01, M-03)", () => {
  expect(writeBlock(item)).toBe(
    [
      "New case, panel meeting of 3 March 2026.",
      "In the room: Chair (Northbridge City Council), Police (Wyvern Police).",
      "Not in the room, with a conflict of interest: Health (Northbridge NHS Foundation Trust).",
      "The panel was quorate.",
      "Information considered from Oakfield Academy: Found to be untrue. It must not be relied on.", // IS-10
      "Information considered from Oakfield Academy: Not supported by another source.",
      "",
      "Decision: Do not offer support through Channel.",
      "Options considered: Early help",
      "Reasons: Other help is enough.",
      "Agreement: Most agreed (3 agreed, 1 did not).",
      "Those who did not agree: Wyvern Police would have offered support.",
      "Health or social care: The doctor has made a referral",
      "Who tells the person: Panel chair",
      "Told on: 6 March 2026",
      "",
      "Actions:",
      "- Write to the family (Wyvern Police, by 10 March 2026)",
    ].join("\n"),
  );
});

test("what was only discussed is said to have been, and nothing is made up (Q-06)", () => {
  const told = { outcome: "discussed_only", vote: "agreed" } as const;
  const reasons = "Heard for information.";
  const decisions = [{ ...told, reasons, dissent: null, details: {} }];
  const written = writeBlock({ ...item, isQuorate: false, decisions, actions: [], conflicted: [] });

  expect(written).toContain("The panel was not quorate.");
  expect(written).toContain("Discussed for information only.\nSaid: Heard for information.");
  expect(written).toContain("Actions: none.");
  expect(written).not.toContain("Decision:");
  expect(written).not.toContain("conflict");
});

const people = [
  { name: "Hana Merrow", organisation: "the health trust" },
  { name: "Pia Rowntree", organisation: "the police" },
];

test.for([
  ["The health trust would have waited.", [], "The health trust would have waited."],
  ["HANA MERROW said no.", ["Hana Merrow"], "the health trust said no."],
  [
    "Pia Rowntree and Hana Merrow agreed.",
    ["Hana Merrow", "Pia Rowntree"],
    "the police and the health trust agreed.",
  ],
] as const)("M-03 %s", ([body, named, without]) => {
  expect(namesIn(body, people)).toEqual(named);
  expect(withoutNames(body, people)).toBe(without);
});

test.for([
  ["2026-03-03", "2026-03-10"],
  ["2026-12-23", "2027-01-04"],
] as const)("M-02 minutes of a meeting on %s are signed by %s", ([heldOn, day]) => {
  expect(dueDay("sign_minutes", heldOn)).toBe(day);
});

test("a draft can be changed and a signed block cannot; a correction is for what is signed (M-02)", () => {
  const draft = { signedAt: null };
  const signed = { signedAt: new Date() };

  expect(() => assertDraft(draft)).not.toThrow();
  expect(() => assertDraft(signed)).toThrow("signed");
  expect(() => assertSigned(signed)).not.toThrow();
  expect(() => assertSigned(draft)).toThrow("draft");
});

const marked =
  "He lives with [third party]his brother Ali[/third party]. [harm]The flat is watched[/harm]. [referrer]His tutor[/referrer] wrote.";

test.for([
  [[], "He lives with his brother Ali. The flat is watched. His tutor wrote."],
  [["third_party"], "He lives with [Removed]. The flat is watched. His tutor wrote."],
  [["harm", "referrer"], "He lives with his brother Ali. [Removed]. [Removed] wrote."],
] as const)("M-06 without %o", ([without, left]) => {
  expect(redact(marked, without)).toBe(left);
});

test("M-06 a mark that is not closed takes out all that follows", () => {
  expect(redact("Seen. [harm]At the flat, and more", ["harm"])).toBe("Seen. [Removed]");
});

test.for([
  ["nothing marked", null],
  [marked, null],
  ["[harm]open", "[harm]"],
  ["closed[/harm]", "[/harm]"],
  ["[harm]one [third party]in another[/third party][/harm]", "[third party]"],
  ["[harm]one[/third party]", "[/third party]"],
] as const)("M-06 the marks of %s", ([body, broken]) => {
  expect(brokenMark(body)).toBe(broken);
});

test("the person themselves is given nothing of others, whatever was chosen (M-06, IS-07)", () => {
  expect(layersFor("subject_access", [])).toEqual(["third_party", "referrer", "harm"]);
  expect(layersFor("court", ["harm"])).toEqual(["harm"]);
  expect(layersFor("inspection", [])).toEqual([]);
});

test("a referrer is not known by their name or organisation either (IS-07)", () => {
  expect(
    withoutWords("OAKFIELD Academy wrote, and Ada Stone.", ["Ada Stone", "Oakfield Academy", ""]),
  ).toBe("[Removed] wrote, and [Removed].");
});

test("M-06 what took out what is not to be told from the copy, and a long name goes whole (IS-07)", () => {
  const room = "In the room: Education (Oakfield), Police (Oakfield Police).";

  expect(withoutWords(room, ["Oakfield", "Oakfield Police"])).toBe(
    "In the room: Education ([Removed]), Police ([Removed]).",
  );
  expect(
    redact("[harm]A[/harm] [third party]B[/third party] [referrer]C[/referrer]", [
      ...(["harm", "third_party", "referrer"] as const),
    ]),
  ).toBe("[Removed] [Removed] [Removed]");
});

test("a copy says what it is, for whom, and what is not in it (M-06)", () => {
  const text = copyAsText({
    ...{ reference: "PC-2026-000001", purpose: "court", layers: ["harm"], body: "Body" },
    ...{ meeting: { heldOn: "2026-03-03" }, signedAt: null, takenBy: "Cora, the council" },
    addenda: [{ body: "Not Monday", writtenAt: new Date("2026-03-20T10:00:00Z") }],
    takenAt: new Date("2026-04-01T09:00:00Z"),
  });

  expect(text.split("\r\n")).toEqual([
    "OFFICIAL-SENSITIVE",
    "Draft minutes, not signed of PC-2026-000001, panel meeting of 3 March 2026",
    "Copied by Cora, the council on 1 April 2026 at 10am",
    "For: A court",
    "Taken out: what could cause serious harm if it was known",
    "",
    "Body",
    "",
    "Correction added on 20 March 2026 at 10am",
    "Not Monday",
    "",
  ]);
});

test.for([
  ["2026-03-02", "not_started", "red"],
  ["2026-03-03", "in_progress", "amber"],
  ["2026-03-10", "not_started", "amber"],
  ["2026-03-11", "not_started", "green"],
  ["2026-03-02", "done", "done"],
  ["2026-03-02", "cancelled", "done"],
] as const)(
  "M-04 an action due on %s that is %s stands at %s on 3 March",
  ([dueOn, status, rag]) => {
    expect(ragOf({ status, dueOn }, "2026-03-03")).toBe(rag);
  },
);
