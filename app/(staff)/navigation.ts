import type { Actor } from "@/lib/access/actor";
import { mayEver, type Permission } from "@/lib/access/policy";

const parts: {
  href: string;
  text: string;
  needs: Permission | null;
  or?: Permission;
  also?: string;
}[] = [
  { href: "/home", text: "Home", needs: null },
  { href: "/concerns", text: "Concerns", needs: "concern:read" },
  { href: "/referrals", text: "Referrals", needs: "referral:write" },
  { href: "/requests", text: "Requests", needs: "request:answer" },
  { href: "/cases", text: "Cases", needs: "case:read", also: "/transfers" },
  { href: "/meetings", text: "Meetings", needs: "meeting:read", or: "board:read" },
  { href: "/actions", text: "Actions", needs: null },
  { href: "/plan", text: "Plan", needs: "plan:read" },
  { href: "/training", text: "Training", needs: "training:read" },
  { href: "/champions", text: "Champions", needs: "champion:sectors", or: "champion:read" },
  { href: "/insight", text: "Insight", needs: "insight:read" },
  { href: "/governance/told", text: "Not told", needs: "untold:settle" },
  { href: "/governance/audit", text: "Log", needs: "audit:read" },
  { href: "/admin/areas", text: "Area", needs: "area:manage" },
  { href: "/admin/forms", text: "Forms", needs: "form:manage" },
  { href: "/admin/people", text: "People", needs: "people:manage" },
];

/** Only what this person may open. */
export const navigationFor = (actor: Actor) =>
  parts
    .filter(({ needs, or }) => !needs || mayEver(actor, needs) || (or && mayEver(actor, or)))
    .map(({ href, text, also }) => ({ href, text, also }));
