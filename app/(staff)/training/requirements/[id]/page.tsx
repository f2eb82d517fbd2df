import { ButtonGroup, LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DeclarationsTable } from "@/components/training/declarations-table";
import { OrganisationsTable } from "@/components/training/organisations-table";
import { StandingTag, share } from "@/components/training/standing";
import { addressWith } from "@/components/ui/address";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { SummaryList } from "@/components/ui/summary-list";
import { Time } from "@/components/ui/time";
import { fromDateColumn } from "@/lib/dates";
import { load } from "@/lib/request/load";
import { courseKinds, trainingDoneLabels } from "@/lib/training/labels";
import { perPage, viewRequirement } from "@/lib/training/queries";
import { gapText } from "@/lib/training/rules";
import { readTrainingAddress } from "@/lib/training/schema";

type Props = PageProps<"/training/requirements/[id]">;
type Found = Awaited<ReturnType<typeof viewRequirement>>;

export default async function RequirementPage({ params, searchParams }: Props) {
  const { id } = await params;
  const query = await searchParams;
  const { page } = readTrainingAddress(query);
  const found = await load((ctx) => viewRequirement(ctx, id, page));
  const { requirement, organisations, declarations, total, isOwnOnly, mayWrite } = found;
  const { roleGroup, course, endedOn } = requirement;
  const mayDeclare = organisations.some((one) => one.mayDeclare);
  return (
    <Main back={<BackLink href="/training">Back to training</BackLink>}>
      <PageTitle>{`${roleGroup.name}: ${course.name}`}</PageTitle>
      <DoneAlert done={query.done} labels={trainingDoneLabels} />
      <PageHeading caption={roleGroup.name}>{course.name}</PageHeading>
      <Facts {...found} />
      <ButtonGroup>
        {mayDeclare && (
          <LinkButton href={`/training/requirements/${id}/declare`}>Declare figures</LinkButton>
        )}
        {mayWrite && (
          <LinkButton variant="secondary" href={`/training/requirements/${id}/edit`}>
            Change the requirement
          </LinkButton>
        )}
      </ButtonGroup>
      {!endedOn && (
        <>
          <OrganisationsTable
            requirementId={id}
            organisations={organisations}
            isOwnOnly={isOwnOnly}
          />
          <Pagination
            page={page}
            pages={Math.ceil(total / perPage)}
            href={(to) => addressWith(`/training/requirements/${id}`, query, { page: `${to}` })}
          />
        </>
      )}
      <DeclarationsTable declarations={declarations} isOwnOnly={isOwnOnly} />
    </Main>
  );
}

function Facts({ requirement, figure, staleMonths, action }: Found) {
  const { roleGroup, course, endedOn, actionId } = requirement;
  const { refreshMonths } = course;
  return (
    <SummaryList
      rows={[
        { key: "Who it is", value: roleGroup.who },
        {
          key: "Course",
          value: `${courseKinds[course.kind]}, level ${course.level}, ${refreshMonths ? `again after ${refreshMonths} months` : "taken once"}`,
        },
        ...(endedOn
          ? [
              {
                key: "Standing",
                value: (
                  <>
                    Ended on <Time day={fromDateColumn(endedOn)} />
                  </>
                ),
              },
            ]
          : [
              { key: "In date", value: share(figure) },
              { key: "Target", value: `${figure.target}%` },
              { key: "Standing", value: <StandingTag figure={figure} /> },
              { key: "Gap", value: gapText(figure) },
              { key: "Relied on for", value: `${staleMonths} months at most` },
            ]),
        {
          key: "Action of the plan",
          value:
            actionId && action ? <Link href={`/plan/actions/${actionId}`}>{action}</Link> : "None",
        },
      ]}
    />
  );
}
