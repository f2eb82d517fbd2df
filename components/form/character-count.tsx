"use client";

import { useEffect, useState } from "react";

import { useHydrated } from "@/components/ui/use-hydrated";

type Props = { id: string; length: number; maxLength: number };

const afterTypingStops = 1_000;

/** How much room is left: seen at once, read aloud when typing stops. It never cuts anything off. */
export function CharacterCount({ id, length, maxLength }: Props) {
  const isHydrated = useHydrated();
  const said = useSettled(length);
  const isOver = length > maxLength;
  const base = "govuk-character-count__message";
  return (
    <>
      <div id={id} className={`govuk-hint ${base}${isHydrated ? " govuk-visually-hidden" : ""}`}>
        You can enter up to {maxLength.toLocaleString("en-GB")} characters
      </div>
      {isHydrated && (
        <>
          <div
            className={`${isOver ? "govuk-error-message" : "govuk-hint"} ${base}`}
            aria-hidden="true"
          >
            {inWords(maxLength - length)}
          </div>
          <div className="govuk-visually-hidden" role="status">
            {said !== undefined && inWords(maxLength - said)}
          </div>
        </>
      )}
    </>
  );
}

function inWords(left: number) {
  const count = Math.abs(left).toLocaleString("en-GB");
  const characters = Math.abs(left) === 1 ? "character" : "characters";
  return `You have ${count} ${characters} ${left < 0 ? "too many" : "remaining"}`;
}

/** The length once typing has stopped; nothing before anybody has typed. */
function useSettled(length: number) {
  const [first] = useState(length);
  const [settled, setSettled] = useState<number>();
  useEffect(() => {
    if (length === first && settled === undefined) return;
    const timer = setTimeout(() => setSettled(length), afterTypingStops);
    return () => clearTimeout(timer);
  }, [length, first, settled]);
  return settled;
}
