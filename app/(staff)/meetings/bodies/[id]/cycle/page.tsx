import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getBody } from "@/lib/governance/bodies/queries";
import { frequencyLabels } from "@/lib/governance/labels";
import { load } from "@/lib/request/load";
import { CycleForm } from "./cycle-form";

export default async function CyclePage({ params }: PageProps<"/meetings/bodies/[id]/cycle">) {
  const { id } = await params;
  const { name, frequency } = await load((ctx) => getBody(ctx, id, "body:write"));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/bodies/${id}`}>Back to {name}</BackLink>}
    >
      <PageTitle>{`Call meetings of ${name}`}</PageTitle>
      <CycleForm bodyId={id} name={name} often={frequencyLabels[frequency].toLowerCase()} />
    </Main>
  );
}
