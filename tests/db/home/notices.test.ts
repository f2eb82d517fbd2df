import { afterEach, expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { withActor } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { markRead, notify } from "@/lib/notices/commands";
import { listMessages, listNotices } from "@/lib/notices/queries";
import { aCase, anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

afterEach(() => {
  process.env.CASEBOOK_MODE = "demonstration";
});

async function twoWhoWereTold() {
  const areaId = (await anArea()).id;
  const from = await anActor("coordinator", { areaId });
  const [first, second] = [await anActor("chair", { areaId }), await anActor("chair", { areaId })];
  for (const reference of ["PC-2026-000001", "PC-2026-000002"])
    await withActor(from, (ctx) =>
      notify(ctx, [first.hatId, second.hatId, from.hatId], {
        kind: "case_assigned",
        reference,
        path: `/cases/${reference}`,
      }),
    );
  return { from, first, second };
}

const noticesOf = async (who: Actor) => (await withActor(who, listNotices)).notices;

test("a notice is read once and by its owner alone; what is unread stands first", async () => {
  const { from, first, second } = await twoWhoWereTold();
  const [newest, older] = await noticesOf(first);
  const read = (who: Actor) =>
    withActor(who, (ctx) => markRead(ctx, { noticeIds: [newest?.id ?? ""] }));

  await expect(read(second)).resolves.toEqual({ count: 0 });
  await expect(read(first)).resolves.toEqual({ count: 1 });
  await expect(read(first)).resolves.toEqual({ count: 0 });

  const after = await noticesOf(first);
  expect(after.map(({ id }) => id)).toEqual([older?.id, newest?.id]);
  expect((await noticesOf(second)).every(({ readAt }) => readAt === null)).toBe(true);
  expect(await noticesOf(from)).toEqual([]);
});

test("a demonstration shows each person the mails they would have had, and no others", async () => {
  const { from, first } = await twoWhoWereTold();

  const mails = await withActor(first, listMessages);

  expect(mails.map(({ subject }) => subject)).toEqual([
    "Prevent Casebook: PC-2026-000002",
    "Prevent Casebook: PC-2026-000001",
  ]);
  await expect(withActor(from, listMessages)).resolves.toEqual([]);
  await expect(owner.outboxMail.count({ where: { userId: first.userId } })).resolves.toBe(2);
});

test("nobody is told of a case they have a conflict with, whoever tells them and by whichever reference (IS-18)", async () => {
  const areaId = (await anArea()).id;
  const cora = await anActor("coordinator", { areaId });
  const [gwen, guy] = [
    await anActor("gateway_officer", { areaId }),
    await anActor("gateway_officer", { areaId }),
  ];
  const opened = await aCase({ areaId, coordinator: cora });
  const referral = await owner.referral.findFirstOrThrow({
    where: { caseId: opened.id },
    select: { reference: true },
  });
  const references = [opened.reference, referral.reference ?? ""];
  const tellBoth = async () => {
    for (const reference of references)
      await withActor(cora, (ctx) =>
        notify(ctx, [gwen.hatId, guy.hatId], { kind: "section_36_waiting", reference, path: "/" }),
      );
  };
  const told = async ({ userId }: Actor) => [
    await owner.notification.count({ where: { userId } }),
    await owner.outboxMail.count({ where: { userId } }),
  ];
  await tellBoth();
  expect([await told(gwen), await told(guy)]).toEqual([
    [2, 2],
    [2, 2],
  ]);

  await owner.caseConflict.create({
    data: { caseId: opened.id, userId: gwen.userId, areaId, declaredAt: new Date() },
  });
  expect(await told(gwen)).toEqual([0, 0]);
  await tellBoth();

  expect([await told(gwen), await told(guy)]).toEqual([
    [0, 0],
    [4, 4],
  ]);
});

test("in production there is no such page", async () => {
  const { first } = await twoWhoWereTold();
  process.env.CASEBOOK_MODE = "production";

  await expect(withActor(first, listMessages)).rejects.toThrow(NotFound);
});
