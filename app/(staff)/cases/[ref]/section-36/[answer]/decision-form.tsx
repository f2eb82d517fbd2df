"use client";

import type { ReactNode } from "react";
import { LookAgainFields } from "@/components/cases/look-again-fields";
import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { SignpostFields } from "@/components/support/signpost-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { gatewayClosureCodes } from "@/lib/cases/labels";
import { decideSection36Schema } from "@/lib/cases/section-36/schema";
import { section36Labels } from "@/lib/referrals/labels";
import { decideSection36 } from "../actions";

const { police_investigation: _, ...closureCodes } = gatewayClosureCodes;

type Props = {
  caseId: string;
  reference: string;
  answer: "yes" | "no";
  before: Option[];
  children: ReactNode;
};

/** Each answer has a page of its own, and both ask for the reasons both ways. */
export function DecisionForm({ caseId, reference, answer, before, children }: Props) {
  const form = useActionForm(decideSection36Schema, decideSection36, { caseId, decision: answer });
  return (
    <div className="app-reading">
      <ActionForm
        form={form}
        hidden={{ caseId, decision: answer }}
        submitLabel={answer === "yes" ? "Refer to the panel" : "Record and close the case"}
        cancel={<Link href={`/cases/${reference}/section-36`}>Cancel and decide nothing</Link>}
      >
        <PageHeading caption={reference}>{section36Labels[answer]}</PageHeading>
        {children}
        <TextAreaField
          name="reasonsFor"
          label="Reasons for referring the person to the panel"
          hint="The person may ask to see these. At least 50 characters."
          rows={6}
        />
        <TextAreaField
          name="reasonsAgainst"
          label="Reasons against referring the person to the panel"
          hint="At least 50 characters."
          rows={6}
        />
        {answer === "yes" ? (
          <CheckboxField
            name="statement"
            label="There are reasonable grounds to believe that this person is susceptible to being drawn into terrorism"
          />
        ) : (
          <>
            <RadioField
              name="closureCode"
              legend="Why is this being closed?"
              options={closureCodes}
            />
            <SignpostFields control={form.control} />
            <LookAgainFields before={before} />
          </>
        )}
      </ActionForm>
    </div>
  );
}
