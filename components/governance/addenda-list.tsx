import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { dayOf } from "@/lib/dates";

type Addendum = { id: string; text: string; writtenAt: Date };

/** What was said afterwards, beside what stays as it was. */
export function AddendaList({ addenda }: { addenda: readonly Addendum[] }) {
  if (addenda.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Addenda</h2>
      {addenda.map(({ id, text, writtenAt }) => (
        <div key={id}>
          <p className="govuk-body mb-1 font-bold">
            Added on <Time day={dayOf(writtenAt)} />
          </p>
          <Paragraphs text={text} />
        </div>
      ))}
    </section>
  );
}
