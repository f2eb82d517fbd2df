import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getToDeclare } from "@/lib/training/queries";
import { readTrainingAddress } from "@/lib/training/schema";
import { DeclareForm } from "./declare-form";

type Props = PageProps<"/training/requirements/[id]/declare">;

export default async function DeclarePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { organisation: asked } = readTrainingAddress(await searchParams);
  const { requirement, organisations } = await load((ctx) => getToDeclare(ctx, id));
  const { roleGroup, course } = requirement;
  const [only] = organisations;
  const chosen = organisations.length === 1 ? only : organisations.find(({ id }) => id === asked);
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/training/requirements/${id}`}>Back to the requirement</BackLink>}
    >
      <PageTitle>{`Declare figures: ${course.name}`}</PageTitle>
      <DeclareForm
        requirementId={id}
        name={`${roleGroup.name}: ${course.name}`}
        who={roleGroup.who}
        organisations={organisations}
        chosen={chosen}
      />
    </Main>
  );
}
