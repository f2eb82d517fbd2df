import { LogTable } from "@/components/cases/log-table";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { viewAccess } from "@/lib/cases/access/queries";
import { load } from "@/lib/request/load";

export default async function AccessPage({
  params,
  searchParams,
}: PageProps<"/cases/[ref]/access">) {
  const [{ ref }, { before }] = [await params, await searchParams];
  const from = typeof before === "string" ? before : null;
  const { events, next } = await load((ctx) => viewAccess(ctx, ref, from));
  const here = `/cases/${ref}/access`;
  return (
    <>
      <PageTitle>{`Who has seen case ${ref}`}</PageTitle>
      <PageHeading caption={ref}>Who has seen this case</PageHeading>
      <p className="govuk-body">
        Everything that anybody looked at or changed on this case and on its referral, newest first.
        Nobody can take a line out. That you looked at this page is on it too.
      </p>
      <LogTable
        caption="Who has seen this case"
        lines={events}
        empty="Nobody has opened this case yet."
      />
      {from && (
        <p className="govuk-body">
          <Link href={here}>Back to the newest</Link>
        </p>
      )}
      {next && (
        <p className="govuk-body">
          <Link href={`${here}?before=${next}`}>Show earlier entries</Link>
        </p>
      )}
    </>
  );
}
