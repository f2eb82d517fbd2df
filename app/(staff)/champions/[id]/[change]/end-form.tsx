"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { changeLabels } from "@/lib/champions/labels";
import { endChampionSchema } from "@/lib/champions/schema";
import { endChampion } from "../../actions";
import type { ChangeProps } from "./renew-form";

export function EndForm({ championId, version, caption }: ChangeProps) {
  const form = useActionForm(endChampionSchema, endChampion, { version });
  return (
    <ActionForm
      form={form}
      submitLabel="Take off the list"
      hidden={{ championId }}
      cancel={<Link href={`/champions/${championId}`}>Cancel and go back to the champion</Link>}
    >
      <PageHeading caption={caption}>{changeLabels.end}</PageHeading>
      <p className="govuk-body">
        They stay in the register as having stepped down, for three years. This cannot be undone; if
        they come back, add them again.
      </p>
      <DateField name="endedDay" legend="What was their last day?" legendSize="m" />
      <TextAreaField
        name="reasons"
        label="Why do they step down?"
        hint="For example, they have changed their post. Nothing about their health or family."
      />
    </ActionForm>
  );
}
