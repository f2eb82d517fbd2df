import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import type { CaseInWorld } from "./cases";
import type { Dice } from "./dice";
import { at, day, lay } from "./rows";

const audiences = [
  "all_partners",
  "panel_members",
  "named_organisations",
  "chair_and_coordinator",
] as const;

export function itemsOf(
  random: Dice,
  organisations: { id: string }[],
  actors: Actor[],
  cases: CaseInWorld[],
) {
  const items = [];
  for (const { id: caseId, dataKeyId, parties } of cases) {
    for (const audience of audiences) {
      const supplierId = random.pick(organisations).id;
      const wasAsked = random.chance(0.4);
      const namedOrganisationIds =
        audience === "named_organisations"
          ? random.some(organisations, 0.5).map(({ id }) => id)
          : [];
      const id = randomUUID();
      const by = (actors[0] as Actor).hatId;
      const invitees = actors.filter(({ role }) => role === "invitee");
      const forHatId = wasAsked && random.chance(0.5) ? random.pick(invitees).hatId : null;
      const request = {
        forHatId,
        id,
        caseId,
        areaId: parties.areaId,
        organisationId: supplierId,
        reference: `PC-${caseId}`,
        dataKeyId,
        personName: "x",
        personBorn: "x",
        question: "x",
        lawfulBasis: "safeguarding",
        dueOn: day,
        askedByHatId: by,
        askedAt: at,
      };
      lay("informationRequest", wasAsked ? request : []);
      const words =
        audience === "chair_and_coordinator" ? { sealedBody: new Uint8Array(4) } : { body: "x" };
      lay("informationItem", {
        id,
        caseId,
        areaId: parties.areaId,
        suppliedById: supplierId,
        enteredByHatId: by,
        kind: "fact",
        source: "x",
        datedOn: day,
        reliability: "not_known",
        corroboration: "uncorroborated",
        audience,
        necessity: "x",
        lawfulBasis: "safeguarding",
        ...words,
        requestId: wasAsked ? id : null,
        enteredAt: at,
      });
      lay("corroborationChange", {
        ...{ id, itemId: id, caseId, areaId: parties.areaId, reasons: "x" },
        ...{ was: "disproved", became: "uncorroborated", changedByHatId: by, changedAt: at },
      });
      lay(
        "itemAudience",
        namedOrganisationIds.map((organisationId) => ({
          itemId: id,
          organisationId,
          caseId,
          areaId: parties.areaId,
        })),
      );
      const document = { id, caseId, areaId: parties.areaId };
      lay("document", {
        ...{ ...document, suppliedById: supplierId, marking: "official", audience },
        ...(audience === "chair_and_coordinator"
          ? { sealedTitle: new Uint8Array(4) }
          : { title: "x" }),
        ...{ addedByHatId: by, addedAt: at },
      });
      lay("documentVersion", {
        ...{ ...document, documentId: id, number: 1, why: "first", contentType: "x", bytes: 1 },
        ...{ sha256: "x", sealed: new Uint8Array(4), addedByHatId: by, addedAt: at },
      });
      lay(
        "documentAudience",
        namedOrganisationIds.map((organisationId) => ({
          ...{ documentId: id, organisationId, caseId, areaId: parties.areaId },
        })),
      );
      items.push({
        id,
        caseId,
        parties,
        item: { audience, supplierId, namedOrganisationIds, wasAsked, forHatId },
      });
    }
  }
  return items;
}
