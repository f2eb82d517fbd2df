import { describe, expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { theSystem } from "@/lib/access/actor";
import { type Role, roleLabels } from "@/lib/access/labels";
import { can } from "@/lib/access/policy";
import { endRole, grantRole, setStatus } from "@/lib/accounts/commands";
import { getAccount, listAccounts } from "@/lib/accounts/queries";
import type { GrantRole } from "@/lib/accounts/schema";
import { tokenHash } from "@/lib/crypto/vault";
import { findSession } from "@/lib/db/sessions";
import { type Context, withActor } from "@/lib/db/with-actor";
import { attempt } from "@/lib/request/attempt";
import { openSession } from "@/lib/sessions/commands";
import { aCase, anActor, anArea, anOrganisation, aUser } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const signedIn = (userId: string) => withActor(theSystem(), (ctx) => openSession(ctx, { userId }));
const seen = ({ token }: { token: string }) => findSession(tokenHash(token), new Date());
const eventsOf = (user: string) =>
  owner.auditEvent.findMany({
    where: { facts: { path: ["user"], equals: user }, type: { not: "sign_in.succeeded" } },
    select: { type: true, facts: true, actor: true },
    orderBy: { id: "asc" },
  });

async function anAreaWithStaff() {
  const { id: areaId } = await anArea();
  const administrator = await anActor("administrator", { areaId });
  const coordinator = await anActor("coordinator", { areaId });
  const organisation = await anOrganisation(areaId);
  return { areaId, administrator, coordinator, organisationId: organisation.id };
}

const aGrant = (organisationId: string, traits: Partial<GrantRole> = {}): GrantRole => ({
  email: `${crypto.randomUUID()}@example.test`,
  name: "Nora Newcombe",
  organisationId,
  role: "referrer",
  seat: null,
  isChecked: "yes",
  ...traits,
});
const as = <T>(who: Actor, work: (ctx: Context) => Promise<T>) => withActor(who, work);

describe("granting a role", () => {
  test("adds a new person, and is on the log with who did it", async () => {
    const { administrator, organisationId } = await anAreaWithStaff();

    const { userId } = await as(administrator, (ctx) => grantRole(ctx, aGrant(organisationId)));

    const { hats, name } = await as(administrator, (ctx) => getAccount(ctx, userId));
    expect(name).toBe("Nora Newcombe");
    expect(hats).toMatchObject([{ role: "referrer", endedAt: null }]);
    const events = await eventsOf(userId);
    expect(events.map(({ type }) => type)).toEqual(["account.added", "role.granted"]);
    expect(events[1]).toMatchObject({ actor: administrator.userId, facts: { role: "referrer" } });
    expect(JSON.stringify(events)).not.toMatch(/Nora|@/);
  });

  test("knows somebody by their address however it is written, and keeps their name", async () => {
    const { administrator, organisationId } = await anAreaWithStaff();
    const { id, email } = await aUser("Known Already");

    const { userId } = await as(administrator, (ctx) =>
      grantRole(ctx, aGrant(organisationId, { email: email.toUpperCase() })),
    );

    expect(userId).toBe(id);
    expect((await as(administrator, (ctx) => getAccount(ctx, userId))).name).toBe("Known Already");
  });

  test("twice is once", async () => {
    const { administrator, organisationId } = await anAreaWithStaff();
    const { email } = await aUser();
    const twice = [1, 2].map(() =>
      attempt(administrator, (ctx) => grantRole(ctx, aGrant(organisationId, { email }))),
    );

    const done = await Promise.all(twice);

    expect(done.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await owner.hat.count({ where: { user: { email } } })).toBe(1);
  });

  test("is for organisations of the area alone", async () => {
    const { administrator } = await anAreaWithStaff();
    const elsewhere = await anOrganisation((await anArea()).id);
    const grant = aGrant(elsewhere.id);

    const done = await attempt(administrator, (ctx) => grantRole(ctx, grant));

    expect(done).toMatchObject({
      ok: false,
      refusal: { errors: { organisationId: ["Select the organisation they work for"] } },
    });
    expect(await owner.user.count({ where: { email: grant.email } })).toBe(0);
  });

  test("is not for oneself, nor for an account that is disabled", async () => {
    const { administrator, organisationId } = await anAreaWithStaff();
    const { id, email } = await aUser();
    await owner.user.update({ where: { id }, data: { status: "disabled" } });
    const self = await owner.user.findUniqueOrThrow({ where: { id: administrator.userId } });

    const mine = await attempt(administrator, (ctx) =>
      grantRole(ctx, aGrant(organisationId, { email: self.email, role: "coordinator" })),
    );
    const theirs = await attempt(administrator, (ctx) =>
      grantRole(ctx, aGrant(organisationId, { email })),
    );

    expect(mine).toMatchObject({ ok: false, refusal: { name: "RuleBroken" } });
    expect(theirs).toMatchObject({ ok: false, refusal: { name: "FieldsRefused" } });
    expect(await owner.hat.count({ where: { userId: administrator.userId } })).toBe(1);
  });
});

describe("ending a role", () => {
  test("takes it away from the next click on", async () => {
    const { administrator, coordinator } = await anAreaWithStaff();
    const session = await signedIn(coordinator.userId);
    expect(await seen(session)).toMatchObject({ role: "coordinator" });

    await as(administrator, (ctx) => endRole(ctx, coordinator));

    expect(await seen(session)).toMatchObject({ role: null, hatId: null });
    expect(await eventsOf(coordinator.userId)).toMatchObject([{ type: "role.ended" }]);
  });

  test("is refused the second time", async () => {
    const { administrator, coordinator } = await anAreaWithStaff();
    await as(administrator, (ctx) => endRole(ctx, coordinator));

    const again = await attempt(administrator, (ctx) => endRole(ctx, coordinator));

    expect(again).toMatchObject({ ok: false, refusal: { name: "NotFound" } });
  });

  test("is not for one's own", async () => {
    const { administrator } = await anAreaWithStaff();

    const done = await attempt(administrator, (ctx) => endRole(ctx, administrator));

    expect(done).toMatchObject({ ok: false, refusal: { name: "RuleBroken" } });
  });
});

describe("disabling an account", () => {
  test("ends what is open in it, and enabling it again does not bring that back", async () => {
    const { administrator, coordinator } = await anAreaWithStaff();
    const { userId } = coordinator;
    const session = await signedIn(userId);

    await as(administrator, (ctx) => setStatus(ctx, { userId, status: "disabled" }));
    expect(await seen(session)).toBeNull();
    await as(administrator, (ctx) => setStatus(ctx, { userId, status: "active" }));

    expect(await seen(session)).toBeNull();
    const types = (await eventsOf(userId)).map(({ type }) => type);
    expect(types).toEqual(["account.disabled", "account.enabled"]);
  });

  test("is refused when it is disabled already, and for one's own", async () => {
    const { administrator, coordinator } = await anAreaWithStaff();
    const disable = ({ userId }: Actor) =>
      attempt(administrator, (ctx) => setStatus(ctx, { userId, status: "disabled" }));
    await disable(coordinator);

    expect(await disable(coordinator)).toMatchObject({
      ok: false,
      refusal: { message: "This account is disabled already." },
    });
    expect(await disable(administrator)).toMatchObject({
      ok: false,
      refusal: { name: "RuleBroken" },
    });
  });
});

describe("who keeps people", () => {
  test.each(Object.keys(roleLabels) as Role[])("a %s: administrators alone may", async (role) => {
    const { areaId, coordinator, organisationId } = await anAreaWithStaff();
    const actor = await anActor(role, { areaId });
    const may = role === "administrator";

    const listed = await attempt(actor, (ctx) => listAccounts(ctx, { page: 1 }));
    const granted = await attempt(actor, (ctx) => grantRole(ctx, aGrant(organisationId)));
    const disabled = await attempt(actor, (ctx) =>
      setStatus(ctx, { userId: coordinator.userId, status: "disabled" }),
    );
    const ended = await attempt(actor, (ctx) => endRole(ctx, coordinator));

    expect(can(actor, "people:manage", { areaId })).toBe(may);
    expect([listed, granted, disabled, ended].map(({ ok }) => ok)).toEqual([may, may, may, may]);
  });

  test("one of another area finds nobody here, and the store refuses them too", async () => {
    const { coordinator, areaId, organisationId } = await anAreaWithStaff();
    const stranger = await anActor("administrator", { areaId: (await anArea()).id });

    const ended = await attempt(stranger, (ctx) => endRole(ctx, coordinator));
    const disabled = await attempt(stranger, (ctx) =>
      setStatus(ctx, { userId: coordinator.userId, status: "disabled" }),
    );
    const past = as(stranger, ({ tx }) =>
      tx.hat.create({
        data: { userId: stranger.userId, areaId, organisationId, role: "coordinator" },
        select: { id: true },
      }),
    );

    expect(ended).toMatchObject({ ok: false, refusal: { name: "NotFound" } });
    expect(disabled).toMatchObject({ ok: false, refusal: { name: "NotFound" } });
    await expect(past).rejects.toThrow(/row-level security/);
  });

  test("an administrator cannot make a session, nor wind or take over one", async () => {
    const { administrator, coordinator } = await anAreaWithStaff();
    const session = await signedIn(coordinator.userId);
    const takeOver = as(administrator, ({ tx }) =>
      tx.session.updateMany({
        where: { id: session.sessionId },
        data: { tokenHash: tokenHash("mine"), factorLevel: 2 },
      }),
    );

    await expect(takeOver).rejects.toThrow(/row-level security/);
    expect(await seen(session)).toMatchObject({ factorLevel: 1 });
  });

  test("an address that holds no id is nobody's", async () => {
    const { administrator } = await anAreaWithStaff();

    const found = await attempt(administrator, (ctx) => getAccount(ctx, "nobody"));

    expect(found).toMatchObject({ ok: false, refusal: { name: "NotFound" } });
  });

  test("an administrator sees no case", async () => {
    const { administrator, coordinator } = await anAreaWithStaff();
    const { id } = await aCase({ coordinator });

    const found = await as(administrator, ({ tx }) =>
      tx.case.findMany({ where: { id }, select: { id: true } }),
    );

    expect(found).toEqual([]);
  });
});

test("the list is read in a page at a time, in few statements", async () => {
  const { areaId, administrator } = await anAreaWithStaff();
  for (let n = 0; n < 26; n++) await anActor("referrer", { areaId });

  const { value, count } = await countStatements(() =>
    as(administrator, (ctx) => listAccounts(ctx, { page: 2 })),
  );

  expect(value.total).toBe(28);
  expect(value.people).toHaveLength(3);
  expect(count).toBeLessThanOrEqual(8);
});
