import { LinkButton } from "@/components/form/button";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Time } from "@/components/ui/time";
import { getForm } from "@/lib/consent/forms/queries";
import { load } from "@/lib/request/load";
import { ReturnFormForm } from "./return-form";

type Props = PageProps<"/cases/[ref]/consent/forms/[formId]">;

export default async function FormPage({ params }: Props) {
  const { formId } = await params;
  const form = await load((ctx) => getForm(ctx, formId));
  const { reference } = form.case;
  const isWaiting = form.state === "waiting";
  return (
    <>
      <PageTitle>{`Signed form on ${reference}`}</PageTitle>
      <PageHeading caption={reference}>A signed form from the mentor</PageHeading>
      <SummaryList
        rows={[
          { key: "Signed on", value: <Time day={form.signedOn} /> },
          { key: "Signed by", value: form.givenBy },
          { key: "Note", value: form.note ?? "None" },
        ]}
      />
      {isWaiting ? (
        <>
          <p className="govuk-body">
            This is no consent yet. Read the form and record what it says, or hand it back.
          </p>
          <LinkButton href={`/cases/${reference}/consent/give?form=${form.id}`}>
            Record consent from this form
          </LinkButton>
          <ReturnFormForm formId={form.id} reference={reference} />
        </>
      ) : (
        <p className="govuk-body">This form has been settled already.</p>
      )}
    </>
  );
}
