import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { formatDay } from "@/lib/dates";
import { getReturn } from "@/lib/projects/returns/queries";
import { load } from "@/lib/request/load";
import { ReturnForm } from "./return-form";

type Props = PageProps<"/plan/projects/returns/[returnId]">;

export default async function ReturnPage({ params }: Props) {
  const { returnId } = await params;
  const waiting = await load((ctx) => getReturn(ctx, returnId));
  const { project, periodStart, periodEnd, dueDay, isRecorded, today } = waiting;
  const { id, reference, title } = project;
  const caption = `${reference}: ${title}`;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/projects/${id}`}>Back to {reference}</BackLink>}
    >
      <PageTitle>{`Return of ${reference}`}</PageTitle>
      {isRecorded || periodEnd >= today ? (
        <>
          <PageHeading caption={caption}>Return for this period</PageHeading>
          <p className="govuk-body">
            {isRecorded
              ? "This return has been recorded. What is wrong in it can be corrected, with a reason."
              : `The period ends on ${formatDay(periodEnd)}. Record its return after that.`}
          </p>
        </>
      ) : (
        <ReturnForm
          returnId={returnId}
          projectId={id}
          reference={reference}
          caption={caption}
          period={`${formatDay(periodStart)} to ${formatDay(periodEnd)}, due by ${formatDay(dueDay)}`}
        />
      )}
    </Main>
  );
}
