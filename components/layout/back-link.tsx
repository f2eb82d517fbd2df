import type { ReactNode } from "react";

import { Link } from "@/components/ui/link";

/** Goes to a fixed place that makes sense. Say which: "Back to cases". */
export function BackLink({ href, children = "Back" }: { href: string; children?: ReactNode }) {
  return (
    <nav aria-label={typeof children === "string" ? children : "Back"}>
      <Link href={href} className="govuk-back-link">
        {children}
      </Link>
    </nav>
  );
}
