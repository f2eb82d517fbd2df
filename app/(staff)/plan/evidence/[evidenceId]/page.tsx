import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getEvidence } from "@/lib/plans/evidence/queries";
import { load } from "@/lib/request/load";
import { EvidenceForm } from "./evidence-form";

type Props = PageProps<"/plan/evidence/[evidenceId]">;

export default async function EvidencePage({ params }: Props) {
  const { evidenceId } = await params;
  const { action, ...evidence } = await load((ctx) => getEvidence(ctx, evidenceId));
  const { actionId, reference } = action;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/actions/${actionId}`}>Back to action {reference}</BackLink>}
    >
      <PageTitle>{`Change evidence of action ${reference}`}</PageTitle>
      <EvidenceForm
        evidenceId={evidenceId}
        actionId={actionId}
        reference={reference}
        now={{
          version: `${evidence.version}`,
          title: evidence.title,
          place: evidence.place,
          datedDay: evidence.datedDay,
          benchmark: evidence.benchmark ?? "",
        }}
      />
    </Main>
  );
}
