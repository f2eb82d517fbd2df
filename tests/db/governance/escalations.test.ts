import { expect, test } from "vitest";

import type { Role } from "@/lib/access/labels";

import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import {
  addAnswerAddendum,
  answerEscalation,
  raiseEscalation,
  withdrawEscalation,
} from "@/lib/governance/escalations/commands";
import {
  listEscalations,
  listEscalationsOfAction,
  viewEscalation,
} from "@/lib/governance/escalations/queries";
import { minuteItem } from "@/lib/governance/items/commands";
import { viewBoardMeeting } from "@/lib/governance/meetings/queries";
import type { AnswerEscalation, RaiseEscalation } from "@/lib/governance/schema";
import { anActor, anArea } from "@/tests/support/factories";
import {
  aBoardMeeting,
  aBody,
  aHeldMeeting,
  anEscalation,
  aSeat,
  twoBodies,
  words,
} from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";
import { aPlan, aPlanAction } from "@/tests/support/plans";
import { aRisk } from "@/tests/support/risks";
import { countStatements } from "@/tests/support/statements";

async function silverAndGold() {
  const { id: areaId } = await anArea();
  const as = (role: Role) => anActor(role, { areaId });
  const keeper = await as("prevent_coordinator");
  const { gold, steering } = await twoBodies(keeper);
  const chair = await as("gold_reader");
  await aSeat(gold, chair, { role: "chair" });
  const plan = await aPlan(keeper);
  const action = await aPlanAction(plan, { rag: "red" });
  return { as, keeper, chair, gold, steering, plan, actionId: action.id };
}

type Laid = Awaited<ReturnType<typeof silverAndGold>>;
const question = (
  { steering, gold, actionId }: Laid,
  change: Partial<RaiseEscalation> = {},
): RaiseEscalation => ({
  ...{ about: "action", subjectId: actionId, fromBodyId: steering.id, toBodyId: gold.id },
  ...{ question: words, options: words, recommendation: words, ...change },
});

const answer = (itemId: string): AnswerEscalation => ({
  ...{ itemId, version: 1, answer: "Yes, from April.", exempt: false },
  decisionKind: "agreed",
  answerReasons: "The money is there.",
});

test("a red action goes up from Silver to Gold, is on its next agenda, and the answer comes back (4.2)", async () => {
  const laid = await silverAndGold();
  const { keeper, chair, gold, actionId, as } = laid;
  const next = await aBoardMeeting(gold, keeper);
  const lead = await as("agency_lead");

  const { escalationId } = await withActor(keeper, (ctx) => raiseEscalation(ctx, question(laid)));

  const { items } = await withActor(chair, (ctx) => viewBoardMeeting(ctx, next.id));
  expect(items).toMatchObject([{ kind: "escalation", escalationId }]);
  const itemId = items[0]?.id ?? "";
  const early = withActor(chair, (ctx) => answerEscalation(ctx, answer(itemId)));
  await expect(early).rejects.toThrow(/not been held yet/);
  await owner.governanceMeeting.update({ where: { id: next.id }, data: { startsAt: new Date() } });
  const aside = withActor(chair, (ctx) =>
    minuteItem(ctx, {
      itemId,
      version: 1,
      note: null,
      decisionKind: null,
      decision: null,
      exempt: false,
    }),
  );
  await expect(aside).rejects.toThrow(/is answered/);
  await withActor(chair, (ctx) => answerEscalation(ctx, answer(itemId)));

  const { value: seen, count } = await countStatements(() =>
    withActor(lead, (ctx) => viewEscalation(ctx, escalationId)),
  );
  expect(seen.escalation).toMatchObject({ state: "answered", answer: "Yes, from April." });
  expect(count).toBeLessThanOrEqual(8);
  await expect(
    withActor(lead, (ctx) => listEscalationsOfAction(ctx, actionId)),
  ).resolves.toMatchObject([{ answerReasons: "The money is there." }]);
  const told = await owner.notification.findMany({
    where: { hatId: { in: [keeper.hatId, chair.hatId] } },
  });
  expect(told.map(({ kind, hatId }) => [kind, hatId === keeper.hatId])).toEqual([
    ["escalation_raised", false],
    ["escalation_answered", true],
  ]);
});

test("only what is red goes up, only to a body above, and once for each thing and body (4.2)", async () => {
  const laid = await silverAndGold();
  const { keeper, gold, steering, plan, as } = laid;
  const green = await aPlanAction(plan, { rag: "green" });
  const scrutiny = await aBody(keeper, { kind: "scrutiny" });
  const raise = (change: Partial<RaiseEscalation> = {}, who = keeper) =>
    withActor(who, (ctx) => raiseEscalation(ctx, question(laid, change)));

  await expect(raise({ subjectId: green.id })).rejects.toThrow(NotFound);
  await expect(raise({ toBodyId: scrutiny.id })).rejects.toThrow(FieldsRefused);
  await expect(raise({ fromBodyId: gold.id, toBodyId: steering.id })).rejects.toThrow(
    FieldsRefused,
  );
  await expect(raise({}, await as("steering_member"))).rejects.toThrow(Forbidden);
  await expect(raise({}, await anActor("prevent_coordinator"))).rejects.toThrow(NotFound);
  await raise();
  await expect(raise()).rejects.toThrow(/has been asked/);
  const about = { actionId: laid.actionId };
  await expect(anEscalation(steering, gold, keeper, about)).rejects.toThrow();
  await expect(anEscalation(gold, steering, keeper, about)).rejects.toThrow(/body above/);
  const risk = await aRisk(keeper);
  await raise({ about: "risk", subjectId: risk.id });
  const { itemId } = await aHeldMeeting(steering, keeper);
  await raise({ about: "item", subjectId: itemId });
});

test("a question is withdrawn with a reason while it waits; an answer stays, and is added to (4.2)", async () => {
  const laid = await silverAndGold();
  const { keeper, chair, gold, steering, actionId } = laid;
  const first = await anEscalation(steering, gold, keeper, { actionId });
  const withdraw = (escalationId: string, version = 1) =>
    withActor(keeper, (ctx) => withdrawEscalation(ctx, { escalationId, version, reason: words }));

  await expect(withdraw(first.id, 7)).rejects.toThrow(Overtaken);
  const byChair = withActor(chair, (ctx) =>
    withdrawEscalation(ctx, { escalationId: first.id, version: 1, reason: words }),
  );
  await expect(byChair).rejects.toThrow(Forbidden);
  await withdraw(first.id);
  await expect(withdraw(first.id, 2)).rejects.toThrow(RuleBroken);

  const second = await anEscalation(steering, gold, keeper, { actionId });
  const { itemId } = await aHeldMeeting(gold, keeper, {
    ...{ kind: "escalation", escalationId: second.id },
  });
  const add = (escalationId: string) =>
    withActor(chair, (ctx) => addAnswerAddendum(ctx, { escalationId, text: "From the first." }));
  await expect(add(second.id)).rejects.toThrow(/no answer yet/);
  await withActor(keeper, (ctx) => answerEscalation(ctx, answer(itemId)));
  await expect(withdraw(second.id, 2)).rejects.toThrow(/the answer stays/);
  const again = withActor(chair, (ctx) => answerEscalation(ctx, { ...answer(itemId), version: 2 }));
  await expect(again).rejects.toThrow(/the answer stays/);
  const bySql = owner.governanceEscalation.update({
    where: { id: second.id },
    data: { answer: "No." },
  });
  await expect(bySql).rejects.toThrow(/stays as it was given/);
  await add(second.id);
});

test("those who sit at neither end read nothing of a question, unless it is about an action they read", async () => {
  const laid = await silverAndGold();
  const { keeper, chair, gold, steering, actionId, as } = laid;
  const ofAction = await anEscalation(steering, gold, keeper, { actionId });
  const { itemId } = await aHeldMeeting(steering, keeper);
  const ofItem = await anEscalation(steering, gold, keeper, { itemId });
  const see = async (role: Role, id: string) =>
    withActor(await as(role), (ctx) => viewEscalation(ctx, id));

  await expect(see("auditor", ofAction.id)).resolves.toBeTruthy();
  await expect(see("auditor", ofItem.id)).rejects.toThrow(NotFound);
  await expect(see("gold_reader", ofAction.id)).rejects.toThrow(NotFound);
  await expect(see("coordinator", ofAction.id)).rejects.toThrow(NotFound);
  const { escalations } = await withActor(chair, (ctx) => listEscalations(ctx, {}));
  expect(escalations.map(({ id }) => id).sort()).toEqual([ofAction.id, ofItem.id].sort());
});
