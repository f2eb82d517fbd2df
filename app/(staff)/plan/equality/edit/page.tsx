import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getEqualityToWrite } from "@/lib/plans/equality/queries";
import { readEqualityAddress } from "@/lib/plans/equality/schema";
import { load } from "@/lib/request/load";
import { EqualityForm } from "./equality-form";

type Props = PageProps<"/plan/equality/edit">;

export default async function EditEqualityPage({ searchParams }: Props) {
  const { plan: planId } = readEqualityAddress(await searchParams);
  if (!planId) notFound();
  const { plan, latest, open } = await load((ctx) => getEqualityToWrite(ctx, planId));
  const answers = latest && {
    ...{ proposal: latest.proposal, affected: latest.affected, whoAffected: latest.whoAffected },
    ...{ evidence: latest.evidence, effect: latest.effect, mitigation: latest.mitigation },
    cohesion: latest.cohesion,
  };
  const back = `/plan/equality?plan=${planId}`;
  return (
    <Main width="two-thirds" back={<BackLink href={back}>Back to the assessment</BackLink>}>
      <PageTitle>Equality impact assessment: answers</PageTitle>
      <EqualityForm
        planId={planId}
        title={plan.title}
        version={`${open?.version ?? 0}`}
        answers={answers ?? {}}
      />
    </Main>
  );
}
