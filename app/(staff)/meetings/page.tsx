import { z } from "zod";
import { ButtonGroup, LinkButton } from "@/components/form/button";
import { BoardMeetingTable } from "@/components/governance/board-meeting-table";
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
import { mayEver } from "@/lib/access/policy";
import { formatTime } from "@/lib/dates";
import { listBoardMeetings } from "@/lib/governance/meetings/queries";
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
  const { panel, boards, mayReadBodies } = await load(async (ctx) => ({
    mayReadBodies: mayEver(ctx.actor, "body:read"),
    boards: mayEver(ctx.actor, "board:read")
      ? await listBoardMeetings(ctx, { past: isPast })
      : null,
    panel: mayEver(ctx.actor, "board:read")
      ? null
      : await listMeetings(ctx, { past: isPast, page: query.page }),
  }));
  const pages = Math.max(1, Math.ceil((panel?.total ?? 0) / 25));
  const title = isPast ? "Past meetings" : "Meetings to come";
  return (
    <Main>
      <PageTitle page={{ current: query.page, of: pages }}>
        {isPast ? "Past meetings" : "Meetings"}
      </PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading>{title}</PageHeading>
      {panel && <PanelMeetings seen={panel} isPast={isPast} page={query.page} />}
      {boards && (
        <>
          <p className="govuk-body">
            <Link href={isPast ? "/meetings" : "/meetings?past=yes"}>
              {isPast ? "Meetings to come" : "Past meetings"}
            </Link>
            {" · "}
            <Link href="/meetings/escalations">Questions that were escalated</Link>
          </p>
          <BoardMeetingTable
            caption="Meetings of those who oversee the plan"
            meetings={boards}
            hasBody
            empty={
              isPast
                ? "No meeting of a body you sit on has been held yet."
                : "No meeting of a body you sit on is planned."
            }
          />
        </>
      )}
      {mayReadBodies && (
        <p className="govuk-body">
          <Link href="/meetings/bodies">Who oversees the plan</Link>
        </p>
      )}
    </Main>
  );
}

type PanelProps = {
  seen: Awaited<ReturnType<typeof listMeetings>>;
  isPast: boolean;
  page: number;
};

/** The meetings of the panel that the reader may know of. */
function PanelMeetings({ seen, isPast, page }: PanelProps) {
  const { meetings, total, mayCall, gaps } = seen;
  const pages = Math.max(1, Math.ceil(total / 25));
  return (
    <>
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
      {total > 0 && <ResultCount page={page} total={total} of={["meetings", "meeting"]} />}
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
        page={page}
        pages={pages}
        href={(to) =>
          addressWith("/meetings", { past: isPast ? "yes" : undefined }, { page: `${to}` })
        }
      />
    </>
  );
}
