import type { ReactNode } from "react";

import { Link } from "@/components/ui/link";
import { serviceName } from "@/components/ui/page-title";

/** The service's name, which leads home, and the hat somebody is wearing. */
export function AppHeader({ hat }: { hat?: ReactNode }) {
  return (
    <div className="govuk-generic-header">
      <div className="govuk-generic-header__container govuk-width-container">
        <div className="govuk-generic-header__logo">
          <Link href="/" className="govuk-generic-header__homepage-link">
            {serviceName}
          </Link>
        </div>
        {hat && <div className="app-header__hat">{hat}</div>}
      </div>
    </div>
  );
}
