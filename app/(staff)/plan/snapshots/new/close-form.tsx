"use client";

import type { ReactNode } from "react";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { closeQuarterSchema } from "@/lib/plans/snapshots/schema";
import { closeQuarter } from "./actions";

type Props = { planId: string; quarter: string; words: string; plan: string; children: ReactNode };

/** It cannot be undone, so the page says what will be kept. */
export function CloseForm({ planId, quarter, words, plan, children }: Props) {
  const form = useActionForm(closeQuarterSchema, closeQuarter);
  return (
    <ActionForm
      form={form}
      submitLabel="Close the quarter"
      hidden={{ planId, quarter }}
      cancel={
        <Link href={`/plan/snapshots?plan=${planId}`}>
          Cancel and go back to quarters and versions
        </Link>
      }
    >
      <PageHeading caption={plan}>{`Close ${words}`}</PageHeading>
      <p className="govuk-body">
        Every action is kept as it stands now, with its milestones and figures. Nobody can change
        what was kept, and it cannot be undone.
      </p>
      {children}
    </ActionForm>
  );
}
