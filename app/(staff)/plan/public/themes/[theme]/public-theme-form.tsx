"use client";

import { ActionForm } from "@/components/form/action-form";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { setPublicLinesSchema } from "@/lib/plans/publication/schema";
import { setPublicLines } from "../../actions";

type Action = Record<"actionId" | "reference" | "says" | "text", string>;
type Props = Record<"themeId" | "planId" | "title" | "text", string> & { actions: Action[] };

/** One box for the theme and one for each action. An empty box leaves its line out. */
export function PublicThemeForm({ themeId, planId, title, text, actions }: Props) {
  const typed = actions.map((one) => [`action-${one.actionId}`, one.text]);
  const form = useActionForm(setPublicLinesSchema, setPublicLines, {
    theme: text,
    ...Object.fromEntries(typed),
  });
  return (
    <ActionForm
      form={form}
      submitLabel="Save what is public"
      hidden={{ themeId }}
      cancel={
        <Link href={`/plan/public?plan=${planId}`}>Cancel and go back to the public version</Link>
      }
    >
      <PageHeading caption={title}>What is public of this theme</PageHeading>
      <p className="govuk-body">
        Write for somebody who lives here. No names of people, no markings, nothing about a case.
      </p>
      <TextAreaField name="theme" label="About the theme" rows={3} optional />
      {actions.map(({ actionId, reference, says }) => (
        <TextAreaField
          key={actionId}
          name={`action-${actionId}`}
          label={`Action ${reference}`}
          hint={`The plan says: ${says}`}
          rows={2}
          optional
        />
      ))}
    </ActionForm>
  );
}
