import type { Role } from "@/lib/access/labels";

/** The parts of the service where a role begins, when nothing waits by name. */
export const shortcuts: Partial<Record<Role, readonly { href: string; text: string }[]>> = {
  referrer: [{ href: "/concerns/new", text: "Write down a concern" }],
  agency_lead: [{ href: "/concerns/new", text: "Write down a concern" }],
  governance_officer: [{ href: "/governance/audit", text: "Read the log" }],
  auditor: [{ href: "/governance/audit", text: "Read the log" }],
  steering_member: [{ href: "/insight", text: "See the figures for the quarter" }],
  gold_reader: [{ href: "/insight", text: "See the figures for the quarter" }],
  administrator: [{ href: "/admin/people", text: "People and their roles" }],
};
