import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { ItemOrder } from "@/components/panels/item-order";
import { ItemRoom } from "@/components/panels/item-room";
import { ItemTimer } from "@/components/panels/item-timer";
import { PanelActions } from "@/components/panels/panel-actions";
import { Watch } from "@/components/panels/watch";
import { WorkHeading } from "@/components/panels/work-heading";
import { Pattern } from "@/components/referrals/pattern";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageTitle } from "@/components/ui/page-title";
import { Details } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { formatDay } from "@/lib/dates";
import { doneLabels, itemKinds, progressLabels, seats } from "@/lib/panels/labels";
import { viewSittingItem } from "@/lib/panels/sitting/queries";
import { load } from "@/lib/request/load";
import { PanelActionForm } from "../../items/[itemId]/actions/panel-action-form";
import { ItemAttendanceForm } from "../../items/[itemId]/attendance/item-attendance-form";
import { BeginForm } from "./begin-form";
import { CaseFacts, EarlierDecision, type SittingItem } from "./case-facts";
import { DecisionPart } from "./decision-part";

type Props = PageProps<"/meetings/[id]/sit/[itemId]">;

export default async function SittingItemPage({ params, searchParams }: Props) {
  const { id, itemId } = await params;
  const { done } = await searchParams;
  const item = await load((ctx) => viewSittingItem(ctx, itemId));
  const { meeting, kind, place, isOpen } = item;
  const { reference } = item.case;
  return (
    <Main back={<BackLink href={`/meetings/${id}/sit`}>Back to all items</BackLink>}>
      <PageTitle>{`At the table: ${reference}`}</PageTitle>
      {meeting.status === "in_progress" && <Watch url={`/meetings/${id}/sit/version`} />}
      <DoneAlert done={done} labels={doneLabels} />
      <WorkHeading
        key={`${itemId} ${done}`}
        caption={`Item ${place.number} of ${place.total}, ${formatDay(meeting.heldOn)}`}
      >
        {itemKinds[kind]}: <span className="app-reference">{reference}</span>
      </WorkHeading>
      {isOpen && item.may.decide && (
        <p className="govuk-body">
          <a className="govuk-link" href="#decision">
            Record the panel&rsquo;s decision
          </a>
        </p>
      )}
      <Pattern contacts={item.pattern} here={item.patternOf} />
      <ItemOrder meetingId={id} previous={place.previous} next={place.next} />
      <div className="grid grid-cols-[minmax(0,1fr)] gap-6 desktop:grid-cols-[minmax(0,5fr)_minmax(0,6fr)]">
        <div>
          <Progress item={item} />
          <h2 className="govuk-heading-m">Who is here for this case</h2>
          <ItemRoom attendees={item.attendees} quorum={item.quorum} />
          {isOpen && <RoomChanges item={item} />}
          <h2 className="govuk-heading-m">The case</h2>
          <CaseFacts item={item} />
          <h2 className="govuk-heading-m">What the panel decided before</h2>
          <EarlierDecision item={item} />
        </div>
        <div>
          <h2 className="govuk-heading-m" id="decision" tabIndex={-1}>
            Decision
          </h2>
          <DecisionPart item={item} />
          <PanelActions actions={item.actions} today={item.today} />
          {meeting.status === "in_progress" && item.may.prepare && <NewAction item={item} />}
          {(item.isSpokenOf || !isOpen) && place.next && (
            <LinkButton href={`/meetings/${id}/sit/${place.next.id}`}>
              Go to the next item
            </LinkButton>
          )}
        </div>
      </div>
    </Main>
  );
}

/** When the panel came to this item, and whether it is at it now. */
function Progress({ item }: { item: SittingItem }) {
  const { begunAt, progress, isOpen, may } = item;
  const isTaken = progress === "now" || progress === "decided";
  return (
    <>
      <p className="govuk-body">
        {progressLabels[progress]}
        {begunAt && (
          <>
            . Begun on <Time at={begunAt} />.
            {progress === "now" && <ItemTimer begunAt={begunAt.toISOString()} />}
          </>
        )}
      </p>
      {isOpen && may.prepare && !isTaken && <BeginForm itemId={item.id} />}
    </>
  );
}

const free = ({ attendees }: SittingItem) => attendees.filter(({ hasConflict }) => !hasConflict);

/** Somebody leaves or comes in; or says that they have a conflict, which has a page of its own. */
function RoomChanges({ item }: { item: SittingItem }) {
  return (
    <>
      {item.may.prepare && (
        <Details summary="Change who is in the room">
          <ItemAttendanceForm
            itemId={item.id}
            present={free(item)
              .filter(({ isPresent }) => isPresent)
              .map(({ hatId }) => hatId)}
            people={free(item).map(({ hatId, seat, user, organisation }) => ({
              value: hatId,
              label: `${seats[seat]}: ${user.name}`,
              hint: organisation.name,
            }))}
          />
        </Details>
      )}
      <p className="govuk-body">
        <Link href={`/meetings/${item.meeting.id}/items/${item.id}/conflict`}>
          Declare a conflict of interest
        </Link>
      </p>
    </>
  );
}

const NewAction = ({ item }: { item: SittingItem }) => (
  <Details summary="Add an action">
    <PanelActionForm
      itemId={item.id}
      people={free(item).map(({ hatId, user, organisation }) => ({
        value: hatId,
        label: `${user.name}, ${organisation.name}`,
      }))}
    />
  </Details>
);
