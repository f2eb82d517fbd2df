"use client";

import type { ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { useHydrated } from "@/components/ui/use-hydrated";

import { useForm } from "./form-context";
import type { ActionFormState } from "./use-action-form";
import { several } from "./use-field";

type Props = {
  kind: "radios" | "checkboxes";
  name: string;
  value: string;
  id: string;
  children: ReactNode;
};

/**
 * A question that hangs from one answer. Without script it is always there; with script it is
 * there, and sent, only while its answer is chosen.
 */
export function Conditional(props: Props) {
  const form = useForm();
  return form ? <Watched form={form} {...props} /> : <Reveal isShown {...props} />;
}

function Watched({ form, ...props }: Props & { form: ActionFormState }) {
  const chosen = useWatch({ control: form.control, name: props.name });
  return <Reveal isShown={several(chosen || undefined).includes(props.value)} {...props} />;
}

function Reveal({ kind, id, isShown, children }: Props & { isShown: boolean }) {
  const isHydrated = useHydrated();
  const hidden = isShown ? "" : ` govuk-${kind}__conditional--hidden`;
  return (
    <div className={`govuk-${kind}__conditional${hidden}`} id={id}>
      {(isShown || !isHydrated) && children}
    </div>
  );
}
