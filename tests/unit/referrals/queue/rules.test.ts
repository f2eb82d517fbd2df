import { expect, test } from "vitest";

import { councilQueueLabels } from "@/lib/referrals/queue/labels";
import { queueFiltersFrom } from "@/lib/referrals/queue/rules";

// prettier-ignore
test.for([
  ["nothing asked", {}, { status: "waiting", page: 1 }],
  [
    "a priority that is late",
    { priority: "urgent", late: "overdue" },
    { status: "waiting", priority: "urgent", late: "overdue", page: 1 },
  ],
  ["a later page", { status: "police_led", page: "3" }, { status: "police_led", page: 3 }],
  ["a page beyond the last", { page: "9999" }, { status: "waiting", page: 40 }],
  [
    "nonsense",
    { status: "x", priority: "y", late: "z", page: "-1" },
    { status: "waiting", page: 1 },
  ],
  ["a name of every object", { status: "constructor" }, { status: "waiting", page: 1 }],
  ["said twice", { status: ["closed", "withdrawn"] }, { status: "waiting", page: 1 }],
] as const)("the address of the gateway's queue: %s", ([, query, filters]) => {
  expect(queueFiltersFrom(query as Record<string, string | string[]>)).toEqual(filters);
});

test.for(["police_led", "closed_not_prevent", "withdrawn"])(
  "IS-16 the council's queue cannot be asked for %s, only for what is closed",
  (status) => {
    expect(queueFiltersFrom({ status }, councilQueueLabels).status).toBe("waiting");
    expect(queueFiltersFrom({ status: "closed" }, councilQueueLabels).status).toBe("closed");
  },
);
