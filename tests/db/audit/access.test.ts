import { expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { eventsOnAPage, viewLog } from "@/lib/audit/queries";
import { viewAccess } from "@/lib/cases/access/queries";
import { viewCase } from "@/lib/cases/overview/queries";
import { type Context, withActor } from "@/lib/db/with-actor";
import { openVersion } from "@/lib/documents/queries";
import { attempt } from "@/lib/request/attempt";
import { failSignIn, openSession } from "@/lib/sessions/commands";
import { aCase, anActor, anArea, anItem, aWorker } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

async function aViewedCase() {
  const { id: areaId } = await anArea();
  const cora = await anActor("coordinator", { areaId });
  const opened = await aCase({ areaId, coordinator: cora });
  await withActor(cora, (ctx) => viewCase(ctx, opened.reference));
  return { cora, ...opened };
}

const access = (actor: Actor, reference: string, before: string | null = null) =>
  withActor(actor, (ctx) => viewAccess(ctx, reference, before));
const log = (actor: Actor, filters: Parameters<typeof viewLog>[1] = {}) =>
  withActor(actor, (ctx) => viewLog(ctx, filters));

test("who has seen a case is there with their role, organisation and page, and asking is on it too", async () => {
  const { cora, reference } = await aViewedCase();

  const { events } = await access(cora, reference);
  const again = await access(cora, reference);

  expect(events).toMatchObject([
    {
      what: "Looked at a case",
      page: "Overview",
      role: "Channel case coordinator",
      who: expect.any(String),
      organisation: expect.any(String),
    },
  ]);
  expect(again.events[0]).toMatchObject({ what: "Looked at who has seen a case" });
});

test.for(["governance_officer", "auditor"] as const)(
  "a %s asks by reference, and reads nothing of the case",
  async (role) => {
    const { reference, areaId } = await aViewedCase();
    const actor = await anActor(role, { areaId });

    const seen = await access(actor, reference);

    expect(seen.events).toHaveLength(1);
    expect(JSON.stringify(seen)).not.toContain("Rowan");
    await expect(withActor(actor, (ctx) => viewCase(ctx, reference))).rejects.toMatchObject({
      name: "NotFound",
    });
  },
);

test("neither of another area, nor for a case that is not there", async () => {
  const { reference, areaId } = await aViewedCase();
  const stranger = await anActor("governance_officer");
  const ours = await anActor("governance_officer", { areaId });

  await expect(access(stranger, reference)).rejects.toMatchObject({ name: "NotFound" });
  await expect(access(ours, "PC-2026-000000")).rejects.toMatchObject({ name: "NotFound" });
});

test.for(["gateway_officer", "governance_officer", "auditor"] as const)(
  "a %s asks about the area, less where they have a conflict (IS-18)",
  async (role) => {
    const { reference, areaId, id: caseId } = await aViewedCase();
    const actor = await anActor(role, { areaId });
    await expect(access(actor, reference)).resolves.toMatchObject({ reference });

    await owner.caseConflict.create({
      data: { caseId, userId: actor.userId, areaId, declaredAt: new Date() },
    });

    await expect(access(actor, reference)).rejects.toMatchObject({ name: "NotFound" });
    const streams = await withActor(actor, ({ tx }) =>
      tx.auditStream.findMany({ where: { caseId }, select: { stream: true } }),
    );
    expect(streams).toEqual([]);
  },
);

test.for<Role>([
  "panel_member",
  "provider",
  "invitee",
  "referrer",
  "administrator",
  "steering_member",
])("a %s is not told who has seen a case", async (role) => {
  const { reference, ...opened } = await aViewedCase();
  const actor = await anActor(role, { areaId: opened.areaId });
  if (role === "panel_member") await anItem(opened, { health: actor });
  if (role === "provider" || role === "invitee") await aWorker(opened.id, actor);

  await expect(access(actor, reference)).rejects.toMatchObject({
    name: expect.stringMatching(/NotFound|Forbidden/),
  });
  await expect(log(actor)).rejects.toMatchObject({ name: "Forbidden" });
});

test.for([
  ["no day", (ctx: Context) => viewLog(ctx, { before: "2026-99-99 10:00:00+00~1" })],
  ["no text", (ctx: Context) => viewAccess(ctx, "PC-2026-\0", null)],
  ["no id", (ctx: Context) => openVersion(ctx, "\0")],
] as const)("an address that holds %s is nobody's, and no failure", async ([, ask]) => {
  const inspector = await anActor("governance_officer");

  await expect(attempt<unknown>(inspector, ask)).resolves.toMatchObject({
    ok: false,
    refusal: { name: expect.stringMatching(/NotFound|Forbidden/) },
  });
});

test("pages of a case's log follow on from each other", async () => {
  const { cora, reference } = await aViewedCase();
  for (let view = 0; view < eventsOnAPage; view++)
    await withActor(cora, (ctx) => viewCase(ctx, reference));

  const first = await access(cora, reference);
  const second = await access(cora, reference, first.next);

  const keys = [...first.events, ...second.events].map(({ key }) => key);
  expect(new Set(keys).size).toBe(eventsOnAPage + 1);
  expect(second.next).toBeNull();
});

test("the log of an area is read by type and by day, and reading it is on it", async () => {
  const { areaId } = await aViewedCase();
  const ines = await anActor("governance_officer", { areaId });
  const today = new Date().toISOString().slice(0, 10);

  await expect(log(ines, { type: "case.viewed" })).resolves.toMatchObject({
    events: [{ what: "Looked at a case" }],
  });
  await expect(log(ines, { type: "search.made" })).resolves.toMatchObject({ events: [] });
  await expect(log(ines, { day: "2020-01-01" })).resolves.toMatchObject({ events: [] });
  expect((await log(ines)).events.map(({ what }) => what)).toContain("Looked at the log");
  expect((await log(ines, { day: today, type: "case.viewed" })).events.length).toBeLessThanOrEqual(
    1,
  );
});

test("the log holds nothing of another area", async () => {
  await aViewedCase();
  const audrey = await anActor("auditor", { areaId: (await anArea()).id });

  await expect(log(audrey)).resolves.toMatchObject({ events: [] });
});

test("how far the log is sealed is told to those who oversee it", async () => {
  const { areaId } = await aViewedCase();
  const ines = await anActor("governance_officer", { areaId });
  await owner.$queryRaw`select n::int from audit_seal()`;

  await expect(log(ines)).resolves.toMatchObject({
    sealed: { number: expect.any(Number), waiting: 0 },
  });
});

test("the pages of the log take few statements", async () => {
  const { cora, reference, areaId } = await aViewedCase();
  const ines = await anActor("governance_officer", { areaId });

  const counts = [
    await countStatements(() => access(cora, reference)),
    await countStatements(() => log(ines)),
  ].map(({ count }) => count);

  expect(Math.max(...counts)).toBeLessThanOrEqual(5);
});

test("who signed in is on the log by name, though nobody wears a role at the door", async () => {
  const { id: areaId } = await anArea();
  const ines = await anActor("governance_officer", { areaId });
  const { name } = await owner.user.findUniqueOrThrow({ where: { id: ines.userId } });
  const { userId } = ines;
  await withActor(theSystem(areaId), (ctx) => failSignIn(ctx, "nobody@example.test"));
  await withActor(theSystem(areaId), (ctx) => openSession(ctx, { userId }));

  expect((await log(ines)).events).toMatchObject([
    { what: "Signed in", who: name, role: "Signing in or out" },
    { what: "Failed to sign in", who: "Somebody unknown", role: "Signing in or out" },
  ]);
});
