"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import type { AttendanceState } from "@/lib/governance/labels";
import { takeBoardAttendanceSchema } from "@/lib/governance/schema";
import { takeBoardAttendance } from "../../actions";

type Member = {
  id: string;
  name: string;
  organisation: string;
  deputyName: string | null;
  state: AttendanceState | null;
};
type Props = Record<"meetingId" | "caption" | "version", string> & { members: readonly Member[] };

export function AttendanceForm({ meetingId, caption, version, members }: Props) {
  const named = (state: AttendanceState) =>
    members.filter((member) => member.state === state).map(({ id }) => id);
  const withDeputy = members.filter(({ deputyName }) => deputyName);
  const form = useActionForm(takeBoardAttendanceSchema, takeBoardAttendance, {
    version,
    presentIds: named("present"),
    deputyIds: named("deputy"),
    apologyIds: named("apologies"),
  });
  return (
    <ActionForm
      form={form}
      submitLabel="Record attendance"
      hidden={{ meetingId }}
      cancel={
        <Link href={`/meetings/governance/${meetingId}`}>Cancel and go back to the meeting</Link>
      }
    >
      <PageHeading caption={caption}>Record attendance</PageHeading>
      <CheckboxField
        name="presentIds"
        legend="Who came?"
        legendSize="s"
        options={members.map(toOption)}
        small
      />
      {withDeputy.length > 0 && (
        <CheckboxField
          name="deputyIds"
          legend="Whose deputy came instead?"
          legendSize="s"
          options={withDeputy.map(toOption)}
          small
        />
      )}
      <CheckboxField
        name="apologyIds"
        legend="Who sent apologies?"
        legendSize="s"
        hint="Whoever is in none of the lists is recorded as absent."
        options={members.map(toOption)}
        small
      />
    </ActionForm>
  );
}

const toOption = ({ id, name, organisation }: Member) => ({
  value: id,
  label: `${name}, ${organisation}`,
});
