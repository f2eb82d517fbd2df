/** The roles of the partnership, by the words on the screen. */
export const roleLabels = {
  referrer: "Safeguarding lead",
  agency_lead: "Agency lead",
  gateway_officer: "Gateway officer",
  coordinator: "Channel case coordinator",
  chair: "Panel chair",
  panel_member: "Panel member",
  invitee: "Case invitee",
  provider: "Intervention provider",
  prevent_coordinator: "Prevent co-ordinator",
  steering_member: "Steering group member",
  gold_reader: "Gold group reader",
  governance_officer: "Information governance lead",
  auditor: "Auditor",
  administrator: "Administrator",
} as const;

export type Role = keyof typeof roleLabels;
