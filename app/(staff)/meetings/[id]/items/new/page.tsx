import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { caseStatuses } from "@/lib/cases/labels";
import { formatDay } from "@/lib/dates";
import { getMeeting } from "@/lib/panels/meetings/queries";
import { listCasesToAdd } from "@/lib/panels/queries";
import { load } from "@/lib/request/load";
import { ItemForm } from "./item-form";

type Props = PageProps<"/meetings/[id]/items/new">;

export default async function NewItemPage({ params }: Props) {
  const { id } = await params;
  const { meeting, cases } = await load(async (ctx) => ({
    meeting: await getMeeting(ctx, id, "meeting:build"),
    cases: await listCasesToAdd(ctx, id),
  }));
  const caption = `${meeting.title}, ${formatDay(meeting.heldOn)}`;
  const organisations = new Map(
    meeting.members.map(({ organisationId, organisation }) => [organisationId, organisation.name]),
  );
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/${id}`}>Back to the meeting</BackLink>}
    >
      <PageTitle>Add a case to the agenda</PageTitle>
      {cases.length === 0 ? (
        <>
          <PageHeading caption={caption}>Add a case to the agenda</PageHeading>
          <p className="govuk-body">
            None of the cases you are named on can come before the panel now, or all of them are on
            this agenda already.
          </p>
        </>
      ) : (
        <ItemForm
          meetingId={id}
          caption={caption}
          cases={cases.map(({ id: value, reference, status }) => ({
            value,
            label: `${reference}: ${caseStatuses[status]}`,
          }))}
          organisations={[...organisations].map(([value, label]) => ({ value, label }))}
        />
      )}
    </Main>
  );
}
