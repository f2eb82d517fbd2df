import "server-only";

import type { Route } from "next";
import { headers } from "next/headers";
import { redirect } from "next/navigation";

import { theSystem } from "@/lib/access/actor";
import { keyedHash } from "@/lib/crypto/vault";
import { countFailure, forgetFailures, minutesToWait } from "@/lib/db/throttle";
import { withActor } from "@/lib/db/with-actor";
import { type FormAction, type FormErrors, formErrors, readForm } from "@/lib/form-state";
import {
  clearSessionCookie,
  currentSession,
  requireSession,
  sessionToken,
  setSessionCookie,
} from "@/lib/request/session";
import * as sessions from "@/lib/sessions/commands";
import { getSecondsLeft, listHats } from "@/lib/sessions/queries";
import { safeNext } from "@/lib/sessions/rules";
import { chooseHatSchema, signInSchema } from "@/lib/sessions/schema";

// The front door: the one place where somebody who is not yet anybody may act.

/** The hop nearest to us says where a request came from; the others are hearsay. */
const clientAddress = async (): Promise<string> =>
  (await headers()).get("x-forwarded-for")?.split(",").at(-1)?.trim() ?? "unknown";

const wrong = "Enter the email address and password of your account";

/** Signs in with a password. Wrong names, wrong passwords and disabled accounts are answered alike. */
export const signIn: FormAction = async (previous, formData) => {
  const { key: _, password, ...values } = readForm(formData);
  const comeBack = (errors: FormErrors) => ({ values, errors, attempt: previous.attempt + 1 });
  const parsed = signInSchema.safeParse({ ...values, password });
  if (!parsed.success) return comeBack(formErrors(parsed.error));

  const { email, next } = parsed.data;
  const account = keyedHash(email.toLowerCase());
  const address = keyedHash(await clientAddress());
  const throttled = { pair: `${account}${address}`, address, account };
  const wait = await minutesToWait(throttled);
  if (wait > 0)
    return comeBack({ form: [`Too many attempts. Wait ${wait} minutes, then try again.`] });

  const answer = await withActor(theSystem(), (ctx) => sessions.signIn(ctx, parsed.data));
  if (!answer.isAllowed) {
    await countFailure(throttled);
    return comeBack({ form: [wrong] });
  }
  await forgetFailures({ pair: throttled.pair });
  await setSessionCookie(answer.token);
  redirect(safeNext(next) as Route);
};

/** Puts on a hat. The page asks again if it is not one's own. */
export const chooseHat: FormAction = async (previous, formData) => {
  const { key: _, ...values } = readForm(formData);
  const session = await requireSession();
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
  if (session) await withActor(theSystem(), (ctx) => sessions.endSession(ctx, session.sessionId));
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
  const { userId } = await requireSession();
  return withActor(theSystem(), (ctx) => listHats(ctx, userId));
}
