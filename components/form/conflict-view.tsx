"use client";

import { useEffect, useRef } from "react";

import { useHydrated } from "@/components/ui/use-hydrated";
import type { Conflict, FormValues } from "@/lib/form-state";

type Props = {
  conflict: Conflict;
  yours: FormValues;
  take: (name: string, theirs: string) => void;
};

/** Somebody else was first: both texts side by side, and the person chooses. Nothing is overwritten. */
export function ConflictView({ conflict, yours, take }: Props) {
  const box = useRef<HTMLElement>(null);
  const isHydrated = useHydrated();
  useEffect(() => {
    if (conflict) box.current?.focus();
  }, [conflict]);
  return (
    <section ref={box} className="app-conflict" tabIndex={-1} aria-labelledby="conflict-title">
      <h2 className="govuk-heading-m" id="conflict-title">
        Somebody changed this while you were writing
      </h2>
      <p className="govuk-body">
        {conflict.savedBy} saved it {conflict.savedAt}. Nothing of yours is lost: it is still in the
        form below. Change it as you want it to be, then save again.
      </p>
      {conflict.fields.map(({ name, label, theirs, choices }) => (
        <div key={name}>
          <h3 className="govuk-heading-s">{label}</h3>
          <div className="app-conflict__pair">
            <div>
              <p className="govuk-body">What you wrote</p>
              <p className="govuk-body app-conflict__text">{textOf(yours[name], choices)}</p>
            </div>
            <div>
              <p className="govuk-body">What {conflict.savedBy} saved</p>
              <p className="govuk-body app-conflict__text">{textOf(theirs, choices)}</p>
              {isHydrated && (
                <button
                  type="button"
                  className="govuk-button govuk-button--secondary"
                  onClick={() => take(name, theirs)}
                >
                  Use this<span className="govuk-visually-hidden"> for {label}</span>
                </button>
              )}
            </div>
          </div>
        </div>
      ))}
    </section>
  );
}

function textOf(
  value: string | string[] | undefined,
  choices: Readonly<Record<string, string>> = {},
) {
  const words = [value ?? []].flat().map((word) => choices[word] ?? word);
  return words.join(", ") || "Nothing";
}
