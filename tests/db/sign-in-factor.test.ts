import { generate } from "otplib";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

vi.mock("next/headers", async () => (await import("@/tests/support/browser")).nextHeaders);

import { theSystem } from "@/lib/access/actor";
import { withActor } from "@/lib/db/with-actor";
import {
  askForCode,
  confirmFactor,
  enterCode,
  enterRecoveryCode,
  keepRecoveryCodes,
  proposedFactor,
  recoveryCodesToShow,
} from "@/lib/request/factor";
import { currentSession, requireActor, sessionToken } from "@/lib/request/session";
import { chooseHat, myHats, signIn } from "@/lib/request/sign-in";
import { hashPassword } from "@/lib/sessions/commands";
import { findFactor } from "@/lib/sessions/factor/queries";
import { pauseBefore } from "@/lib/sessions/rules";
import { destinationOf, filledIn, openBrowser, unsent } from "@/tests/support/browser";
import { anActor, aUser } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

const password = "a long enough password";
const passwordHash = await hashPassword(password);

const pauses = [5, 6, 7, 8].map(pauseBefore);
const { setTimeout } = globalThis;

beforeAll(() => {
  vi.stubEnv("CASEBOOK_MODE", "production");
  vi.stubGlobal("setTimeout", (work: () => void, ms?: number) =>
    setTimeout(work, ms && pauses.includes(ms) ? 0 : ms),
  );
});
afterAll(() => vi.unstubAllEnvs());
beforeEach(() => {
  openBrowser();
});

async function anAccount() {
  const { id: userId, email } = await aUser();
  await owner.userCredential.create({ data: { userId, passwordHash } });
  const hat = await anActor("coordinator", { userId });
  return { ...hat, email };
}

const enter = (email: string) => destinationOf(signIn(unsent, filledIn({ email, password })));
const typeCode = (code: string, next = "") => enterCode(unsent, filledIn({ code, next }));
const typeRecovery = (recoveryCode: string) =>
  enterRecoveryCode(unsent, filledIn({ recoveryCode }));

async function seedOf(userId: string) {
  const factor = await withActor(theSystem(), (ctx) => findFactor(ctx, userId));
  return factor?.seed ?? "";
}

/** The code of a step before or after this one; codes of one step either side are taken. */
async function codeOf(userId: string, steps = 0) {
  const left = 30_000 - (Date.now() % 30_000);
  if (left < 1_500) await new Promise((resolve) => setTimeout(resolve, left)); // not on the brink of the next
  const epoch = Math.floor(Date.now() / 1_000) + steps * 30;
  return generate({ secret: await seedOf(userId), epoch });
}

/** Somebody with an app: confirmed with the code of the step before, so that this step's is unused. */
async function anAccountWithApp() {
  const account = await anAccount();
  await enter(account.email);
  const code = await codeOf(account.userId, -1);
  await destinationOf(confirmFactor(unsent, filledIn({ code })));
  const codes = await recoveryCodesToShow();
  openBrowser();
  await enter(account.email);
  return { ...account, codes };
}

describe("a password alone", () => {
  test("opens nothing but the pages that ask for the second factor", async () => {
    const { email, hatId } = await anAccount();
    await enter(email);

    expect(await destinationOf(requireActor())).toBe("/sign-in/code");
    expect(await destinationOf(myHats())).toBe("/sign-in/code");
    expect(await destinationOf(chooseHat(unsent, filledIn({ hatId })))).toBe("/sign-in/code");
    expect(await destinationOf(askForCode("/cases"))).toBe("/sign-in/set-up?next=%2Fcases");
  });

  test("never shows the seed of an app that is set up", async () => {
    await anAccountWithApp();

    expect(await destinationOf(proposedFactor(""))).toBe("/sign-in/code");
  });
});

describe("setting up an app", () => {
  test("its first code confirms it, opens the session and brings ten recovery codes, shown until they are kept", async () => {
    const { email, userId } = await anAccount();
    await enter(email);
    const before = await sessionToken();
    const { seed, address } = await proposedFactor("");

    const code = await codeOf(userId);
    const led = await destinationOf(confirmFactor(unsent, filledIn({ code, next: "/cases" })));

    expect(address).toContain(seed);
    expect(led).toBe("/sign-in/recovery-codes");
    expect(await currentSession()).toMatchObject({ factorLevel: 2, userId });
    expect(await sessionToken()).not.toBe(before);
    expect(new Set(await recoveryCodesToShow()).size).toBe(10);
    expect(await destinationOf(keepRecoveryCodes())).toBe("/cases");
    expect(await destinationOf(recoveryCodesToShow())).toBe("/home");
  });

  test("a wrong code confirms nothing", async () => {
    const { email, userId } = await anAccount();
    await enter(email);

    const { errors, values } = await confirmFactor(unsent, filledIn({ code: "000000" }));

    expect(errors.code?.[0]).toMatch(/^Enter the code that your app shows now/);
    expect(values).not.toHaveProperty("code");
    expect(await owner.recoveryCode.count({ where: { userId } })).toBe(0);
  });

  test("the store holds neither the seed nor a recovery code in the clear", async () => {
    const { userId, codes } = await anAccountWithApp();
    const seed = await seedOf(userId);

    const { totpSealed } = await owner.userCredential.findUniqueOrThrow({ where: { userId } });
    const hashes = await owner.recoveryCode.findMany({ where: { userId } });

    expect(Buffer.from(totpSealed ?? []).toString("latin1")).not.toContain(seed);
    for (const code of codes) expect(JSON.stringify(hashes)).not.toContain(code.slice(0, 9));
  });

  test("an app that is set up cannot be set up again over it", async () => {
    const { userId } = await anAccountWithApp();
    const seed = await seedOf(userId);

    const { errors } = await confirmFactor(unsent, filledIn({ code: await codeOf(userId) }));

    expect(errors.code).toBeDefined();
    expect(await seedOf(userId)).toBe(seed);
  });
});

describe("the code from the app", () => {
  test("opens the session under a new token, in the role and on the page one was on", async () => {
    const { userId, hatId } = await anAccountWithApp();
    const before = await sessionToken();

    const led = await destinationOf(typeCode(await codeOf(userId), "/meetings"));

    expect(led).toBe("/meetings");
    expect(await requireActor()).toMatchObject({ hatId, role: "coordinator" });
    expect(await sessionToken()).not.toBe(before);
  });

  test("opens once in its time, however many send it at once", async () => {
    const { userId } = await anAccountWithApp();
    const code = await codeOf(userId);

    const led = await Promise.all(Array.from({ length: 8 }, () => destinationOf(typeCode(code))));

    expect(led.filter((where) => where === "/home")).toHaveLength(1);
  });

  test("one of an earlier time is refused after a later one", async () => {
    const { userId } = await anAccountWithApp();
    const earlier = await codeOf(userId, 0);
    await destinationOf(typeCode(await codeOf(userId, 1)));

    const { errors } = await typeCode(earlier);

    expect(errors.code).toBeDefined();
  });

  test.each([-3, 3])("%i steps away it is not taken", async (steps) => {
    const { userId } = await anAccountWithApp();

    const { errors } = await typeCode(await codeOf(userId, steps));

    expect(errors.code).toBeDefined();
  });

  test("another's code is worth nothing", async () => {
    const { userId: stranger } = await anAccountWithApp();
    await anAccountWithApp();

    const { errors } = await typeCode(await codeOf(stranger));

    expect(errors.code).toBeDefined();
    expect((await currentSession())?.factorLevel).toBe(1);
  });

  test("the eleventh try in 15 minutes is refused, though it is right", async () => {
    const { userId } = await anAccountWithApp();
    for (let n = 0; n < 10; n++) await typeCode("000000");

    const { errors } = await typeCode(await codeOf(userId));

    expect(errors.form?.[0]).toMatch(/^Too many attempts/);
    expect((await currentSession())?.factorLevel).toBe(1);
  });

  test("right and wrong ones are on the log", async () => {
    const { userId } = await anAccountWithApp();
    await typeCode("000000");
    await destinationOf(typeCode(await codeOf(userId)));

    const events = await owner.auditEvent.findMany({
      where: { type: { startsWith: "factor." }, facts: { path: ["user"], equals: userId } },
      select: { type: true },
      orderBy: { id: "asc" },
    });

    const types = events.map(({ type }) => type);
    expect(types).toEqual(["factor.confirmed", "factor.failed", "factor.shown"]);
  });
});

describe("a recovery code", () => {
  test("opens once, however it is typed", async () => {
    const { email, codes } = await anAccountWithApp();
    const typed = codes[3]?.toUpperCase().replaceAll("-", " ") ?? "";

    expect(await destinationOf(typeRecovery(typed))).toBe("/home");

    openBrowser();
    await enter(email);
    const { errors } = await typeRecovery(typed);
    expect(errors.recoveryCode).toBeDefined();
    expect((await currentSession())?.factorLevel).toBe(1);
  });

  test("sent eight times at once it opens once", async () => {
    const { codes } = await anAccountWithApp();

    const led = await Promise.all(
      Array.from({ length: 8 }, () => destinationOf(typeRecovery(codes[0] ?? ""))),
    );

    expect(led.filter((where) => where === "/home")).toHaveLength(1);
  });

  test("another's is worth nothing", async () => {
    const { codes } = await anAccountWithApp();
    await anAccountWithApp();

    const { errors } = await typeRecovery(codes[0] ?? "");

    expect(errors.recoveryCode).toBeDefined();
  });
});

test("signed in, the pages that ask for a code lead on", async () => {
  const { userId } = await anAccountWithApp();
  await destinationOf(typeCode(await codeOf(userId)));

  expect(await destinationOf(askForCode("/cases"))).toBe("/cases");
  expect(await destinationOf(proposedFactor(""))).toBe("/home");
});

test("a page one was on is where one comes back to, without what followed the question mark", async () => {
  openBrowser(new Map(), { "x-path": "/cases/PC-2026-000123" });
  expect(await destinationOf(requireActor())).toBe("/sign-in?next=%2Fcases%2FPC-2026-000123");

  openBrowser(new Map(), { "x-path": "/cases?name=somebody" });
  expect(await destinationOf(requireActor())).toBe("/sign-in");
});
