import { SubNavigation } from "@/components/layout/side-navigation";

const parts = [
  { path: "/plan", text: "Actions" },
  { path: "/plan/board", text: "Board" },
  { path: "/plan/timeline", text: "Timeline" },
  { path: "/plan/measures", text: "Measures" },
  { path: "/plan/objectives", text: "Objectives and toolkit" },
  { path: "/plan/snapshots", text: "Quarters and versions" },
  { path: "/plan/consultation", text: "Consultation" },
  { path: "/plan/reports", text: "Reports" },
];

/** The pages of one plan, each a way to read it. */
export const PlanNavigation = ({ planId }: { planId: string }) => (
  <SubNavigation
    label="Ways to read the plan"
    items={parts.map(({ path, text }) => ({ href: `${path}?plan=${planId}`, text }))}
  />
);
