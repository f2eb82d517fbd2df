import type { Role } from "@/lib/access/labels";

/** The parts of the service where a role begins, when nothing waits by name. */
export const shortcuts: Partial<Record<Role, readonly { href: string; text: string }[]>> = {
  coordinator: [{ href: "/actions/late", text: "See what is late, and who was told" }],
  chair: [{ href: "/actions/late", text: "See what is late, and who was told" }],
  gateway_officer: [{ href: "/actions/late", text: "See what is late, and who was told" }],
  prevent_coordinator: [{ href: "/actions/late", text: "See what is late, and who was told" }],
  referrer: [
    { href: "/concerns/new", text: "Record a concern" },
    { href: "/referrals/blank", text: "Print a blank referral form" },
  ],
  agency_lead: [
    { href: "/concerns/new", text: "Record a concern" },
    { href: "/referrals/blank", text: "Print a blank referral form" },
  ],
  governance_officer: [{ href: "/governance/audit", text: "Read the log" }],
  auditor: [{ href: "/governance/audit", text: "Read the log" }],
  steering_member: [{ href: "/insight", text: "See the figures for the quarter" }],
  gold_reader: [{ href: "/insight", text: "See the figures for the quarter" }],
  administrator: [
    { href: "/admin/people", text: "People and their roles" },
    { href: "/admin/areas", text: "Time limits of the area" },
  ],
};
