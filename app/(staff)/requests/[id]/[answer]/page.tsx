import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { InsetText, Paragraphs } from "@/components/ui/text";
import { viewRequestToAnswer } from "@/lib/information/answers/queries";
import { answerLabels } from "@/lib/information/labels";
import { answersTo } from "@/lib/information/rules";
import { load } from "@/lib/request/load";
import { AnswerForm } from "./answer-form";

export default async function AnswerPage({ params }: PageProps<"/requests/[id]/[answer]">) {
  const { id, answer: chosen } = await params;
  const request = await load((ctx) => viewRequestToAnswer(ctx, id));
  const answer = answersTo(request.state).find((one) => one === chosen);
  if (!answer) notFound();
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/requests/${id}`}>Back to the request</BackLink>}
    >
      <PageTitle>{`${answerLabels[answer]}: request ${request.reference}`}</PageTitle>
      <AnswerForm
        requestId={id}
        reference={request.reference}
        answer={answer}
        partners={request.partners}
      >
        <InsetText>
          <Paragraphs text={request.question} />
        </InsetText>
      </AnswerForm>
    </Main>
  );
}
