import { expect, test } from "vitest";

import { workstreamLabels } from "@/lib/plans/labels";
import { assertPlanCanMove, countsAsPrevent, escalates, ragAfter } from "@/lib/plans/rules";
import { updatePlanActionSchema } from "@/lib/plans/schema";

const started = "2026-01-01";
const heard = "2026-02-01";
const day45 = "2026-03-18";
const day46 = "2026-03-19";

// prettier-ignore
test.for([
  ["green", started, day45, "green", false],
  ["green", started, day46, "amber", true],
  ["amber", started, day46, "amber", true],
  ["grey", started, day46, "amber", true],
  ["grey", "2026-03-01", day46, "grey", false],
  ["red", started, day46, "red", true],
  ["blue", started, day46, "blue", false],
] as const)(
  "%s, begun on %s, is on %s shown as %s, stale %s",
  ([rag, startDay, today, shown, stale]) => {
    expect(ragAfter({ rag, startDay, lastUpdate: heard }, today)).toEqual({ rag: shown, stale });
  },
);

test("red alone escalates", () => {
  expect((["green", "amber", "red", "blue", "grey"] as const).filter(escalates)).toEqual(["red"]);
});

test("only Prevent work counts as Prevent (domain 0.3)", () => {
  const workstreams = Object.keys(workstreamLabels) as (keyof typeof workstreamLabels)[];
  const actions = workstreams.map((workstream) => ({
    workstream,
  }));

  expect(actions.filter(countsAsPrevent).map(({ workstream }) => workstream)).toEqual(["prevent"]);
});

// prettier-ignore
test.for([
  ["draft", "consultation", true],
  ["consultation", "approved", true],
  ["consultation", "draft", true],
  ["approved", "superseded", true],
  ["draft", "approved", false],
  ["approved", "draft", false],
  ["superseded", "approved", false],
] as const)("a plan goes from %s to %s: %s", ([from, to, may]) => {
  const attempt = () => assertPlanCanMove(from, to);
  if (may) expect(attempt).not.toThrow();
  else expect(attempt).toThrow(/cannot become/);
});

const words = "x".repeat(20);

// prettier-ignore
test.for([
  ["grey, at once", { rag: "grey" }, true],
  ["green, at once", { rag: "green" }, true],
  ["amber, with a way back", { rag: "amber", reason: words, recoveryPlan: words }, true],
  ["amber, with a reason alone", { rag: "amber", reason: words }, false],
  ["red, with a reason", { rag: "red", reason: words }, true],
  ["red, with none", { rag: "red" }, false],
  ["blue, with evidence", { rag: "blue", evidence: words }, true],
  ["blue, with none", { rag: "blue" }, false],
] as const)("an update may say %s: %s", ([, update, may]) => {
  const action = { actionId: "8b0a4c1e-6f0f-4c33-9d5b-0d8f3a1c2b4d", version: "1", percent: "50" };
  expect(updatePlanActionSchema.safeParse({ ...action, ...update }).success).toBe(may);
});
