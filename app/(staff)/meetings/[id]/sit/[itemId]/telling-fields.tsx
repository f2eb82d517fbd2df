"use client";

import { useWatch } from "react-hook-form";

import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import type { ActionFormState } from "@/components/form/use-action-form";
import { tellers } from "@/lib/panels/labels";

type Props = Pick<ActionFormState, "control"> & { isChild: boolean };

/** TR-02: somebody tells the person, or the panel says why nobody does yet. */
export function TellingFields({ control, isChild }: Props) {
  const toldBy = useWatch({ control, name: "toldBy" });
  return (
    <>
      <RadioField
        name="toldBy"
        legend={isChild ? "Who tells the child and their parent?" : "Who tells the person?"}
        options={tellers}
        small
      />
      {toldBy === "nobody_yet" ? (
        <TextAreaField name="notTold" label="Why is the person not told yet?" rows={3} />
      ) : (
        toldBy && <DateField name="tellOn" legend="When are they told?" />
      )}
    </>
  );
}
