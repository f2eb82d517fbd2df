import { Link } from "@/components/ui/link";

type Reason = { id: string; path: string; reference: string; title: string };

/** Why an action is in the plan: the risks it answers, and the recommendations it came of. */
export function ReasonsList({ reasons }: { reasons: readonly Reason[] }) {
  if (reasons.length === 0) return null;
  return (
    <section>
      <h2 className="govuk-heading-m">Why it is in the plan</h2>
      <ul className="govuk-list">
        {reasons.map(({ id, path, reference, title }) => (
          <li key={id}>
            <Link href={path}>
              {reference}: {title}
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
