import type { Route } from "next";
import { redirect } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { viewConcern } from "@/lib/concerns/queries";
import { isOpen } from "@/lib/concerns/rules";
import { load } from "@/lib/request/load";
import { CheckForm } from "./check-form";

export default async function CheckPage({ params }: PageProps<"/concerns/[id]/check">) {
  const { id } = await params;
  const { about, status } = await load((ctx) => viewConcern(ctx, id));
  if (!isOpen(status)) redirect(`/concerns/${id}` as Route);
  return (
    <Main
      back={<BackLink href={`/concerns/${id}`}>Back to the concern</BackLink>}
      width="two-thirds"
    >
      <PageTitle>Record a check</PageTitle>
      <CheckForm concernId={id} about={about} />
    </Main>
  );
}
