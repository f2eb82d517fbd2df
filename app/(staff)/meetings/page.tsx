import { z } from "zod";
import { ButtonGroup, LinkButton } from "@/components/form/button";
import { Main } from "@/components/layout/main";
import { addressWith } from "@/components/ui/address";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultCount } from "@/components/ui/result-count";
import { Table } from "@/components/ui/table";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { formatTime } from "@/lib/dates";
import { doneLabels, meetingStatuses } from "@/lib/panels/labels";
import { listMeetings } from "@/lib/panels/meetings/queries";
import { load } from "@/lib/request/load";

const addressSchema = z.object({
  past: z.literal("yes").optional().catch(undefined),
  page: z.coerce.number().int().min(1).max(1000).catch(1),
});

export default async function MeetingsPage({ searchParams }: PageProps<"/meetings">) {
  const query = addressSchema.parse(await searchParams);
  const isPast = query.past === "yes";
  const { done } = await searchParams;
  const { meetings, total, mayCall, gaps } = await load((ctx) =>
    listMeetings(ctx, { past: isPast, page: query.page }),
  );
  const pages = Math.max(1, Math.ceil(total / 25));
  return (
    <Main>
      <PageTitle page={{ current: query.page, of: pages }}>
        {isPast ? "Past meetings" : "Meetings"}
      </PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading>{isPast ? "Past meetings" : "Meetings to come"}</PageHeading>
      {mayCall && (
        <ButtonGroup>
          <LinkButton href="/meetings/new">Call a meeting</LinkButton>
          <LinkButton href="/meetings/series" variant="secondary">
            Call meetings at regular times
          </LinkButton>
        </ButtonGroup>
      )}
      {mayCall && (
        <p className="govuk-body">
          <Link href="/meetings/members">Members of the panel and their attendance</Link>
        </p>
      )}
      {gaps.map(({ from, to }) => (
        <InsetText key={to}>
          More than a month passes without a meeting, from <Time day={from} /> to <Time day={to} />.
          The panel meets each month, so call a meeting between them.
        </InsetText>
      ))}
      <p className="govuk-body">
        {isPast ? (
          <Link href="/meetings">Meetings to come</Link>
        ) : (
          <>
            <Link href="/meetings?past=yes">Past meetings</Link>
            {" · "}
            <a className="govuk-link" href="/meetings/calendar" download>
              Put these meetings in your calendar
            </a>
          </>
        )}
      </p>
      {total > 0 && <ResultCount page={query.page} total={total} of={["meetings", "meeting"]} />}
      <Table
        caption={isPast ? "Past meetings" : "Meetings to come"}
        isCaptionHidden
        columns={[
          { text: "Meeting" },
          { text: "When" },
          { text: "Where" },
          { text: "Cases you may see", numeric: true },
          { text: "Stage" },
        ]}
        rows={meetings.map(
          ({ id, title, heldOn, startsAt, place, items, status, isExtraordinary }) => ({
            key: id,
            cells: [
              <Link key="title" href={`/meetings/${id}`}>
                {title}
              </Link>,
              <span key="when">
                <Time day={heldOn} weekday /> at {formatTime(startsAt)}
              </span>,
              place,
              items,
              isExtraordinary
                ? `${meetingStatuses[status]}, extraordinary`
                : meetingStatuses[status],
            ],
          }),
        )}
        empty={
          isPast
            ? "No meeting has been held yet that you were invited to."
            : "No meeting is planned that you are invited to."
        }
      />
      <Pagination
        page={query.page}
        pages={pages}
        href={(page) => addressWith("/meetings", { past: query.past }, { page: `${page}` })}
      />
    </Main>
  );
}
