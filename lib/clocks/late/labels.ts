import { type Role, roleLabels } from "@/lib/access/labels";

const { gateway_officer, coordinator, chair, provider, agency_lead, panel_member } = roleLabels;

/** Whose clocks a list of what is late can be narrowed to. */
export const lateOwners = {
  gateway_officer,
  coordinator,
  chair,
  provider,
  agency_lead,
  panel_member,
} as const satisfies Partial<Record<Role, string>>;
export type LateOwner = keyof typeof lateOwners;
