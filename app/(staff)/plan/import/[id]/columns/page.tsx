import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getImportToMap } from "@/lib/plans/imports/queries";
import { columnOf, fallbackOf } from "@/lib/plans/imports/schema";
import { objectiveLabels, objectivesIn } from "@/lib/plans/labels";
import { fallbackFields, fields } from "@/lib/plans/sheet/labels";
import { suggest } from "@/lib/plans/sheet/rules";
import { load } from "@/lib/request/load";
import { ColumnsForm } from "./columns-form";

export default async function ColumnsPage({ params }: PageProps<"/plan/import/[id]/columns">) {
  const { id } = await params;
  const { plan, name, version, mapping, columns, remembered, sheet } = await load((ctx) =>
    getImportToMap(ctx, id),
  );
  const chosen = mapping?.columns ?? suggest(columns, remembered.headings);
  const said = mapping?.fallbacks ?? remembered.fallbacks;
  const themes = plan.themes.map((theme) => ({ value: theme.id, label: theme.title }));
  const theme = themes.some(({ value }) => value === said.theme) ? said.theme : "";
  const defaults = Object.fromEntries([
    ...fields.map((field) => [columnOf(field), `${chosen[field] ?? ""}`] as const),
    ...fallbackFields.map((field) => [fallbackOf(field), said[field] ?? ""] as const),
    ["same-theme", theme ?? ""],
    ["version", `${version}`],
  ]);
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/import?plan=${plan.id}`}>Back to imports</BackLink>}
    >
      <PageTitle>Say which column is which</PageTitle>
      <ColumnsForm
        importId={id}
        file={sheet ? `${name}, sheet “${sheet}”` : name}
        defaults={defaults}
        themes={themes}
        objectives={objectivesIn[plan.objectiveScheme].map((code) => ({
          value: code,
          label: objectiveLabels[code],
        }))}
        columns={columns.map(({ column, letter, text, samples }) => ({
          value: `${column}`,
          label: `${letter}: ${text}`,
          samples,
        }))}
      />
    </Main>
  );
}
