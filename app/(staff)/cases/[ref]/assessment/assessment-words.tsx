import { SummaryCard } from "@/components/ui/summary-list";
import { Details, Paragraphs } from "@/components/ui/text";
import {
  type Confidence,
  confidences,
  type MandatoryBlock,
  mandatoryBlocks,
} from "@/lib/assessments/labels";
import type { Assessment } from "@/lib/assessments/queries";

type Props = { assessment: Assessment; before: Assessment | null; mayEdit: boolean; here: string };

const none = "Not written yet";

/** A judgement in words on each section, how sure its author is, and what is missing (AF-04). */
export function Sections({ assessment, before, mayEdit, here }: Props) {
  return (
    <>
      <h2 className="govuk-heading-m">Judgement</h2>
      {assessment.framework.sections.map(({ code, name }) => {
        const words = assessment.judgement.sections?.[code];
        const sure = words?.confidence as Confidence | null | undefined;
        return (
          <SummaryCard
            key={code}
            headingLevel={3}
            title={name}
            actions={
              mayEdit
                ? [{ href: `${here}/sections/${code}`, text: words ? "Change" : "Write" }]
                : []
            }
            rows={[
              {
                key: "Judgement",
                value: (
                  <Words
                    now={words?.judgement}
                    before={before?.judgement.sections?.[code]?.judgement}
                  />
                ),
              },
              { key: "How sure the author is", value: sure ? confidences[sure] : none },
              { key: "What is not known", value: <Paragraphs text={words?.gaps} empty={none} /> },
            ]}
          />
        );
      })}
    </>
  );
}

/** What every assessment says, whatever its framework asks (AF-05). */
export function Blocks({ assessment, before, mayEdit, here }: Props) {
  const blocks = Object.entries(mandatoryBlocks) as [MandatoryBlock, string][];
  return (
    <SummaryCard
      title="The whole picture"
      actions={mayEdit ? [{ href: `${here}/words`, text: "Write or change" }] : []}
      rows={blocks.map(([block, label]) => ({
        key: label,
        value: <Words now={assessment.judgement[block]} before={before?.judgement[block]} />,
      }))}
    />
  );
}

type WordsProps = { now?: string | null | undefined; before?: string | null | undefined };

/** What is said now, with what was said before folded under it when the two differ (AF-06). */
function Words({ now, before }: WordsProps) {
  return (
    <>
      <Paragraphs text={now} empty={none} />
      {before && before !== now && (
        <Details summary="What the version before said">
          <Paragraphs text={before} />
        </Details>
      )}
    </>
  );
}
