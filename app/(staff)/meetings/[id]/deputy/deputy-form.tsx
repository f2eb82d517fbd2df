"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { InsetText } from "@/components/ui/text";
import { deputySchema } from "@/lib/panels/schema";
import { seatDeputy } from "./actions";

type Props = { meetingId: string; caption: string; members: Option[]; others: Option[] };

export function DeputyForm({ meetingId, caption, members, others }: Props) {
  const form = useActionForm(deputySchema, seatDeputy);
  return (
    <ActionForm form={form} submitLabel="Seat the deputy" hidden={{ meetingId }}>
      <PageHeading caption={caption}>Seat a deputy</PageHeading>
      <InsetText>
        A deputy comes from the same organisation. They can read every case that is not decided yet
        and that the member is invited to, unless they have a conflict of interest.
      </InsetText>
      <SelectField name="forHatId" label="Whose place do they take?" options={members} />
      <SelectField name="hatId" label="Who has come?" options={others} />
    </ActionForm>
  );
}
