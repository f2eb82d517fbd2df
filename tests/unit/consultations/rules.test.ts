import { expect, test } from "vitest";

import { stanceLabels } from "@/lib/consultations/labels";
import {
  assertCanSignOff,
  assertCanSubmit,
  blocksOf,
  csvRows,
  draftErrors,
  type FrozenResponse,
  isAnswered,
  latestAnswers,
  stillWaiting,
} from "@/lib/consultations/rules";
import { toCsv } from "@/lib/csv";
import { readMarkdown } from "@/lib/markdown";

test.for([
  ["own", "We think so.", true],
  ["own", "", false],
  ["support_whole", "", true],
  ["support_part", "", false],
  ["support_part", "But not the last line.", true],
  ["not_support", "", false],
  ["no_answer", "", true],
  [null, "A draft without a position.", false],
] as const)("an answer that is %s and says “%s” is whole: %s (2.1)", ([stance, draft, whole]) => {
  expect(isAnswered({ stance, draft })).toBe(whole);
});

test.for([
  ["own", "We think so.", null, []],
  ["own", "", null, ["draft"]],
  ["support_whole", "", "London Councils", []],
  ["support_whole", "", null, ["stance"]],
  ["support_part", "", "London Councils", ["draft"]],
] as const)("drafting %s with “%s” beside %s is wrong at %j", ([stance, draft, region, at]) => {
  expect(Object.keys(draftErrors({ stance, draft }, region))).toEqual(at);
});

const whole = { stance: "own", draft: "Said." } as const;

test.for([
  ["whole", { status: "open", questions: [whole] }, null],
  ["without questions", { status: "open", questions: [] }, /Add the questions/],
  ["with one open", { status: "open", questions: [{ stance: null, draft: "" }] }, /One question/],
  ["submitted", { status: "submitted", questions: [whole] }, /stays as it was/],
] as const)("signing off a response that is %s", ([, response, refusal]) => {
  const sign = () => assertCanSignOff(response);
  if (refusal) expect(sign).toThrow(refusal);
  else expect(sign).not.toThrow();
});

test.for([
  ["open", /signed the response off/],
  ["signed_off", null],
  ["submitted", /stays as it was/],
] as const)("submitting a response that is %s", ([status, refusal]) => {
  const send = () => assertCanSubmit({ status });
  if (refusal) expect(send).toThrow(refusal);
  else expect(send).not.toThrow();
});

test("what a contributor said last stands, and who said nothing still waits", () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 0, 1, 9, minute));
  const said = [
    { questionId: "1", hatId: "lead", body: "No.", saidAt: at(1) },
    { questionId: "1", hatId: "lead", body: "Yes.", saidAt: at(2) },
    { questionId: "2", hatId: "lead", body: "Perhaps.", saidAt: at(1) },
  ];
  expect(latestAnswers(said).map(({ body }) => body)).toEqual(["Yes.", "Perhaps."]);
  expect(stillWaiting([{ hatId: "lead" }, { hatId: "gold" }], said)).toEqual([{ hatId: "gold" }]);
});

const response: FrozenResponse = {
  ...{
    reference: "CON-1",
    title: "Duty guidance",
    askedBy: "The Home Office",
    area: "Northbridge",
  },
  ...{ regionalBody: "London Councils", closesDay: "2026-12-01", signedBy: "Cabinet member" },
  ...{ signedDay: "2026-11-20", submittedDay: "2026-11-21", receipt: "HO-123" },
  answers: [
    { number: 1, text: "Is it clear?", stance: "own", draft: "=It is." },
    { number: 2, text: "Is it fair?", stance: "support_whole", draft: "" },
  ],
};

test("the copy says who signed it off, when it was submitted, its receipt and whom we support", () => {
  const said = JSON.stringify(blocksOf(response, readMarkdown));
  for (const words of ["Cabinet member, 20 November 2026", "HO-123", "Question 2. Is it fair?"])
    expect(said).toContain(words);
  expect(said).toContain("Northbridge");
});

test("the CSV says the same, and a spreadsheet runs nothing of it", () => {
  const csv = toCsv(["Number", "Question", "Position", "Answer"], csvRows(response));
  expect(csv).toContain("1,Is it clear?,Our own answer,'=It is.");
  expect(csv).toContain(stanceLabels.support_whole);
});
