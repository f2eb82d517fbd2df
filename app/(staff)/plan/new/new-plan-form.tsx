"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { RadioField } from "@/components/form/radio-field";
import { TextField } from "@/components/form/text-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { objectiveSchemeLabels, themesIn, themeTemplateLabels } from "@/lib/plans/labels";
import { createPlanSchema } from "@/lib/plans/schema";
import { createPlan } from "./actions";

type Props = { area: string; partnerships: { id: string; name: string }[] };

export function NewPlanForm({ area, partnerships }: Props) {
  const form = useActionForm(createPlanSchema, createPlan);
  return (
    <ActionForm
      form={form}
      submitLabel="Start the plan"
      cancel={<Link href="/plan">Cancel and go back to the plan</Link>}
    >
      <PageHeading>Start a new plan</PageHeading>
      <p className="govuk-body">It starts as a draft, which the partnership can read.</p>
      <TextField
        name="title"
        label="Title"
        hint="For example, Northbridge Prevent plan 2026 to 2027"
      />
      <RadioField
        name="covers"
        legend="Which areas is the plan for?"
        options={[
          { value: "area", label: `${area} alone` },
          ...partnerships.map(({ id, name }) => ({ value: id, label: name })),
        ]}
      />
      <DateField name="startDay" legend="First day of the plan" />
      <DateField name="endDay" legend="Last day of the plan" />
      <RadioField
        name="objectiveScheme"
        legend="Which national objectives does it follow?"
        options={objectiveSchemeLabels}
      />
      <RadioField
        name="themeTemplate"
        legend="Which themes does it start with?"
        hint="You can add themes later."
        options={[
          {
            value: "five_elements",
            label: themeTemplateLabels.five_elements,
            hint: themesIn("five_elements").join(", "),
          },
          {
            value: "toolkit_2024",
            label: themeTemplateLabels.toolkit_2024,
            hint: themesIn("toolkit_2024").join(", "),
          },
        ]}
      />
    </ActionForm>
  );
}
