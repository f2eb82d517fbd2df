import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getConsultationToWrite } from "@/lib/consultations/queries";
import { load } from "@/lib/request/load";
import { SubmitForm } from "./submit-form";

type Props = PageProps<"/plan/consultations/[id]/submit">;

export default async function SubmitPage({ params }: Props) {
  const { id } = await params;
  const { consultation } = await load((ctx) => getConsultationToWrite(ctx, id));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/consultations/${id}`}>Back to the consultation</BackLink>}
    >
      <PageTitle>Record that it was submitted</PageTitle>
      <SubmitForm
        consultationId={id}
        title={consultation.title}
        version={`${consultation.version}`}
      />
    </Main>
  );
}
