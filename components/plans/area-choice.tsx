import { Link } from "@/components/ui/link";

type Props = {
  path: string;
  planId: string;
  areas: { id: string; name: string }[];
  chosen: string | undefined;
};

/** Of a plan for several areas: all of it, or what is for one of them (3.5). */
export function AreaChoice({ path, planId, areas, chosen }: Props) {
  if (areas.length < 2) return null;
  const choices = [{ id: "", name: "All areas" }, ...areas];
  return (
    <nav aria-label="Area" className="govuk-body app-no-print">
      {"Area: "}
      {choices.map(({ id, name }, index) => (
        <span key={id}>
          {index > 0 && " | "}
          {(chosen ?? "") === id ? (
            <strong>{name}</strong>
          ) : (
            <Link href={`${path}?plan=${planId}${id && `&area=${id}`}`}>{name}</Link>
          )}
        </span>
      ))}
    </nav>
  );
}
