import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { type MemberRole, memberRoles } from "@/lib/governance/labels";
import type { TermState } from "@/lib/governance/rules";

type Member = {
  id: string;
  role: MemberRole;
  name: string;
  post: string;
  organisation: string;
  deputyName: string | null;
  fromDay: Day;
  untilDay: Day | null;
  term: TermState;
  attendance: { came: number; of: number };
};

type Props = { members: readonly Member[]; mayWrite: boolean; mayReadAttendance: boolean };

/** Who sits on a body now, and who has sat on it. */
export function MemberTable({ members, mayWrite, mayReadAttendance }: Props) {
  const now = members.filter(({ term }) => term !== "over");
  const before = members.filter(({ term }) => term === "over");
  const columns = [
    { text: "Member" },
    { text: "Role" },
    { text: "Deputy" },
    { text: "Term of office" },
    ...(mayReadAttendance ? [{ text: "Attendance" }] : []),
  ];
  const toRow = (member: Member) => ({
    key: member.id,
    cells: [
      <Who key="who" member={member} mayWrite={mayWrite} />,
      memberRoles[member.role],
      member.deputyName ?? "None",
      <Term key="term" member={member} />,
      member.attendance.of > 0
        ? `${member.attendance.came} of ${member.attendance.of}`
        : "No meeting yet",
    ],
  });
  return (
    <>
      <Table
        caption="Members"
        columns={columns}
        rows={now.map(toRow)}
        keepsCaption
        empty="Nobody sits on this body yet."
      />
      {before.length > 0 && (
        <Table caption="Earlier members" columns={columns} rows={before.map(toRow)} />
      )}
    </>
  );
}

const Who = ({ member, mayWrite }: { member: Member; mayWrite: boolean }) => (
  <>
    {mayWrite ? (
      <Link href={`/meetings/bodies/members/${member.id}`}>{member.name}</Link>
    ) : (
      member.name
    )}
    <br />
    <span className="font-normal text-secondary">
      {member.post}, {member.organisation}
    </span>
  </>
);

function Term({ member: { fromDay, untilDay, term } }: { member: Member }) {
  return (
    <>
      From <Time day={fromDay} short />
      {untilDay && (
        <>
          {" to "}
          <Time day={untilDay} short />
        </>
      )}{" "}
      {term === "ending" && <Tag colour="yellow">Ends soon</Tag>}
      {term === "to_come" && <Tag>To come</Tag>}
    </>
  );
}
