import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getMaterial } from "@/lib/training/sessions/queries";
import { WithdrawMaterialForm } from "./withdraw-material-form";

type Props = PageProps<"/training/materials/[materialId]">;

export default async function WithdrawMaterialPage({ params }: Props) {
  const { materialId } = await params;
  const { title, session, withdrawnBecause } = await load((ctx) => getMaterial(ctx, materialId));
  const back = `/training/sessions/${session.id}`;
  return (
    <Main width="two-thirds" back={<BackLink href={back}>Back to the session</BackLink>}>
      <PageTitle>Take back material</PageTitle>
      {withdrawnBecause ? (
        <>
          <PageHeading caption={session.title}>{title}</PageHeading>
          <p className="govuk-body">This was taken back: {withdrawnBecause}</p>
        </>
      ) : (
        <WithdrawMaterialForm
          materialId={materialId}
          title={title}
          caption={session.title}
          back={back}
        />
      )}
    </Main>
  );
}
