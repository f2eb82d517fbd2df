"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import { DateField } from "@/components/form/date-field";
import type { Option, Options } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { TextField } from "@/components/form/text-field";
import { panelClosureCodes, pauseReasons, supportClosureCodes } from "@/lib/cases/labels";
import { besideInvestigation } from "@/lib/panels/labels";
import { careAnswers } from "@/lib/support/labels";

const { unsuitable_police_led, consent_refused, ...notAdopted } = panelClosureCodes;
const { consent_withdrawn, moved_area_transferred, ...exits } = supportClosureCodes;

const NextReview = () => <DateField name="nextReviewOn" legend="When is the next review?" />;

/** The question of section 36(6): asked whenever support is not offered, or ends. */
function Care() {
  return (
    <>
      <RadioField
        name="careAnswer"
        legend="Will health or social care help?"
        options={careAnswers}
        small
      />
      <TextAreaField name="careArrangements" label="What was considered or arranged?" rows={3} />
    </>
  );
}

const Why = ({ options }: { options: Options }) => (
  <RadioField name="closureCode" legend="Why?" options={options} small />
);

/** Asked only in an area that allows it: support beside an overt investigation (domain 3.3). */
function BesideInvestigation() {
  return (
    <>
      <p className="govuk-body">
        Where the police investigate openly, support can be offered only when all three are so.
      </p>
      <CheckboxField name="personTold" label={besideInvestigation.personTold} />
      <CheckboxField name="actionTaken" label={besideInvestigation.actionTaken} />
      <CheckboxField name="riskAgreed" label={besideInvestigation.riskAgreed} />
    </>
  );
}

type Props = { outcome: string; exitAssessments: Option[]; isBesideAllowed: boolean };

/** What each outcome asks besides. */
export function OutcomeFields({ outcome, exitAssessments, isBesideAllowed }: Props) {
  switch (outcome) {
    case "adopt":
      return isBesideAllowed ? <BesideInvestigation /> : null;
    case "not_adopt":
      return (
        <>
          <Why options={notAdopted} />
          <TextField
            name="onwardTo"
            label="Which other service is the person told of, if any?"
            hint="It is asked after until it answers."
            optional
          />
          <Care />
        </>
      );
    case "defer":
      return (
        <>
          <TextAreaField
            name="informationGap"
            label="What information is the panel waiting for?"
            rows={3}
          />
          <DateField name="nextMeetingOn" legend="When does the panel meet next on this?" />
          <CheckboxField
            name="chairOverride"
            label="The chair allows a third deferral"
            hint="Only when this case has been deferred twice."
          />
        </>
      );
    case "continue":
      return <NextReview />;
    case "revise_plan":
      return (
        <>
          <TextAreaField name="planChanges" label="What changes in the plan?" />
          <NextReview />
        </>
      );
    case "pause":
      return (
        <>
          <RadioField name="pauseReason" legend="Why?" options={pauseReasons} small />
          <NextReview />
        </>
      );
    case "exit":
      return (
        <>
          <Why options={exits} />
          <RadioField
            name="exitAssessmentId"
            legend="Which is the exit assessment?"
            hint={
              exitAssessments.length === 0
                ? "There is none yet. The coordinator writes one first, unless the person has died."
                : "Not asked if the person has died."
            }
            options={exitAssessments}
            small
          />
          <RadioField
            name="onwardReferral"
            legend="Is the person being referred on?"
            options={[
              {
                value: "yes",
                label: "Yes",
                conditional: <TextField name="onwardTo" label="To which service?" />,
              },
              { value: "no", label: "No" },
            ]}
            small
          />
          <Care />
        </>
      );
    case "transfer":
      return <TextField name="receivingArea" label="Which area will take the case?" />;
    case "new_s36":
      return <TextAreaField name="newConcern" label="What is the new concern?" />;
    default:
      return null;
  }
}
