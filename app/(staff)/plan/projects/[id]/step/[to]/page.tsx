import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { stepLabels } from "@/lib/projects/labels";
import { getProject } from "@/lib/projects/queries";
import { isStep, stepsOf } from "@/lib/projects/rules";
import { load } from "@/lib/request/load";
import { BidForm, DecisionForm } from "./bid-forms";
import { DeliveryForm } from "./delivery-form";
import { CloseForm, EvaluationForm, WithdrawForm } from "./ending-forms";
import { AnswerForm, OutlineForm } from "./outline-forms";

const forms = {
  outline: OutlineForm,
  answer: AnswerForm,
  bid: BidForm,
  decision: DecisionForm,
  delivery: DeliveryForm,
  evaluation: EvaluationForm,
  close: CloseForm,
  withdraw: WithdrawForm,
};

type Props = PageProps<"/plan/projects/[id]/step/[to]">;

export default async function StepPage({ params }: Props) {
  const { id, to } = await params;
  if (!isStep(to)) notFound();
  const project = await load((ctx) => getProject(ctx, id, "project:write"));
  const { reference, title, version } = project;
  const Form = forms[to];
  const caption = `${reference}: ${title}`;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/projects/${id}`}>Back to {reference}</BackLink>}
    >
      <PageTitle>{`${stepLabels[to]}: ${reference}`}</PageTitle>
      {stepsOf(project).includes(to) ? (
        <Form projectId={id} reference={reference} caption={caption} version={`${version}`} />
      ) : (
        <>
          <PageHeading caption={caption}>{stepLabels[to]}</PageHeading>
          <p className="govuk-body">This is not its next step now.</p>
        </>
      )}
    </Main>
  );
}
