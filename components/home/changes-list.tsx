import { Link } from "@/components/ui/link";
import { Time } from "@/components/ui/time";

type Change = { text: string; path: string; said: string; at: Date };

/** What moved while the reader was away. Nothing on the first visit, when all of it is new. */
export function ChangesList({ changes, since }: { changes: Change[]; since: Date | null }) {
  if (!since) return null;
  return (
    <>
      <h2 className="govuk-heading-m">Changed since you looked</h2>
      <p className="govuk-body-s text-secondary">
        You looked on <Time at={since} />.
      </p>
      {changes.length === 0 ? (
        <p className="govuk-body">Nothing has changed.</p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {changes.map(({ text, path, said, at }) => (
            <li key={`${path} ${at.toISOString()}`}>
              <Link href={path}>{text}</Link>: {said}
              <br />
              <span className="govuk-body-s text-secondary">
                <Time at={at} />
              </span>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
