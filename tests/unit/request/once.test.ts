import { expect, test } from "vitest";

import { RuleBroken } from "@/lib/errors";
import { assertSameRole } from "@/lib/request/once";

const actor = {
  userId: "lena",
  hatId: "oakfield",
  role: "referrer",
  areaId: "north",
  organisationId: "school",
} as const;

test.for([
  ["in the role it was opened in is sent", "oakfield", true],
  ["that says no role is sent", null, true],
  ["in another role of the same person is not", "college", false],
] as const)("a form %s", ([, openedBy, isSent]) => {
  const send = () => assertSameRole({ actor }, openedBy);

  if (isSent) expect(send).not.toThrow();
  else expect(send).toThrow(RuleBroken);
});
