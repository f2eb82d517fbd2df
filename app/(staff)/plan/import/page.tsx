import { notFound } from "next/navigation";

import { ErrorSummary } from "@/components/form/error-summary";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PlanNavigation } from "@/components/plans/plan-navigation";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { importDone, importStatuses } from "@/lib/plans/imports/labels";
import { listImports } from "@/lib/plans/imports/queries";
import { readImportAddress } from "@/lib/plans/imports/schema";
import { load } from "@/lib/request/load";
import { spreadsheetProblems } from "@/lib/spreadsheets/labels";
import { sheetProblemOf } from "@/lib/spreadsheets/rules";
import { UploadForm } from "./upload-form";

const columns = [
  { text: "File" },
  { text: "Rows", numeric: true },
  { text: "Uploaded" },
  { text: "By" },
  { text: "What became of it" },
];

export default async function ImportsPage({ searchParams }: PageProps<"/plan/import">) {
  const { plan: planId, problem: code, done } = readImportAddress(await searchParams);
  if (!planId) notFound();
  const { plan, imports } = await load((ctx) => listImports(ctx, planId));
  const problem = sheetProblemOf(code);
  const error = problem && spreadsheetProblems[problem];
  return (
    <Main back={<BackLink href={`/plan?plan=${plan.id}`}>Back to the plan</BackLink>}>
      <PageTitle hasErrors={!!error}>Import from a spreadsheet</PageTitle>
      <ErrorSummary errors={error ? { file: [error] } : {}} />
      {!error && <DoneAlert done={done} labels={importDone} />}
      <PageHeading caption={plan.title}>Import from a spreadsheet</PageHeading>
      <PlanNavigation planId={plan.id} />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          <p className="govuk-body">
            Each row of the sheet becomes an action of the plan. A row whose reference the plan
            already has changes that action, so the same file can be imported again.
          </p>
          <p className="govuk-body">
            You see what would change before anything does, and you can undo an import as long as
            nobody has changed what it wrote.
          </p>
          <UploadForm planId={plan.id} error={error} />
        </div>
      </div>
      <Table
        caption="Earlier files"
        columns={columns}
        keepsCaption
        empty="No file has been uploaded for this plan."
        rows={imports.map((one) => ({
          key: one.id,
          cells: [
            <Link key="link" href={`/plan/import/${one.id}`}>
              {one.name}
            </Link>,
            one.rows,
            <Time key="at" at={one.uploadedAt} short />,
            one.uploadedByHat.user.name,
            importStatuses[one.status],
          ],
        }))}
      />
    </Main>
  );
}
