"use client";

import { CheckboxField } from "@/components/form/checkbox-field";
import type { Option } from "@/components/form/options";
import { RadioField } from "@/components/form/radio-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { PageHeading } from "@/components/ui/page-heading";
import { InsetText, Paragraphs } from "@/components/ui/text";
import { type Factor, factorAnswers } from "@/lib/assessments/labels";

type Props = { caption: string; asked: Factor; evidence: Option[] };

/** One question as an assessor meets it: what it means, what it takes to say so, and the answer. */
export function AnswerFields({ caption, asked, evidence }: Props) {
  const { name, guidance, evidence: needed, partlyNeedsEvidence, isHealth } = asked;
  return (
    <>
      <PageHeading caption={caption}>{name}</PageHeading>
      {guidance && <Paragraphs text={guidance} />}
      {needed && (
        <>
          <h2 className="govuk-heading-s">What this needs to rest on</h2>
          <Paragraphs text={needed} />
        </>
      )}
      {isHealth && (
        <InsetText>
          Mental health and neurodiversity are needs. What you answer here says nothing of risk. If
          there is such a need, ask health to be involved.
        </InsetText>
      )}
      <RadioField
        name="answer"
        legend="Is this present?"
        hint="Not known is an answer, and it is never counted as present."
        options={factorAnswers}
      />
      {evidence.length > 0 ? (
        <CheckboxField
          name="evidence"
          legend="Which information does this rest on?"
          hint={
            partlyNeedsEvidence
              ? "Present and partly present need at least one."
              : "Present needs at least one."
          }
          options={evidence}
          small
        />
      ) : (
        <p className="govuk-body">
          There is no information on this case to rest an answer on yet, so nothing can be said to
          be present.
        </p>
      )}
      <TextAreaField name="note" label="Note" optional />
    </>
  );
}
