import { LinkButton } from "@/components/form/button";
import { BoardMeetingTable } from "@/components/governance/board-meeting-table";
import { MemberTable } from "@/components/governance/member-table";
import { PutPlans } from "@/components/governance/put-plans";
import { PutReports } from "@/components/governance/put-reports";
import { TermsList } from "@/components/governance/terms-list";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { formatDay } from "@/lib/dates";
import { viewBody } from "@/lib/governance/bodies/queries";
import {
  bodyKinds,
  frequencyLabels,
  governanceDoneLabels,
  powerLabels,
} from "@/lib/governance/labels";
import { load } from "@/lib/request/load";

type Props = PageProps<"/meetings/bodies/[id]">;

export default async function BodyPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = await searchParams;
  const seen = await load((ctx) => viewBody(ctx, id));
  const { body, terms, members, meetings, mayWrite } = seen;
  const at = `/meetings/bodies/${id}`;
  return (
    <Main back={<BackLink href="/meetings/bodies">Back to who oversees the plan</BackLink>}>
      <PageTitle>{body.name}</PageTitle>
      <DoneAlert done={done} labels={governanceDoneLabels} />
      <PageHeading caption={bodyKinds[body.kind]}>{body.name}</PageHeading>
      {mayWrite && (
        <div className="govuk-button-group">
          <LinkButton href={`${at}/cycle`}>Call its meetings</LinkButton>
          <LinkButton variant="secondary" href={`${at}/members`}>
            Add a member
          </LinkButton>
          <LinkButton variant="secondary" href={`${at}/terms`}>
            Add terms of reference
          </LinkButton>
          <LinkButton variant="secondary" href={`${at}/edit`}>
            Change this body
          </LinkButton>
        </div>
      )}
      <BodySummary seen={seen} />
      <TermsList terms={terms} />
      {members && (
        <MemberTable members={members} mayWrite={mayWrite} mayReadAttendance={meetings !== null} />
      )}
      {meetings && (
        <BoardMeetingTable
          caption="Meetings"
          meetings={meetings}
          empty="No meeting of this body has been called yet."
        />
      )}
      {seen.reports.length > 0 && (
        <PutReports bodyId={id} reports={seen.reports} hasMore={seen.hasMoreReports} />
      )}
      {seen.plans.length > 0 && <PutPlans submissions={seen.plans} />}
    </Main>
  );
}

function BodySummary({ seen }: { seen: Awaited<ReturnType<typeof viewBody>> }) {
  const { body, parent, children } = seen;
  const toBody = ({ id, name }: { id: string; name: string }) => (
    <Link key={id} href={`/meetings/bodies/${id}`}>
      {name}
    </Link>
  );
  return (
    <SummaryList
      rows={[
        { key: "What it is for", value: <Paragraphs text={body.purpose} /> },
        {
          key: "What it may do",
          value:
            body.powers.length > 0
              ? body.powers.map((power) => powerLabels[power]).join(", ")
              : "Nothing was named",
        },
        { key: "Meets", value: frequencyLabels[body.frequency] },
        { key: "For", value: body.covers ?? "This area" },
        { key: "Body above it", value: parent ? toBody(parent) : "None" },
        ...(children.length > 0
          ? [
              {
                key: "Bodies under it",
                value: (
                  <ul className="govuk-list">
                    {children.map((child) => (
                      <li key={child.id}>{toBody(child)}</li>
                    ))}
                  </ul>
                ),
              },
            ]
          : []),
        ...(body.endedDay
          ? [{ key: "Met for the last time", value: formatDay(body.endedDay) }]
          : []),
      ]}
    />
  );
}
