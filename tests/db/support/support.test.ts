import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addDays, dayOf, toDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken } from "@/lib/errors";
import * as support from "@/lib/support/commands";
import { viewSupport } from "@/lib/support/queries";
import { updateAction } from "@/lib/tracker/commands";
import {
  aCase,
  aConsent,
  anActor,
  anArea,
  anItem,
  anOrganisation,
  aPlan,
  aSupportAction,
  aWorker,
} from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const today = dayOf(new Date());
const contents = {
  consentAsked: "The coordinator asks the mother at home next week",
  nature: "Mentoring",
  provider: "A mentor",
  delivery: "Every Tuesday afternoon at the library",
  objective: "Somebody to talk to",
  exitCriteria: "Back at college",
  safeguardingContact: "The college",
};

async function aSupportedCase(caseStatus = "consent_pending") {
  const { id: areaId } = await anArea();
  const coordinator = await anActor("coordinator", { areaId });
  const chair = await anActor("chair", { areaId });
  const provider = await anActor("provider", { areaId });
  const found = await aCase({ areaId, caseStatus, coordinator, workers: [chair] });
  return { areaId, coordinator, chair, provider, case: found, caseId: found.id };
}
type Laid = Awaited<ReturnType<typeof aSupportedCase>>;

/** Written by somebody who has read the version before, unless said otherwise. */
const write = async ({ caseId }: Laid, who: Actor, { read, ...more }: Partial<Written> = {}) => {
  const version = read ?? (await owner.supportPlan.count({ where: { caseId } }));
  const plan = { caseId, version, ...contents, ...more };
  return withActor(who, (ctx) => support.writePlan(ctx, plan));
};
type Written = typeof contents & { read: number };
const assign = ({ caseId, provider }: Laid, who: Actor) =>
  withActor(who, (ctx) => support.assignProvider(ctx, { caseId, hatId: provider.hatId }));
const numbersOf = async ({ caseId }: Laid) =>
  (await owner.supportPlan.findMany({ where: { caseId }, orderBy: { number: "asc" } })).map(
    ({ number }) => number,
  );

const anAction = ({ caseId }: Laid, more: { organisationId: string; hatId?: string }) => ({
  caseId,
  title: "Meet every week",
  supportType: "mentoring" as const,
  ownerOrganisationId: more.organisationId,
  ownerHatId: more.hatId ?? null,
  startsOn: today,
  dueOn: addDays(today, 60),
  funding: "home_office" as const,
  measure: "Goes to college",
});

test("a coordinator writes the plan, and each version is kept", async () => {
  const laid = await aSupportedCase("panel_listed");

  await write(laid, laid.coordinator);
  await write(laid, laid.coordinator);

  expect(await numbersOf(laid)).toEqual([1, 2]);
});

test("the second of two who write the plan at once is told what the first wrote, and can then save", async () => {
  const laid = await aSupportedCase("panel_listed");
  await write(laid, laid.coordinator, { read: 0, nature: "Mentoring at the library" });

  const second = write(laid, laid.coordinator, { read: 0 });

  await expect(second).rejects.toThrow(Overtaken);
  await expect(second).rejects.toMatchObject({
    fields: expect.arrayContaining([
      { name: "nature", label: "What the support is", theirs: "Mentoring at the library" },
    ]),
    version: "1",
  });
  expect(await numbersOf(laid)).toEqual([1]);
  await write(laid, laid.coordinator, { read: 1 });
  expect(await numbersOf(laid)).toEqual([1, 2]);
});

test("nobody else writes it", async () => {
  const laid = await aSupportedCase("panel_listed");
  const stranger = await anActor("coordinator", { areaId: laid.areaId });

  await expect(write(laid, laid.chair)).rejects.toThrow(Forbidden);
  await expect(write(laid, stranger)).rejects.toThrow(NotFound);

  expect(await numbersOf(laid)).toEqual([]);
});

test("once support runs, the plan changes when the panel has decided so (T17)", async () => {
  const laid = await aSupportedCase("in_support");
  await aPlan(laid.case, laid.coordinator);
  await expect(write(laid, laid.coordinator)).rejects.toThrow("has to decide to revise");

  const item = await anItem(laid.case, { chair: laid.chair }, { kind: "monthly_review" });
  await owner.panelDecision.create({
    data: {
      itemId: item.id,
      meetingId: item.meetingId,
      caseId: laid.caseId,
      areaId: laid.areaId,
      outcome: "revise_plan",
      reasons: "The panel wants more help with housing, since the family has to move in spring.",
      details: {},
      quorum: {},
      vote: "agreed",
      decidedByHatId: laid.chair.hatId,
      decidedAt: new Date(),
    },
  });
  await write(laid, laid.coordinator);

  expect(await numbersOf(laid)).toEqual([1, 2]);
  await expect(write(laid, laid.coordinator)).rejects.toThrow("has to decide to revise");
});

test("an action is added to a plan that is written, for an organisation of the area", async () => {
  const laid = await aSupportedCase();
  const mentors = await anOrganisation(laid.areaId, "voluntary");
  const elsewhere = await anOrganisation();
  const add = (organisationId: string) =>
    withActor(laid.coordinator, (ctx) =>
      support.addSupportAction(ctx, anAction(laid, { organisationId })),
    );

  await expect(add(mentors.id)).rejects.toThrow("Write the support plan");
  await aPlan(laid.case, laid.coordinator);
  await expect(add(elsewhere.id)).rejects.toThrow(FieldsRefused);
  await add(mentors.id);

  expect(await owner.action.findMany({ where: { caseId: laid.caseId } })).toMatchObject([
    { kind: "support", status: "not_started", ownerOrganisationId: mentors.id },
  ]);
});

test("a mentor sees the case, its plan and their own actions, and no others (IS-15)", async () => {
  const laid = await aSupportedCase();
  await aPlan(laid.case, laid.coordinator);
  const look = () => withActor(laid.provider, (ctx) => viewSupport(ctx, laid.case.reference));
  await expect(look()).rejects.toThrow(NotFound);

  await assign(laid, laid.coordinator);
  const { organisationId, hatId } = laid.provider;
  await withActor(laid.coordinator, (ctx) =>
    support.addSupportAction(ctx, anAction(laid, { organisationId, hatId })),
  );
  await aSupportAction(laid.case, laid.coordinator);

  const seen = await look();
  expect(seen.plan?.number).toBe(1);
  expect(seen.actions.map(({ ownerHat }) => ownerHat !== null)).toEqual([true]);
  expect(seen.may).toMatchObject({ write: false, addAction: false });
  const told = await owner.notification.findMany({ where: { hatId } });
  expect(told.map(({ kind }) => kind).sort()).toEqual(["action_given", "case_assigned"]);
});

test("a mentor who does not work for the organisation is not given its action", async () => {
  const laid = await aSupportedCase();
  await aPlan(laid.case, laid.coordinator);
  await assign(laid, laid.coordinator);
  const another = await anOrganisation(laid.areaId, "voluntary");
  const wish = anAction(laid, { organisationId: another.id, hatId: laid.provider.hatId });

  const add = withActor(laid.coordinator, (ctx) => support.addSupportAction(ctx, wish));

  await expect(add).rejects.toThrow(FieldsRefused);
  expect(await owner.action.count({ where: { caseId: laid.caseId } })).toBe(0);
});

test("only the coordinator names a mentor, of this area, without a conflict, and once", async () => {
  const laid = await aSupportedCase();
  const workers = () => owner.caseWorker.count({ where: { caseId: laid.caseId } });
  const foreign = await anActor("provider");

  await expect(assign(laid, laid.chair)).rejects.toThrow(Forbidden);
  await expect(assign({ ...laid, provider: foreign }, laid.coordinator)).rejects.toThrow(
    FieldsRefused,
  );
  const conflicted = await anActor("provider", { areaId: laid.areaId });
  const { userId } = conflicted;
  await owner.caseConflict.create({
    data: { caseId: laid.caseId, areaId: laid.areaId, userId, declaredAt: new Date() },
  });
  const clash = assign({ ...laid, provider: conflicted }, laid.coordinator);
  await expect(clash).rejects.toThrow("conflict of interest");
  expect(await workers()).toBe(2);

  await assign(laid, laid.coordinator);
  expect(await workers()).toBe(3);
  await expect(assign(laid, laid.coordinator)).rejects.toThrow("not on this case yet");
});

test("a mentor starts and finishes their own action with a note, once consent is given (C-09)", async () => {
  const laid = await aSupportedCase("in_support");
  await aWorker(laid.caseId, laid.provider);
  const action = await aSupportAction(laid.case, laid.coordinator, { owner: laid.provider });
  const move = (status: "in_progress" | "done", version: number) =>
    withActor(laid.provider, (ctx) =>
      updateAction(ctx, { actionId: action.id, version, status, note: "We met at the library" }),
    );

  await expect(move("in_progress", 1)).rejects.toThrow("before consent is given");
  const around = withActor(laid.provider, ({ tx }) =>
    tx.action.updateMany({ where: { id: action.id }, data: { status: "done" } }),
  );
  await expect(around).rejects.toThrow("until consent is given");

  await aConsent(laid.case);
  await move("in_progress", 1);
  await move("done", 2);
  const after = await owner.action.findUniqueOrThrow({ where: { id: action.id } });
  expect(after).toMatchObject({ status: "done", note: "We met at the library" });
});

const clocksOf = async ({ caseId }: Laid) =>
  (await owner.clock.findMany({ where: { caseId, stoppedOn: null } })).map(({ kind, dueOn }) => [
    kind,
    dueOn.toISOString().slice(0, 10),
  ]);

test("a mentor is to be in touch, and not silent for three weeks (TL-10)", async () => {
  const laid = await aSupportedCase("in_support");
  const contact = (who: Actor) =>
    withActor(who, (ctx) => support.recordContact(ctx, { caseId: laid.caseId, metOn: today }));
  await assign(laid, laid.coordinator);
  expect((await clocksOf(laid)).map(([kind]) => kind)).toEqual(["provider_contact"]);

  await contact(laid.provider);

  expect(await clocksOf(laid)).toEqual([["provider_silence", addDays(today, 21)]]);
  const first = await owner.clock.findFirstOrThrow({
    where: { caseId: laid.caseId, kind: "provider_contact" },
  });
  expect(first).toMatchObject({ outcome: "met", stoppedOn: toDateColumn(today) });
  await expect(contact(laid.chair)).rejects.toThrow(Forbidden);
});

test("a mentor's clocks are all that a mentor can touch (TL-10)", async () => {
  const laid = await aSupportedCase("in_support");
  await aWorker(laid.caseId, laid.provider);
  const day = toDateColumn(today);
  const clock = { areaId: laid.areaId, caseId: laid.caseId, startedOn: day, dueOn: day };
  await owner.clock.create({ data: { ...clock, kind: "case_review", ownerRole: "coordinator" } });

  const stop = await withActor(laid.provider, ({ tx }) =>
    tx.clock.updateMany({
      where: { caseId: laid.caseId },
      data: { stoppedOn: day, outcome: "met" },
    }),
  );

  expect(stop.count).toBe(0);
});

test("the support page asks the database no more than eight times", async () => {
  const laid = await aSupportedCase("in_support");
  await aPlan(laid.case, laid.coordinator);
  await aSupportAction(laid.case, laid.coordinator);
  await aWorker(laid.caseId, laid.provider);

  const { count } = await countStatements(() =>
    withActor(laid.coordinator, (ctx) => viewSupport(ctx, laid.case.reference)),
  );

  expect(count).toBeLessThanOrEqual(8);
});
