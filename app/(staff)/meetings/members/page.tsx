import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { doneLabels, seats } from "@/lib/panels/labels";
import { viewMembers } from "@/lib/panels/members/queries";
import { load } from "@/lib/request/load";
import { EndForm } from "./end-form";

export default async function MembersPage({ searchParams }: PageProps<"/meetings/members">) {
  const { done } = await searchParams;
  const members = await load(viewMembers);
  return (
    <Main back={<BackLink href="/meetings">Back to meetings</BackLink>}>
      <PageTitle>Members of the panel</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading>Members of the panel</PageHeading>
      <p className="govuk-body">
        Attendance is of the meetings held in the last year. Somebody whose deputy came is not
        counted as away.
      </p>
      <Table
        caption="Members, deputies and attendance"
        isCaptionHidden
        isWide
        columns={[
          { text: "Member" },
          { text: "Seat" },
          { text: "Asked", numeric: true },
          { text: "Came", numeric: true },
          { text: "Deputy came", numeric: true },
          { text: "Away", numeric: true },
          { text: "Deputies" },
        ]}
        rows={members.map(({ id, seat, user, organisation, attendance, deputies }) => ({
          key: id,
          cells: [
            <span key="member">
              {user.name}
              <br />
              <span className="font-normal">{organisation.name}</span>
            </span>,
            seats[seat],
            ...[attendance.asked, attendance.came, attendance.covered, attendance.away],
            <Deputies key="deputies" hatId={id} member={user.name} deputies={deputies} />,
          ],
        }))}
        empty="Nobody has a seat on the panel yet. An administrator gives somebody a seat with their role."
      />
    </Main>
  );
}

type Props = { hatId: string; member: string; deputies: { id: string; name: string }[] };

function Deputies({ hatId, member, deputies }: Props) {
  return (
    <>
      {deputies.length > 0 && (
        <ul className="govuk-list">
          {deputies.map(({ id, name }) => (
            <li key={id}>
              {name} <EndForm deputyId={id} name={name} />
            </li>
          ))}
        </ul>
      )}
      <Link href={`/meetings/members/${hatId}/deputy`}>
        Name a deputy<span className="govuk-visually-hidden"> for {member}</span>
      </Link>
    </>
  );
}
