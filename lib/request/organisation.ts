import "server-only";

import type { NextApiRequest, NextApiResponse } from "next";
import { cookies } from "next/headers";
import NextAuth, { type AuthOptions, type Profile } from "next-auth";

import { theSystem } from "@/lib/access/actor";
import { newToken, sha256 } from "@/lib/crypto/vault";
import { withActor } from "@/lib/db/with-actor";
import { env } from "@/lib/env";
import { cookieName, cookieOptions, sessionSeconds } from "@/lib/request/session";
import { leaveSession, openSession } from "@/lib/request/sign-in";
import { failSignIn } from "@/lib/sessions/commands";
import { type Claims, levelOf, verifiedEmail } from "@/lib/sessions/organisation/rules";
import { findAccount } from "@/lib/sessions/queries";
import { safeNext } from "@/lib/sessions/rules";

// Signing in with an organisation's own accounts. next-auth speaks with the provider; of what comes
// back only a verified e-mail address is taken, and our own tables say the rest.

export const signsInByOrganisation = (): boolean => env().OIDC_ISSUER !== undefined;

async function accountOf(claims: Claims) {
  const email = verifiedEmail(claims);
  const account = email ? await withActor(theSystem(), (ctx) => findAccount(ctx, email)) : null;
  return { email, ...account };
}

/** Whether the provider's person has an account here that is active. */
async function isKnown(claims: Claims): Promise<boolean> {
  const { email, userId, areaId } = await accountOf(claims);
  if (userId) return true;
  await withActor(theSystem(areaId), (ctx) => failSignIn(ctx, email ?? "unverified"));
  return false;
}

async function openFor(claims: Claims): Promise<string> {
  const { userId, areaId } = await accountOf(claims);
  if (!userId) throw new Error("The account was disabled while somebody signed in to it");
  const factorLevel = levelOf(claims, env().OIDC_TRUSTS_FACTOR === "yes");
  const token = await withActor(theSystem(areaId), (ctx) =>
    openSession(ctx, { userId, factorLevel }),
  );
  await leaveSession();
  return token;
}

const provider = "organisation";
const csrfCookie = () => cookieName("-csrf");

function options(): AuthOptions {
  const { AUTH_SECRET, OIDC_ISSUER, OIDC_CLIENT_ID, OIDC_CLIENT_SECRET } = env();
  return {
    secret: AUTH_SECRET,
    session: { strategy: "jwt", maxAge: sessionSeconds },
    pages: { signIn: "/sign-in", error: "/sign-in" },
    cookies: {
      sessionToken: { name: cookieName(), options: cookieOptions(sessionSeconds) },
      csrfToken: { name: csrfCookie(), options: cookieOptions(sessionSeconds) },
    },
    providers: [
      {
        id: provider,
        name: "Your organisation",
        type: "oauth",
        wellKnown: `${OIDC_ISSUER?.replace(/\/$/, "")}/.well-known/openid-configuration`,
        authorization: { params: { scope: "openid email" } },
        clientId: OIDC_CLIENT_ID ?? "",
        clientSecret: OIDC_CLIENT_SECRET ?? "",
        idToken: true,
        checks: ["pkce", "state", "nonce"],
        profile: ({ sub }: { sub: string }) => ({ id: sub }),
      },
    ],
    callbacks: {
      signIn: ({ profile = {} }: { profile?: Profile }) => isKnown(profile),
      // Made at sign-in from what the provider said; later, nothing in it but our own id is kept.
      jwt: async ({ token, profile }) => ({ sid: profile ? await openFor(profile) : token.sid }),
    },
    logger: { error: () => {}, warn: () => {}, debug: () => {} }, // they would carry names
  };
}

type Asked = Pick<NextApiRequest, "method" | "query" | "body">;

/** Lets next-auth answer, in the one shape of request it takes that is not the framework's own. */
async function answered(asked: Asked, also: Record<string, string> = {}): Promise<Response> {
  process.env.NEXTAUTH_URL = env().APP_ORIGIN; // never what a request says of itself
  const sent = Object.fromEntries(
    (await cookies()).getAll().map(({ name, value }) => [name, value]),
  );
  const response = { status: 200, headers: new Headers({ "Cache-Control": "no-store" }) };
  const setCookies: string[] = [];
  const reply = {
    status(code: number) {
      response.status = code;
      return reply;
    },
    getHeader: () => setCookies,
    setHeader(name: string, value: string) {
      if (name !== "Set-Cookie") response.headers.set(name, value);
      return reply;
    },
    end: () => reply,
    json: () => reply,
    send: () => reply,
  };
  const request: Partial<NextApiRequest> = { ...asked, headers: {}, cookies: { ...sent, ...also } };
  await NextAuth(request as NextApiRequest, reply as unknown as NextApiResponse, options());
  for (const each of setCookies) response.headers.append("Set-Cookie", each);
  return new Response(null, response);
}

const absent = () =>
  new Response("Page not found", { status: 404, headers: { "Cache-Control": "no-store" } });

/** Leads to the provider. That the form is ours, the proxy has seen to; next-auth wants a proof of its own. */
export async function leaveForProvider(request: Request, path: string[]): Promise<Response> {
  if (!signsInByOrganisation() || path.join("/") !== `signin/${provider}`) return absent();
  const next = (await request.formData()).get("next");
  const csrfToken = newToken();
  const proof = { [csrfCookie()]: `${csrfToken}|${sha256(csrfToken + env().AUTH_SECRET)}` };
  const callbackUrl = env().APP_ORIGIN + safeNext(typeof next === "string" ? next : null);
  return answered(
    { method: "POST", query: { nextauth: ["signin", provider] }, body: { csrfToken, callbackUrl } },
    proof,
  );
}

/** Comes back from the provider, or from what went wrong there. Nothing else of next-auth is open. */
export async function returnFromProvider(request: Request, path: string[]): Promise<Response> {
  const open = [`callback/${provider}`, "error", "signin"];
  if (!signsInByOrganisation() || !open.includes(path.join("/"))) return absent();
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return answered({ method: "GET", query: { ...query, nextauth: path }, body: undefined });
}
