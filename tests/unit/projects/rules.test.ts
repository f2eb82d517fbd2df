import { expect, test } from "vitest";

import { type ProjectStatus, projectStatuses, type Step, stepLabels } from "@/lib/projects/labels";
import {
  assertCanBeClosed,
  assertCanBeDelivered,
  assertCanStep,
  type Check,
  isApproved,
  isOver,
  isShortEnough,
  missingChecks,
  reached,
  returnsFor,
  shownOf,
  stepsOf,
  wholeOf,
} from "@/lib/projects/rules";
import { addProjectSchema, recordReturnSchema } from "@/lib/projects/schema";

type Road = [ProjectStatus, null | "supported" | "changes" | "not_supported", Step[]];
const road: Road[] = [
  ["idea", null, ["outline", "withdraw"]],
  ["outline", null, ["answer", "withdraw"]],
  ["outline", "changes", ["outline", "withdraw"]],
  ["outline", "not_supported", ["withdraw"]],
  ["outline", "supported", ["bid", "withdraw"]],
  ["bid", "supported", ["decision", "withdraw"]],
  ["refused", "supported", ["bid", "withdraw"]],
  ["approved", "supported", ["delivery", "withdraw"]],
  ["delivery", "supported", ["evaluation", "withdraw"]],
  ["evaluation", "supported", ["close"]],
  ["closed", "supported", []],
  ["withdrawn", null, []],
];

test.for(road)(
  "8.10: a project at %s, answered %s, may %j, and nothing else",
  ([status, answer, steps]) => {
    const project = { status, answer };

    expect(stepsOf(project)).toEqual(steps);
    for (const step of Object.keys(stepLabels) as Step[]) {
      const stepping = () => assertCanStep(project, step);
      steps.includes(step) ? expect(stepping).not.toThrow() : expect(stepping).toThrow();
    }
  },
);

test("every place on the road is in the table, and what is over has no step", () => {
  const places = Object.keys(projectStatuses) as ProjectStatus[];

  expect([...new Set(road.map(([status]) => status))].sort()).toEqual([...places].sort());
  expect(places.filter((status) => isOver({ status }))).toEqual(["closed", "withdrawn"]);
  expect(places.filter(isApproved)).toEqual(["approved", "delivery", "evaluation", "closed"]);
});

const today = "2026-05-01";
const passed = (kind: Check["kind"], expiresDay = "2026-12-01"): Check => ({
  ...{ kind, expiresDay, result: "passed" },
});
const all = [passed("governance"), passed("safeguarding"), passed("finance"), passed("conduct")];

test.for([
  ["every check passed and current", all, []],
  ["a check is missing", all.slice(1), ["governance"]],
  ["a check that runs out today still counts", [passed("governance", today), ...all.slice(1)], []],
  [
    "a check ran out yesterday",
    [passed("governance", "2026-04-30"), ...all.slice(1)],
    ["governance"],
  ],
  ["the newest failed", [{ ...passed("finance"), result: "failed" }, ...all], ["finance"]],
  ["an older one failed", [...all, { ...passed("finance"), result: "failed" }], []],
  [
    "passed with conditions",
    [{ ...passed("conduct"), result: "conditions" }, ...all.slice(0, 3)],
    [],
  ],
] as [string, Check[], string[]][])("due diligence: %s", ([, checks, missing]) => {
  expect(missingChecks(checks, today)).toEqual(missing);
});

test.for([
  ["all is there", { hasProvider: true, missing: [], measures: [1] }, true],
  ["nobody delivers it", { hasProvider: false, missing: [], measures: [1] }, false],
  [
    "due diligence is not current",
    { hasProvider: true, missing: ["finance"], measures: [1] },
    false,
  ],
  ["nothing is measured", { hasProvider: true, missing: [], measures: [] }, false],
] as const)("delivery, where %s", ([, to, may]) => {
  const delivering = () => assertCanBeDelivered(to);

  may ? expect(delivering).not.toThrow() : expect(delivering).toThrow();
});

test.for([
  ["every return is in", [{ recordedDay: "2026-04-20", periodEnd: "2026-03-31" }], true],
  ["a period that is over has none", [{ recordedDay: null, periodEnd: "2026-03-31" }], false],
  ["a period is not over", [{ recordedDay: null, periodEnd: "2026-06-30" }], true],
] as const)("closing, where %s", ([, returns, may]) => {
  const closing = () => assertCanBeClosed(returns, today);

  may ? expect(closing).not.toThrow() : expect(closing).toThrow();
});

test("a return is due for each quarter of delivery, four weeks after it, from the first day to the last", () => {
  expect(returnsFor("2026-05-10", "2026-10-15")).toEqual([
    { periodStart: "2026-05-10", periodEnd: "2026-06-30", dueDay: "2026-07-28" },
    { periodStart: "2026-07-01", periodEnd: "2026-09-30", dueDay: "2026-10-28" },
    { periodStart: "2026-10-01", periodEnd: "2026-10-15", dueDay: "2026-11-12" },
  ]);
  expect(isShortEnough("2026-05-10", "2029-05-10")).toBe(true);
  expect(isShortEnough("2026-05-10", "2029-05-11")).toBe(false);
});

test("who took part is shown whole to those who counted, and suppressed to those who oversee (IS-21)", () => {
  const counts = { completed: 20, continuing: 3, left: 0, helped_on: 9 };

  const shown = shownOf(counts);

  expect(wholeOf(counts).cells.continuing).toMatchObject({ low: 3, high: 3 });
  expect(wholeOf(counts).total.low).toBe(32);
  expect(shown.cells.continuing).toMatchObject({ kind: "small" });
  expect(shown.cells.left).toMatchObject({ kind: "small" });
  expect(shown.cells.completed.kind).toBe("range");
});

test("how far a measure has come", () => {
  expect(reached({ target: 12, actual: 7 })).toBe(58);
  expect(reached({ target: 12, actual: null })).toBeNull();
});

const id = "2f1d6c9a-9f50-4a53-9a33-0f7a2f0a3b11";
const words = "Sixth formers are invited into private channels, as two colleges have said.";
const project = {
  ...{ covers: "area", title: "Critical thinking", summary: words, objective: "causes_2023" },
  ...{ ideologies: [], basisWords: words, ownerOrganisationId: id, providerId: "" },
};

test.for([
  ["general, for everybody", { basis: "general", targetGroup: "" }, null],
  ["general, and yet for a group", { basis: "general", targetGroup: "Women" }, "targetGroup"],
  ["from a risk", { basis: "risk", riskId: id, targetGroup: "Women" }, null],
  ["from a risk that is not named", { basis: "risk", targetGroup: "Women" }, "riskId"],
  [
    "from a recommendation",
    { basis: "recommendation", recommendationId: id, targetGroup: "Women" },
    null,
  ],
  ["from no recommendation", { basis: "recommendation", targetGroup: "Women" }, "recommendationId"],
  ["from a risk, for nobody", { basis: "risk", riskId: id, targetGroup: "" }, "targetGroup"],
  ["about somebody", { basis: "general", summary: `${words} Ask Mr Smith.` }, "summary"],
] as const)("8.10: why this group, %s", ([, change, field]) => {
  const { success, error } = addProjectSchema.safeParse({ ...project, ...change });

  expect(success ? null : String(error.issues[0]?.path[0])).toBe(field);
});

test.for([
  ["numbers alone", {}, true],
  ["an email", { progress: `${words} Write to sam@club.example.` }, false],
  ["a telephone number", { progress: `${words} Ring 07700 900123.` }, false],
  ["a name", { progress: `${words} Mrs Brown came.` }, false],
] as const)("a return with %s", ([, change, may]) => {
  const whole = { returnId: id, progress: words, completed: "1", continuing: "2", left: "0" };

  expect(recordReturnSchema.safeParse({ ...whole, helped_on: "0", ...change }).success).toBe(may);
});
