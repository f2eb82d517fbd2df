import { Link } from "@/components/ui/link";
import { type ScanState, scanLabels } from "@/lib/attachments/labels";
import { signedFormTitle } from "@/lib/consent/labels";

type Form = { id: string; scan: ScanState | null };

/** The files of a consent that was signed. Each is a document of the case, where it can be saved and replaced. */
export function SignedForms({ forms, reference }: { forms: Form[]; reference: string }) {
  if (forms.length === 0) return "No file yet";
  return (
    <ul className="govuk-list">
      {forms.map(({ id, scan }, index) => (
        <li key={id}>
          <Link href={`/cases/${reference}/documents/${id}`}>
            {index === 0 ? signedFormTitle : `${signedFormTitle}, file ${index + 1}`}
          </Link>{" "}
          <span className="text-secondary">{scan ? scanLabels[scan] : "Removed"}</span>
        </li>
      ))}
    </ul>
  );
}
