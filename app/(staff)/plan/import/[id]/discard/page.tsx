import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { viewImport } from "@/lib/plans/imports/queries";
import { load } from "@/lib/request/load";
import { DiscardForm } from "./discard-form";

export default async function DiscardPage({ params }: PageProps<"/plan/import/[id]/discard">) {
  const { id } = await params;
  const { name, status } = await load((ctx) => viewImport(ctx, id));
  if (status !== "waiting") notFound();
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/import/${id}`}>Back to the import</BackLink>}
    >
      <PageTitle>Throw this file away</PageTitle>
      <DiscardForm importId={id} name={name} />
    </Main>
  );
}
