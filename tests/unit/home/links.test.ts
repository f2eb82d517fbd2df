import { existsSync } from "node:fs";
import { expect, test } from "vitest";

import type { Role } from "@/lib/access/labels";
import { shortcuts } from "@/lib/home/labels";
import { isToRead, type Waiting, waitingFor, waitingLabels } from "@/lib/home/waiting/labels";
import { doors } from "@/tests/support/doors";

test("every link on a home page leads to a page that exists", () => {
  const lists = Object.values(waitingLabels).map(({ all }) => all);
  const starts = Object.values(shortcuts).flatMap((links) => links.map(({ href }) => href));
  const items = [
    "/referrals/drafts/[id]",
    "/concerns/[id]",
    "/requests/[id]",
    "/referrals/[ref]",
    "/cases/[ref]",
    "/cases/[ref]/requests",
    "/cases/[ref]/assessment",
    "/cases/[ref]/reviews",
    "/meetings/[id]",
    "/meetings/[id]/items/[itemId]",
    "/actions/[id]",
    "/plan/actions/[id]",
    "/messages",
  ];

  const missing = [...lists, ...starts, ...items]
    .map((href) => href.split("?")[0])
    .filter((path) => !existsSync(`app/(staff)${path}/page.tsx`));

  expect(missing).toEqual([]);
});

test("every list and beginning on a home page opens to the role whose home it is", () => {
  const led = (Object.keys(waitingFor) as Role[]).flatMap((role) =>
    [
      ...waitingFor[role].map((kind) => waitingLabels[kind].all),
      ...(shortcuts[role] ?? []).map(({ href }) => href),
    ].map((href) => [role, href.split("?")[0] ?? ""] as const),
  );

  expect(led.filter(([role, path]) => !doors[path]?.opens.includes(role))).toEqual([]);
});

test("what asks for nothing is not among what waits", () => {
  const kinds = Object.keys(waitingLabels) as Waiting[];

  expect(kinds.filter((kind) => isToRead({ kind }))).toEqual(["reports", "approved_plan"]);
});
