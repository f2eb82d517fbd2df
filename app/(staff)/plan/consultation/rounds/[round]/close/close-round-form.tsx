"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { closeRoundSchema } from "@/lib/plans/consultation/schema";
import { closeRound } from "../../../actions";

type Props = Record<"roundId" | "planId" | "title", string>;

export function CloseRoundForm({ roundId, planId, title }: Props) {
  const form = useActionForm(closeRoundSchema, closeRound);
  return (
    <ActionForm
      form={form}
      submitLabel="Close the consultation"
      hidden={{ roundId }}
      cancel={
        <Link href={`/plan/consultation?plan=${planId}`}>
          Cancel and go back to the consultation
        </Link>
      }
    >
      <PageHeading caption={title}>Close the consultation</PageHeading>
      <p className="govuk-body">
        It takes no more comments after that, yours included. This cannot be undone: to ask again,
        open another. Comments that wait for an answer can still be answered.
      </p>
    </ActionForm>
  );
}
