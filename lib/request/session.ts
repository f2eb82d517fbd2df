import "server-only";

import type { Route } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import { decode, encode } from "next-auth/jwt";
import { cache } from "react";

import type { Actor } from "@/lib/access/actor";
import { tokenHash } from "@/lib/crypto/vault";
import { findSession, type OpenSession } from "@/lib/db/sessions";
import { env, isDemonstration } from "@/lib/env";
import { longestHours } from "@/lib/sessions/rules";

const isSecure = (): boolean => env().APP_ORIGIN.startsWith("https:");

/** The `__Host-` prefix asks for https; a demonstration on this machine has none. */
export const cookieName = (): string => (isSecure() ? "__Host-casebook" : "casebook");

const maxAge = longestHours * 3_600;

/** The cookie next-auth would set: a sealed token that carries one random session id and nothing to believe. */
export async function setSessionCookie(token: string): Promise<void> {
  const value = await encode({ token: { sid: token }, secret: env().AUTH_SECRET, maxAge });
  (await cookies()).set(cookieName(), value, {
    httpOnly: true,
    secure: isSecure(),
    sameSite: "lax",
    path: "/",
    maxAge,
  });
}

export async function clearSessionCookie(): Promise<void> {
  (await cookies()).delete(cookieName());
}

/** The random session id that the cookie carries, if it is one of ours. */
export async function sessionToken(): Promise<string | null> {
  const value = (await cookies()).get(cookieName())?.value;
  if (!value) return null;
  const token = await decode({ token: value, secret: env().AUTH_SECRET }).catch(() => null);
  return typeof token?.sid === "string" ? token.sid : null;
}

/** Who is signed in, read from our own tables on every request: a right taken away is gone at once. */
export const currentSession = cache(async (): Promise<OpenSession | null> => {
  const token = await sessionToken();
  return token ? findSession(tokenHash(token), new Date()) : null;
});

/** The hat in use, if there is one and every factor asked for has been shown. */
export function actorOf(session: OpenSession | null): Actor | null {
  if (!session?.hatId || !session.role || !session.areaId || !session.organisationId) return null;
  if (session.factorLevel < (isDemonstration() ? 1 : 2)) return null;
  const { userId, hatId, role, areaId, organisationId } = session;
  return { userId, hatId, role, areaId, organisationId };
}

export async function requireSession(): Promise<OpenSession> {
  return (await currentSession()) ?? redirect("/sign-in");
}

export async function requireActor(): Promise<Actor> {
  const session = await requireSession();
  const actor = actorOf(session);
  if (actor) return actor;
  const needsFactor = session.factorLevel < 2 && !isDemonstration();
  redirect((needsFactor ? "/sign-in/code" : "/choose-role") as Route);
}
