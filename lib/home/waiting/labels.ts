import type { Role } from "@/lib/access/labels";

/** What may wait for somebody: the words over it, and the list that holds all of it. */
export const waitingLabels = {
  drafts: { title: "Referrals you have begun", all: "/referrals" },
  concerns: { title: "Concerns being checked", all: "/concerns" },
  requests: { title: "Requests for information to answer", all: "/requests" },
  to_screen: { title: "Referrals to screen", all: "/referrals" },
  to_decide: { title: "Section 36 decisions to make", all: "/cases?stage=s36_decision" },
  transfers: { title: "Cases that another area offers", all: "/transfers" },
  pauses: { title: "Pauses to look at again", all: "/cases" },
  covered: { title: "Dates you keep for a colleague who is away", all: "/cases?sort=due" },
  support_concerns: { title: "Concerns that mentors have raised", all: "/cases" },
  consent_forms: { title: "Signed consent forms to confirm", all: "/cases" },
  onward: { title: "Onward referrals without an answer", all: "/cases" },
  signposts: { title: "Services to hear from", all: "/referrals?status=closed" },
  untold: { title: "People not told 90 days after closure", all: "/governance/told" },
  sessions: { title: "Sessions to record", all: "/cases" },
  clocks: { title: "Dates on your cases", all: "/cases?sort=due" },
  late_requests: { title: "Cases with a late request for information", all: "/cases" },
  to_list: { title: "Cases to put on an agenda", all: "/cases?stage=panel_listed" },
  meetings: { title: "Next meetings", all: "/meetings" },
  to_countersign: { title: "Assessments waiting for a second reader", all: "/cases" },
  minutes: { title: "Minutes to sign", all: "/meetings?past=yes" },
  decisions: { title: "Decisions to record", all: "/meetings" },
  reviews: { title: "Reviews after support", all: "/cases?sort=due" },
  actions: { title: "Your actions", all: "/actions" },
  plan_actions: { title: "Plan actions to update", all: "/actions?tab=organisation" },
  measures: { title: "Measures without a figure for the last quarter", all: "/plan/measures" },
  risks: { title: "Risks you own whose review is near or late", all: "/plan/risks" },
  training: { title: "Training that falls short in your organisation", all: "/training" },
  comments: { title: "Draft plans that wait for your comments", all: "/plan/consultation" },
  approvals: { title: "Reports that wait for your approval", all: "/plan/reports" },
  contributions: { title: "Consultations that wait for what you say", all: "/plan/consultations" },
  questions: { title: "Questions that your group was asked", all: "/meetings/escalations" },
  overspent: { title: "Funding lines that are overspent", all: "/plan/funding" },
  reports: { title: "Reports published in the last quarter", all: "/plan/reports" },
  unreviewed: { title: "Risks whose review is late", all: "/plan/risks" },
  exceptions: { title: "Plan actions that are red, overdue or without an update", all: "/plan" },
  approved_plan: { title: "Plans in force", all: "/plan" },
} as const;
export type Waiting = keyof typeof waitingLabels;

const toRead: readonly Waiting[] = ["reports", "approved_plan"];

/** It asks for nothing, so it stands in a list of its own beside what waits. */
export const isToRead = ({ kind }: { kind: Waiting }): boolean => toRead.includes(kind);

/** What each role is asked for, most pressing first, and what it is given to read (domain 2.2). */
export const waitingFor: Record<Role, readonly Waiting[]> = {
  referrer: ["requests", "concerns", "drafts"],
  agency_lead: [
    ...(["requests", "concerns", "drafts", "approvals", "contributions", "comments"] as const),
    ...(["plan_actions", "measures", "training", "risks"] as const),
  ],
  gateway_officer: ["to_screen", "to_decide", "signposts", "pauses", "drafts"],
  coordinator: [
    "covered",
    "support_concerns",
    "consent_forms",
    "transfers",
    "clocks",
    "late_requests",
    "to_list",
    "reviews",
    "onward",
    "meetings",
    "actions",
    "drafts",
  ],
  chair: [
    "support_concerns",
    "covered",
    "decisions",
    "minutes",
    "to_countersign",
    "reviews",
    "onward",
    "meetings",
    "clocks",
    "actions",
  ],
  panel_member: ["covered", "requests", "meetings", "actions", "drafts"],
  invitee: ["requests", "meetings", "actions"],
  provider: ["covered", "sessions", "actions"],
  prevent_coordinator: ["exceptions", "plan_actions", "approved_plan"],
  steering_member: [
    ...(["exceptions", "overspent", "unreviewed", "questions", "approvals"] as const),
    ...(["contributions", "comments", "approved_plan", "reports"] as const),
  ],
  gold_reader: ["questions", "approvals", "contributions", "reports", "approved_plan"],
  governance_officer: ["untold"],
  auditor: ["approved_plan"],
  administrator: [],
};
