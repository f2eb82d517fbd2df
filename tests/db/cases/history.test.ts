import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { entriesOnAPage, printHistory, viewHistory } from "@/lib/cases/history/queries";
import { cursorFrom, type HistoryFilters } from "@/lib/cases/history/rules";
import { withActor } from "@/lib/db/with-actor";
import {
  aCase,
  aNeed,
  anActor,
  anInformationItem,
  anItem,
  anOrganisation,
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

  expect(kindsOf(seen)).toEqual(["asked", "consent", "item", "item", "move", "referral", "worker"]);
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
    "agenda",
    "consent",
    "item",
    "move",
    "referral",
    "worker",
  ]);
  await expect(history(gwen, reference).then(kindsOf)).resolves.toEqual([
    "asked",
    "item",
    "move",
    "referral",
    "worker",
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
  expect([first.entries.length, second.entries.length]).toEqual([entriesOnAPage, 7]);
  expect(new Set(ids).size).toBe(entriesOnAPage + 7);
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

  expect(count).toBeLessThanOrEqual(6);
});

const filtered = (actor: Actor, reference: string, filters: HistoryFilters) =>
  withActor(actor, (ctx) => viewHistory(ctx, reference, null, filters));

test("it can be narrowed to what happened and to whose it was", async () => {
  const { cora, id, areaId, dataKeyId, reference } = await aCaseWithAPast();
  const school = await anOrganisation(areaId);
  await anInformationItem({ id, areaId, dataKeyId }, { suppliedById: school.id });
  await aNeed({ id, areaId }, cora);

  const requests = await filtered(cora, reference, { group: "requests" });
  const bySchool = await filtered(cora, reference, { organisationId: school.id });
  const byCouncil = await filtered(cora, reference, { organisationId: cora.organisationId });

  expect(kindsOf(requests)).toEqual(["asked"]);
  expect(kindsOf(bySchool)).toEqual(["item"]);
  expect(kindsOf(byCouncil)).toEqual(["move", "need"]);
});

test("what came since the last visit is new, and what the reader did is not", async () => {
  const { cora, id, areaId, dataKeyId, reference } = await aCaseWithAPast();
  const yesterday = new Date(Date.now() - 86_400_000);
  await withActor(cora, (ctx) => viewHistory(ctx, reference, null), yesterday);
  await aNeed({ id, areaId }, cora);
  await anInformationItem({ id, areaId, dataKeyId });

  const first = await withActor(cora, (ctx) => viewHistory(ctx, reference, null));

  expect(first.since).toEqual(yesterday);
  const newKinds = first.entries.filter(({ isNew }) => isNew).map(({ kind }) => kind);
  expect(newKinds).toContain("item");
  expect(newKinds).not.toContain("need");
});

test("two readers with different rights print two documents, each of them whole", async () => {
  const { cora, id, areaId, reference } = await aCaseWithAPast();
  const pat = await anActor("panel_member", { areaId });
  await anItem({ id, areaId }, { health: pat });
  const print = (actor: Actor) =>
    withActor(actor, (ctx) => printHistory(ctx, reference, {}, "panel_papers"));

  const hers = await print(cora);
  const his = await print(pat);

  const kinds = (printed: typeof hers) => printed.entries.map(({ kind }) => kind);
  expect(kinds(hers).filter((kind) => kind === "item")).toHaveLength(2);
  expect(kinds(his).filter((kind) => kind === "item")).toHaveLength(1);
  expect(kinds(his)).not.toContain("asked");
  expect(JSON.stringify(hers)).not.toContain("number");
});

test("a print is on the log, with its reason in a code", async () => {
  const { cora, reference } = await aCaseWithAPast();

  await withActor(cora, (ctx) => printHistory(ctx, reference, {}, "court"));

  await expect(
    owner.auditEvent.findFirstOrThrow({
      where: { actor: cora.userId, type: "chronology.printed" },
      select: { facts: true },
    }),
  ).resolves.toMatchObject({ facts: { why: "court", reference, group: null } });
});

test("a mentor prints nothing (IS-15), nor does somebody who is not on the case (IS-01)", async () => {
  const { id, areaId, reference } = await aCaseWithAPast();
  const mentor = await anActor("provider", { areaId });
  await aWorker(id, mentor);
  const carl = await anActor("coordinator", { areaId });
  const print = (actor: Actor) =>
    withActor(actor, (ctx) => printHistory(ctx, reference, {}, "court"));

  await expect(print(mentor)).rejects.toMatchObject({ name: "Forbidden" });
  await expect(print(carl)).rejects.toMatchObject({ name: "NotFound" });
});

test("pages follow on through entries that are kept with their day alone", async () => {
  const cora = await anActor("coordinator");
  const opened = await aCase({ coordinator: cora });
  const by = { ownerOrganisationId: cora.organisationId, addedByHatId: cora.hatId };
  const dueOn = new Date("2026-02-01");
  await owner.action.createMany({
    data: Array.from({ length: entriesOnAPage + 2 }, (_, number) => ({
      ...{ areaId: opened.areaId, caseId: opened.id, kind: "panel", title: `Action ${number}` },
      ...{ ...by, status: "done", dueOn, firstDueOn: dueOn },
      doneOn: new Date("2026-06-15"),
      addedAt: new Date("2026-06-14T23:00:00Z"), // the first instant of 15 June in London
    })),
  });
  const seen: string[] = [];

  for (let before: string | null = null, page = 0; page < 9; page++) {
    const { entries, next } = await history(cora, opened.reference, before);
    seen.push(...entries.map(({ kind, id }) => `${kind} ${id}`));
    before = next;
    if (!next) break;
  }

  const actions = seen.filter((entry) => entry.startsWith("action"));
  expect(actions).toHaveLength(2 * (entriesOnAPage + 2));
  expect(new Set(seen).size).toBe(seen.length);
});
