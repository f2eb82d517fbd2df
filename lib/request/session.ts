import "server-only";

import type { Route } from "next";
import { cookies, headers } from "next/headers";
import { redirect } from "next/navigation";
import { decode, encode, type JWT } from "next-auth/jwt";
import { cache } from "react";

import type { Actor } from "@/lib/access/actor";
import { tokenHash } from "@/lib/crypto/vault";
import { findSession, type OpenSession } from "@/lib/db/sessions";
import { env, isDemonstration } from "@/lib/env";
import { longestHours, signInPath } from "@/lib/sessions/rules";

const isSecure = (): boolean => env().APP_ORIGIN.startsWith("https:");

/** The `__Host-` prefix asks for https; a demonstration on this machine has none. */
export const cookieName = (part = ""): string => `${isSecure() ? "__Host-" : ""}casebook${part}`;

export const cookieOptions = (maxAge: number) => ({
  httpOnly: true,
  secure: isSecure(),
  sameSite: "lax" as const,
  path: "/",
  maxAge,
});

/** Keeps something in the browser that the browser can neither read nor change. */
export async function setSealedCookie(name: string, token: JWT, maxAge: number): Promise<void> {
  const value = await encode({ token, secret: env().AUTH_SECRET, maxAge });
  (await cookies()).set(name, value, cookieOptions(maxAge));
}

export async function readSealedCookie(name: string): Promise<JWT | null> {
  const value = (await cookies()).get(name)?.value;
  if (!value) return null;
  return decode({ token: value, secret: env().AUTH_SECRET }).catch(() => null);
}

export const sessionSeconds = longestHours * 3_600;

/** The cookie next-auth would set: a sealed token that carries one random session id and nothing to believe. */
export const setSessionCookie = (token: string): Promise<void> =>
  setSealedCookie(cookieName(), { sid: token }, sessionSeconds);

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).set(cookieName(), "", cookieOptions(0));
}

/** The random session id that the cookie carries, if it is one of ours. */
export async function sessionToken(): Promise<string | null> {
  const token = await readSealedCookie(cookieName());
  return typeof token?.sid === "string" ? token.sid : null;
}

/** Who is signed in, read from our own tables on every request: a right taken away is gone at once. */
export const currentSession = cache(async (): Promise<OpenSession | null> => {
  const token = await sessionToken();
  return token ? findSession(tokenHash(token), new Date()) : null;
});

/** The same for a page that asks by itself: being asked for is not being used. */
export async function watchingSession(): Promise<OpenSession | null> {
  const token = await sessionToken();
  return token ? findSession(tokenHash(token), new Date(), { isWatching: true }) : null;
}

/** Outside a demonstration a password alone opens nothing but the page that asks for the second factor. */
export const isProved = ({ factorLevel }: OpenSession): boolean =>
  factorLevel >= (isDemonstration() ? 1 : 2);

/** The hat in use, if there is one and every factor asked for has been shown. */
export function actorOf(session: OpenSession | null): Actor | null {
  if (!session?.hatId || !session.role || !session.areaId || !session.organisationId) return null;
  if (!isProved(session)) return null;
  const { userId, hatId, role, areaId, organisationId } = session;
  return { userId, hatId, role, areaId, organisationId };
}

/** The page being asked for, as proxy.ts says it: no query, so nothing of a person. */
const currentPath = async (): Promise<string | null> => (await headers()).get("x-path");

/** Somebody has signed in, if only with a password. For the pages that ask for the second factor. */
export async function requireSession(): Promise<OpenSession> {
  return (await currentSession()) ?? redirect(signInPath(await currentPath()) as Route);
}

/** Somebody has signed in with every factor asked for, whether they wear a hat yet or not. */
export async function requireProved(): Promise<OpenSession> {
  const session = await requireSession();
  if (isProved(session)) return session;
  redirect(signInPath(await currentPath()).replace("/sign-in", "/sign-in/code") as Route);
}

export async function requireActor(): Promise<Actor> {
  return actorOf(await requireProved()) ?? redirect("/choose-role" as Route);
}
