import { Details } from "@/components/ui/text";
import { type Found, findingNow, findingsBefore } from "@/lib/information/findings/rules";
import { isDisproved } from "@/lib/information/rules";

/** What has been found of an item, and before: the same wherever the item is shown (IS-10). */
export function Finding({ found }: { found: Found }) {
  const before = findingsBefore(found);
  const now = findingNow(found);
  return (
    <>
      {isDisproved(found) ? <strong className="app-block">{now}</strong> : now}
      {before.length > 0 && (
        <Details summary={`How this was found, and what before (${before.length})`}>
          <ul className="govuk-list">
            {before.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
