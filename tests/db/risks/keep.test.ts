import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addDays, fromDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { addRisk, editRisk, scoreRisk } from "@/lib/risks/commands";
import { linkRisk, unlinkRisk } from "@/lib/risks/links/commands";
import { listActionsOfRisk, listReasonsForAction } from "@/lib/risks/links/queries";
import { viewRegister, viewRisk } from "@/lib/risks/queries";
import { agreeRisk, closeRisk, reviewRisk } from "@/lib/risks/reviews/commands";
import type { EditRisk } from "@/lib/risks/schema";
import { anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aPartnership, aPlan, aPlanAction } from "@/tests/support/plans";
import { aRisk, aWholeRisk, aWholeStatement, newScores, today } from "@/tests/support/risks";
import { countStatements } from "@/tests/support/statements";

const reasons = "It is said here in as many words as the form asks for.";

async function aRegister() {
  const { id: areaId } = await anArea();
  return {
    areaId,
    keeper: await anActor("prevent_coordinator", { areaId }),
    steering: await anActor("steering_member", { areaId }),
    lead: await anActor("agency_lead", { areaId }),
    gold: await anActor("gold_reader", { areaId }),
  };
}

const see = (who: Actor) => withActor(who, (ctx) => viewRegister(ctx, {}));
const stored = (id: string) => owner.risk.findUniqueOrThrow({ where: { id } });
const clocksOf = (riskId: string) =>
  owner.clock.findMany({ where: { riskId }, orderBy: { dueOn: "asc" } });
const eventsOf = async (who: Actor) =>
  (await owner.auditEvent.findMany({ where: { actor: who.userId } })).map(({ type }) => type);

test("a risk is added with a reference, its scores, their history and a clock, and is recorded (8.4, 4.4)", async () => {
  const { keeper } = await aRegister();

  const { riskId } = await withActor(keeper, (ctx) => addRisk(ctx, aWholeRisk(keeper)));

  expect(await stored(riskId)).toMatchObject({
    reference: expect.stringMatching(/^RSK-\d{4}-000001$/),
    status: "proposed",
    version: 1,
  });
  expect(await owner.riskScore.findMany({ where: { riskId } })).toMatchObject([
    { inherentLikelihood: 4, residualLikelihood: 2, scoredByHatId: keeper.hatId },
  ]);
  expect(await clocksOf(riskId)).toMatchObject([
    {
      kind: "risk_review",
      ownerRole: "agency_lead",
      ownerOrganisationId: keeper.organisationId,
      stoppedOn: null,
    },
  ]);
  expect(await eventsOf(keeper)).toContain("risk.added");
});

test("what the form cannot know is said beside the field, and nothing is left behind", async () => {
  const { keeper } = await aRegister();
  const { id: elsewhere } = await aPartnership([(await anArea()).id]);
  const stranger = await anActor("agency_lead");

  for (const [field, change] of [
    ["residualLikelihood", { residualLikelihood: 5 }],
    ["ownerOrganisationId", { ownerOrganisationId: stranger.organisationId }],
    ["covers", { covers: elsewhere }],
    ["reviewDay", { reviewDay: addDays(today, 400) }],
  ] as const) {
    const adding = withActor(keeper, (ctx) => addRisk(ctx, aWholeRisk(keeper, change)));
    await expect(adding).rejects.toMatchObject({ errors: { [field]: expect.anything() } });
  }

  expect(await owner.risk.count({ where: { areaId: keeper.areaId } })).toBe(0);
});

test("no evidence above the national background is an answer, unless the register says otherwise (8.4, 4.4)", async () => {
  const { keeper } = await aRegister();
  const state = () => withActor(keeper, (ctx) => addRisk(ctx, aWholeStatement(keeper)));
  const there = aWholeRisk(keeper, { ideology: "islamist" });

  const { riskId } = await state();
  const contradicting = withActor(keeper, (ctx) => addRisk(ctx, there));

  await expect(contradicting).rejects.toThrow(FieldsRefused);
  expect(await stored(riskId)).toMatchObject({ finding: "no_evidence", inherentLikelihood: null });
  expect(await owner.riskScore.count({ where: { riskId } })).toBe(0);
  const { coverage } = await see(keeper);
  expect(coverage.find(({ ideology }) => ideology === "islamist")).toMatchObject({
    hasNoEvidence: true,
    isMissing: false,
  });
  expect(coverage.filter(({ isMissing }) => isMissing)).toHaveLength(6);

  await withActor(keeper, (ctx) => closeRisk(ctx, { riskId, version: 1, reasons }));
  await expect(withActor(keeper, (ctx) => addRisk(ctx, there))).resolves.toBeDefined();
});

test("new scores keep those before, and go to the group again (8.4)", async () => {
  const { keeper } = await aRegister();
  const { id: riskId } = await aRisk(keeper, { status: "agreed" });

  await withActor(keeper, (ctx) => scoreRisk(ctx, newScores(riskId)));

  const { scored, risk } = await withActor(keeper, (ctx) => viewRisk(ctx, riskId));
  expect(scored.map(({ residualLikelihood }) => residualLikelihood)).toEqual([3, 2]);
  expect(risk).toMatchObject({ status: "proposed", agreedBy: null, version: 2 });
});

test("the words change, and whoever was overtaken is told by whom", async () => {
  const { keeper } = await aRegister();
  const { id: riskId } = await aRisk(keeper);
  const { covers: _, reviewDay: __, ...words } = aWholeRisk(keeper, { title: "Leaflets in town" });
  const edit = { ...words, riskId, version: 1 } as unknown as EditRisk;

  await withActor(keeper, (ctx) => editRisk(ctx, edit));
  const late = withActor(keeper, (ctx) => editRisk(ctx, edit));
  const lateScore = () => withActor(keeper, (ctx) => scoreRisk(ctx, newScores(riskId)));

  await expect(late).rejects.toThrow(Overtaken);
  await expect(lateScore()).rejects.toThrow(Overtaken);
  expect(await stored(riskId)).toMatchObject({ title: "Leaflets in town", version: 2 });
});

test("a partner sees and reviews the risks they own, and no others (8.4, 0.5)", async () => {
  const { keeper, lead } = await aRegister();
  const theirs = await aRisk(keeper, { ownerOrganisationId: lead.organisationId });
  const other = await aRisk(keeper);
  const review = (riskId: string) =>
    withActor(lead, (ctx) =>
      reviewRisk(ctx, {
        ...{ riskId, version: 1, outcome: "changes", note: reasons },
        reviewDay: addDays(today, 120),
      }),
    );

  expect((await see(lead)).risks.map(({ id }) => id)).toEqual([theirs.id]);
  await review(theirs.id);
  await expect(review(other.id)).rejects.toThrow(NotFound);
  await expect(withActor(lead, (ctx) => scoreRisk(ctx, newScores(theirs.id, 2)))).rejects.toThrow(
    Forbidden,
  );

  expect(fromDateColumn((await stored(theirs.id)).reviewOn)).toBe(addDays(today, 120));
  expect(await clocksOf(theirs.id)).toMatchObject([{ outcome: "met" }, { stoppedOn: null }]);
  expect(await owner.notification.findMany({ where: { hatId: keeper.hatId } })).toMatchObject([
    { kind: "risk_reviewed", reference: theirs.reference },
  ]);
});

test("an owner writes nothing but the day, whatever the application does", async () => {
  const { keeper, lead } = await aRegister();
  const { id } = await aRisk(keeper, { ownerOrganisationId: lead.organisationId });

  const writing = withActor(lead, ({ tx }) =>
    tx.risk.updateMany({ where: { id }, data: { title: "Nothing to see" } }),
  );

  await expect(writing).rejects.toThrow("reviews it");
});

test("those above see what the group agreed, and none before it (2.3, 8.3)", async () => {
  const { keeper, gold, steering } = await aRegister();
  const { id: riskId } = await aRisk(keeper);
  expect((await see(gold)).risks).toEqual([]);
  expect((await see(steering)).risks).toHaveLength(1);

  await withActor(keeper, (ctx) =>
    agreeRisk(ctx, { riskId, version: 1, agreedBy: "Steering group", agreedDay: today }),
  );

  expect((await see(gold)).risks.map(({ id }) => id)).toEqual([riskId]);
  const seen = await withActor(gold, (ctx) => viewRisk(ctx, riskId));
  expect(seen).toMatchObject({ scored: [], reviews: [], mayWrite: false });
  const twice = withActor(keeper, (ctx) =>
    agreeRisk(ctx, { riskId, version: 2, agreedBy: "Steering group", agreedDay: today }),
  );
  await expect(twice).rejects.toThrow(RuleBroken);
  const before = withActor(keeper, async (ctx) => {
    await scoreRisk(ctx, newScores(riskId, 2));
    const agreedDay = addDays(today, -1);
    return agreeRisk(ctx, { riskId, version: 3, agreedBy: "Steering group", agreedDay });
  });
  await expect(before).rejects.toThrow(FieldsRefused);
});

test("what is closed stays as it was, and waits for nothing", async () => {
  const { keeper } = await aRegister();
  const { id: riskId } = await aRisk(keeper);

  await withActor(keeper, (ctx) => closeRisk(ctx, { riskId, version: 1, reasons }));

  expect(await clocksOf(riskId)).toMatchObject([{ outcome: "cancelled" }]);
  for (const again of [scoreRisk, closeRisk] as const) {
    const given = { ...newScores(riskId, 2), reasons } as never;
    await expect(withActor(keeper, (ctx) => again(ctx, given))).rejects.toThrow(RuleBroken);
  }
  const past = withActor(keeper, ({ tx }) =>
    tx.risk.updateMany({ where: { id: riskId }, data: { title: "Another" } }),
  );
  await expect(past).rejects.toThrow("stays as it was");
});

test("an action answers a risk, and each is found from the other (8.4)", async () => {
  const { keeper, lead } = await aRegister();
  const { id: riskId } = await aRisk(keeper);
  const plan = await aPlan(keeper);
  const { id: actionId } = await aPlanAction(plan);
  const link = { riskId, actionId };

  await withActor(keeper, (ctx) => linkRisk(ctx, link));

  const twice = withActor(keeper, (ctx) => linkRisk(ctx, link));
  await expect(twice).rejects.toThrow(FieldsRefused);
  expect(await withActor(keeper, (ctx) => listActionsOfRisk(ctx, riskId))).toMatchObject([
    { actionId },
  ]);
  expect(await withActor(keeper, (ctx) => listReasonsForAction(ctx, actionId))).toMatchObject([
    { id: riskId },
  ]);
  expect(await withActor(lead, (ctx) => listReasonsForAction(ctx, actionId))).toEqual([]);

  await withActor(keeper, (ctx) => unlinkRisk(ctx, link));
  expect(await withActor(keeper, (ctx) => listActionsOfRisk(ctx, riskId))).toEqual([]);
  await expect(withActor(keeper, (ctx) => unlinkRisk(ctx, link))).rejects.toThrow(NotFound);
});

test("an action of another area's plan is not linked, by the form or past it", async () => {
  const { keeper } = await aRegister();
  const { id: riskId } = await aRisk(keeper);
  const other = await anActor("prevent_coordinator");
  const { id: actionId, planId } = await aPlanAction(await aPlan(other));

  const linking = withActor(keeper, (ctx) => linkRisk(ctx, { riskId, actionId }));
  const past = () =>
    withActor(keeper, ({ tx, actor }) =>
      tx.riskAction.createMany({
        data: {
          ...{ riskId, actionId, planId, areaId: actor.areaId },
          ...{ linkedByHatId: actor.hatId, linkedAt: new Date() },
        },
      }),
    );

  await expect(linking).rejects.toThrow(FieldsRefused);
  await expect(past()).rejects.toThrow(/row-level security/);
});

test("a register of a partnership is read in all its areas, and kept in one (3.5)", async () => {
  const { keeper, areaId } = await aRegister();
  const { id: otherArea } = await anArea();
  const { id: partnershipId } = await aPartnership([areaId, otherArea]);
  const neighbour = await anActor("prevent_coordinator", { areaId: otherArea });
  const { id: riskId } = await aRisk(keeper, { partnershipId });
  const { id: ours } = await aRisk(keeper);

  expect((await see(neighbour)).risks.map(({ id }) => id)).toEqual([riskId]);
  const writing = withActor(neighbour, (ctx) => scoreRisk(ctx, newScores(riskId)));
  await expect(writing).rejects.toThrow(Forbidden);
  await expect(withActor(neighbour, (ctx) => viewRisk(ctx, ours))).rejects.toThrow(NotFound);
});

test("the register and an entry of it keep to eight statements, however many entries there are", async () => {
  const { keeper } = await aRegister();
  const [first] = await Promise.all([1, 2, 3, 4].map(() => aRisk(keeper)));
  const riskId = first?.id ?? "";

  const register = await countStatements(() => see(keeper));
  const one = await countStatements(() =>
    withActor(keeper, async (ctx) => [
      await viewRisk(ctx, riskId),
      await listActionsOfRisk(ctx, riskId),
    ]),
  );

  expect(register.count).toBeLessThanOrEqual(4);
  expect(one.count).toBeLessThanOrEqual(8);
});
