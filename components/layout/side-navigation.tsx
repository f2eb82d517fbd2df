"use client";

import { usePathname } from "next/navigation";

import { Link } from "@/components/ui/link";
import { hereAmong, type Place } from "./here";

type Section = { heading?: string; items: Place[] };

const useHere = (items: Place[]) => hereAmong(items, usePathname() ?? "")?.href;

/** The parts of a case or of the plan, each a page of its own. A row at phone width. */
export function SideNavigation({ label, sections }: { label: string; sections: Section[] }) {
  const here = useHere(sections.flatMap(({ items }) => items));
  return (
    <nav className="moj-side-navigation" aria-label={label}>
      {sections.map(({ heading, items }) => (
        <div key={heading ?? items[0]?.href}>
          {heading && <h2 className="moj-side-navigation__title">{heading}</h2>}
          <ul className="moj-side-navigation__list">
            {items.map(({ href, text }) => (
              <li
                key={href}
                className={`moj-side-navigation__item${href === here ? " moj-side-navigation__item--active" : ""}`}
              >
                <Link
                  href={href}
                  className=""
                  aria-current={href === here ? "location" : undefined}
                >
                  {text}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      ))}
    </nav>
  );
}

/** A few pages of the same thing, in a row. */
export function SubNavigation({ label, items }: { label: string; items: Place[] }) {
  const here = useHere(items);
  return (
    <nav className="moj-sub-navigation" aria-label={label}>
      <ul className="moj-sub-navigation__list">
        {items.map(({ href, text }) => (
          <li key={href} className="moj-sub-navigation__item">
            <Link
              className="moj-sub-navigation__link"
              href={href}
              aria-current={href === here ? "page" : undefined}
            >
              {text}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
