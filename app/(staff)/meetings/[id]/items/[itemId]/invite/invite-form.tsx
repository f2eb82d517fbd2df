"use client";

import { ActionForm } from "@/components/form/action-form";
import type { Option } from "@/components/form/options";
import { SelectField } from "@/components/form/select-field";
import { useActionForm } from "@/components/form/use-action-form";
import { PageHeading } from "@/components/ui/page-heading";
import { seats } from "@/lib/panels/labels";
import { inviteSchema } from "@/lib/panels/schema";
import { inviteToItem } from "./actions";

type Props = { itemId: string; reference: string; people: Option[] };

export function InviteForm({ itemId, reference, people }: Props) {
  const form = useActionForm(inviteSchema, inviteToItem);
  return (
    <ActionForm form={form} submitLabel="Invite to this case" hidden={{ itemId }}>
      <PageHeading caption={reference}>Invite somebody for this case alone</PageHeading>
      <p className="govuk-body">
        A member of the panel can read this case, and nothing else on the agenda. Anybody else is
        told when they are wanted, and sees what they are asked by name. Both lose sight of it when
        the panel has decided the case, or the meeting is over.
      </p>
      <SelectField name="hatId" label="Who is invited?" options={people} />
      <SelectField name="seat" label="Which seat do they take?" options={seats} />
    </ActionForm>
  );
}
