import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { theSystem } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { addDays, dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken } from "@/lib/errors";
import {
  addBody,
  addMember,
  addTerms,
  editBody,
  editMember,
} from "@/lib/governance/bodies/commands";
import { viewBody, viewTree } from "@/lib/governance/bodies/queries";
import type { AddBody, AddMember } from "@/lib/governance/schema";
import { noticeEndingTerms } from "@/lib/governance/terms/commands";
import { anActor, anArea } from "@/tests/support/factories";
import { aBody, aHeldMeeting, aSeat, words } from "@/tests/support/governance";
import { owner } from "@/tests/support/owner";
import { aPartnership } from "@/tests/support/plans";
import { countStatements } from "@/tests/support/statements";

const today = dayOf(new Date());
const eventsOf = async (who: Actor) =>
  (await owner.auditEvent.findMany({ where: { actor: who.userId } })).map(({ type }) => type);

const aWholeBody = (change: Partial<AddBody> = {}): AddBody => ({
  ...{ covers: "area", kind: "steering", name: "Steering group", purpose: words, parentId: null },
  ...{ powers: ["challenge"], frequency: "quarterly", ...change },
});

const aWholeMember = (bodyId: string, change: Partial<AddMember> = {}): AddMember => ({
  ...{ bodyId, role: "member", hatId: null, name: null, organisationId: null, post: "Director" },
  ...{ fromDay: today, untilDay: undefined, deputyHatId: null, deputyName: null, ...change },
});

async function aPlace() {
  const { id: areaId } = await anArea();
  const as = (role: Role) => anActor(role, { areaId });
  const keeper = await as("prevent_coordinator");
  return { areaId, as, keeper };
}

test("a body is added under another with what it may do, and is recorded (0.11, 8.3)", async () => {
  const { keeper } = await aPlace();
  const gold = await aBody(keeper, { kind: "gold" });

  const { bodyId } = await withActor(keeper, (ctx) =>
    addBody(ctx, aWholeBody({ parentId: gold.id })),
  );
  const same = withActor(keeper, (ctx) => addBody(ctx, aWholeBody({ name: "STEERING group" })));

  await expect(same).rejects.toThrow(FieldsRefused);
  expect(await owner.governanceBody.findUnique({ where: { id: bodyId } })).toMatchObject({
    ...{ parentId: gold.id, powers: ["challenge"], areaId: keeper.areaId },
  });
  expect(await eventsOf(keeper)).toContain("body.added");
});

test("nobody but the co-ordinator writes a body, and nobody from elsewhere knows of it", async () => {
  const { keeper, as } = await aPlace();
  const body = await aBody(keeper);

  for (const role of ["steering_member", "gold_reader", "chair"] as const) {
    const who = await as(role);
    await expect(withActor(who, (ctx) => addBody(ctx, aWholeBody()))).rejects.toThrow(Forbidden);
    const seen = await withActor(who, viewTree);
    expect(seen.bodies.map(({ id }) => id)).toEqual([body.id]);
  }
  for (const role of ["referrer", "invitee", "governance_officer"] as const)
    await expect(withActor(await as(role), viewTree)).rejects.toThrow(Forbidden);
  const elsewhere = await anActor("prevent_coordinator");
  await expect(withActor(elsewhere, (ctx) => viewBody(ctx, body.id))).rejects.toThrow(NotFound);
});

test("one steering group is over city and county, and each co-ordinator reads it (3.5)", async () => {
  const { keeper } = await aPlace();
  const county = await aPlace();
  const { id: partnershipId } = await aPartnership([keeper.areaId, county.areaId]);

  const { bodyId } = await withActor(keeper, (ctx) =>
    addBody(ctx, aWholeBody({ covers: partnershipId })),
  );
  const seen = await withActor(county.keeper, (ctx) => viewBody(ctx, bodyId));
  const change = withActor(county.keeper, (ctx) => addTerms(ctx, terms(bodyId)));

  expect(seen).toMatchObject({ mayWrite: false, meetings: [] });
  await expect(change).rejects.toThrow(Forbidden);
  // A body of the county alone is not over the city's.
  const local = await aBody(county.keeper, { kind: "gold" });
  const under = withActor(keeper, (ctx) =>
    addBody(ctx, aWholeBody({ name: "x", parentId: local.id })),
  );
  await expect(under).rejects.toThrow(/over all the areas/);
  const bySql = aBody(keeper, { parentId: local.id });
  await expect(bySql).rejects.toThrow(/not over this area/);
});

test("the tree has no circle, by whatever road", async () => {
  const { keeper } = await aPlace();
  const upper = await aBody(keeper);
  const lower = await aBody(keeper, { parentId: upper.id });
  const input = { ...aWholeBody({ name: "Upper" }), endedDay: undefined, version: 1 };

  const circle = withActor(keeper, (ctx) =>
    editBody(ctx, { ...input, bodyId: upper.id, parentId: lower.id }),
  );
  await expect(circle).rejects.toThrow(/cannot be under itself/);
  const bySql = owner.governanceBody.update({
    where: { id: upper.id },
    data: { parentId: lower.id },
  });

  await expect(bySql).rejects.toThrow(/cannot be above itself/);
  await withActor(keeper, (ctx) => editBody(ctx, { ...input, bodyId: upper.id }));
  const late = withActor(keeper, (ctx) => editBody(ctx, { ...input, bodyId: upper.id }));
  await expect(late).rejects.toThrow(Overtaken);
});

const terms = (bodyId: string, adoptedDay = today) => ({
  ...{ bodyId, bodyText: words, adoptedDay, adoptedBy: "The partnership" },
});

test("terms of reference have versions, and those before stay as they were", async () => {
  const { keeper } = await aPlace();
  const body = await aBody(keeper);

  await withActor(keeper, (ctx) => addTerms(ctx, terms(body.id, addDays(today, -10))));
  await withActor(keeper, (ctx) => addTerms(ctx, { ...terms(body.id), bodyText: `${words} Two.` }));
  const earlier = () =>
    withActor(keeper, (ctx) => addTerms(ctx, terms(body.id, addDays(today, -20))));
  const rewrite = () =>
    withActor(keeper, ({ tx }) =>
      tx.governanceTerms.updateMany({ where: { bodyId: body.id }, data: { bodyText: "x" } }),
    );

  await expect(earlier()).rejects.toThrow(FieldsRefused);
  await expect(rewrite()).rejects.toThrow();
  const { terms: seen } = await withActor(keeper, (ctx) => viewBody(ctx, body.id));
  expect(seen.map(({ number }) => number)).toEqual([2, 1]);
});

test("members have an account or a name, a deputy and a term, and one of them the chair", async () => {
  const { keeper, as } = await aPlace();
  const body = await aBody(keeper);
  const [chair, deputy] = [await as("steering_member"), await as("gold_reader")];
  const panel = await as("panel_member");
  const add = (change: Partial<AddMember>) =>
    withActor(keeper, (ctx) => addMember(ctx, aWholeMember(body.id, change)));

  await add({ role: "chair", hatId: chair.hatId, deputyHatId: deputy.hatId });
  await add({ name: "Robin Hale", organisationId: keeper.organisationId });

  await expect(add({ role: "chair", hatId: deputy.hatId })).rejects.toThrow(/holds the chair/);
  await expect(add({ hatId: panel.hatId })).rejects.toThrow(/Select who this is/);
  await expect(add({ hatId: chair.hatId, deputyHatId: chair.hatId })).rejects.toThrow(/own deputy/);
  const { members } = await withActor(chair, (ctx) => viewBody(ctx, body.id));
  expect(members?.map(({ role }) => role).sort()).toEqual(["chair", "member"]);
  const seenByPanel = await withActor(panel, (ctx) => viewBody(ctx, body.id));
  expect([seenByPanel.members, seenByPanel.meetings]).toEqual([null, null]);
});

test("attendance is counted over the last meetings, and a term that ends is noticed once", async () => {
  const { keeper, as } = await aPlace();
  const body = await aBody(keeper);
  const member = await as("steering_member");
  const seat = await aSeat(body, member, { untilDay: addDays(today, 20) });
  const { meetingId } = await aHeldMeeting(body, keeper);
  await owner.governanceAttendance.create({
    data: {
      ...{ meetingId, memberId: seat.id, bodyId: body.id, areaId: body.areaId, state: "present" },
      ...{ notedByHatId: keeper.hatId, notedAt: new Date() },
    },
  });

  const { value, count } = await countStatements(() =>
    withActor(member, (ctx) => viewBody(ctx, body.id)),
  );
  await withActor(theSystem(), noticeEndingTerms);
  await withActor(theSystem(), noticeEndingTerms);

  expect(value.members).toMatchObject([{ term: "ending", attendance: { came: 1, of: 1 } }]);
  expect(count).toBeLessThanOrEqual(8);
  const told = await owner.notification.findMany({ where: { hatId: keeper.hatId } });
  expect(told.map(({ kind }) => kind)).toEqual(["term_ending"]);
});

test("when a term is over, its holder reads nothing more; a new end is noticed anew", async () => {
  const { keeper, as } = await aPlace();
  const body = await aBody(keeper);
  const member = await as("steering_member");
  const seat = await aSeat(body, member, {});
  const edit = (untilDay: string | undefined, version: number) =>
    withActor(keeper, (ctx) =>
      editMember(ctx, {
        ...{ memberId: seat.id, version, role: "member", post: "Director", untilDay },
        ...{ deputyHatId: null, deputyName: "Sam Reed" },
      }),
    );

  await edit(addDays(today, -1), 1);

  const { meetings } = await withActor(member, (ctx) => viewBody(ctx, body.id));
  expect(meetings).toBeNull();
  await expect(edit(undefined, 1)).rejects.toThrow(Overtaken);
  await edit(undefined, 2);
  const again = await withActor(member, (ctx) => viewBody(ctx, body.id));
  expect(again.meetings).toEqual([]);
});
