import { Link } from "@/components/ui/link";
import { SummaryList } from "@/components/ui/summary-list";
import { InsetText } from "@/components/ui/text";
import type { viewAssessment } from "@/lib/assessments/queries";

type Seen = Awaited<ReturnType<typeof viewAssessment>>;

const listed = (names: string[]) => (names.length > 0 ? names.join("; ") : "Nothing");

/** What this version says otherwise than the one before (AF-06). */
export function ChangedSince({ seen, here }: { seen: Seen; here: string }) {
  const { since, before } = seen;
  if (!since || !before) return null;
  return (
    <>
      <h2 className="govuk-heading-m">{`What has changed since version ${before.number}`}</h2>
      <SummaryList
        rows={[
          { key: "Questions", value: listed(since.questions) },
          { key: "Judgements", value: listed(since.judgements) },
          { key: "The whole picture", value: listed(since.blocks) },
        ]}
      />
      <p className="govuk-body">
        <Link href={`${here}/over-time`}>See every version over time</Link>
      </p>
    </>
  );
}

type Needs = { needs: string[]; askHref: string | null };

/** AF-08: a need asks for health to be involved. It is no sign of risk, and looks like none. */
export function HealthNeeds({ needs, askHref }: Needs) {
  if (needs.length === 0) return null;
  return (
    <InsetText>
      <h2 className="govuk-heading-s">Involve a health partner</h2>
      <p className="govuk-body">
        {`A need has been noted: ${needs.join("; ")}. It is a need, and says nothing about risk. Health can say what would help.`}
      </p>
      {askHref && (
        <p className="govuk-body">
          <Link href={askHref}>Ask a health organisation</Link>
        </p>
      )}
    </InsetText>
  );
}
