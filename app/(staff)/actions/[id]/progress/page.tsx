import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { viewAction } from "@/lib/tracker/queries";
import { ProgressForm } from "./progress-form";

export default async function ProgressPage({ params }: PageProps<"/actions/[id]/progress">) {
  const { id } = await params;
  const action = await load((ctx) => viewAction(ctx, id));
  if (!action.mayUpdate || action.planId) notFound();
  const { title, parent, status, note, version } = action;
  return (
    <Main width="two-thirds" back={<BackLink href={`/actions/${id}`}>Back to the action</BackLink>}>
      <PageTitle>{`Say how far it has got, ${parent}`}</PageTitle>
      <ProgressForm
        actionId={id}
        caption={parent}
        title={title}
        now={{ version: `${version}`, status, note: note ?? "" }}
      />
    </Main>
  );
}
