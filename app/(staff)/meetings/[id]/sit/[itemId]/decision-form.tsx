"use client";

import type { ReactNode } from "react";
import { useWatch } from "react-hook-form";
import { LookAgainFields } from "@/components/cases/look-again-fields";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import type { FormValues } from "@/lib/form-state";
import { looksAgain } from "@/lib/panels/rules";
import { recordDecisionSchema } from "@/lib/panels/schema";
import { autosaveDecision, recordDecision } from "./actions";
import { OutcomeFields } from "./outcome-fields";
import { TellingFields } from "./telling-fields";
import { VoteFields } from "./vote-fields";

type Props = {
  itemId: string;
  /** What this chair had typed before the page was last left, or the connection last lost. */
  draft: FormValues;
  isChild: boolean;
  outcomes: Option[];
  information: Option[];
  exitAssessments: Option[];
  before: Option[];
  isBesideAllowed: boolean;
  children: ReactNode;
};

/** Nothing is chosen beforehand, and saying no asks for more than saying yes. */
export function DecisionForm({ itemId, draft, outcomes, children, ...choices }: Props) {
  const form = useActionForm(recordDecisionSchema, recordDecision, draft);
  const outcome = useWatch({ control: form.control, name: "outcome" });
  const isDecision = Boolean(outcome) && outcome !== "discussed_only";
  return (
    <ActionForm
      form={form}
      submitLabel="Record decision"
      hidden={{ itemId }}
      autosave={autosaveDecision}
    >
      {children}
      <RadioField
        name="outcome"
        legend="What did the panel decide?"
        legendSize="m"
        options={outcomes}
      />
      <OutcomeFields
        outcome={`${outcome ?? ""}`}
        exitAssessments={choices.exitAssessments}
        isBesideAllowed={choices.isBesideAllowed}
      />
      {looksAgain.some((one) => one === outcome) && <LookAgainFields before={choices.before} />}
      {isDecision && choices.information.length > 0 && (
        <CheckboxField
          name="informationConsidered"
          legend="Which information did the panel consider?"
          options={choices.information}
          optional
          small
        />
      )}
      {isDecision && (
        <TextAreaField
          name="optionsConsidered"
          label="Which options did the panel consider?"
          hint="Include help outside Channel, and doing nothing."
        />
      )}
      <TextAreaField name="reasons" label="Reasons" hint="The person may ask to see these." />
      {isDecision && <VoteFields control={form.control} />}
      {isDecision && <TellingFields control={form.control} isChild={choices.isChild} />}
    </ActionForm>
  );
}
