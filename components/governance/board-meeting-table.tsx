import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { type Day, formatTime } from "@/lib/dates";
import { type MeetingState, meetingStates } from "@/lib/governance/labels";

type Meeting = {
  id: string;
  heldDay: Day;
  startsAt?: Date;
  time?: string;
  place: string;
  state: MeetingState;
  isApproved: boolean;
  body?: { name: string };
};

type Props = {
  caption: string;
  meetings: readonly Meeting[];
  empty: string;
  hasBody?: boolean;
};

const stageOf = ({ state, isApproved }: Meeting) =>
  isApproved ? "Minutes approved" : meetingStates[state];

/** Meetings of one body, or of each that the reader sits on. */
export function BoardMeetingTable({ caption, meetings, empty, hasBody }: Props) {
  return (
    <Table
      caption={caption}
      columns={[
        { text: "When" },
        ...(hasBody ? [{ text: "Body" }] : []),
        { text: "Where" },
        { text: "Stage" },
      ]}
      keepsCaption
      empty={empty}
      rows={meetings.map((meeting) => ({
        key: meeting.id,
        cells: [
          <Link key="when" href={`/meetings/governance/${meeting.id}`}>
            <Time day={meeting.heldDay} weekday />
            {meeting.time && ` at ${formatTime(meeting.time)}`}
          </Link>,
          ...(hasBody ? [meeting.body?.name] : []),
          meeting.place,
          stageOf(meeting),
        ],
      }))}
    />
  );
}
