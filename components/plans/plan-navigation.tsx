import { SubNavigation } from "@/components/layout/side-navigation";

export const planParts = [
  { path: "/plan", text: "Actions" },
  { path: "/plan/board", text: "Board" },
  { path: "/plan/timeline", text: "Timeline" },
  { path: "/plan/measures", text: "Measures" },
  { path: "/plan/objectives", text: "Objectives and toolkit" },
  { path: "/plan/snapshots", text: "Quarters and versions" },
  // One part: its pages lead to each other by links of their own.
  {
    path: "/plan/consultation",
    text: "Draft to approval",
    also: ["/plan/equality", "/plan/approval", "/plan/public"],
  },
  { path: "/plan/reports", text: "Reports" },
];

/** The pages of one plan, each a way to read it. */
export const PlanNavigation = ({ planId }: { planId: string }) => (
  <SubNavigation
    label="Ways to read the plan"
    items={planParts.map(({ path, ...part }) => ({ href: `${path}?plan=${planId}`, ...part }))}
  />
);
