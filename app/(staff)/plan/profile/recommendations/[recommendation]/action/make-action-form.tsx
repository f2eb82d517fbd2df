"use client";

import { ActionForm } from "@/components/form/action-form";
import { DateField } from "@/components/form/date-field";
import { useActionForm } from "@/components/form/use-action-form";
import { type Choices, PlanActionFields } from "@/components/plans/plan-action-fields";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { makeActionSchema } from "@/lib/profile/schema";
import { makeAction } from "../../../actions";

type Props = Choices & Record<"recommendationId" | "planId" | "plan" | "caption" | "text", string>;

export function MakeActionForm({
  recommendationId,
  planId,
  plan,
  caption,
  text,
  ...choices
}: Props) {
  const form = useActionForm(makeActionSchema, makeAction, { text });
  return (
    <ActionForm
      form={form}
      submitLabel="Make action"
      hidden={{ recommendationId, planId }}
      cancel={
        <Link href={`/plan/profile/recommendations/${recommendationId}`}>
          Cancel and go back to the recommendation
        </Link>
      }
    >
      <PageHeading caption={caption}>Make an action of it</PageHeading>
      <p className="govuk-body">
        It goes into {plan}, and is linked to the recommendation, so that each is found from the
        other.
      </p>
      <PlanActionFields
        {...choices}
        due={<DateField name="dueDay" legend="When is it due?" legendSize="s" />}
      />
    </ActionForm>
  );
}
