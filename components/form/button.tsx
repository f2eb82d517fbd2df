import type { ReactNode } from "react";

import { Link } from "@/components/ui/link";

type Variant = "secondary" | "warning" | "inverse";

const classOf = (variant?: Variant) =>
  variant ? `govuk-button govuk-button--${variant}` : "govuk-button";

type ButtonProps = {
  children: ReactNode;
  type?: "submit" | "button";
  /** Warning only for what destroys. */
  variant?: Variant;
  name?: string;
  value?: string;
  isBusy?: boolean;
  onClick?: () => void;
};

export function Button({ children, type = "submit", variant, isBusy, ...rest }: ButtonProps) {
  return (
    <button type={type} className={classOf(variant)} aria-disabled={isBusy || undefined} {...rest}>
      {children}
    </button>
  );
}

type LinkButtonProps = { href: string; variant?: Variant; children: ReactNode };

/** Goes somewhere, and looks like the page's main action. */
export function LinkButton({ href, variant, children }: LinkButtonProps) {
  return (
    <Link href={href} role="button" draggable={false} className={classOf(variant)}>
      {children}
    </Link>
  );
}

/** Buttons side by side, with the link that cancels. */
export function ButtonGroup({ children }: { children: ReactNode }) {
  return <div className="govuk-button-group">{children}</div>;
}
