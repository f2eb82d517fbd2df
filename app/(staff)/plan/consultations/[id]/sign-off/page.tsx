import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getConsultationToWrite } from "@/lib/consultations/queries";
import { load } from "@/lib/request/load";
import { SignOffForm } from "./sign-off-form";

type Props = PageProps<"/plan/consultations/[id]/sign-off">;

export default async function SignOffPage({ params }: Props) {
  const { id } = await params;
  const { consultation } = await load((ctx) => getConsultationToWrite(ctx, id));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/consultations/${id}`}>Back to the consultation</BackLink>}
    >
      <PageTitle>Record the sign-off</PageTitle>
      <SignOffForm
        consultationId={id}
        title={consultation.title}
        version={`${consultation.version}`}
      />
    </Main>
  );
}
