import "server-only";

import type { Route } from "next";
import { redirect } from "next/navigation";
import { z } from "zod";

import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken, type Refusal } from "@/lib/errors";
import { type FormAction, type FormState, formErrors, readForm } from "@/lib/form-state";
import { attempt } from "@/lib/request/attempt";
import { once } from "@/lib/request/once";
import { requireActor } from "@/lib/request/session";

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
 * The door for forms, and the only thing a "use server" file exports: sign in, parse, run one
 * command once in one transaction, then go on; or come back with everything that was typed.
 */
export function submit<Schema extends z.ZodType, T>(
  schema: Schema,
  command: Command<Schema, T>,
  next: Next<T>,
): FormAction {
  return async (previous, formData) => {
    const actor = await requireActor();
    const { key, intent: _, ...values } = readForm(formData);
    const comeBack = (problem: Pick<FormState, "errors" | "conflict">): FormState => ({
      values: { ...values, ...(typeof key === "string" && { key }) },
      attempt: previous.attempt + 1,
      ...problem,
    });

    const parsed = await schema.safeParseAsync(values);
    if (!parsed.success) return comeBack({ errors: formErrors(parsed.error) });

    const sent = uuid.safeParse(key).data ?? crypto.randomUUID();
    const done = await attempt(actor, (ctx) =>
      once(ctx, sent, values, () => command(ctx, parsed.data)),
    );
    if (!done.ok) return comeBack(toState(done.refusal));

    redirect(await next(done.value));
  };
}
