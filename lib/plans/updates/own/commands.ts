import "server-only";

import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused } from "@/lib/errors";
import { getPlanAction, type PlanActionHistory } from "@/lib/plans/actions/queries";
import { percentDisagrees } from "@/lib/plans/rules";
import type { UpdatePlanAction } from "@/lib/plans/schema";
import { updatePlanAction } from "@/lib/plans/updates/commands";
import { cannotStayAsBefore } from "@/lib/plans/updates/own/rules";
import type { OwnUpdate } from "@/lib/plans/updates/own/schema";

/** What the whole update of one action is, once what was said before is filled in. */
function wholeUpdate(seen: PlanActionHistory, said: OwnUpdate): UpdatePlanAction {
  const { saying, actionId, version, note } = said;
  const percent = said.percent ?? (saying === "grey" ? 0 : seen.percent);
  const whole = { actionId, version, percent, note };
  if (saying !== "same") return { ...whole, rag: saying };
  const reason = seen.ragReason ?? "";
  if (seen.rag === "amber")
    return { ...whole, rag: "amber", reason, recoveryPlan: seen.recoveryPlan ?? "" };
  if (seen.rag === "red") return { ...whole, rag: "red", reason };
  return { ...whole, rag: seen.rag === "grey" ? "grey" : "green" };
}

/** All of them or none: what is wrong with any is said beside it, and the rest is not lost. */
export async function updateOwnActions(ctx: Context, updates: OwnUpdate[]) {
  const errors: Record<string, string[]> = {};
  const whole: UpdatePlanAction[] = [];
  for (const said of updates) {
    const { actionId, saying, version } = said;
    const seen = await getPlanAction(ctx, actionId, "plan:update");
    const update = wholeUpdate(seen, said);
    const asBefore = saying === "same" ? cannotStayAsBefore(seen) : null;
    const disagreement = percentDisagrees(update.rag, update.percent);
    if (seen.version !== version)
      errors[`saying-${actionId}`] = [
        "Somebody else has updated this one since you opened the page. Open the page again to see it",
      ];
    else if (asBefore) errors[`saying-${actionId}`] = [asBefore];
    else if (disagreement) errors[`percent-${actionId}`] = [disagreement];
    whole.push(update);
  }
  if (Object.keys(errors).length > 0) throw new FieldsRefused(errors);
  for (const update of whole) await updatePlanAction(ctx, update);
  return { updated: whole.length };
}
