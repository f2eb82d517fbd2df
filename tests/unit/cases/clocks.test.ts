import { expect, test } from "vitest";

import type { CaseStatus } from "@/lib/cases/labels";
import { assertClocksRun, clocksAt } from "@/lib/cases/rules";

test.for(Object.entries(clocksAt))(
  "a case does not arrive at %s without any of %s",
  ([at, kinds]) => {
    const arrive = (running: readonly string[]) => () => assertClocksRun(at as CaseStatus, running);

    expect(arrive([...(kinds ?? []), "case_action"])).not.toThrow();
    for (const missing of kinds ?? [])
      expect(arrive((kinds ?? []).filter((kind) => kind !== missing))).toThrow(/is missing/);
  },
);

test.for(["retention", "closed_declined", "police_led", "transferred", "panel_decided"] as const)(
  "a case arrives at %s with nothing running",
  (at) => {
    expect(() => assertClocksRun(at, [])).not.toThrow();
  },
);
