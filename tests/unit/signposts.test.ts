import { expect, test } from "vitest";

import { FieldsRefused } from "@/lib/errors";
import { type OnwardStage, onwardStages } from "@/lib/signposts/labels";
import { askedBy, assertAskedAgain } from "@/lib/signposts/rules";

// prettier-ignore
test.for([
  ["accepted", 0, true],
  ["not_accepted", 0, true],
  ["no_answer", 1, true],
  ["no_answer", 0, false],
] as const)(
  "a service is settled as %s after it was asked again %i times: %s",
  ([state, chases, holds]) => {
    const settle = () => assertAskedAgain(state, chases);

    if (holds) expect(settle).not.toThrow();
    else expect(settle).toThrow(FieldsRefused);
  },
);

test("the gateway asks after what it said with a section 36 decision, and no other case's services", () => {
  const stages = Object.keys(onwardStages) as OnwardStage[];

  expect(stages.filter((stage) => askedBy(stage) === "signpost:answer")).toEqual(["section_36"]);
});
