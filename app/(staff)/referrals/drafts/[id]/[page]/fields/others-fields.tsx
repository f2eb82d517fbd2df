"use client";

import { useForm } from "@/components/form/form-context";
import { TextField } from "@/components/form/text-field";
import { Details } from "@/components/ui/text";
import { agencyNumbers } from "@/lib/referrals/pages/schema";

/** A fixed number of them, so that the page works without script. */
export function OthersFields() {
  const typed = useForm()?.state.values ?? {};
  const isTyped = (number: number) =>
    Object.entries(typed).some(([name, value]) => name.startsWith(`agency${number}`) && value);
  return agencyNumbers.map((number) => (
    <Details key={number} summary={`Agency ${number}`} isOpen={number === 1 || isTyped(number)}>
      <TextField name={`agency${number}Name`} label="Name of the agency" optional />
      <TextField name={`agency${number}Role`} label="What it does for the person" optional />
      <TextField name={`agency${number}Contact`} label="Whom to contact there" optional />
      <TextField name={`agency${number}Since`} label="Since when" optional />
    </Details>
  ));
}
