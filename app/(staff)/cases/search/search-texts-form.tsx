"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { searchTextsSchema } from "@/lib/cases/texts/schema";
import { searchTexts } from "./actions";

/** Sent as a form and not as an address: what is looked for may be about somebody. */
export function SearchTextsForm({ words }: { words: string | null }) {
  const form = useActionForm(searchTextsSchema, searchTexts, words ? { words } : {});
  return (
    <search className="app-search">
      <ActionForm form={form} submitLabel="Search">
        <TextField
          name="words"
          label="What are you looking for?"
          hint="Words that all have to be there, a “phrase” in double quotes, or a word to leave out after a minus sign"
          autoComplete="off"
        />
      </ActionForm>
    </search>
  );
}
