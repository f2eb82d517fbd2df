"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { correctEntrySchema } from "@/lib/funding/schema";
import { correctEntry } from "../../actions";

type Props = Record<"entryId" | "lineId" | "line" | "entry" | "opposite", string>;

export function CorrectForm({ entryId, lineId, line, entry, opposite }: Props) {
  const form = useActionForm(correctEntrySchema, correctEntry);
  return (
    <ActionForm
      form={form}
      submitLabel="Enter its opposite"
      hidden={{ entryId }}
      cancel={<Link href={`/plan/funding/lines/${lineId}`}>Cancel and go back to {line}</Link>}
    >
      <PageHeading caption={line}>Put an entry right</PageHeading>
      <p className="govuk-body">{entry}</p>
      <p className="govuk-body">
        It stays in the ledger, and {opposite} is entered beside it. Enter it again afterwards as it
        should have been.
      </p>
      <TextField name="reasons" label="What was wrong" />
    </ActionForm>
  );
}
