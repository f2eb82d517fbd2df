import { Link } from "@/components/ui/link";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";

type Summary = {
  id: string;
  number: number;
  body: string;
  writtenAt: Date;
  clearedBy: string | null;
  clearedDay: string | null;
};

type Props = { summaries: readonly Summary[]; mayKeep: boolean };

/** CT-01: what is said of an edition in local words. What waits to be cleared is shown to its keeper alone. */
export function ProfileSummaries({ summaries, mayKeep }: Props) {
  return (
    <section>
      <h2 className="govuk-heading-m">Summary</h2>
      {summaries.length === 0 && (
        <p className="govuk-body">There is no summary that has been cleared yet.</p>
      )}
      {summaries.map(({ id, number, body, writtenAt, clearedBy, clearedDay }) => (
        <article key={id}>
          <h3 className="govuk-heading-s">Version {number}</h3>
          <Paragraphs text={body} />
          {clearedDay ? (
            <p className="govuk-body-s text-secondary">
              Cleared by {clearedBy} on <Time day={clearedDay} />
            </p>
          ) : (
            <p className="govuk-body-s text-secondary">
              Written on <Time at={writtenAt} />. It waits to be cleared, and only the co-ordinators
              of this area read it.{" "}
              {mayKeep && (
                <Link href={`/plan/profile/summaries/${id}`}>
                  Record that version {number} was cleared
                </Link>
              )}
            </p>
          )}
        </article>
      ))}
    </section>
  );
}
