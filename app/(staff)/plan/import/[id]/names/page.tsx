import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getImportToName } from "@/lib/plans/imports/queries";
import { load } from "@/lib/request/load";
import { NamesForm } from "./names-form";

export default async function NamesPage({ params }: PageProps<"/plan/import/[id]/names">) {
  const { id } = await params;
  const { plan, name, version, choices, unknown, organisations } = await load((ctx) =>
    getImportToName(ctx, id),
  );
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/import/${id}`}>Back to the file</BackLink>}
    >
      <PageTitle>Names that the plan does not know</PageTitle>
      <NamesForm
        importId={id}
        version={`${version}`}
        file={name}
        unknown={unknown.map((one) => ({ ...one, chosen: choices[one.key] ?? "" }))}
        organisations={organisations.map((one) => ({ value: one.id, label: one.name }))}
        themes={plan.themes.map((theme) => ({ value: theme.id, label: theme.title }))}
      />
    </Main>
  );
}
