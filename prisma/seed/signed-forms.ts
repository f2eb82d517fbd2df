import { buffer } from "node:stream/consumers";

import { signedFormTitle } from "@/lib/consent/labels";
import { seal, sha256 } from "@/lib/crypto/vault";
import { toPdf } from "@/lib/pdf";
import type { Opened } from "./casework";
import type { World } from "./world";

const casesSigned = 3;

/** The form that was signed, as it was scanned: the same words for everybody, and nobody's name (C-05, C-06). */
const scanned = async (createdAt: Date): Promise<Buffer> =>
  buffer(
    toPdf(
      [
        { kind: "heading", level: 1, text: "Consent to support" },
        {
          kind: "text",
          text: "I agree to take part in the support that was explained to me. I know that information is shared between the organisations named to me, the police and the Home Office, that I can withdraw on any day without a reason, and how to complain.",
        },
        { kind: "facts", rows: [["Signed", "Yes"]] },
      ],
      {
        ...{ title: signedFormTitle, marking: "OFFICIAL-SENSITIVE" },
        ...{ watermark: "Demonstration", createdAt },
      },
    ),
  );

/** The newest consents that were given have their signed form with them. */
export async function addSignedForms(world: World, cases: readonly Opened[]): Promise<void> {
  const { rows, areaId, chance } = world;
  const given = rows.consent.filter(({ state }) => state === "given").slice(-casesSigned);
  for (const { id: consentId, caseId, recordedAt } of given) {
    const opened = cases.find((one) => one.caseId === caseId);
    if (!opened || !consentId) continue;
    const addedAt = new Date(new Date(recordedAt).getTime() + 5 * 60_000);
    const file = await scanned(addedAt);
    const { hatId: addedByHatId, organisationId: suppliedById } = opened.coordinator;
    const [documentId, versionId] = [chance.id(addedAt), chance.id(addedAt)];
    const on = { caseId, areaId, addedByHatId, addedAt };
    rows.signedForm.push({
      ...{ id: documentId, ...on, consentId, suppliedById, title: signedFormTitle },
      ...{ marking: "official_sensitive", audience: "panel_members" },
    });
    rows.signedFormVersion.push({
      ...{ id: versionId, documentId, ...on, number: 1, why: "first" },
      ...{ contentType: "application/pdf", bytes: file.length, sha256: sha256(file) },
      sealed: seal(opened.key, `document_versions.sealed.${versionId}`, file),
      scan: "not_scanned",
    });
  }
}
