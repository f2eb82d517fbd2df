import { Details, Paragraphs } from "@/components/ui/text";
import { type Day, formatDay } from "@/lib/dates";

type Terms = {
  id: string;
  number: number;
  bodyText: string;
  adoptedDay: Day;
  adoptedBy: string;
};

/** The terms of reference in force, and every version before them. */
export function TermsList({ terms }: { terms: readonly Terms[] }) {
  const [current, ...earlier] = terms;
  return (
    <section>
      <h2 className="govuk-heading-m">Terms of reference</h2>
      {current ? (
        <>
          <p className="govuk-body">
            Version {current.number}, adopted by {current.adoptedBy} on{" "}
            {formatDay(current.adoptedDay)}.
          </p>
          <Paragraphs text={current.bodyText} />
        </>
      ) : (
        <p className="govuk-body">No terms of reference have been added yet.</p>
      )}
      {earlier.map(({ id, number, bodyText, adoptedBy, adoptedDay }) => (
        <Details
          key={id}
          summary={`Version ${number}, adopted by ${adoptedBy} on ${formatDay(adoptedDay)}`}
        >
          <Paragraphs text={bodyText} />
        </Details>
      ))}
    </section>
  );
}
