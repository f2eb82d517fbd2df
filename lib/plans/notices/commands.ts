import "server-only";

import type { Context } from "@/lib/db/with-actor";
import { notify } from "@/lib/notices/commands";
import { listHatsOver } from "@/lib/plans/queries";

type Given = { planId: string; actionId: string; reference: string; ownerOrganisationId: string };

/** The leads of the organisation that leads an action. */
export async function tellOwner(
  ctx: Context,
  kind: "action_given" | "action_stale",
  { planId, actionId, reference, ownerOrganisationId }: Given,
) {
  const leads = await listHatsOver(ctx, planId, ["agency_lead"], ownerOrganisationId);
  await notify(ctx, leads, { kind, reference, path: `/plan/actions/${actionId}` });
}
