import "server-only";

import { record } from "@/lib/audit/record";
import { formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Overtaken } from "@/lib/errors";
import { getPlanAction } from "@/lib/plans/actions/queries";
import { type EvidenceToEdit, getEvidence } from "@/lib/plans/evidence/queries";
import type { AddEvidence, EditEvidence } from "@/lib/plans/evidence/schema";
import { benchmarkLabels } from "@/lib/plans/labels";
import { assertPlanIsOpen } from "@/lib/plans/rules";

export async function addEvidence(ctx: Context, { actionId, datedDay, ...input }: AddEvidence) {
  const { actor, tx, now } = ctx;
  const { plan } = await getPlanAction(ctx, actionId, "plan:update");
  assertPlanIsOpen(plan);
  await tx.planEvidence.createMany({
    data: {
      ...input,
      datedOn: toDateColumn(datedDay),
      ...{ actionId, planId: plan.id, areaId: plan.areaId },
      ...{ editedByHatId: actor.hatId, editedAt: now },
    },
  });
  await record(ctx, { type: "plan_action.evidence_added", facts: { planId: plan.id, actionId } });
  return { actionId };
}

export async function editEvidence(ctx: Context, input: EditEvidence) {
  const { actor, tx, now } = ctx;
  const { evidenceId, version, datedDay, ...details } = input;
  const seen = await getEvidence(ctx, evidenceId);
  const { plan, actionId } = seen.action;
  assertPlanIsOpen(plan);
  const { count } = await tx.planEvidence.updateMany({
    where: { id: evidenceId, version },
    data: {
      ...{ ...details, datedOn: toDateColumn(datedDay), version: version + 1 },
      ...{ editedByHatId: actor.hatId, editedAt: now },
    },
  });
  if (count === 0) throw overtaken(seen);
  await record(ctx, {
    type: "plan_action.evidence_edited",
    facts: { planId: plan.id, actionId, evidenceId },
  });
  return { actionId };
}

const overtaken = ({ edited, title, place, datedDay, benchmark, version }: EvidenceToEdit) =>
  new Overtaken(
    edited.by,
    `on ${formatInstant(edited.at)}`,
    [
      { name: "title", label: "What shows it", theirs: title },
      { name: "place", label: "Where it is kept", theirs: place },
      { name: "datedDay", label: "Date", theirs: datedDay },
      {
        name: "benchmark",
        label: "Part of the toolkit",
        theirs: benchmark ?? "",
        choices: benchmarkLabels,
      },
    ],
    version,
  );
