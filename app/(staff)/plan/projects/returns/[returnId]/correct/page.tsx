import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { formatDay } from "@/lib/dates";
import { getReturnToCorrect } from "@/lib/projects/returns/queries";
import { isOver } from "@/lib/projects/rules";
import { load } from "@/lib/request/load";
import { CorrectForm } from "./correct-form";

type Props = PageProps<"/plan/projects/returns/[returnId]/correct">;

export default async function CorrectReturnPage({ params }: Props) {
  const { returnId } = await params;
  const found = await load((ctx) => getReturnToCorrect(ctx, returnId));
  const { project, periodStart, periodEnd, progress, counts, version } = found;
  const { id, reference, title } = project;
  const caption = `${reference}: ${title}`;
  const numbers = Object.fromEntries(
    Object.entries(counts).map(([outcome, people]) => [outcome, `${people}`]),
  );
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/projects/${id}`}>Back to {reference}</BackLink>}
    >
      <PageTitle>{`Correct a return of ${reference}`}</PageTitle>
      {isOver(project) ? (
        <>
          <PageHeading caption={caption}>Correct the return</PageHeading>
          <p className="govuk-body">The project is over, so its returns stay as they are.</p>
        </>
      ) : (
        <CorrectForm
          returnId={returnId}
          projectId={id}
          reference={reference}
          caption={caption}
          period={`${formatDay(periodStart)} to ${formatDay(periodEnd)}`}
          values={{ progress, ...numbers, reasons: "", version: `${version}` }}
        />
      )}
    </Main>
  );
}
