import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { findCaseFile, viewCase } from "@/lib/cases/overview/queries";
import { withActor } from "@/lib/db/with-actor";
import { aCase, anActor, anItem, aWorker } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const said = "What was seen and heard, word for word.";
const answers = { whatHappened: said };

async function aCaseFor(role: Role) {
  const actor = await anActor(role);
  const opened = await aCase({ answers });
  if (role === "panel_member") await anItem(opened, { health: actor });
  else if (role !== "gateway_officer") await aWorker(opened.id, actor);
  return { actor, ...opened };
}

const view = (actor: Actor, reference: string) =>
  withActor(actor, (ctx) => viewCase(ctx, reference));
const file = (actor: Actor, reference: string) =>
  withActor(actor, (ctx) => findCaseFile(ctx, reference));

test.for([
  "coordinator",
  "chair",
  "panel_member",
  "gateway_officer",
  "governance_officer",
] as const)("a %s on the case reads what the referral says", async (role) => {
  const { actor, reference } = await aCaseFor(role);

  const found = await view(actor, reference);

  expect(found.referral?.answers).toEqual(answers);
  expect(found.why.length).toBeGreaterThan(0);
});

test.for(["provider", "invitee"] as const)(
  "a %s reads who it is about, and nothing of the referral, the people or the clocks (IS-15)",
  async (role) => {
    const { actor, reference, id, areaId } = await aCaseFor(role);
    await owner.clock.create({
      data: {
        areaId,
        caseId: id,
        kind: "case_review",
        ownerRole: "coordinator",
        startedOn: new Date("2026-01-01"),
        dueOn: new Date("2026-02-01"),
      },
    });

    const found = await view(actor, reference);

    expect(found).toMatchObject({ referral: null, workers: null, clocks: [] });
    expect(JSON.stringify(found)).not.toContain(said);
    await expect(file(actor, reference)).resolves.toMatchObject({
      name: expect.stringContaining("Rowan"),
      nextDueOn: null,
    });
  },
);

test("side navigation offers each reader the parts they may open", async () => {
  const partsOf = async (role: Role) => {
    const { actor, reference } = await aCaseFor(role);
    return (await file(actor, reference))?.parts.map(({ text }) => text);
  };

  await expect(partsOf("coordinator")).resolves.toEqual([
    "Overview",
    "Chronology",
    "Needs and views",
    "People around",
    "Information",
    "Documents",
    "Requests",
    "Assessment",
    "Section 36",
    "Panel",
    "Consent",
    "Told",
    "Support",
    "Reviews",
    "Access",
    "Hand over",
    "Transfer",
  ]);
  await expect(partsOf("invitee")).resolves.toEqual(["Overview"]);
  await expect(partsOf("provider")).resolves.toEqual(["Overview", "Needs and views", "Support"]);
  await expect(partsOf("gateway_officer")).resolves.toEqual([
    "Overview",
    "Chronology",
    "Needs and views",
    "People around",
    "Information",
    "Documents",
    "Requests",
    "Assessment",
    "Section 36",
    "Reviews",
    "Access",
    "Pause",
  ]);
});

test("for somebody who is not on it, a case is not there (IS-01)", async () => {
  const { reference } = await aCase();
  const carl = await anActor("coordinator");

  await expect(view(carl, reference)).rejects.toMatchObject({ name: "NotFound" });
  await expect(view(carl, "PC-2026-000000")).rejects.toMatchObject({ name: "NotFound" });
  await expect(file(carl, reference)).resolves.toBeNull();
});

test("a view is on the log, the frame around it is not", async () => {
  const { actor, reference } = await aCaseFor("coordinator");

  await file(actor, reference);
  await view(actor, reference);

  await expect(
    owner.auditEvent.findMany({
      where: { actor: actor.userId },
      select: { type: true, facts: true },
    }),
  ).resolves.toEqual([{ type: "case.viewed", facts: { page: "overview" } }]);
});

test("frame and overview together take few statements", async () => {
  const { actor, reference } = await aCaseFor("coordinator");

  const frame = await countStatements(() => file(actor, reference));
  const page = await countStatements(() => view(actor, reference));

  expect(frame.count + page.count).toBeLessThanOrEqual(8);
});
