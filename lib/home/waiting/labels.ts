import type { Role } from "@/lib/access/labels";

/** What may wait for somebody: the words over it, and the list that holds all of it. */
export const waitingLabels = {
  drafts: { title: "Referrals you have begun", all: "/referrals" },
  concerns: { title: "Concerns being checked", all: "/concerns" },
  requests: { title: "Requests for information to answer", all: "/requests" },
  to_screen: { title: "Referrals to screen", all: "/referrals" },
  to_decide: { title: "Section 36 decisions to make", all: "/cases?stage=s36_decision" },
  pauses: { title: "Pauses to look at again", all: "/cases" },
  covered: { title: "Dates you keep for a colleague who is away", all: "/cases?sort=due" },
  support_concerns: { title: "Concerns that mentors have raised", all: "/cases" },
  consent_forms: { title: "Signed consent forms to confirm", all: "/cases" },
  sessions: { title: "Sessions to record", all: "/cases" },
  clocks: { title: "Dates on your cases", all: "/cases?sort=due" },
  late_requests: { title: "Cases with a late request for information", all: "/cases" },
  to_list: { title: "Cases to put on an agenda", all: "/cases?stage=panel_listed" },
  meetings: { title: "Next meetings", all: "/meetings" },
  to_countersign: { title: "Assessments waiting for a second reader", all: "/cases" },
  decisions: { title: "Decisions to record", all: "/meetings" },
  reviews: { title: "Reviews after support", all: "/cases?sort=due" },
  actions: { title: "Your actions", all: "/actions" },
  plan_actions: { title: "Plan actions to update", all: "/actions?tab=organisation" },
  exceptions: { title: "Plan actions that are red, overdue or without an update", all: "/plan" },
  approved_plan: { title: "The plan in force", all: "/plan" },
} as const;
export type Waiting = keyof typeof waitingLabels;

/** What each role is asked for, most pressing first (domain 2.2). */
export const waitingFor: Record<Role, readonly Waiting[]> = {
  referrer: ["requests", "concerns", "drafts"],
  agency_lead: ["requests", "concerns", "drafts", "plan_actions"],
  gateway_officer: ["to_screen", "to_decide", "pauses", "drafts"],
  coordinator: [
    "covered",
    "support_concerns",
    "consent_forms",
    "clocks",
    "late_requests",
    "to_list",
    "reviews",
    "meetings",
    "actions",
    "drafts",
  ],
  chair: ["support_concerns", "covered", "decisions", "to_countersign", "reviews", "meetings", "clocks", "actions"],
  panel_member: ["covered", "requests", "meetings", "actions", "drafts"],
  invitee: ["meetings", "actions"],
  provider: ["covered", "sessions", "actions"],
  prevent_coordinator: ["exceptions", "plan_actions", "approved_plan"],
  steering_member: ["exceptions", "approved_plan"],
  gold_reader: ["approved_plan"],
  governance_officer: [],
  auditor: ["approved_plan"],
  administrator: [],
};
