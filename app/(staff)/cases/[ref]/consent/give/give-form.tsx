"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import {
  capacityAnswers,
  childAgreements,
  consentAuthorities,
  consentMethods,
} from "@/lib/consent/labels";
import { giveConsentSchema } from "@/lib/consent/schema";
import { supportTypes } from "@/lib/support/labels";
import { giveConsent } from "./actions";

type Props = {
  caseId: string;
  reference: string;
  version: string;
  strand: string;
  /** A signed form that this confirms, and what it says of itself. */
  form?: { formId: string; givenOn: string; givenBy: string };
  isChild: boolean;
  organisations: Option[];
};

const notAChild = { ...childAgreements, not_a_child: "The person is 18 or over" };

/** C-05, in the order in which somebody tells it. */
export function GiveForm(props: Props) {
  const { caseId, reference, version, strand, isChild, organisations, form: handed } = props;
  const { formId, ...said } = handed ?? {};
  const form = useActionForm(giveConsentSchema, giveConsent, { version, ...said });
  return (
    <ActionForm
      form={form}
      submitLabel="Record consent"
      hidden={{ caseId, strand, ...(formId && { formId }) }}
      cancel={<Link href={`/cases/${reference}/consent`}>Cancel and record nothing</Link>}
    >
      <PageHeading caption={reference}>Record consent</PageHeading>
      <DateField name="givenOn" legend="When was consent given?" />
      <RadioField
        name="authority"
        legend="Whose consent is this?"
        hint={
          isChild
            ? "For somebody under 18 a parent, a guardian or the council with parental responsibility consents."
            : "An adult consents for themselves. Nobody else can, unless the law lets them."
        }
        options={consentAuthorities}
        small
      />
      <TextField name="givenBy" label="Who gave it?" />
      <TextField
        name="relationship"
        label="What is their relationship to the person, and how do you know?"
        hint="Leave this empty when the person consents for themselves."
        optional
      />
      <RadioField
        name="childAgreement"
        legend="Does the child agree?"
        options={notAChild}
        small
        lastAfterOr
      />
      <TextAreaField
        name="childWords"
        label="What did the child say?"
        hint="When the child does not agree, or was not asked: what was said, or why not."
        rows={2}
        optional
      />
      <RadioField
        name="capacity"
        legend="Is there any doubt about capacity?"
        options={capacityAnswers}
        small
      />
      <TextField
        name="capacityAssessedBy"
        label="Who assessed capacity?"
        hint="Only when capacity was assessed, under the Mental Capacity Act 2005."
        optional
      />
      <DateField name="capacityAssessedOn" legend="When was capacity assessed?" optional />
      <TextAreaField
        name="bestInterests"
        label="What did the capacity assessment find, and how were best interests decided?"
        hint="Only when capacity was assessed."
        rows={3}
        optional
      />
      <RadioField name="method" legend="How was consent given?" options={consentMethods} small />
      <TextField name="witness" label="Witness" hint="When it was spoken." optional />
      <TextField name="explainedBy" label="Who explained it?" />
      <TextField name="language" label="In which language?" width={20} />
      <TextField name="interpreter" label="Interpreter" optional />
      <TextField
        name="leafletVersion"
        label="Which version of the leaflet were they given?"
        width={10}
      />
      <CheckboxField
        name="supportTypes"
        legend="Which support did they agree to?"
        options={supportTypes}
        small
      />
      <CheckboxField
        name="organisationIds"
        legend="Which organisations did they agree to?"
        options={organisations}
        small
      />
      <CheckboxField
        name="toldOfSharing"
        label="They know that information is shared through the council with the organisations named, the police and the Home Office, and can be disclosed when that is lawful, necessary and proportionate"
      />
      <CheckboxField
        name="toldOfWithdrawal"
        label="They know that they can withdraw at any time, without a reason"
      />
      <CheckboxField name="toldOfComplaints" label="They know how to complain" />
    </ActionForm>
  );
}
