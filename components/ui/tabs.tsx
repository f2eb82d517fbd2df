"use client";

import { type KeyboardEvent, type ReactNode, useRef, useState } from "react";

import { useHydrated } from "./use-hydrated";

type Tab = { id: string; label: string; content: ReactNode };

/** Two to four short views of one thing, never a way between pages. Without script, links to headings. */
export function Tabs({ title = "Contents", tabs }: { title?: string; tabs: Tab[] }) {
  const isHydrated = useHydrated();
  const [selected, setSelected] = useState(tabs[0]?.id);
  const list = useRef<HTMLUListElement>(null);

  const move = (event: KeyboardEvent) => {
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    const next = step && tabs[tabs.findIndex(({ id }) => id === selected) + step];
    if (!next) return;
    event.preventDefault();
    setSelected(next.id);
    list.current?.querySelector<HTMLElement>(`[href="#${next.id}"]`)?.focus();
  };

  return (
    <div className="govuk-tabs">
      <h2 className="govuk-tabs__title">{title}</h2>
      <ul ref={list} className="govuk-tabs__list" role={isHydrated ? "tablist" : undefined}>
        {tabs.map(({ id, label }) => (
          <li
            key={id}
            className={`govuk-tabs__list-item${id === selected ? " govuk-tabs__list-item--selected" : ""}`}
            role={isHydrated ? "presentation" : undefined}
          >
            <a
              className="govuk-tabs__tab"
              href={`#${id}`}
              {...(isHydrated && {
                id: `tab_${id}`,
                role: "tab",
                "aria-controls": id,
                "aria-selected": id === selected,
                tabIndex: id === selected ? 0 : -1,
                onKeyDown: move,
                onClick: (event) => {
                  event.preventDefault();
                  setSelected(id);
                },
              })}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
      {tabs.map(({ id, content }) => (
        <div
          key={id}
          className={`govuk-tabs__panel${id === selected ? "" : " govuk-tabs__panel--hidden"}`}
          id={id}
          {...(isHydrated && { role: "tabpanel", "aria-labelledby": `tab_${id}` })}
        >
          {content}
        </div>
      ))}
    </div>
  );
}
