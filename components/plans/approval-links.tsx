import { Link } from "@/components/ui/link";

const parts = [
  { path: "/plan/consultation", text: "Consultation and comments" },
  { path: "/plan/equality", text: "Equality impact assessment" },
  { path: "/plan/approval", text: "Approval" },
];

type Props = { planId: string; here: string; isLater: boolean; mayWrite: boolean };

/** The way of a plan from its draft to what is public of it. */
export function ApprovalLinks({ planId, here, isLater, mayWrite }: Props) {
  const all = [
    ...parts,
    ...(isLater ? [{ path: "/plan/consultation/changes", text: "What this version changes" }] : []),
    ...(mayWrite ? [{ path: "/plan/public", text: "Public version" }] : []),
  ];
  return (
    <nav aria-label="From draft to approval" className="app-no-print">
      <ul className="govuk-list">
        {all.map(({ path, text }) => (
          <li key={path}>
            {path === here ? (
              <strong>{text}</strong>
            ) : (
              <Link href={`${path}?plan=${planId}`}>{text}</Link>
            )}
          </li>
        ))}
      </ul>
    </nav>
  );
}
