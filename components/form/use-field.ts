"use client";

import { useForm } from "./form-context";

type Typed = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

type Registered = Partial<ReturnType<typeof registration>>;

export type Question = {
  name: string;
  hint?: React.ReactNode;
  /** Only outside an ActionForm, which knows the values itself. */
  defaultValue?: string | string[];
  error?: string;
};

/** What every field shares: its value and error, and the ids that tie the parts together. */
export function useField({ name, hint, defaultValue, error: said }: Question) {
  const form = useForm();
  const error = form ? form.errors[name]?.[0] : said;
  const id = name;
  const hintId = hint ? `${id}-hint` : undefined;
  const errorId = error ? `${id}-error` : undefined;
  return {
    id,
    error,
    hintId,
    errorId,
    describedBy: [hintId, errorId].filter(Boolean).join(" ") || undefined,
    initial: form?.state.values[name] ?? defaultValue,
    attempt: form?.state.attempt ?? 0,
    register: (box: string): Registered => (form ? registration(form, box) : {}),
  };
}

/** Ties a box to the form, and keeps what somebody typed before the scripts had arrived. */
function registration({ register }: NonNullable<ReturnType<typeof useForm>>, box: string) {
  const { ref, onChange, onBlur } = register(box);
  return {
    onChange,
    onBlur,
    ref: (element: Typed | null) => {
      const putBack = element && typedEarly(element);
      ref(element);
      if (!putBack) return;
      putBack();
      void onChange({ target: element, type: "change" });
    },
  };
}

function typedEarly(element: Typed): (() => void) | undefined {
  if (element instanceof HTMLSelectElement) {
    const { selectedIndex, options } = element;
    if (selectedIndex < 0 || options[selectedIndex]?.defaultSelected) return;
    if (![...options].some((option) => option.defaultSelected) && selectedIndex === 0) return;
    return () => {
      element.selectedIndex = selectedIndex;
    };
  }
  if (element.type === "checkbox" || element.type === "radio") {
    const { checked, defaultChecked } = element as HTMLInputElement;
    if (checked === defaultChecked) return;
    return () => {
      (element as HTMLInputElement).checked = checked;
    };
  }
  const { value, defaultValue } = element;
  if (element.type === "file" || value === defaultValue) return;
  return () => {
    element.value = value;
  };
}

/** One value for a box that holds one. */
export const single = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value[0] : value;

/** Every value, for a question that takes several. */
export const several = (value: string | string[] | undefined) =>
  Array.isArray(value) ? value : value ? [value] : [];
