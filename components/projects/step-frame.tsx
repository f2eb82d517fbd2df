import type { ReactNode } from "react";

import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";

export type StepProps = Record<"projectId" | "reference" | "caption" | "version", string>;

/** What each form on the road of a project begins with. */
export const StepFrame = ({ caption, children }: StepProps & { children: ReactNode }) => (
  <PageHeading caption={caption}>{children}</PageHeading>
);

/** What each of them sends along, and how it is left. */
StepFrame.form = ({ projectId, reference }: StepProps) => ({
  hidden: { projectId },
  cancel: <Link href={`/plan/projects/${projectId}`}>Cancel and go back to {reference}</Link>,
});
