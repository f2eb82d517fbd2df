import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { entriesOnAPage, viewHistory } from "@/lib/cases/history/queries";
import { cursorFrom } from "@/lib/cases/history/rules";
import { withActor } from "@/lib/db/with-actor";
import {
  aCase,
  anActor,
  anInformationItem,
  anItem,
  aRequest,
  aWorker,
} from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

async function aCaseWithAPast() {
  const cora = await anActor("coordinator");
  const opened = await aCase({ coordinator: cora });
  const { id: caseId, areaId } = opened;
  const on = { caseId, areaId };
  await owner.caseMove.create({
    data: {
      ...on,
      transition: "T06",
      fromStatus: "gateway",
      toStatus: "info_gathering",
      movedByHatId: cora.hatId,
      movedAt: new Date(),
    },
  });
  await anInformationItem(opened);
  await anInformationItem(opened, { audience: "chair_and_coordinator" });
  await aRequest(opened);
  await owner.consent.create({
    data: {
      ...on,
      number: 1,
      state: "given",
      onDay: new Date("2026-01-15"),
      recordedAt: new Date(),
    },
  });
  return { cora, ...opened };
}

const history = (actor: Actor, reference: string, before: string | null = null) =>
  withActor(actor, (ctx) => viewHistory(ctx, reference, cursorFrom(before)));
const kindsOf = ({ entries }: Awaited<ReturnType<typeof history>>) =>
  entries.map(({ kind }) => kind).sort();

test("everything that happened is one list, with who did it", async () => {
  const { cora, reference } = await aCaseWithAPast();

  const seen = await history(cora, reference);

  expect(kindsOf(seen)).toEqual(["asked", "consent", "item", "item", "move", "referral"]);
  expect(seen.entries.find(({ kind }) => kind === "move")).toMatchObject({
    who: expect.stringContaining("coordinator"),
    detail: "info_gathering",
  });
  expect(seen.next).toBeNull();
});

test("what is for a narrower audience is not in the list, and leaves no gap (IS-01)", async () => {
  const { reference, areaId, ...opened } = await aCaseWithAPast();
  const pat = await anActor("panel_member", { areaId });
  await anItem({ id: opened.id, areaId }, { health: pat });
  const gwen = await anActor("gateway_officer", { areaId });

  await expect(history(pat, reference).then(kindsOf)).resolves.toEqual([
    "consent",
    "item",
    "move",
    "referral",
  ]);
  await expect(history(gwen, reference).then(kindsOf)).resolves.toEqual([
    "asked",
    "item",
    "move",
    "referral",
  ]);
});

test.for(["provider", "invitee"] as const)("a %s has no chronology (IS-15)", async (role) => {
  const { reference, areaId, id } = await aCaseWithAPast();
  const actor = await anActor(role, { areaId });
  await aWorker(id, actor);

  await expect(history(actor, reference)).rejects.toMatchObject({ name: "Forbidden" });
});

test("pages follow on from each other without a gap or a repeat", async () => {
  const cora = await anActor("coordinator");
  const { id: caseId, areaId, reference } = await aCase({ coordinator: cora });
  const movedAt = new Date("2026-01-15T12:00:00.123Z"); // many in one instant
  await owner.caseMove.createMany({
    data: Array.from({ length: entriesOnAPage + 5 }, () => ({
      caseId,
      areaId,
      transition: "T28",
      fromStatus: "info_gathering",
      toStatus: "info_gathering",
      movedAt,
    })),
  });

  const first = await history(cora, reference);
  const second = await history(cora, reference, first.next);

  const ids = [...first.entries, ...second.entries].map(({ id }) => id);
  expect([first.entries.length, second.entries.length]).toEqual([entriesOnAPage, 6]);
  expect(new Set(ids).size).toBe(entriesOnAPage + 6);
  expect(second.next).toBeNull();
});

test.for(["", "yesterday", "2026-01-15 12:00:00+00~move~' or true", undefined])(
  "an address that is no cursor, %s, begins at the newest",
  (text) => {
    expect(cursorFrom(text)).toBeNull();
  },
);

test("the chronology takes few statements", async () => {
  const { cora, reference } = await aCaseWithAPast();

  const { count } = await countStatements(() => history(cora, reference));

  expect(count).toBeLessThanOrEqual(4);
});
