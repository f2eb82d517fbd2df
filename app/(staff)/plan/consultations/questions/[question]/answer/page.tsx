import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getQuestionToAnswer } from "@/lib/consultations/queries";
import { load } from "@/lib/request/load";
import { AnswerForm } from "./answer-form";

type Props = PageProps<"/plan/consultations/questions/[question]/answer">;

export default async function AnswerPage({ params }: Props) {
  const { question: questionId } = await params;
  const { consultation, question, mine } = await load((ctx) =>
    getQuestionToAnswer(ctx, questionId),
  );
  return (
    <Main
      width="two-thirds"
      back={
        <BackLink href={`/plan/consultations/${consultation.id}`}>
          Back to the consultation
        </BackLink>
      }
    >
      <PageTitle>{`Contribute to question ${question.number}`}</PageTitle>
      <AnswerForm
        questionId={questionId}
        consultationId={consultation.id}
        number={question.number}
        text={question.text}
        values={{ body: mine }}
      />
    </Main>
  );
}
