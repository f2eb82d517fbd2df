import type { ReactNode } from "react";

import { Link } from "./link";

const arrows = { asc: "▲", desc: "▼" };

type Props = { href: string; direction?: "asc" | "desc"; children: ReactNode };

/** A column's heading that sorts the whole list, from its first page. */
export function SortLink({ href, direction, children }: Props) {
  return (
    <Link href={href} className="govuk-link govuk-link--no-visited-state app-sort-link">
      {children}
      {direction && <span aria-hidden="true"> {arrows[direction]}</span>}
    </Link>
  );
}
