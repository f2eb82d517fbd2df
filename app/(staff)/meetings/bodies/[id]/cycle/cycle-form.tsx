"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { useActionForm } from "@/components/form/use-action-form";
import { BoardPlaceFields } from "@/components/governance/board-place-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { callCycleSchema } from "@/lib/governance/schema";
import { callCycle } from "../../actions";

type Props = Record<"bodyId" | "name" | "often", string>;

export function CycleForm({ bodyId, name, often }: Props) {
  const form = useActionForm(callCycleSchema, callCycle);
  return (
    <ActionForm
      form={form}
      submitLabel="Call these meetings"
      hidden={{ bodyId }}
      cancel={<Link href={`/meetings/bodies/${bodyId}`}>Cancel and go back to {name}</Link>}
    >
      <PageHeading caption={name}>Call its meetings</PageHeading>
      <p className="govuk-body">
        This body meets {often}. Each meeting is on the same weekday of its month as the first, or
        on the next working day where that is a weekend or a bank holiday.
      </p>
      <DateField name="firstDay" legend="Date of the first meeting" legendSize="s" />
      <DateField
        name="untilDay"
        legend="Date of the last meeting, or later"
        legendSize="s"
        hint="Within two years. For one meeting alone, give the same date twice."
      />
      <BoardPlaceFields />
    </ActionForm>
  );
}
