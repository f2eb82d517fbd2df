import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Paragraphs } from "@/components/ui/text";
import type { KeptFramework } from "@/lib/assessments/frameworks/queries";
import { MoveButtons } from "./move-buttons";

type Part = KeptFramework["factors"][number];
type Props = { framework: KeptFramework; section: KeptFramework["sections"][number]; at: number };

/** A section with what it asks, in the order in which it is asked. */
export function Section({ framework, section, at }: Props) {
  const { id, status, sections, factors } = framework;
  const here = `/admin/forms/${id}`;
  const isDraft = status === "draft";
  const asked = factors.filter(({ sectionId }) => sectionId === section.id);
  return (
    <section aria-labelledby={section.id}>
      <h2 className="govuk-heading-m" id={section.id}>
        {at + 1}. {section.name}
      </h2>
      {section.guidance && <Paragraphs text={section.guidance} />}
      {isDraft && (
        <div className="app-row govuk-body">
          <Link href={`${here}/sections/${section.id}`}>
            Change section<span className="govuk-visually-hidden"> {section.name}</span>
          </Link>
          <MoveButtons partId={section.id} name={section.name} at={at} of={sections.length} />
        </div>
      )}
      <Table
        caption={`What is asked under ${section.name}`}
        isCaptionHidden
        columns={[
          { text: "Question" },
          { text: "What it rests on" },
          ...(isDraft ? [{ text: "Change and order", isHidden: true }] : []),
        ]}
        rows={asked.map((factor, place) => ({
          key: factor.id,
          cells: [
            <Question key="question" factor={factor} place={place} />,
            <Rests key="rests" factor={factor} />,
            ...(isDraft
              ? [
                  <div key="change" className="app-row">
                    <Link href={`${here}/factors/${factor.id}`}>
                      Change<span className="govuk-visually-hidden">: {factor.name}</span>
                    </Link>
                    <MoveButtons
                      partId={factor.id}
                      name={factor.name}
                      at={place}
                      of={asked.length}
                    />
                  </div>,
                ]
              : []),
          ],
        }))}
        empty="Nothing is asked here: the assessor writes a judgement under this heading."
      />
      {isDraft && (
        <p className="govuk-body">
          <Link href={`${here}/sections/${section.id}/add`}>
            Add a question<span className="govuk-visually-hidden"> to {section.name}</span>
          </Link>
        </p>
      )}
    </section>
  );
}

function Question({ factor, place }: { factor: Part; place: number }) {
  const { name, guidance, isHealth } = factor;
  return (
    <>
      {place + 1}. {name}
      {guidance && <Paragraphs text={guidance} />}
      {isHealth && <p className="govuk-body text-secondary">A health need: health is involved</p>}
    </>
  );
}

function Rests({ factor: { evidence, partlyNeedsEvidence } }: { factor: Part }) {
  return (
    <>
      {evidence && <Paragraphs text={evidence} />}
      {partlyNeedsEvidence ? "Evidence for present and partly present" : "Evidence for present"}
    </>
  );
}
