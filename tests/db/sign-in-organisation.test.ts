import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";

vi.mock("next/headers", async () => (await import("@/tests/support/browser")).nextHeaders);

import { currentSession, sessionToken } from "@/lib/request/session";
import { openBrowser } from "@/tests/support/browser";
import { anActor, aUser } from "@/tests/support/factories";
import { startProvider } from "@/tests/support/identity-provider";
import { owner } from "@/tests/support/owner";

const provider = await startProvider("casebook");
vi.stubEnv("OIDC_ISSUER", provider.issuer);
vi.stubEnv("OIDC_CLIENT_ID", "casebook");
vi.stubEnv("OIDC_CLIENT_SECRET", "the client's own secret");
const { leaveForProvider, returnFromProvider } = await import("@/lib/request/organisation");

const origin = "http://localhost:3000";
let jar: Map<string, string>;
beforeAll(() => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
});
beforeEach(() => {
  jar = openBrowser();
});
afterAll(() => {
  provider.stop();
  vi.unstubAllEnvs();
});

function keep(response: Response): Response {
  for (const each of response.headers.getSetCookie()) {
    const [pair = "", ...attributes] = each.split("; ");
    const [name = "", value = ""] = pair.split(/=(.*)/s);
    if (attributes.includes("Max-Age=0") || value === "") jar.delete(name);
    else jar.set(name, decodeURIComponent(value));
  }
  return response;
}

async function leave(next = "") {
  const body = new URLSearchParams({ next });
  const request = new Request(`${origin}/api/auth/signin/organisation`, { method: "POST", body });
  const response = keep(await leaveForProvider(request, ["signin", "organisation"]));
  return new URL(response.headers.get("location") ?? "nowhere:");
}

async function comeBack(asked: URL, changes: Record<string, string> = {}) {
  const state = asked.searchParams.get("state") ?? "";
  const back = new URL(asked.searchParams.get("redirect_uri") ?? "");
  back.search = new URLSearchParams({ code: "one", state, ...changes }).toString();
  const response = keep(await returnFromProvider(new Request(back), ["callback", "organisation"]));
  return response.headers.get("location");
}

/** Goes there and comes back as whoever the provider says it is. */
async function signInAs(claims: Record<string, unknown>, next = "") {
  const asked = await leave(next);
  provider.says({ nonce: asked.searchParams.get("nonce"), ...claims });
  return comeBack(asked);
}

async function anAccount(status = "active") {
  const { id: userId, email } = await aUser();
  await owner.user.update({ where: { id: userId }, data: { status } });
  await anActor("coordinator", { userId });
  return { userId, email };
}

test("somebody is sent to the provider with a state, a nonce and a proof of the key", async () => {
  const asked = await leave();

  expect(asked.origin).toBe(provider.issuer);
  expect(asked.searchParams.get("redirect_uri")).toBe(`${origin}/api/auth/callback/organisation`);
  for (const part of ["state", "nonce", "code_challenge"])
    expect(asked.searchParams.get(part)?.length).toBeGreaterThan(20);
});

describe("a verified address with an account here", () => {
  test("opens a session of ours and leads to the page one was on", async () => {
    const { userId, email } = await anAccount();

    const led = await signInAs({ email: email.toUpperCase(), email_verified: true }, "/cases");

    expect(led).toBe(`${origin}/cases`);
    expect(await currentSession()).toMatchObject({ userId, role: "coordinator", factorLevel: 1 });
  });

  test.each<[amr: unknown, level: number]>([
    [["pwd", "mfa"], 2],
    [["pwd"], 1],
    ["mfa", 1],
    [undefined, 1],
  ])("with %j it has shown %i factors", async (amr, level) => {
    const { email } = await anAccount();

    await signInAs({ email, email_verified: true, amr });

    expect((await currentSession())?.factorLevel).toBe(level);
  });

  test("says nothing of itself that is believed: role and area come from our tables", async () => {
    const { email, userId } = await anAccount();

    await signInAs({ email, email_verified: true, role: "chair", sid: "mine", name: "A Chair" });

    expect(await currentSession()).toMatchObject({ userId, role: "coordinator" });
    expect(await sessionToken()).not.toBe("mine");
  });

  test("never leads out of the service", async () => {
    const { email } = await anAccount();

    const led = await signInAs({ email, email_verified: true }, "https://evil.example");

    expect(led).toBe(`${origin}/home`);
  });
});

describe("nobody is let in", () => {
  test.each<[what: string, claims: (email: string) => object, status?: string]>([
    ["with an address that is not verified", (email) => ({ email, email_verified: false })],
    ["with an address that nobody says is verified", (email) => ({ email })],
    ["without an address", () => ({ email_verified: true })],
    [
      "with an address that has no account",
      () => ({ email: "nobody@example.test", email_verified: true }),
    ],
    ["whose account is disabled", (email) => ({ email, email_verified: true }), "disabled"],
    [
      "with a token for somebody else's service",
      (email) => ({ email, email_verified: true, aud: "other" }),
    ],
    [
      "with a token that answers another question",
      (email) => ({ email, email_verified: true, nonce: "other" }),
    ],
    [
      "with a token that has expired",
      (email) => ({ email, email_verified: true, exp: 1_700_000_000 }),
    ],
  ])("%s", async (_, claims, status) => {
    const { email, userId } = await anAccount(status);

    const led = await signInAs({ ...claims(email) });

    expect(led).toMatch(/error=/);
    expect(await currentSession()).toBeNull();
    expect(await owner.session.count({ where: { userId } })).toBe(0);
  });

  test("who comes back with a state that this browser never had", async () => {
    const { email } = await anAccount();
    const asked = await leave();
    provider.says({ nonce: asked.searchParams.get("nonce"), email, email_verified: true });
    jar = openBrowser();

    await comeBack(asked);

    expect(await currentSession()).toBeNull();
  });
});

test.each(["session", "csrf", "providers", "signout", "callback/other", "_log"])(
  "nothing else of the library is open: %s",
  async (path) => {
    const request = new Request(`${origin}/api/auth/${path}`);
    const posted = new Request(request, { method: "POST", body: new URLSearchParams() });

    expect((await returnFromProvider(request, path.split("/"))).status).toBe(404);
    expect((await leaveForProvider(posted, path.split("/"))).status).toBe(404);
  },
);
