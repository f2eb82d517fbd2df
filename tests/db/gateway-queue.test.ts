import { expect, test } from "vitest";

import { withActor } from "@/lib/db/with-actor";
import { Forbidden } from "@/lib/errors";
import { listCouncilQueue, listGatewayQueue } from "@/lib/referrals/queue/queries";
import { queueFiltersFrom } from "@/lib/referrals/queue/rules";
import { aCase, anActor, anArea, aReferral } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const now = new Date("2026-11-20T10:00:00Z");
const all = queueFiltersFrom({});

async function aWaitingReferral(areaId: string, dueOn: string, priority?: string) {
  const referral = await aReferral({ areaId, status: "gateway", submittedAt: now });
  const data = { screeningDueOn: new Date(dueOn), priority: priority ?? null };
  await owner.referral.update({ where: { id: referral.id }, data });
  return referral.reference;
}

async function aQueue() {
  const { id: areaId } = await anArea();
  const gateway = await anActor("gateway_officer", { areaId });
  const standard = await aWaitingReferral(areaId, "2026-11-18", "standard");
  const unread = await aWaitingReferral(areaId, "2026-11-25");
  const urgent = await aWaitingReferral(areaId, "2026-11-24", "urgent");
  const oldUnread = await aWaitingReferral(areaId, "2026-11-17");
  await aReferral({ areaId, status: "draft" });
  await aReferral({ areaId, status: "closed_not_prevent" });
  await aReferral({ areaId: (await anArea()).id, status: "gateway" });
  return { areaId, gateway, standard, unread, urgent, oldUnread };
}

test("what waits comes by urgency, then by the day it is due (TL-02)", async () => {
  const { gateway, standard, unread, urgent, oldUnread } = await aQueue();

  const { referrals, total } = await withActor(gateway, (ctx) => listGatewayQueue(ctx, all), now);

  const order = [urgent, oldUnread, unread, standard];
  expect(referrals.map(({ reference }) => reference)).toEqual(order);
  expect(total).toBe(4);
});

test("the queue can be narrowed to a priority, to what is late, and to what is over", async () => {
  const { gateway, standard, urgent, oldUnread } = await aQueue();
  const list = async (query: Record<string, string>) => {
    const filters = queueFiltersFrom(query);
    const listed = await withActor(gateway, (ctx) => listGatewayQueue(ctx, filters), now);
    return listed.referrals.map(({ reference }) => reference);
  };

  expect(await list({ priority: "urgent" })).toEqual([urgent]);
  expect(await list({ late: "overdue" })).toEqual([oldUnread, standard]);
  expect(await list({ status: "closed_not_prevent" })).toHaveLength(1);
  expect(await list({ status: "closed" })).toHaveLength(1);
  expect(await list({ status: "<script>", page: "-4" })).toHaveLength(4);
});

test("IS-17 the council sees that a referral is there and how far it is, and no name", async () => {
  const { areaId, urgent } = await aQueue();
  const cora = await anActor("coordinator", { areaId });

  const { referrals } = await withActor(cora, (ctx) => listCouncilQueue(ctx, all), now);

  expect(referrals[0]).toEqual({
    reference: urgent,
    status: "gateway",
    closureCode: null,
    receivedOn: "2026-11-20",
    dueOn: "2026-11-24",
  });
});

test.for(["referrer", "agency_lead", "chair", "panel_member", "governance_officer"] as const)(
  "the queue is not for a %s",
  async (role) => {
    const { areaId } = await aQueue();
    const somebody = await anActor(role, { areaId });

    const list = withActor(somebody, (ctx) => listGatewayQueue(ctx, all), now);

    await expect(list).rejects.toThrow(Forbidden);
  },
);

test("IS-18 a referral whose case somebody has a conflict with is not in their list", async () => {
  const { id: areaId } = await anArea();
  const gateway = await anActor("gateway_officer", { areaId });
  const { id: caseId } = await aCase({ areaId });
  await owner.caseConflict.create({
    data: { caseId, areaId, userId: gateway.userId, declaredAt: now },
  });

  const filters = queueFiltersFrom({ status: "taken_forward" });
  const listed = await withActor(gateway, (ctx) => listGatewayQueue(ctx, filters), now);

  expect(listed).toMatchObject({ referrals: [], total: 0 });
});

test("a page of the queue takes no more than eight statements, and is on the log without a name", async () => {
  const { gateway } = await aQueue();

  const { count } = await countStatements(() =>
    withActor(gateway, (ctx) => listGatewayQueue(ctx, all), now),
  );

  expect(count).toBeLessThanOrEqual(8);
  const where = { actor: gateway.userId, type: "referrals.listed" };
  const [event] = await owner.auditEvent.findMany({ where, select: { facts: true } });
  expect(event?.facts).toEqual({ rows: 4, status: "waiting", page: 1 });
});
