import { SubNavigation } from "@/components/layout/side-navigation";

const pages = [
  { href: "/plan/assessments", text: "Self-assessments" },
  { href: "/plan/assessments/trends", text: "Trends" },
  { href: "/plan/assessments/compliance", text: "Each authority" },
];
const register = [
  { href: "/plan/assessments/co-operation", text: "Co-operation" },
  { href: "/plan/assessments/guidance", text: "Guidance" },
];

/** How well the duty is done. Those above the group read what was submitted, and not the two registers. */
export const AssessmentNavigation = ({ hasRegisters }: { hasRegisters: boolean }) => (
  <SubNavigation
    label="Self-assessment and compliance"
    items={hasRegisters ? [...pages, ...register] : pages}
  />
);
