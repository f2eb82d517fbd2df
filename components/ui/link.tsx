import type { Route } from "next";
import NextLink from "next/link";
import type { AnchorHTMLAttributes, ReactNode } from "react";

type Props = Omit<AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & {
  href: string;
  children: ReactNode;
};

/** A link within the service. Never fetched ahead: opening a record is written down, hovering is not. */
export function Link({ href, className = "govuk-link", ...props }: Props) {
  return <NextLink prefetch={false} href={href as Route} className={className} {...props} />;
}
