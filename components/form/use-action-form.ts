"use client";

import { useActionState, useRef, useState, useTransition } from "react";
import { useForm } from "react-hook-form";
import type { z } from "zod";
import {
  type FormAction,
  type FormErrors,
  type FormValues,
  formErrors,
  keyFor,
  readForm,
} from "@/lib/form-state";
import { useWornRole } from "./worn-role";

/** What travels with a form and is no answer to a question: the door takes it off before the schema. */
const envelope = ["key", "intent"];

/**
 * A form whose rules are one schema, checked here for speed and on the server for truth. It has a
 * server action from the start, so it works before and without script; nothing typed is ever lost.
 * Defaults may carry `version` (the row that was read) and `key` (else one is made).
 * `form.control` is for useWatch, when one answer decides what is asked next.
 */
export function useActionForm(schema: z.ZodType, action: FormAction, defaults: FormValues = {}) {
  const [state, send, isSending] = useActionState(action, {
    values: defaults,
    errors: {},
    attempt: 0,
  });
  const [isStarting, startSending] = useTransition();
  const [refused, setRefused] = useState<{ errors: FormErrors; attempt: number }>();
  const worn = useWornRole();
  const [key] = useState(() => keyFor(worn, crypto.randomUUID()));
  const element = useRef<HTMLFormElement>(null);
  const { control, register, setValue } = useForm<FormValues>({ defaultValues: state.values });

  const pending = isSending || isStarting;
  const isRefusedHere = refused !== undefined && refused.attempt === state.attempt;
  const errors = isRefusedHere ? refused.errors : state.errors;

  const onSubmit = async (event: React.SubmitEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const data = new FormData(event.currentTarget, event.nativeEvent.submitter);
    const isSavedAsItIs = data.has("intent");
    const found = isSavedAsItIs ? {} : await refusals(schema, readForm(data));
    setRefused(
      Object.keys(found).length > 0 ? { errors: found, attempt: state.attempt } : undefined,
    );
    if (Object.keys(found).length === 0) startSending(() => send(data));
  };

  return {
    control,
    register,
    setValue,
    state,
    errors,
    pending,
    key: typeof state.values.key === "string" ? state.values.key : key,
    formProps: { ref: element, action: send, onSubmit, noValidate: true },
  };
}

export type ActionFormState = ReturnType<typeof useActionForm>;

async function refusals(schema: z.ZodType, typed: FormValues): Promise<FormErrors> {
  const answers = Object.entries(typed).filter(([name]) => !envelope.includes(name));
  const parsed = await schema.safeParseAsync(Object.fromEntries(answers));
  if (parsed.success) return {};
  // A field that the schema does not know is for the server to refuse, not for a person to mend.
  return formErrors({
    issues: parsed.error.issues.filter(({ code }) => code !== "unrecognized_keys"),
  });
}
