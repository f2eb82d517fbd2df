import "server-only";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";

import { theSystem } from "@/lib/access/actor";
import { keyedHash, tokenHash } from "@/lib/crypto/vault";
import { findSession } from "@/lib/db/sessions";
import { countTry, forgetTries, type Throttled } from "@/lib/db/throttle";
import { type Context, withActor } from "@/lib/db/with-actor";
import { isDemonstration } from "@/lib/env";
import { type FormAction, type FormErrors, formErrors, readForm } from "@/lib/form-state";
import { deviceOf, rememberDevice } from "@/lib/request/device";
import {
  clearSessionCookie,
  currentSession,
  requireProved,
  requireSession,
  sessionToken,
  setSessionCookie,
} from "@/lib/request/session";
import * as sessions from "@/lib/sessions/commands";
import { proposeFactor } from "@/lib/sessions/factor/commands";
import { findAccount, getSecondsLeft, listHats } from "@/lib/sessions/queries";
import { pauseBefore, safeNext } from "@/lib/sessions/rules";
import { chooseHatSchema, signInSchema } from "@/lib/sessions/schema";

// The front door: the one place where somebody who is not yet anybody may act.

/** The hop nearest to us says where a request came from; the others are hearsay. */
const clientAddress = async (): Promise<string> =>
  (await headers()).get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "unknown";

const wrong = "Enter the email address and password of your account";
export const tooMany = (minutes: number): string =>
  `Too many attempts. Wait ${minutes} ${minutes === 1 ? "minute" : "minutes"}, then try again.`;

/** Takes one of the tries there are; resolves to the minutes to wait if there is none left. */
export async function takeTry(throttled: Throttled): Promise<number> {
  const { minutes, tries } = await countTry(throttled);
  if (minutes === 0) await new Promise((resolve) => setTimeout(resolve, pauseBefore(tries)));
  return minutes;
}

/** What a try is counted against: a device the account knows by itself, any other with its like. */
async function throttledBy(account: string): Promise<Throttled> {
  const device = await deviceOf(account);
  if (device) return { device: `${device}${account}` };
  const address = keyedHash(await clientAddress());
  return { pair: `${account}${address}`, address, account };
}

/** Opens a session and proposes a second factor to those who have none and need one. */
export async function openSession(
  ctx: Context,
  account: { userId: string; factorLevel?: 1 | 2 },
): Promise<string> {
  const { token } = await sessions.openSession(ctx, account);
  if (account.factorLevel !== 2 && !isDemonstration()) await proposeFactor(ctx, account.userId);
  return token;
}

/** Whoever signs in leaves the session this browser had. */
export async function leaveSession(): Promise<void> {
  const token = await sessionToken();
  const left = token && (await findSession(tokenHash(token), new Date()));
  if (left)
    await withActor(theSystem(left.areaId ?? undefined), (ctx) => sessions.endSession(ctx, left));
}

/** Signs in with a password. Wrong names, wrong passwords and disabled accounts are answered alike. */
export const signIn: FormAction = async (previous, formData) => {
  const { key: _, password, ...values } = readForm(formData);
  const comeBack = (errors: FormErrors) => ({ values, errors, attempt: previous.attempt + 1 });
  const parsed = signInSchema.safeParse({ ...values, password });
  if (!parsed.success) return comeBack(formErrors(parsed.error));

  const { email, next } = parsed.data;
  const account = keyedHash(email.toLowerCase());
  const throttled = await throttledBy(account);
  const minutes = await takeTry(throttled);
  if (minutes > 0) return comeBack({ form: [tooMany(minutes)] });

  const { userId, areaId, passwordHash } = await withActor(theSystem(), (ctx) =>
    findAccount(ctx, email),
  );
  const isRight = await sessions.isRightPassword(passwordHash, parsed.data.password);
  if (!userId || !isRight) {
    await withActor(theSystem(areaId), (ctx) => sessions.failSignIn(ctx, email));
    return comeBack({ form: [wrong] });
  }

  const token = await withActor(theSystem(areaId), (ctx) => openSession(ctx, { userId }));
  await leaveSession();
  await forgetTries(throttled);
  await rememberDevice(account);
  await setSessionCookie(token);
  redirect(safeNext(next) as Route);
};

/** Puts on a hat. The page asks again if it is not one's own. */
export const chooseHat: FormAction = async (previous, formData) => {
  const { key: _, ...values } = readForm(formData);
  const session = await requireProved();
  const parsed = chooseHatSchema.safeParse(values);
  const attempt = previous.attempt + 1;
  if (!parsed.success) return { values, errors: formErrors(parsed.error), attempt };
  const isMine = await withActor(theSystem(), async (ctx) => {
    const mine = await listHats(ctx, session.userId);
    if (!mine.some(({ id }) => id === parsed.data.hatId)) return false;
    await sessions.chooseHat(ctx, parsed.data, session);
    return true;
  });
  if (!isMine)
    return { values, errors: { hatId: ["Select which role you are working in"] }, attempt };
  redirect("/home" as Route);
};

export async function signOut(): Promise<void> {
  const session = await currentSession();
  if (session) {
    const system = theSystem(session.areaId ?? undefined);
    await withActor(system, (ctx) => sessions.endSession(ctx, session));
  }
  await clearSessionCookie();
  redirect("/sign-in" as Route);
}

/** Winds the clock of idleness, since somebody is there. */
export async function staySignedIn(): Promise<void> {
  const session = await requireSession();
  await withActor(theSystem(), (ctx) => sessions.staySignedIn(ctx, session));
}

/** What the warning before the end asks for. */
export async function secondsLeft(): Promise<number> {
  const token = await sessionToken();
  return token ? withActor(theSystem(), (ctx) => getSecondsLeft(ctx, token)) : 0;
}

export async function myHats() {
  const { userId } = await requireProved();
  return withActor(theSystem(), (ctx) => listHats(ctx, userId));
}
