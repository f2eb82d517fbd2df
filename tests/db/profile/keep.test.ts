import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { addDays, addMonths } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import { addAccess, reviewAccess } from "@/lib/profile/access/commands";
import { addEdition, logBriefing } from "@/lib/profile/commands";
import { viewEdition, viewProfile } from "@/lib/profile/queries";
import {
  addRecommendation,
  declineRecommendation,
  linkRecommendation,
  unlinkRecommendation,
} from "@/lib/profile/recommendations/commands";
import { clearSummary, writeSummary } from "@/lib/profile/summaries/commands";
import { listReasonsForAction } from "@/lib/risks/links/queries";
import { ask } from "@/tests/support/catalogue";
import { anActor, anArea } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { aPartnership, aPlan, aPlanAction } from "@/tests/support/plans";
import { anAccessEntry, anEdition, aRecommendation, aSummary } from "@/tests/support/profile";
import { today } from "@/tests/support/risks";
import { countStatements } from "@/tests/support/statements";

const words = "It is said here in as many words as the form asks for, and a few more besides.";

async function aRegister() {
  const { id: areaId } = await anArea();
  return {
    areaId,
    keeper: await anActor("prevent_coordinator", { areaId }),
    steering: await anActor("steering_member", { areaId }),
    auditor: await anActor("auditor", { areaId }),
  };
}

const edition = (keeper: Actor, change = {}) => ({
  ...{ covers: "area" as const, kind: "annual" as const, period: "2026 to 2027" },
  ...{ versionLabel: "1.0", producedById: keeper.organisationId, datedDay: addDays(today, -9) },
  ...{ heldAt: "The secure reading room", ...change },
});
const see = (who: Actor, id: string) => withActor(who, (ctx) => viewEdition(ctx, id));
const briefing = (editionId: string) => ({
  ...{ editionId, audience: "Steering group", briefedBy: "Head of unit", briefedDay: today },
  ...{ people: 9, handling: "Read in the room, and nothing taken away." },
});

test("an edition is recorded as facts, starts its quarterly clock, and supersedes the one before it (CT-01, 3.3)", async () => {
  const { keeper } = await aRegister();
  const first = await withActor(keeper, (ctx) =>
    addEdition(ctx, edition(keeper, { datedDay: addDays(today, -80) })),
  );

  const second = await withActor(keeper, (ctx) =>
    addEdition(ctx, edition(keeper, { kind: "refresh" })),
  );

  const { editions } = await withActor(keeper, viewProfile);
  expect(editions).toMatchObject([
    { id: second.editionId, kind: "refresh", status: "current" },
    { id: first.editionId, status: "superseded" },
  ]);
  expect(editions[0]?.refreshDay).toBe(addMonths(addDays(today, -9), 3));
  const clocks = await owner.clock.findMany({
    where: { areaId: keeper.areaId, kind: "profile_refresh" },
    orderBy: { dueOn: "asc" },
  });
  expect(clocks).toMatchObject([{ outcome: "met" }, { stoppedOn: null }]);
  const events = await owner.auditEvent.findMany({ where: { actor: keeper.userId } });
  expect(events.map(({ type }) => type)).toContain("profile.edition_added");
});

test("an edition older than the one before, or of somebody else's, is refused beside the field", async () => {
  const { keeper } = await aRegister();
  await anEdition(keeper);
  const stranger = await anActor("agency_lead");

  for (const [field, change] of [
    ["datedDay", { datedDay: addDays(today, -21) }],
    ["producedById", { producedById: stranger.organisationId }],
  ] as const) {
    const adding = withActor(keeper, (ctx) => addEdition(ctx, edition(keeper, change)));
    await expect(adding).rejects.toMatchObject({ errors: { [field]: expect.anything() } });
  }

  expect(await owner.profileEdition.count({ where: { areaId: keeper.areaId } })).toBe(1);
});

test("nothing in the register can hold a file, or a copy of the profile (CT-01)", async () => {
  const columns = await ask<{ name: string }>(
    `select table_name || '.' || column_name as name from information_schema.columns
      where table_schema = 'public' and (table_name like 'profile\\_%' or table_name = 'recommendation_actions')
        and (data_type in ('bytea', 'json', 'jsonb') or column_name similar to '%(attachment|document|file|content)%')`,
  );

  expect(columns).toEqual([]);
});

test("a summary is its keeper's alone until it is cleared, and stays as it was cleared (CT-01)", async () => {
  const { keeper, steering } = await aRegister();
  const { id: editionId } = await anEdition(keeper);
  await withActor(keeper, (ctx) =>
    writeSummary(ctx, { editionId, body: words, isOwnWords: "yes" }),
  );
  const summaryId = (await see(keeper, editionId)).summaries[0]?.id ?? "";
  const clear = (clearedDay: string) =>
    withActor(keeper, (ctx) =>
      clearSummary(ctx, { summaryId, clearedBy: "Head of unit", clearedDay }),
    );
  expect((await see(steering, editionId)).summaries).toEqual([]);

  await expect(clear(addDays(today, -1))).rejects.toThrow(FieldsRefused);
  await clear(today);

  expect((await see(steering, editionId)).summaries).toMatchObject([
    { body: words, clearedBy: "Head of unit" },
  ]);
  await expect(clear(today)).rejects.toThrow(RuleBroken);
  const past = () =>
    withActor(keeper, ({ tx }) =>
      tx.profileSummary.updateMany({ where: { id: summaryId }, data: { clearedBy: "Another" } }),
    );
  await expect(past()).rejects.toThrow("CT-01");
});

test("nobody is briefed before the access list was reviewed for the edition, by the form or past it (CT-03)", async () => {
  const { keeper } = await aRegister();
  const { id: editionId } = await anEdition(keeper);
  const [kept, ended] = [await anAccessEntry(keeper), await anAccessEntry(keeper)];
  const brief = () => withActor(keeper, (ctx) => logBriefing(ctx, briefing(editionId)));
  const { briefedDay: _, ...row } = briefing(editionId);
  const past = () =>
    withActor(keeper, ({ tx, actor }) =>
      tx.profileBriefing.createMany({
        data: {
          ...{ ...row, areaId: actor.areaId, briefedOn: new Date(today) },
          ...{ loggedByHatId: actor.hatId, loggedAt: new Date() },
        },
      }),
    );

  await expect(brief()).rejects.toThrow("CT-03");
  await expect(past()).rejects.toThrow("CT-03");
  const review = { editionId, endIds: [ended.id], reasons: words };
  await withActor(keeper, (ctx) => reviewAccess(ctx, review));
  await brief();

  const { access } = await withActor(keeper, viewProfile);
  expect(access.map(({ post }) => post)).toEqual([kept.post]);
  expect(await see(keeper, editionId)).toMatchObject({
    briefings: [{ audience: "Steering group", people: 9 }],
    edition: { accessReview: { kept: 1, ended: 1 } },
  });
  const again = withActor(keeper, (ctx) => reviewAccess(ctx, { ...review, endIds: [] }));
  await expect(again).rejects.toThrow(RuleBroken);
});

test("the next edition asks for a review of its own (CT-03)", async () => {
  const { keeper } = await aRegister();
  await anEdition(keeper, { isAccessReviewed: true });

  const { editionId } = await withActor(keeper, (ctx) => addEdition(ctx, edition(keeper)));

  const brief = withActor(keeper, (ctx) => logBriefing(ctx, briefing(editionId)));
  await expect(brief).rejects.toThrow("CT-03");
});

test("a post is on the list once, and only those who keep and check the list read it (CT-03)", async () => {
  const { keeper, steering, auditor } = await aRegister();
  const entry = {
    organisationId: keeper.organisationId,
    post: "Head of unit",
    reason: "Writes the plan.",
  };
  await withActor(keeper, (ctx) => addAccess(ctx, entry));

  const twice = withActor(keeper, (ctx) => addAccess(ctx, { ...entry, post: "HEAD OF UNIT" }));

  await expect(twice).rejects.toThrow(FieldsRefused);
  expect((await withActor(auditor, viewProfile)).access).toHaveLength(1);
  expect((await withActor(steering, viewProfile)).access).toEqual([]);
});

test("a recommendation becomes an action of the plan, and each is found from the other (CT-02, 3.4)", async () => {
  const { keeper, steering } = await aRegister();
  const { id: editionId } = await anEdition(keeper);
  await withActor(keeper, (ctx) => addRecommendation(ctx, { editionId, text: "Brief colleges." }));
  const recommendationId = (await see(keeper, editionId)).recommendations[0]?.id ?? "";
  const { id: actionId } = await aPlanAction(await aPlan(keeper));
  const link = { recommendationId, actionId };

  await withActor(keeper, (ctx) => linkRecommendation(ctx, link));

  expect((await see(steering, editionId)).recommendations).toMatchObject([
    { state: "in_plan", actions: [{ actionId }] },
  ]);
  expect(await withActor(steering, (ctx) => listReasonsForAction(ctx, actionId))).toMatchObject([
    { path: `/plan/profile/${editionId}`, title: "Brief colleges." },
  ]);
  await expect(withActor(keeper, (ctx) => linkRecommendation(ctx, link))).rejects.toThrow(
    FieldsRefused,
  );
  await withActor(keeper, (ctx) => unlinkRecommendation(ctx, link));
  expect((await see(steering, editionId)).recommendations).toMatchObject([{ state: "open" }]);
});

test("what is in the plan is not declined, and what was declined is in no plan (CT-02)", async () => {
  const { keeper } = await aRegister();
  const { id: recommendationId } = await aRecommendation(await anEdition(keeper), keeper);
  const { id: actionId, planId } = await aPlanAction(await aPlan(keeper));
  const link = { recommendationId, actionId };
  const decline = (version: number) =>
    withActor(keeper, (ctx) =>
      declineRecommendation(ctx, { recommendationId, version, reasons: words }),
    );

  await withActor(keeper, (ctx) => linkRecommendation(ctx, link));
  await expect(decline(1)).rejects.toThrow(RuleBroken);
  await withActor(keeper, (ctx) => unlinkRecommendation(ctx, link));
  await expect(decline(0)).rejects.toThrow(Overtaken);
  await decline(1);

  await expect(withActor(keeper, (ctx) => linkRecommendation(ctx, link))).rejects.toThrow("CT-02");
  const past = () =>
    withActor(keeper, ({ tx, actor }) =>
      tx.recommendationAction.createMany({
        data: {
          ...{ ...link, planId, areaId: actor.areaId },
          ...{ linkedByHatId: actor.hatId, linkedAt: new Date() },
        },
      }),
    );
  await expect(past()).rejects.toThrow("CT-02");
});

test("what was superseded is read and not written in", async () => {
  const { keeper } = await aRegister();
  const { id: editionId } = await anEdition(keeper, { status: "superseded" });

  for (const write of [
    () => withActor(keeper, (ctx) => addRecommendation(ctx, { editionId, text: "Brief all." })),
    () => withActor(keeper, (ctx) => logBriefing(ctx, briefing(editionId))),
    () =>
      withActor(keeper, (ctx) => writeSummary(ctx, { editionId, body: words, isOwnWords: "yes" })),
  ])
    await expect(write()).rejects.toThrow(RuleBroken);

  expect(await see(keeper, editionId)).toMatchObject({ mayWrite: false });
});

test("only those who oversee the plan know of a profile, and only its keeper writes (2.3, 3.3)", async () => {
  const { keeper, steering, areaId } = await aRegister();
  const { id: editionId } = await anEdition(keeper);

  for (const role of ["agency_lead", "gold_reader", "coordinator", "chair"] as const) {
    const who = await anActor(role, { areaId });
    await expect(withActor(who, viewProfile)).rejects.toThrow(Forbidden);
    await expect(see(who, editionId)).rejects.toThrow(NotFound);
  }
  const writing = withActor(steering, (ctx) => logBriefing(ctx, briefing(editionId)));
  await expect(writing).rejects.toThrow(Forbidden);
});

test("a partnership's profile is known in all its areas, its uncleared summary in none but its keeper's (3.5)", async () => {
  const { keeper, areaId } = await aRegister();
  const { id: otherArea } = await anArea();
  const { id: partnershipId } = await aPartnership([areaId, otherArea]);
  const neighbour = await anActor("prevent_coordinator", { areaId: otherArea });
  const shared = await anEdition(keeper, { partnershipId });
  await aSummary(shared, keeper);

  expect(await see(neighbour, shared.id)).toMatchObject({ summaries: [], mayWrite: false });
});

test("the profile and an edition keep to eight statements", async () => {
  const { keeper } = await aRegister();
  const laid = await anEdition(keeper, { isAccessReviewed: true });
  await aSummary(laid, keeper, true);
  for (const _ of [1, 2, 3]) await aRecommendation(laid, keeper);

  const list = await countStatements(() => withActor(keeper, viewProfile));
  const one = await countStatements(() => see(keeper, laid.id));

  expect(list.count).toBeLessThanOrEqual(6);
  expect(one.count).toBeLessThanOrEqual(8);
});
