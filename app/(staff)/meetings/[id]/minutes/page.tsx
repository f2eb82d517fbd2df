import { DueDay } from "@/components/cases/due-day";
import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { MinuteBlock } from "@/components/panels/minute-block";
import { MinutesAttendance } from "@/components/panels/minutes-attendance";
import { ActionLog } from "@/components/panels/panel-actions";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { formatDay } from "@/lib/dates";
import { doneLabels } from "@/lib/panels/minutes/labels";
import { type MinutesView, viewMinutes } from "@/lib/panels/minutes/queries";
import { load } from "@/lib/request/load";
import { WriteForm } from "./minutes-forms";

type Props = PageProps<"/meetings/[id]/minutes">;

export default async function MinutesPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = await searchParams;
  const meeting = await load((ctx) => viewMinutes(ctx, id));
  const { title, heldOn, minutes, blocks, actions, today } = meeting;
  const mayAdd = meeting.mayWrite && (!minutes || meeting.unwritten > 0);
  return (
    <Main back={<BackLink href={`/meetings/${id}`}>Back to the meeting</BackLink>}>
      <PageTitle>{`Minutes, ${formatDay(heldOn)}`}</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading caption={`${title}, ${formatDay(heldOn)}`}>Minutes</PageHeading>
      {minutes ? (
        <Standing meeting={meeting} minutes={minutes} />
      ) : (
        <p className="govuk-body">The minutes of this meeting have not been written yet.</p>
      )}
      {mayAdd && <WriteForm meetingId={id} />}
      {meeting.maySign && minutes && meeting.unsigned > 0 && !mayAdd && (
        <LinkButton href={`/meetings/${id}/minutes/sign`}>Sign the minutes</LinkButton>
      )}
      {minutes && <MinutesAttendance agencies={minutes.attendance} />}
      {minutes && (
        <>
          <h2 className="govuk-heading-m">Case by case</h2>
          {blocks.map((block) => (
            <MinuteBlock key={block.id} block={block}>
              <Link href={`/meetings/${id}/minutes/${block.id}`}>
                {block.signedAt ? "Correct or copy" : "Change or comment on"} the minutes of{" "}
                {block.reference}
              </Link>
            </MinuteBlock>
          ))}
          {blocks.length === 0 && (
            <p className="govuk-body">There is no case in these minutes that you may see.</p>
          )}
          <ActionLog actions={actions} today={today} />
        </>
      )}
    </Main>
  );
}

type Minutes = NonNullable<MinutesView["minutes"]>;

/** Whether they are signed, by whom; or by when they should be (M-02). */
function Standing({ meeting, minutes }: { meeting: MinutesView; minutes: Minutes }) {
  const { signedAt, signedByHat, dueOn, draftedAt } = minutes;
  return (
    <SummaryList
      rows={[
        {
          key: "Stage",
          value: signedAt ? <Tag colour="green">Signed</Tag> : <Tag>Draft</Tag>,
        },
        { key: "Written", value: <Time at={draftedAt} /> },
        signedAt
          ? {
              key: "Signed",
              value: (
                <>
                  {signedByHat?.user.name}, {signedByHat?.organisation.name}, <Time at={signedAt} />
                </>
              ),
            }
          : { key: "To be signed by", value: <DueDay day={dueOn} today={meeting.today} /> },
      ]}
    />
  );
}
