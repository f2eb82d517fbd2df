import { Table } from "@/components/ui/table";
import {
  type AttendanceState,
  attendanceStates,
  type MemberRole,
  memberRoles,
} from "@/lib/governance/labels";

type Member = {
  id: string;
  role: MemberRole;
  name: string;
  organisation: string;
  deputyName: string | null;
  state: AttendanceState | null;
};

/** Who sits on the body on the day, and who came. */
export const BoardAttendance = ({ members }: { members: readonly Member[] }) => (
  <Table
    caption="Attendance"
    columns={[{ text: "Member" }, { text: "Role" }, { text: "Organisation" }, { text: "Came" }]}
    rows={members.map(({ id, name, role, organisation, deputyName, state }) => ({
      key: id,
      cells: [
        name,
        memberRoles[role],
        organisation,
        state === "deputy" ? `${deputyName} came instead` : state ? attendanceStates[state] : null,
      ],
    }))}
  />
);
