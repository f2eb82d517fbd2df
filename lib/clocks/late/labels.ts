import { type Role, roleLabels } from "@/lib/access/labels";

const { gateway_officer, coordinator, chair, provider, agency_lead, panel_member } = roleLabels;

/** What is late now, or was late and has been settled since. */
export const lateStates = { now: "Late now", settled: "Was late, and is settled" } as const;
export type LateState = keyof typeof lateStates;

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
