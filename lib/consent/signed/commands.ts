import "server-only";

import { type TakenFile, takeFile } from "@/lib/attachments/commands";
import { mostFiles, refused } from "@/lib/attachments/rules";
import { record } from "@/lib/audit/record";
import { sha256 } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";
import { keepVersion } from "@/lib/documents/commands";
import { signedFormTitle } from "../labels";
import { getConsentToAttach, listSignedForms } from "./queries";

type Arrived = { reference: string; consentId: string; taken: TakenFile };

/** Reads what was posted before the transaction. Which consent it is for stands in the address. */
export async function takeInSignedForm(
  posted: FormData | "too_large" | "lost",
  named: { reference: string; consentId: string },
): Promise<Arrived> {
  return { ...named, taken: await takeFile(posted) };
}

/**
 * C-05: the form that was signed, kept with the consent as a document of its case. Whoever may see the
 * consent may see it, and nobody else. The same file again changes nothing.
 */
export async function attachSignedForm(ctx: Context, { consentId, taken }: Arrived) {
  const { actor, tx, now } = ctx;
  const consent = await getConsentToAttach(ctx, consentId);
  if ("refusal" in taken) throw taken.refusal;
  const { id: caseId, areaId, dataKeyId, reference } = consent.case;
  await tx.$queryRaw`select id from cases where id = ${caseId}::uuid for update`; // two at once are counted one after the other
  const there = await listSignedForms(ctx, consentId);
  const digest = sha256(taken.file.bytes);
  if (there.some((form) => form.sha256 === digest)) return { reference };
  if (there.length >= mostFiles) throw refused("too_many");

  const documentId = crypto.randomUUID();
  await tx.document.createMany({
    data: {
      id: documentId,
      caseId,
      areaId,
      consentId,
      suppliedById: actor.organisationId,
      marking: "official_sensitive",
      audience: "panel_members",
      title: there.length === 0 ? signedFormTitle : `${signedFormTitle}, file ${there.length + 1}`,
      addedByHatId: actor.hatId,
      addedAt: now,
    },
  });
  await keepVersion(ctx, { documentId, case: consent.case, number: 1, why: "first", ...taken });
  const facts = { reference, consentId, documentId };
  await record(ctx, { type: "consent_form.attached", dataKeyId, facts });
  return { reference };
}
