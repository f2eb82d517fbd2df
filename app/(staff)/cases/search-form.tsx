"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { searchCasesSchema } from "@/lib/cases/searches/schema";
import { searchCases } from "./actions";

/** Sent as a form and not as an address: what is looked for may be a name. */
export function SearchForm() {
  const form = useActionForm(searchCasesSchema, searchCases);
  return (
    <search className="app-search">
      <ActionForm form={form} submitLabel="Search">
        <TextField
          name="words"
          label="Search your cases"
          hint="A case reference, or the beginning of a name"
          spellCheck={false}
          autoComplete="off"
          width={20}
        />
      </ActionForm>
    </search>
  );
}
