"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { type MovePlan, movePlanSchema } from "@/lib/plans/schema";
import { movePlan } from "./actions";

type Move = MovePlan["to"];
type Props = { planId: string; version: string; to: Move };

const moves: Record<Move, { label: string; says: string }> = {
  draft: {
    label: "Take the plan back to draft",
    says: "It is out for consultation. Taken back, it is a draft again until it is sent out once more.",
  },
  superseded: {
    label: "Supersede the plan",
    says: "Another plan takes its place. From then on it stays as it was, and this cannot be undone.",
  },
};

/** The one way on from where the plan stands. */
export function MoveForm({ planId, version, to }: Props) {
  const form = useActionForm(movePlanSchema, movePlan, { version });
  const { label, says } = moves[to];
  return (
    <ActionForm
      form={form}
      submitLabel={label}
      submitVariant={to === "superseded" ? "warning" : undefined}
      hidden={{ planId, to }}
      cancel={<Link href={`/plan?plan=${planId}`}>Cancel and go back to the plan</Link>}
    >
      <p className="govuk-body">{says}</p>
    </ActionForm>
  );
}
