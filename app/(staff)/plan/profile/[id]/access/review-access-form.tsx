"use client";

import { ActionForm } from "@/components/form/action-form";
import { CheckboxField } from "@/components/form/checkbox-field";
import { TextAreaField } from "@/components/form/text-area-field";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { reviewAccessSchema } from "@/lib/profile/schema";
import { reviewAccess } from "../../actions";

type Entry = Record<"id" | "post" | "organisation" | "reason", string>;
type Props = { editionId: string; reference: string; access: readonly Entry[] };

export function ReviewAccessForm({ editionId, reference, access }: Props) {
  const form = useActionForm(reviewAccessSchema, reviewAccess);
  const isEmpty = access.length === 0;
  return (
    <ActionForm
      form={form}
      submitLabel="Record the review"
      hidden={{ editionId }}
      cancel={<Link href={`/plan/profile/${editionId}`}>Cancel and go back to {reference}</Link>}
    >
      <PageHeading caption={reference}>Review the access list</PageHeading>
      <p className="govuk-body">
        {!isEmpty && "Everybody who is not ticked stays on the list. "}
        Nobody is briefed on this edition before the list has been reviewed.
      </p>
      {isEmpty ? (
        <p className="govuk-body">
          No post is on the access list now. You can{" "}
          <Link href="/plan/profile/access">add a post to the access list</Link> first.
        </p>
      ) : (
        <CheckboxField
          name="endIds"
          legend="Which posts no longer have to read the profile?"
          legendSize="m"
          optional
          options={access.map(({ id, post, organisation, reason }) => ({
            value: id,
            label: `${post}, ${organisation}`,
            hint: reason,
          }))}
        />
      )}
      <TextAreaField
        name="reasons"
        label={isEmpty ? "Why does nobody have to read it?" : "Why do the others have to read it?"}
        hint={!isEmpty && "And, where you ticked any, why those no longer do."}
      />
    </ActionForm>
  );
}
