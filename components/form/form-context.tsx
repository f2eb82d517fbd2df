"use client";

import { createContext, type ReactNode, useContext } from "react";

import type { ActionFormState } from "./use-action-form";

const FormContext = createContext<ActionFormState | null>(null);

export function FormProvider({ form, children }: { form: ActionFormState; children: ReactNode }) {
  return <FormContext value={form}>{children}</FormContext>;
}

/** The form around a field. Null in a plain GET form, such as a list's filters. */
export const useForm = () => useContext(FormContext);
