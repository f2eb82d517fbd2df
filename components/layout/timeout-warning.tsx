"use client";

import { useCallback, useEffect, useRef, useState } from "react";

type Props = {
  /** GET answers `{ "secondsLeft": 540 }`, or 401 when it is over, and does not itself prolong the session. */
  secondsLeftUrl: string;
  /** Prolongs the session. */
  stay: () => Promise<void>;
  signOut: () => Promise<void>;
};

const warnAt = 3 * 60;
const askEvery = 20;

/**
 * Says three minutes before the end that the session is about to end. It asks the server, so two
 * tabs agree. A page on which somebody has typed is never taken from them: it says that the session
 * is over, and goes on when they have signed in elsewhere.
 */
export function TimeoutWarning({ secondsLeftUrl, stay, signOut }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [secondsLeft, ask] = useSecondsLeft(secondsLeftUrl);
  const isOver = secondsLeft === 0;

  useEffect(() => {
    if (secondsLeft === undefined) return;
    if (isOver && !hasUnsavedText()) return location.reload(); // to the sign-in page, which comes back here
    if (secondsLeft > warnAt) dialog.current?.close();
    else if (!dialog.current?.open) dialog.current?.showModal();
  }, [secondsLeft, isOver]);

  const staySignedIn = async () => {
    await stay();
    dialog.current?.close();
    await ask();
  };

  return (
    <dialog
      ref={dialog}
      className="app-timeout"
      aria-labelledby="timeout-title"
      aria-describedby="timeout-text"
      onCancel={(event) => (isOver ? event.preventDefault() : void staySignedIn())}
    >
      {isOver ? (
        <SignedOut ask={ask} />
      ) : (
        <AboutToEnd
          secondsLeft={secondsLeft ?? warnAt}
          staySignedIn={staySignedIn}
          signOut={signOut}
        />
      )}
    </dialog>
  );
}

type AboutToEndProps = { secondsLeft: number; staySignedIn: () => void; signOut: () => void };

const AboutToEnd = ({ secondsLeft, staySignedIn, signOut }: AboutToEndProps) => (
  <>
    <h2 className="govuk-heading-m" id="timeout-title">
      You’re about to be signed out
    </h2>
    <p className="govuk-body" id="timeout-text" role="status">
      For security, you will be signed out in {inWords(secondsLeft)}. Drafts you have saved are
      safe.
    </p>
    <div className="govuk-button-group">
      <form action={staySignedIn}>
        <button type="submit" className="govuk-button">
          Stay signed in
        </button>
      </form>
      <form action={signOut}>
        <button type="submit" className="govuk-button govuk-button--secondary">
          Sign out
        </button>
      </form>
    </div>
  </>
);

const SignedOut = ({ ask }: { ask: () => void }) => (
  <>
    <h2 className="govuk-heading-m" id="timeout-title">
      You have been signed out
    </h2>
    <p className="govuk-body" id="timeout-text" role="status">
      What you typed is still on this page. Sign in again in another tab, then come back here and
      carry on.
    </p>
    <div className="govuk-button-group">
      <a href="/sign-in" target="_blank" rel="noopener" className="govuk-button">
        Sign in (opens in a new tab)
      </a>
      <button type="button" className="govuk-button govuk-button--secondary" onClick={ask}>
        I have signed in
      </button>
    </div>
  </>
);

/** Whether anything on the page differs from how it was loaded, or came back from the server unsaved. */
function hasUnsavedText(): boolean {
  if (document.querySelector("form[data-unsaved]")) return true;
  return [...document.forms].flatMap((form) => [...form.elements]).some(isChanged);
}

function isChanged(field: Element): boolean {
  if (field instanceof HTMLTextAreaElement) return field.value !== field.defaultValue;
  if (field instanceof HTMLSelectElement)
    return [...field.options].some(
      ({ selected, defaultSelected, index }) =>
        selected !== defaultSelected && (index > 0 || defaultSelected),
    );
  if (!(field instanceof HTMLInputElement) || field.type === "hidden") return false;
  if (field.type === "checkbox" || field.type === "radio")
    return field.checked !== field.defaultChecked;
  return field.value !== field.defaultValue;
}

/** By the minute, then every 20 seconds: often enough to know, seldom enough to be read aloud. */
function inWords(seconds: number) {
  if (seconds > 60) return `${Math.ceil(seconds / 60)} minutes`;
  if (seconds > 40) return "1 minute";
  return seconds > 20 ? "40 seconds" : "20 seconds";
}

function useSecondsLeft(url: string) {
  const [secondsLeft, setSecondsLeft] = useState<number>();
  const ask = useCallback(async () => {
    const response = await fetch(url, { cache: "no-store" }).catch(() => undefined);
    if (response?.status === 401) setSecondsLeft(0);
    if (!response?.ok) return;
    const answer: { secondsLeft?: number } = await response.json();
    if (typeof answer.secondsLeft === "number") setSecondsLeft(Math.max(0, answer.secondsLeft));
  }, [url]);
  useEffect(() => {
    void ask();
    const timer = setInterval(ask, askEvery * 1000);
    return () => clearInterval(timer);
  }, [ask]);
  return [secondsLeft, ask] as const;
}
