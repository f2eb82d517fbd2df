import { existsSync } from "node:fs";
import { expect, test } from "vitest";

import { shortcuts } from "@/lib/home/labels";
import { waitingLabels } from "@/lib/home/waiting/labels";

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
