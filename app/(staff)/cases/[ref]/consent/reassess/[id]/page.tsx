import { PageTitle } from "@/components/ui/page-title";
import { getReassessment } from "@/lib/consent/refusals/queries";
import { load } from "@/lib/request/load";
import { ReassessForm } from "./reassess-form";

type Props = PageProps<"/cases/[ref]/consent/reassess/[id]">;

export default async function ReassessPage({ params }: Props) {
  const { id } = await params;
  const found = await load((ctx) => getReassessment(ctx, id));
  const { reference } = found.case;
  return (
    <>
      <PageTitle>{`Further assessment of ${reference}`}</PageTitle>
      <ReassessForm reassessmentId={found.id} reference={reference} reason={found.reason} />
    </>
  );
}
