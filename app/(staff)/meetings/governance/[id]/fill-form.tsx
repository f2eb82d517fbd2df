"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { type GovernanceItemKind, governanceItemKinds } from "@/lib/governance/labels";
import { fillBoardAgendaSchema } from "@/lib/governance/schema";
import { fillBoardAgenda } from "../actions";

type Props = {
  meetingId: string;
  isMain: boolean;
  due: readonly { kind: GovernanceItemKind; title: string }[];
};

/** What waits for this meeting and is not on its agenda, with one button that puts it there. */
export function FillForm({ meetingId, isMain, due }: Props) {
  const form = useActionForm(fillBoardAgendaSchema, fillBoardAgenda);
  return (
    <ActionForm
      form={form}
      submitLabel="Add what is due to the agenda"
      submitVariant={isMain ? undefined : "secondary"}
      hidden={{ meetingId }}
    >
      <h2 className="govuk-heading-m">Due, and not on the agenda yet</h2>
      <ul className="govuk-list govuk-list--bullet">
        {due.map(({ kind, title }) => (
          <li key={`${kind} ${title}`}>
            {governanceItemKinds[kind]}: {title}
          </li>
        ))}
      </ul>
    </ActionForm>
  );
}
