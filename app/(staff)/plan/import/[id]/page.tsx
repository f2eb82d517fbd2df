import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { ImportCounts } from "@/components/plans/import-counts";
import { ImportProblems } from "@/components/plans/import-problems";
import { ImportRows } from "@/components/plans/import-rows";
import { PlanNavigation } from "@/components/plans/plan-navigation";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { importDone } from "@/lib/plans/imports/labels";
import { viewImport } from "@/lib/plans/imports/queries";
import { readImportAddress } from "@/lib/plans/imports/schema";
import { countRows } from "@/lib/plans/rows/rules";
import { load } from "@/lib/request/load";
import { ApplyForm } from "./apply-form";
import { ImportHistory } from "./import-history";
import { UndoForm } from "./undo-form";

type Props = PageProps<"/plan/import/[id]">;

export default async function ImportPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = readImportAddress(await searchParams);
  const { plan, checked, seen, ...file } = await load((ctx) => viewImport(ctx, id));
  const counts = checked && countRows(checked.rows);
  return (
    <Main back={<BackLink href={`/plan/import?plan=${plan.id}`}>Back to imports</BackLink>}>
      <PageTitle>Import of a spreadsheet</PageTitle>
      <DoneAlert done={done} labels={importDone} />
      <PageHeading caption={plan.title}>{file.name}</PageHeading>
      <PlanNavigation planId={plan.id} />
      <ImportHistory file={file} />
      {file.status === "waiting" && !checked && (
        <LinkButton href={`/plan/import/${id}/columns`}>Say which column is which</LinkButton>
      )}
      {checked && counts && (
        <>
          <p className="govuk-body">
            Nothing has been imported yet.{" "}
            <Link href={`/plan/import/${id}/columns`}>Change which column is which</Link>
            {checked.unknown.length > 0 && (
              <>
                {" or "}
                <Link href={`/plan/import/${id}/names`}>
                  say what the names stand for that the plan does not know
                </Link>
              </>
            )}
            .
          </p>
          <ImportCounts counts={counts} />
          <ImportProblems importId={id} problems={checked.problems} />
          <ImportRows rows={checked.rows} />
          <ApplyForm importId={id} version={`${file.version}`} seen={seen} counts={counts} />
        </>
      )}
      {file.status === "waiting" && (
        <p className="govuk-body">
          <Link href={`/plan/import/${id}/discard`}>Throw this file away</Link>
        </p>
      )}
      {file.status === "imported" && <UndoForm importId={id} />}
    </Main>
  );
}
