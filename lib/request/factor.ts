import "server-only";

import type { Route } from "next";
import { cookies } from "next/headers";
import { redirect } from "next/navigation";
import type { z } from "zod";

import { theSystem } from "@/lib/access/actor";
import { seedAddress } from "@/lib/crypto/totp";
import { keyedHash } from "@/lib/crypto/vault";
import type { OpenSession } from "@/lib/db/sessions";
import { forgetTries } from "@/lib/db/throttle";
import { type Context, withActor } from "@/lib/db/with-actor";
import { type FormAction, type FormErrors, formErrors, readForm } from "@/lib/form-state";
import {
  cookieName,
  cookieOptions,
  isProved,
  readSealedCookie,
  requireProved,
  requireSession,
  setSealedCookie,
  setSessionCookie,
} from "@/lib/request/session";
import { takeTry, tooMany } from "@/lib/request/sign-in";
import * as factor from "@/lib/sessions/factor/commands";
import { findFactor } from "@/lib/sessions/factor/queries";
import { codeSchema, recoveryCodeSchema } from "@/lib/sessions/factor/schema";
import { safeNext } from "@/lib/sessions/rules";

const asSystem = <T>({ areaId }: OpenSession, work: (ctx: Context) => Promise<T>) =>
  withActor(theSystem(areaId ?? undefined), work);

type Next = string | undefined;
const on = (next: Next) => redirect(safeNext(next) as Route);
const query = (next: Next) => (next ? `?next=${encodeURIComponent(next)}` : "");

/** The page that asks for a code. Those with no app are sent to set one up; those who have shown it go on. */
export async function askForCode(next: Next): Promise<void> {
  const session = await requireSession();
  if (isProved(session)) on(next);
  const known = await asSystem(session, (ctx) => findFactor(ctx, session.userId));
  if (!known?.isConfirmed) redirect(`/sign-in/set-up${query(next)}` as Route);
}

/** What the page that sets up an app shows. The seed of an app that is set up is never shown again. */
export async function proposedFactor(next: Next): Promise<{ seed: string; address: string }> {
  const session = await requireSession();
  if (isProved(session)) on(next);
  const known = await asSystem(session, (ctx) => findFactor(ctx, session.userId));
  if (known?.isConfirmed) redirect(`/sign-in/code${query(next)}` as Route);
  if (!known) redirect("/sign-in" as Route); // proposed at the next sign-in
  return { seed: known.seed, address: seedAddress(known.seed, session.email) };
}

type Shown = { token: string; recoveryCodes?: string[] } | null;

const codesCookie = () => cookieName("-codes");
const whileTheyAreRead = 15 * 60;

type CodeSchema = z.ZodType<{ next?: Next }>;
type Door<Schema extends CodeSchema> = {
  schema: Schema;
  field: string;
  wrong: string;
  show: (ctx: Context, input: z.output<Schema>, session: OpenSession) => Promise<Shown>;
};

/** The door for a code: ten tries in fifteen minutes, each slower from the fifth. */
function codeDoor<Schema extends CodeSchema>({ schema, field, wrong, show }: Door<Schema>) {
  const door: FormAction = async (previous, formData) => {
    const { key: _, ...values } = readForm(formData);
    const { [field]: __, ...kept } = values; // a code is never sent back
    const comeBack = (errors: FormErrors) => ({
      values: kept,
      errors,
      attempt: previous.attempt + 1,
    });
    const session = await requireSession();
    const parsed = schema.safeParse(values);
    if (!parsed.success) return comeBack(formErrors(parsed.error));

    const throttled = { factor: keyedHash(session.userId) };
    const minutes = await takeTry(throttled);
    if (minutes > 0) return comeBack({ form: [tooMany(minutes)] });
    const shown = await asSystem(session, (ctx) => show(ctx, parsed.data, session));
    if (!shown) return comeBack({ [field]: [wrong] });

    const { next } = parsed.data;
    const { token, recoveryCodes } = shown;
    await forgetTries(throttled);
    await setSessionCookie(token);
    if (!recoveryCodes) return on(next);
    await setSealedCookie(codesCookie(), { recoveryCodes, next }, whileTheyAreRead);
    redirect("/sign-in/recovery-codes" as Route);
  };
  return door;
}

const wrong = "Enter the code that your app shows now. Each code works once.";

export const enterCode = codeDoor({
  schema: codeSchema,
  field: "code",
  wrong,
  show: factor.showCode,
});

export const confirmFactor = codeDoor({
  schema: codeSchema,
  field: "code",
  wrong,
  show: factor.confirmFactor,
});

export const enterRecoveryCode = codeDoor({
  schema: recoveryCodeSchema,
  field: "recoveryCode",
  wrong: "Enter one of your recovery codes that you have not used before",
  show: factor.showRecoveryCode,
});

/** The recovery codes, until somebody says that they have them: only their hashes are kept. */
export async function recoveryCodesToShow(): Promise<string[]> {
  await requireProved();
  const shown = await readSealedCookie(codesCookie());
  if (!Array.isArray(shown?.recoveryCodes)) on(undefined);
  return shown?.recoveryCodes as string[];
}

export async function keepRecoveryCodes(): Promise<void> {
  const shown = await readSealedCookie(codesCookie());
  (await cookies()).set(codesCookie(), "", cookieOptions(0));
  on(typeof shown?.next === "string" ? shown.next : undefined);
}
