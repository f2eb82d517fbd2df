import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";

export type Worn = { id: string; areaId: string; organisationId: string; role: Role };

/** A cover is set by whoever is away, the lead of their organisation, or the administrator. */
export function maySetCover(actor: Actor, hat: Worn): boolean {
  if (hat.id === actor.hatId) return true;
  if (hat.areaId !== actor.areaId) return false;
  if (actor.role === "administrator") return true;
  return actor.role === "agency_lead" && hat.organisationId === actor.organisationId;
}

const ofAnOrganisation: readonly Role[] = ["referrer", "agency_lead"];

/** The roles that could do the work of another, and whether only inside the organisation. */
export const coversFor = (role: Role): { roles: readonly Role[]; isInside: boolean } =>
  ofAnOrganisation.includes(role)
    ? { roles: ofAnOrganisation, isInside: true }
    : { roles: [role], isInside: false };
