import { describe, expect, test } from "vitest";

import { theSystem } from "@/lib/access/actor";
import { newToken, tokenHash } from "@/lib/crypto/vault";
import { findSession } from "@/lib/db/sessions";
import { type Context, withActor } from "@/lib/db/with-actor";
import { chooseHat, endSession, openSession, raiseSession } from "@/lib/sessions/commands";
import { getSecondsLeft } from "@/lib/sessions/queries";
import { anActor, aUser } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

const start = new Date("2026-11-02T09:00:00Z");
const later = (minutes: number) => new Date(start.getTime() + minutes * 60_000);
const system = <T>(work: (ctx: Context) => Promise<T>, now = start) =>
  withActor(theSystem(), work, now);
const open = (userId: string, now = start) => system((ctx) => openSession(ctx, { userId }), now);
const seen = (token: string, now: Date) => findSession(tokenHash(token), now);

describe("how long a session lasts (A-06)", () => {
  test("15 minutes without a click end it", async () => {
    const { userId } = await anActor("coordinator");
    const [idle, busy] = [await open(userId), await open(userId)];

    expect(await seen(busy.token, later(14))).not.toBeNull();
    expect(await seen(busy.token, later(28))).not.toBeNull();
    expect(await seen(idle.token, later(15))).toBeNull();
  });

  test("12 hours end it, however busy", async () => {
    const { userId } = await anActor("coordinator");
    const { token } = await open(userId);

    for (let minutes = 10; minutes < 720; minutes += 10)
      expect(await seen(token, later(minutes))).not.toBeNull();

    expect(await seen(token, later(720))).toBeNull();
  });

  test("asking how long is left does not prolong it", async () => {
    const { userId } = await anActor("coordinator");
    const { token } = await open(userId);
    const left = (now: Date) => system((ctx) => getSecondsLeft(ctx, token), now);

    expect(await left(later(5))).toBe(600);
    expect(await left(later(14))).toBe(60);
    expect(await left(later(15))).toBe(0);
    expect(await seen(token, later(15))).toBeNull();
  });

  test("an unknown session has no time left", async () => {
    expect(await system((ctx) => getSecondsLeft(ctx, newToken()))).toBe(0);
  });
});

describe("whose session it is", () => {
  test("the fourth ends the oldest, also when they are opened at once", async () => {
    const { userId } = await anActor("coordinator");
    const first = await open(userId);

    const others = await Promise.all([1, 2, 3, 4, 5].map((n) => open(userId, later(n))));

    expect(await seen(first.token, later(6))).toBeNull();
    const alive = await Promise.all(others.map(({ token }) => seen(token, later(6))));
    expect(alive.filter(Boolean)).toHaveLength(3);
  });

  test("one that was ended is gone on the next click, and the end is on the log", async () => {
    const { userId } = await anActor("coordinator");
    const { token, sessionId } = await open(userId);

    await system((ctx) => endSession(ctx, { sessionId, userId }));

    expect(await seen(token, later(1))).toBeNull();
    expect(await events("sign_out.done", userId)).toHaveLength(1);
  });

  test("nobody ends another's", async () => {
    const { userId } = await anActor("coordinator");
    const { token, sessionId } = await open(userId);
    const stranger = await aUser();

    await system((ctx) => endSession(ctx, { sessionId, userId: stranger.id }));

    expect(await seen(token, later(1))).not.toBeNull();
  });

  test("a token that somebody fixed beforehand is never accepted", async () => {
    const { userId } = await anActor("coordinator");
    const fixed = newToken();

    const { token } = await open(userId);

    expect(token).not.toBe(fixed);
    expect(await seen(fixed, later(1))).toBeNull();
  });

  test("a second factor gives the session a new token, and the old one is worth nothing", async () => {
    const { userId } = await anActor("coordinator");
    const { token, sessionId } = await open(userId);

    const raised = await system((ctx) => raiseSession(ctx, { sessionId, userId }));

    expect(await seen(token, later(1))).toBeNull();
    expect(await seen(raised, later(1))).toMatchObject({ sessionId, factorLevel: 2 });
  });

  test("a disabled account opens none", async () => {
    const { userId } = await anActor("coordinator");
    await owner.user.update({ where: { id: userId }, data: { status: "disabled" } });

    await expect(open(userId)).rejects.toThrow("There is no such account");

    expect(await owner.session.count({ where: { userId } })).toBe(0);
  });
});

describe("rights are read on each click", () => {
  test("a role that ended is gone", async () => {
    const { userId, hatId } = await anActor("coordinator");
    const { token } = await open(userId);
    expect(await seen(token, later(1))).toMatchObject({ hatId, role: "coordinator" });

    await owner.hat.update({ where: { id: hatId }, data: { endedAt: start } });

    expect(await seen(token, later(1))).toMatchObject({ hatId: null, role: null, areaId: null });
  });

  test("an account that was disabled is out", async () => {
    const { userId } = await anActor("coordinator");
    const { token } = await open(userId);

    await owner.user.update({ where: { id: userId }, data: { status: "disabled" } });

    expect(await seen(token, later(1))).toBeNull();
  });
});

describe("choosing a role", () => {
  test("somebody with two chooses, and the choice is on the log", async () => {
    const one = await anActor("coordinator");
    const other = await anActor("panel_member", { userId: one.userId });
    const { token, sessionId } = await open(one.userId);
    expect(await seen(token, start)).toMatchObject({ hatId: null, hatCount: 2 });

    await system((ctx) =>
      chooseHat(ctx, { hatId: other.hatId }, { sessionId, userId: one.userId }),
    );

    expect(await seen(token, start)).toMatchObject({ role: "panel_member" });
    expect(await events("hat.chosen", one.userId)).toHaveLength(1);
  });

  test("another's role is not there to choose", async () => {
    const [one, other] = [await anActor("referrer"), await anActor("chair")];
    const { token, sessionId } = await open(one.userId);

    const chosen = system((ctx) =>
      chooseHat(ctx, { hatId: other.hatId }, { sessionId, userId: one.userId }),
    );

    await expect(chosen).rejects.toThrow("There is no such role");
    expect(await seen(token, start)).toMatchObject({ role: "referrer" });
  });

  test("even a session row that names another's role wears nothing", async () => {
    const [one, other] = [await anActor("referrer"), await anActor("chair")];
    const { token, sessionId } = await open(one.userId);

    await owner.session.update({ where: { id: sessionId }, data: { hatId: other.hatId } });

    expect(await seen(token, start)).toMatchObject({ hatId: null, role: null });
  });
});

const events = (type: string, userId: string) =>
  owner.auditEvent.findMany({
    where: { type, facts: { path: ["user"], equals: userId } },
    select: { id: true },
  });
