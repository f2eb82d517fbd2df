import "server-only";

import { record } from "@/lib/audit/record";
import { getCaseById } from "@/lib/cases/queries";
import { hatsRunning } from "@/lib/cases/workers/queries";
import { toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { openStages } from "../ledger/commands";
import type { HandOverForm, ReturnForm } from "../schema";
import { getForm } from "./queries";

/** A mentor brings a signed form (2.3). Consent stands where it stood until somebody confirms it. */
export async function handOverForm(ctx: Context, { caseId, ...input }: HandOverForm) {
  const { tx, actor, now } = ctx;
  const caseRecord = await getCaseById(ctx, caseId, "consent:hand_over");
  const { areaId, reference, dataKeyId, status } = caseRecord;
  if (!openStages.includes(status)) {
    throw new RuleBroken("Consent cannot be recorded while the case is at this stage.");
  }
  const signedOn = toDateColumn(input.signedOn);
  const handed = { handedByHatId: actor.hatId, handedAt: now };
  await tx.consentForm.createMany({ data: { ...input, signedOn, caseId, areaId, ...handed } });
  const path = `/cases/${reference}/consent`;
  await notify(ctx, await hatsRunning(ctx, caseId), {
    kind: "consent_form_handed",
    reference,
    path,
  });
  await record(ctx, { type: "consent_form.handed_over", dataKeyId, facts: { reference } });
  return { reference };
}

/** Not as it has to be: the mentor hears why, and consent is untouched. */
export async function returnForm(ctx: Context, { formId, returnReason }: ReturnForm) {
  const form = await getForm(ctx, formId);
  const { reference, dataKeyId } = form.case;
  await settleForm(ctx, { formId, caseId: form.caseId, state: "returned", returnReason });
  const path = `/cases/${reference}/support`;
  await notify(ctx, [form.handedByHatId], { kind: "consent_form_returned", reference, path });
  await record(ctx, { type: "consent_form.returned", dataKeyId, facts: { reference } });
  return { reference };
}

type Settled = {
  formId: string;
  caseId: string;
  state: "confirmed" | "returned";
  returnReason?: string;
};

export async function settleForm(
  { tx, actor, now }: Context,
  { formId, caseId, ...settled }: Settled,
) {
  const { count } = await tx.consentForm.updateMany({
    where: { id: formId, caseId, state: "waiting" },
    data: { ...settled, settledByHatId: actor.hatId, settledAt: now, version: { increment: 1 } },
  });
  if (count === 0) throw new RuleBroken("This form is not waiting any more. Reload it to see.");
}
