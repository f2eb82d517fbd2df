import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getConsultationToWrite } from "@/lib/consultations/queries";
import { load } from "@/lib/request/load";
import { QuestionForm } from "./question-form";

type Props = PageProps<"/plan/consultations/[id]/questions/new">;

export default async function NewQuestionPage({ params }: Props) {
  const { id } = await params;
  const { consultation, questions } = await load((ctx) => getConsultationToWrite(ctx, id));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/consultations/${id}`}>Back to the consultation</BackLink>}
    >
      <PageTitle>Add a question</PageTitle>
      <QuestionForm consultationId={id} title={consultation.title} number={questions.length + 1} />
    </Main>
  );
}
