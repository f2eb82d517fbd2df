import { AreaChampions } from "@/components/areas/area-champions";
import { AreaTraining } from "@/components/areas/area-training";
import { FormerPosts, PostTable } from "@/components/areas/post-table";
import { PriorityHistory } from "@/components/areas/priority-history";
import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { areaDoneLabels, priorityLabels } from "@/lib/areas/labels";
import { viewArea } from "@/lib/areas/queries";
import { readAreaAddress } from "@/lib/areas/schema";
import { financialYearName, financialYearOf } from "@/lib/dates";
import { load } from "@/lib/request/load";

export default async function AreaPage({ searchParams }: PageProps<"/plan/area">) {
  const { area: chosen, done } = readAreaAddress(await searchParams);
  const found = await load((ctx) => viewArea(ctx, chosen));
  const { area, others, current, priorities, leads, teams, former, training, today } = found;
  const year = financialYearName(financialYearOf(today));
  return (
    <Main back={<BackLink href="/plan">Back to the plan</BackLink>}>
      <PageTitle>{`${area.name}: the area`}</PageTitle>
      <DoneAlert done={done} labels={areaDoneLabels} />
      <PageHeading caption="Partnership plan">{area.name}</PageHeading>
      <p className="govuk-body">
        {current
          ? `In ${year}: ${priorityLabels[current.status].toLowerCase()}.`
          : `Nobody has recorded yet whether this is a priority area in ${year}.`}
      </p>
      {found.mayWrite && (
        <LinkButton href="/plan/area/priority">Record the status of a year</LinkButton>
      )}
      <PostTable caption="Who leads" posts={leads} mayChange={found.mayWrite} />
      <PostTable caption="Teams" posts={teams} mayChange={found.mayWrite} />
      {found.mayWrite && (
        <p className="govuk-body app-no-print">
          <Link href="/plan/area/posts/new">Add a lead or a team</Link>
        </p>
      )}
      <AreaChampions {...found.champions} mayOpen={found.mayOpenChampions} />
      {training && <AreaTraining courses={training} />}
      <PriorityHistory priorities={priorities} />
      <FormerPosts posts={former} />
      <h2 className="govuk-heading-m">More about the area</h2>
      <ul className="govuk-list app-no-print">
        <li>
          <Link href="/plan">Partnership plan</Link>
        </li>
        {found.isOwn && (
          <li>
            <Link href="/training">Training</Link>
          </li>
        )}
        <li>
          <Link href="/plan/profile">Counter-terrorism local profile</Link>
        </li>
        <li>
          <Link href="/plan/threat-level">National threat level</Link>
        </li>
        <li>
          <Link href="/meetings/bodies">Who oversees the plan</Link>
        </li>
        {others.map(({ id, name }) => (
          <li key={id}>
            <Link href={`/plan/area?area=${id}`}>{name}</Link>
          </li>
        ))}
      </ul>
    </Main>
  );
}
