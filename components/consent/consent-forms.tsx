import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { type FormState, formStates } from "@/lib/consent/labels";
import type { Day } from "@/lib/dates";

export type ShownForm = {
  id: string;
  signedOn: Day;
  givenBy: string;
  note: string | null;
  handedAt: Date;
  state: string;
  returnReason: string | null;
  handedByHat?: { user: { name: string }; organisation: { name: string } };
};

/** Signed forms that mentors brought. With a reference, those that wait lead to whoever settles them. */
export function ConsentForms({ forms, reference }: { forms: ShownForm[]; reference?: string }) {
  if (forms.length === 0) return null;
  return (
    <Table
      caption="Signed forms that were handed over"
      columns={[
        { text: "Signed" },
        { text: "By" },
        { text: "Handed over" },
        { text: "How it stands" },
      ]}
      isWide={false}
      rows={forms.map((form) => ({
        key: form.id,
        cells: [
          <Time key="signed" day={form.signedOn} short />,
          <div key="by">
            {form.givenBy}
            {form.note && <div className="text-secondary">{form.note}</div>}
          </div>,
          <div key="handed">
            <Time at={form.handedAt} short />
            {form.handedByHat && (
              <div className="text-secondary">
                {form.handedByHat.user.name}, {form.handedByHat.organisation.name}
              </div>
            )}
          </div>,
          <Standing key="state" form={form} reference={reference} />,
        ],
      }))}
    />
  );
}

function Standing({ form, reference }: { form: ShownForm; reference: string | undefined }) {
  if (form.state === "waiting" && reference) {
    return <Link href={`/cases/${reference}/consent/forms/${form.id}`}>Confirm or hand back</Link>;
  }
  return (
    <>
      {formStates[form.state as FormState]}
      {form.returnReason && <div className="text-secondary">{form.returnReason}</div>}
    </>
  );
}
