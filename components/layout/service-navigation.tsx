"use client";

import { usePathname } from "next/navigation";
import { useState } from "react";

import { Link } from "@/components/ui/link";
import { useHydrated } from "@/components/ui/use-hydrated";

/** `waiting` prints as "Cases (3 waiting)". `also` is where pages of the same part stand. */
export type NavigationItem = { href: string; text: string; waiting?: number; also?: string };

const isUnder = (pathname: string, href: string) =>
  pathname === href || (href !== "/" && pathname.startsWith(`${href}/`));

/** Only what this person may open. The item whose part of the service this page is in is marked. */
export function ServiceNavigation({ items }: { items: NavigationItem[] }) {
  const pathname = usePathname() ?? "";
  const isHydrated = useHydrated();
  const [isOpen, setOpen] = useState(false);
  return (
    <div className="govuk-service-navigation">
      <div className="govuk-width-container">
        <div className="govuk-service-navigation__container">
          <nav aria-label="Menu" className="govuk-service-navigation__wrapper">
            <button
              type="button"
              className="govuk-service-navigation__toggle"
              aria-controls="navigation"
              aria-expanded={isOpen}
              hidden={!isHydrated}
              onClick={() => setOpen(!isOpen)}
            >
              Menu
            </button>
            <ul
              className={`govuk-service-navigation__list${isHydrated && !isOpen ? " app-navigation--folded" : ""}`}
              id="navigation"
            >
              {items.map((item) => (
                <Item key={item.href} pathname={pathname} {...item} />
              ))}
            </ul>
          </nav>
        </div>
      </div>
    </div>
  );
}

function Item({ href, text, waiting, also, pathname }: NavigationItem & { pathname: string }) {
  const isHere = pathname === href;
  const isWithin = isUnder(pathname, href) || (also !== undefined && isUnder(pathname, also));
  const label = waiting ? `${text} (${waiting.toLocaleString("en-GB")} waiting)` : text;
  const base = "govuk-service-navigation__item";
  return (
    <li className={isWithin ? `${base} ${base}--active` : base}>
      <Link
        className="govuk-service-navigation__link"
        href={href}
        aria-current={isHere ? "page" : isWithin ? "true" : undefined}
      >
        {isWithin ? (
          <strong className="govuk-service-navigation__active-fallback">{label}</strong>
        ) : (
          label
        )}
      </Link>
    </li>
  );
}
