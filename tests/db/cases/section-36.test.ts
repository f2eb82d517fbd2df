import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { decideSection36, sendForDecision } from "@/lib/cases/section-36/commands";
import { getCaseToDecide, viewSection36 } from "@/lib/cases/section-36/queries";
import type { DecideSection36 } from "@/lib/cases/section-36/schema";
import { withActor } from "@/lib/db/with-actor";
import { endingsCounted, leftBehind } from "@/tests/support/ending";
import { aCase, anActor, anArea, anItem, aRequest } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const reasonsFor = "He seeks out this material alone, and has praised what it shows to others.";
const reasonsAgainst = "He has few friends and a new school, and nothing points to any planning.";
const yes = { decision: "yes", statement: "yes", reasonsFor, reasonsAgainst } as const;
const no = {
  decision: "no",
  closureCode: "misguided",
  signpost: "early_help",
  signpostAnswer: "accepted",
  signpostTo: "The family hub",
  signpostSaid: "They call the family this week.",
  lookedAt: [] as string[],
  secondLook: null,
  reasonsFor,
  reasonsAgainst,
} as const;

type Traits = { caseStatus?: string; councilMayRefer?: boolean; assessment?: string | null };

async function aCaseWith({
  caseStatus = "s36_decision",
  assessment = "countersigned",
  ...area
}: Traits = {}) {
  const { id: areaId } = await anArea(area);
  const cora = await anActor("coordinator", { areaId });
  const gwen = await anActor("gateway_officer", { areaId });
  const opened = await aCase({ areaId, coordinator: cora, caseStatus });
  const { id: caseId } = opened;
  if (assessment)
    await owner.assessment.create({
      data: {
        caseId,
        areaId,
        frameworkId: "blank",
        frameworkVersion: "1",
        number: 1,
        purpose: "first",
        status: assessment,
        ...(assessment === "countersigned" && { countersignedByHatId: gwen.hatId }),
        authorHatId: cora.hatId,
        startedAt: new Date(),
        completedAt: new Date(),
      },
    });
  await owner.clock.create({
    data: {
      caseId,
      areaId,
      kind: "s36_decision",
      ownerRole: "coordinator",
      startedOn: new Date("2026-11-01"),
      dueOn: new Date("2099-01-01"),
    },
  });
  return { ...opened, cora, gwen };
}

const send = (actor: Actor, caseId: string) =>
  withActor(actor, (ctx) => sendForDecision(ctx, { caseId }));
const decide = (actor: Actor, caseId: string, how: typeof yes | typeof no) =>
  withActor(actor, (ctx) => decideSection36(ctx, { caseId, ...how } as DecideSection36));
const statusOf = async (id: string) =>
  (await owner.case.findUniqueOrThrow({ where: { id } })).status;
const running = (caseId: string) =>
  owner.clock.findMany({ where: { caseId, stoppedOn: null }, select: { kind: true } });

test("with the assessment complete and requests settled, the case goes for decision (T07)", async () => {
  const { cora, gwen, id, reference } = await aCaseWith({
    caseStatus: "info_gathering",
    assessment: "complete",
  });

  await send(cora, id);

  await expect(statusOf(id)).resolves.toBe("s36_decision");
  await expect(
    owner.notification.findMany({ where: { hatId: gwen.hatId } }),
  ).resolves.toMatchObject([{ kind: "section_36_waiting", reference }]);
  await expect(owner.auditEvent.findMany({ where: { actor: cora.userId } })).resolves.toMatchObject(
    [{ type: "case.moved", facts: { transition: "T07" } }],
  );
});

test.for([
  ["no assessment", null, null],
  ["an assessment being written", "draft", null],
  ["a request that still waits", "complete", "2099-01-01"],
] as const)("with %s, the case stays where it is (T07)", async ([, assessment, dueOn]) => {
  const opened = await aCaseWith({ caseStatus: "info_gathering", assessment });
  if (dueOn) await aRequest(opened, { dueOn });

  await expect(send(opened.cora, opened.id)).rejects.toMatchObject({ name: "RuleBroken" });
  await expect(statusOf(opened.id)).resolves.toBe("info_gathering");
  await expect(owner.caseMove.count({ where: { caseId: opened.id } })).resolves.toBe(0);
});

test("a request that ran out of time is waited for no longer (T07)", async () => {
  const opened = await aCaseWith({ caseStatus: "info_gathering" });
  await aRequest(opened, { dueOn: "2026-01-01" });

  await expect(send(opened.cora, opened.id)).resolves.toBeDefined();
});

test("reasonable grounds, stated and reasoned, list the case for the panel (T09, TL-03, TL-04)", async () => {
  const { gwen, cora, id } = await aCaseWith();

  await decide(gwen, id, yes);

  await expect(statusOf(id)).resolves.toBe("panel_listed");
  await expect(running(id)).resolves.toEqual([{ kind: "panel_discussion" }]);
  await expect(owner.section36Decision.findMany({ where: { caseId: id } })).resolves.toMatchObject([
    {
      decision: "yes",
      statement: true,
      reasons: reasonsFor,
      otherReasons: reasonsAgainst,
      decidedByHatId: gwen.hatId,
    },
  ]);
  await expect(
    owner.notification.count({ where: { hatId: cora.hatId, kind: "section_36_decided" } }),
  ).resolves.toBe(1);
  await expect(
    owner.auditEvent.findFirst({ where: { actor: gwen.userId } }),
  ).resolves.toMatchObject({
    type: "section36.decided",
    facts: { decision: "yes", closureCode: null },
  });
});

test("without a second reader there is no referral to the panel (AF-07)", async () => {
  const { gwen, id } = await aCaseWith({ assessment: "complete" });

  await expect(decide(gwen, id, yes)).rejects.toMatchObject({ name: "RuleBroken" });
  await expect(statusOf(id)).resolves.toBe("s36_decision");
  await expect(owner.section36Decision.count({ where: { caseId: id } })).resolves.toBe(0);
});

test("no grounds close the case, set how long it is kept, and stop asking (T08)", async () => {
  const { gwen, ...opened } = await aCaseWith({ assessment: "complete" });
  const { id } = opened;
  const { id: requestId } = await aRequest(opened);

  await withActor(
    gwen,
    (ctx) => decideSection36(ctx, { caseId: id, ...no }),
    new Date("2026-11-21T12:00:00Z"),
  );

  await expect(owner.case.findUniqueOrThrow({ where: { id } })).resolves.toMatchObject({
    status: "closed_not_prevent",
    closureCode: "misguided",
    retentionClass: "unfounded",
    disposeOn: new Date("2027-02-21"), // a child: three months
    closedAt: expect.any(Date),
  });
  await expect(running(id)).resolves.toEqual([]);
  await expect(
    owner.informationRequest.findUniqueOrThrow({ where: { id: requestId } }),
  ).resolves.toMatchObject({ state: "cancelled" });
  await expect(owner.section36Decision.findMany({ where: { caseId: id } })).resolves.toMatchObject([
    {
      decision: "no",
      statement: false,
      reasons: reasonsAgainst,
      otherReasons: reasonsFor,
      signpost: "early_help",
    },
  ]);
});

test.for([
  ["not_radicalisation_other_need", "closed_other_help"],
  ["misguided", "closed"],
] as const)(
  "IS-16 a no as %s tells the referrer: %s, and is counted once",
  async ([closureCode, told]) => {
    const { gwen, id, areaId } = await aCaseWith({ assessment: "complete" });

    await withActor(gwen, (ctx) => decideSection36(ctx, { caseId: id, ...no, closureCode }));

    expect(await leftBehind(id)).toMatchObject({ told, isEnded: true, notices: [true] });
    expect(await endingsCounted(areaId)).toBe(1);
  },
);

test("IS-16 a yes leaves the referral taken forward, with no news for its referrer", async () => {
  const { gwen, ...opened } = await aCaseWith();
  await aRequest(opened);

  await decide(gwen, opened.id, yes);

  const open = { told: "taken_forward", isEnded: false, waiting: 1, notices: [] };
  expect(await leftBehind(opened.id)).toMatchObject(open);
});

test("the council decides only where its area lets it", async () => {
  const [may, mayNot] = [await aCaseWith({ councilMayRefer: true }), await aCaseWith()];

  await expect(decide(may.cora, may.id, yes)).resolves.toBeDefined();
  await expect(decide(mayNot.cora, mayNot.id, yes)).rejects.toMatchObject({ name: "Forbidden" });
});

test.for([
  ["chair", "Forbidden"],
  ["panel_member", "Forbidden"],
  ["provider", "Forbidden"],
  ["invitee", "NotFound"], // sees an item of the agenda, and no case
  ["governance_officer", "Forbidden"],
] as const)("a %s on the case neither sends nor decides", async ([role, name]) => {
  const opened = await aCaseWith({ councilMayRefer: true });
  const actor = await anActor(role, { areaId: opened.areaId });
  await anItem(opened, { health: actor });

  await expect(decide(actor, opened.id, yes)).rejects.toMatchObject({ name });
  await expect(
    withActor(actor, (ctx) => getCaseToDecide(ctx, opened.reference)),
  ).rejects.toMatchObject({ name });
  await expect(send(actor, opened.id)).rejects.toMatchObject({ name });
});

test("the second of two who decide is told", async () => {
  const { gwen, id } = await aCaseWith();
  await decide(gwen, id, yes);

  await expect(decide(gwen, id, no)).rejects.toMatchObject({ name: "RuleBroken" });
  await expect(owner.section36Decision.count({ where: { caseId: id } })).resolves.toBe(1);
});

test("the page says what stands in the way, and to whom it is to say", async () => {
  const { cora, gwen, reference } = await aCaseWith({
    caseStatus: "info_gathering",
    assessment: null,
  });
  const view = (actor: Actor) => withActor(actor, (ctx) => viewSection36(ctx, reference));

  await expect(view(cora)).resolves.toMatchObject({
    may: { send: true, decide: false },
    whyNotSent: expect.stringContaining("assessment"),
  });
  await expect(view(gwen)).resolves.toMatchObject({
    may: { send: false, decide: false },
    whyNotSent: null,
  });
  await expect(view(await anActor("coordinator"))).rejects.toMatchObject({ name: "NotFound" });
});

test("the page takes few statements", async () => {
  const { gwen, reference } = await aCaseWith();

  const { count } = await countStatements(() =>
    withActor(gwen, (ctx) => viewSection36(ctx, reference)),
  );

  expect(count).toBeLessThanOrEqual(6);
});
