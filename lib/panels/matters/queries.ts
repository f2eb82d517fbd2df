import "server-only";

import type { DeconflictionOutcome } from "@/lib/cases/labels";
import { type Day, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";

/** What is still to be done. */
export const openActions = { status: { in: ["not_started", "in_progress"] } };

/** What earlier meetings asked for and is not done yet: matters arising, the latest first (M-04). */
export async function listMattersArising(
  { actor, tx }: Context,
  { id: meetingId, heldOn }: { id: string; heldOn: Day },
) {
  const found = await tx.action.findMany({
    where: {
      ...openActions,
      kind: "panel",
      meetingId: { not: meetingId },
      meeting: { heldOn: { lte: toDateColumn(heldOn) } },
      case: { areaId: actor.areaId },
    },
    orderBy: [{ dueOn: "asc" }, { id: "asc" }],
    take: 50,
    select: {
      id: true,
      title: true,
      dueOn: true,
      case: { select: { reference: true } },
      ownerOrganisation: { select: { name: true } },
    },
  });
  return found.map(({ case: onCase, ownerOrganisation, dueOn, ...action }) => ({
    ...action,
    reference: onCase?.reference ?? "",
    organisation: ownerOrganisation.name,
    dueOn: fromDateColumn(dueOn),
  }));
}

/** How each case stands with the police, in a code and never in words (IS-24). */
export async function listDeconflictions({ tx }: Context, caseIds: string[]) {
  const found = await tx.deconfliction.findMany({
    where: { caseId: { in: caseIds } },
    orderBy: { recordedAt: "desc" },
    select: { caseId: true, outcome: true },
  });
  return (caseId: string) =>
    (found.find((one) => one.caseId === caseId)?.outcome ?? null) as DeconflictionOutcome | null;
}
