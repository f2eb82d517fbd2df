import "server-only";

import type { Route } from "next";
import { refresh } from "next/cache";
import { headers } from "next/headers";
import { redirect } from "next/navigation";
import { z } from "zod";

import type { Actor } from "@/lib/access/actor";
import { formatTime } from "@/lib/dates";
import { canServe } from "@/lib/db/ready";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken, type Refusal } from "@/lib/errors";
import { type FormAction, type FormState, formErrors, readForm, readKey } from "@/lib/form-state";
import { attempt } from "@/lib/request/attempt";
import { assertSameRole, once } from "@/lib/request/once";
import { actorOf, currentSession, isProved, requireActor } from "@/lib/request/session";

type Command<Schema extends z.ZodType, T> = (ctx: Context, input: z.output<Schema>) => Promise<T>;
type Next<T> = (answer: T) => Route | Promise<Route>;

const uuid = z.uuid();

/** How each refusal comes back to the form: beside the field, side by side, or on top. */
function toState(refusal: Refusal): Pick<FormState, "errors" | "conflict"> {
  if (refusal instanceof FieldsRefused) return { errors: refusal.errors };
  if (refusal instanceof Overtaken) {
    const { savedBy, savedAt, fields } = refusal;
    return { errors: {}, conflict: { savedBy, savedAt, fields } };
  }
  return { errors: { form: [refusal.message] } };
}

/**
 * Who sends a form; or why it cannot be taken just now, said on the page so that nothing typed is
 * lost. Without script there is no page to come back to, and signing in comes first.
 */
async function whoSends(): Promise<Actor | string> {
  if (!(await canServe({ answeredWithin: 1_000 })))
    return "The service cannot save anything just now. What you typed is still here: wait a minute, then try again.";
  if (!(await headers()).has("next-action")) return requireActor();
  const session = await currentSession();
  if (!session || !isProved(session))
    return "You have been signed out. What you typed is still here: sign in again in another tab, then send it from this page.";
  return (
    actorOf(session) ??
    "You are not working in a role just now. What you typed is still here: choose a role in another tab, then send it from this page."
  );
}

/**
 * The door for forms, and the only thing a "use server" file exports: sign in, parse, run one
 * command once in one transaction, then go on; or come back with everything that was typed.
 */
export function submit<Schema extends z.ZodType, T>(
  schema: Schema,
  command: Command<Schema, T>,
  next: Next<T>,
): FormAction {
  return async (previous, formData) => {
    const { key, intent: _, ...values } = readForm(formData);
    const comeBack = (problem: Pick<FormState, "errors" | "conflict">): FormState => ({
      values: { ...values, ...(typeof key === "string" && { key }) },
      attempt: previous.attempt + 1,
      ...problem,
    });
    const actor = await whoSends();
    if (typeof actor === "string") return comeBack({ errors: { form: [actor] } });

    const parsed = await schema.safeParseAsync(values);
    if (!parsed.success) return comeBack({ errors: formErrors(parsed.error) });

    const { hatId, unique } = readKey(key);
    const sent = uuid.safeParse(unique).data ?? crypto.randomUUID();
    const done = await attempt(actor, (ctx) => {
      assertSameRole(ctx, hatId);
      return once(ctx, sent, values, () => command(ctx, parsed.data));
    });
    if (!done.ok) {
      const { refusal } = done;
      if (refusal instanceof Overtaken && refusal.version) values.version = refusal.version;
      return comeBack(toState(refusal));
    }

    const href = await next(done.value);
    refresh(); // what stands around the page, such as the banner of a case, has changed too
    redirect(href);
  };
}

/** A form with a second button, which keeps whatever there is: the button says which door it goes in by. */
export const submitOrKeep =
  (whole: FormAction, asItIs: FormAction): FormAction =>
  async (previous, formData) =>
    formData.has("intent") ? asItIs(previous, formData) : whole(previous, formData);

/**
 * The door for a draft that saves itself while somebody writes. It leads nowhere and never signs
 * anybody in, since either would take away the page they are writing on.
 */
export function autosave<Schema extends z.ZodType>(
  schema: Schema,
  command: Command<Schema, { savedAt: Date }>,
) {
  return async (formData: FormData): Promise<{ savedAt: string } | { failed: true }> => {
    const actor = actorOf(await currentSession());
    const { key: _, intent: __, ...values } = readForm(formData);
    const parsed = await schema.safeParseAsync(values);
    if (!actor || !parsed.success) return { failed: true };
    const done = await attempt(actor, (ctx) => command(ctx, parsed.data));
    return done.ok ? { savedAt: formatTime(done.value.savedAt) } : { failed: true };
  };
}
