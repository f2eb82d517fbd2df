import { Contributions } from "@/components/consultations/question-list";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { stanceLabels } from "@/lib/consultations/labels";
import { getQuestionToDraft } from "@/lib/consultations/queries";
import { load } from "@/lib/request/load";
import { DraftForm } from "./draft-form";

type Props = PageProps<"/plan/consultations/questions/[question]">;

export default async function DraftPage({ params }: Props) {
  const { question: questionId } = await params;
  const { consultation, question, answers } = await load((ctx) =>
    getQuestionToDraft(ctx, questionId),
  );
  const { own, no_answer, ...ofRegion } = stanceLabels;
  return (
    <Main
      width="two-thirds"
      back={
        <BackLink href={`/plan/consultations/${consultation.id}`}>
          Back to the consultation
        </BackLink>
      }
    >
      <PageTitle>{`Draft the answer to question ${question.number}`}</PageTitle>
      <DraftForm
        questionId={questionId}
        number={question.number}
        text={question.text}
        consultationId={consultation.id}
        wasSigned={consultation.status === "signed_off"}
        stances={consultation.regionalBody ? { own, ...ofRegion, no_answer } : { own, no_answer }}
        values={{
          stance: question.stance ?? "",
          draft: question.draft,
          version: `${question.version}`,
        }}
      />
      <Contributions answers={answers} />
    </Main>
  );
}
