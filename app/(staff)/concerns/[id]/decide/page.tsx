import type { Route } from "next";
import { redirect } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { viewConcern } from "@/lib/concerns/queries";
import { isOpen } from "@/lib/concerns/rules";
import { load } from "@/lib/request/load";
import { DecideForm } from "./decide-form";

export default async function DecidePage({ params }: PageProps<"/concerns/[id]/decide">) {
  const { id } = await params;
  const { about, status, version, referralId } = await load((ctx) => viewConcern(ctx, id));
  if (!isOpen(status) || referralId) redirect(`/concerns/${id}` as Route);
  return (
    <Main
      back={<BackLink href={`/concerns/${id}`}>Back to the concern</BackLink>}
      width="two-thirds"
    >
      <PageTitle>Decide what to do</PageTitle>
      <DecideForm concernId={id} about={about} version={version} />
    </Main>
  );
}
