"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** A heading that takes the focus when its page comes up, so that the next Tab is the work itself. */
export function WorkHeading({ caption, children }: { caption: string; children: ReactNode }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <>
      <span className="govuk-caption-l">{caption}</span>
      <h1 ref={heading} tabIndex={-1} className="govuk-heading-l govuk-skip-link-focused-element">
        {children}
      </h1>
    </>
  );
}
