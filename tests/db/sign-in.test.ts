import { beforeEach, describe, expect, test, vi } from "vitest";

vi.mock("next/headers", async () => (await import("@/tests/support/browser")).nextHeaders);
const verified = vi.hoisted(() => vi.fn<(hash: string, password: string) => void>());
vi.mock("@node-rs/argon2", async (original) => {
  const argon2 = await original<typeof import("@node-rs/argon2")>();
  const verify = (hash: string, password: string) => {
    verified(hash, password);
    return argon2.verify(hash, password);
  };
  return { ...argon2, verify };
});

import { keyedHash, newToken } from "@/lib/crypto/vault";
import { cookieName, currentSession, sessionToken, setSessionCookie } from "@/lib/request/session";
import { chooseHat, secondsLeft, signIn, signOut } from "@/lib/request/sign-in";
import { hashPassword } from "@/lib/sessions/commands";
import { pauseBefore } from "@/lib/sessions/rules";
import { destinationOf, filledIn, openBrowser, unsent } from "@/tests/support/browser";
import { anActor, aUser } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

const password = "a long enough password";
const passwordHash = await hashPassword(password);

async function anAccount(traits: { status?: string } = {}) {
  const { id: userId, email } = await aUser();
  await owner.user.update({ where: { id: userId }, data: traits });
  await owner.userCredential.create({ data: { userId, passwordHash } });
  const hat = await anActor("coordinator", { userId });
  return { ...hat, email };
}

const tryWith = (email: string, typed = password, next = "") =>
  signIn(unsent, filledIn({ email, password: typed, next }));
const from = (address: string, cookies?: Map<string, string>) =>
  openBrowser(cookies, { "x-forwarded-for": address });

// Whoever keeps trying waits longer each time; a test does not.
const pauses = [5, 6, 7, 8].map(pauseBefore);
const { setTimeout } = globalThis;
vi.stubGlobal("setTimeout", (work: () => void, ms?: number) =>
  setTimeout(work, ms && pauses.includes(ms) ? 0 : ms),
);

let addresses = 0;
beforeEach(() => {
  from(`198.51.100.${++addresses}`);
});

describe("the password", () => {
  test("the right one leads home, or to the page one was on", async () => {
    const { email, userId } = await anAccount();

    expect(await destinationOf(tryWith(email))).toBe("/home");
    expect(await currentSession()).toMatchObject({ userId, role: "coordinator" });
    expect(await destinationOf(tryWith(email.toUpperCase(), password, "/cases"))).toBe("/cases");
  });

  test.each(["https://evil.example", "//evil.example", "/\\evil.example", "javascript:alert(1)"])(
    "a way on to %s leads home",
    async (next) => {
      const { email } = await anAccount();

      expect(await destinationOf(tryWith(email, password, next))).toBe("/home");
    },
  );

  test("wrong, unknown, disabled and password-less accounts are answered alike", async () => {
    const { email } = await anAccount();
    const disabled = await anAccount({ status: "disabled" });
    const { email: bare } = await aUser();

    const answers = [
      await tryWith(email, "wrong"),
      await tryWith("nobody@example.test"),
      await tryWith(disabled.email),
      await tryWith(bare),
      await tryWith(bare, "a password that nobody has"),
    ];

    const said = answers.map(({ errors, values }) => ({ errors, fields: Object.keys(values) }));
    expect(new Set(said.map((one) => JSON.stringify(one))).size).toBe(1);
    expect(said[0]?.errors).toEqual({
      form: ["Enter the email address and password of your account"],
    });
    expect(await sessionToken()).toBeNull();
  });

  test("an unknown account costs the same one hash as a known one", async () => {
    const { email } = await anAccount();
    const { email: bare } = await aUser();
    await tryWith(email, "wrong");

    const costs: string[][] = [];
    for (const address of [email, bare, "nobody@example.test"]) {
      verified.mockClear();
      await tryWith(address, "wrong");
      costs.push(verified.mock.calls.map(([hash]) => hash.split("$").slice(0, 4).join("$")));
    }

    const [known] = costs;
    expect(known).toEqual([passwordHash.split("$").slice(0, 4).join("$")]);
    expect(costs).toEqual([known, known, known]);
  });

  test("what was typed as a password is never sent back", async () => {
    const { email } = await anAccount();

    const { values } = await tryWith(email, "wrong but telling");

    expect(JSON.stringify(values)).not.toContain("telling");
  });
});

describe("the log", () => {
  test("a sign-in is remembered in the area it belongs to", async () => {
    const { email, userId, areaId } = await anAccount();

    await destinationOf(tryWith(email));

    const [event] = await eventsOf({ user: userId });
    expect(event).toMatchObject({ type: "sign_in.succeeded", area: areaId });
  });

  test("a failure keeps a keyed hash and never the address", async () => {
    const { email, areaId } = await anAccount();

    await tryWith(email.toUpperCase(), "wrong");

    const [event] = await eventsOf({ account: keyedHash(email) });
    expect(event).toMatchObject({ type: "sign_in.failed", area: areaId });
    expect(JSON.stringify(event?.facts)).not.toContain(email.split("@")[0]);
  });
});

describe("too many tries", () => {
  test("the eleventh in 15 minutes is refused, even with the right password", async () => {
    const { email } = await anAccount();
    for (let n = 0; n < 10; n++) await tryWith(email, "wrong");

    const { errors } = await tryWith(email);

    expect(errors.form?.[0]).toMatch(/^Too many attempts\. Wait \d+ minutes, then try again\.$/);
    expect(await sessionToken()).toBeNull();
  });

  test("twenty at once are ten", async () => {
    const { email } = await anAccount();

    const answers = await Promise.all(Array.from({ length: 20 }, () => tryWith(email, "wrong")));

    const refused = answers.filter(({ errors }) => errors.form?.[0]?.startsWith("Too many"));
    expect(refused).toHaveLength(10);
  });

  test("an unknown account is counted just the same", async () => {
    const email = `${newToken()}@example.test`;
    for (let n = 0; n < 10; n++) await tryWith(email, "wrong");

    const { errors } = await tryWith(email);

    expect(errors.form?.[0]).toMatch(/^Too many attempts/);
  });

  test("a stranger locks nobody out of a device that has signed in before", async () => {
    const { email } = await anAccount();
    const known = from("203.0.113.1");
    await destinationOf(tryWith(email));
    for (let n = 0; n < 35; n++) {
      from(`203.0.113.${2 + (n % 8)}`);
      await tryWith(email, "wrong");
    }

    from("203.0.113.20");
    const { errors } = await tryWith(email);
    from("203.0.113.2", known);
    const owner = await destinationOf(tryWith(email));

    expect(errors.form?.[0]).toMatch(/^Too many attempts/);
    expect(owner).toBe("/home");
  });

  test("a known device is stopped at the eleventh too", async () => {
    const { email } = await anAccount();
    await destinationOf(tryWith(email));
    for (let n = 0; n < 10; n++) await tryWith(email, "wrong");

    const { errors } = await tryWith(email);

    expect(errors.form?.[0]).toMatch(/^Too many attempts/);
  });

  test("the right password forgets those before it", async () => {
    const { email } = await anAccount();
    for (let n = 0; n < 9; n++) await tryWith(email, "wrong");
    await destinationOf(tryWith(email));

    for (let n = 0; n < 9; n++) await tryWith(email, "wrong");

    expect(await destinationOf(tryWith(email))).toBe("/home");
  });
});

describe("the cookie", () => {
  test("a session fixed beforehand is neither accepted nor kept", async () => {
    const { email } = await anAccount();
    await setSessionCookie(newToken());
    const fixed = await sessionToken();
    expect(await currentSession()).toBeNull();

    await destinationOf(tryWith(email));

    expect(await sessionToken()).not.toBe(fixed);
    expect(await currentSession()).not.toBeNull();
  });

  test("signing in ends the session this browser had", async () => {
    const { email, userId } = await anAccount();
    await destinationOf(tryWith(email));
    await destinationOf(tryWith(email));

    expect(await owner.session.count({ where: { userId, endedAt: null } })).toBe(1);
  });

  test("a cookie that somebody changed is no cookie", async () => {
    const { email } = await anAccount();
    const jar = from("198.51.100.200");
    await destinationOf(tryWith(email));
    const sealed = jar.get(cookieName()) ?? "";

    jar.set(cookieName(), `${sealed.slice(0, -3)}abc`);

    expect(await currentSession()).toBeNull();
    expect(await secondsLeft()).toBe(0);
  });

  test("the cookie of a known device opens nothing", async () => {
    const { email } = await anAccount();
    const jar = from("198.51.100.201");
    await destinationOf(tryWith(email));

    openBrowser(new Map([[cookieName(), jar.get(cookieName("-device")) ?? ""]]));

    expect(await currentSession()).toBeNull();
  });

  test("signing out ends the session and takes the cookie", async () => {
    const { email, userId } = await anAccount();
    const jar = from("198.51.100.202");
    await destinationOf(tryWith(email));
    const before = new Map(jar);

    expect(await destinationOf(signOut())).toBe("/sign-in");

    expect(jar.has(cookieName())).toBe(false);
    openBrowser(before);
    expect(await currentSession()).toBeNull();
    expect(await owner.session.count({ where: { userId, endedAt: null } })).toBe(0);
  });
});

test("another's role cannot be chosen", async () => {
  const { email } = await anAccount();
  const other = await anActor("chair");
  await destinationOf(tryWith(email));

  const { errors } = await chooseHat(unsent, filledIn({ hatId: other.hatId }));

  expect(errors.hatId).toEqual(["Select which role you are working in"]);
  expect(await currentSession()).toMatchObject({ role: "coordinator" });
});

const eventsOf = (facts: Record<string, string>) =>
  owner.auditEvent.findMany({
    where: { facts: { equals: facts } },
    select: { type: true, area: true, facts: true },
  });
