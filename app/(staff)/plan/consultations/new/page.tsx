import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getConsultationToAdd } from "@/lib/consultations/queries";
import { load } from "@/lib/request/load";
import { NewConsultationForm } from "./new-consultation-form";

export default async function NewConsultationPage() {
  await load(getConsultationToAdd);
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/plan/consultations">Back to responses to consultations</BackLink>}
    >
      <PageTitle>Record a consultation</PageTitle>
      <NewConsultationForm />
    </Main>
  );
}
