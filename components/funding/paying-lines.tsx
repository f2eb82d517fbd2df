import { Link } from "@/components/ui/link";

type Line = { id: string; name: string };
type Props = { lines: readonly Line[]; fundHref?: string | undefined };

/** Which lines pay for an action, for those who may see money. */
export function PayingLines({ lines, fundHref }: Props) {
  if (lines.length === 0 && !fundHref) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">What pays for it</h2>
      {lines.length === 0 && <p className="govuk-body">No funding line has been chosen.</p>}
      <ul className="govuk-list">
        {lines.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/plan/funding/lines/${id}`}>{name}</Link>
          </li>
        ))}
      </ul>
      {fundHref && (
        <p className="govuk-body app-no-print">
          <Link href={fundHref}>Choose the lines that pay for it</Link>
        </p>
      )}
    </section>
  );
}
