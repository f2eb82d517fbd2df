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

/** Says three minutes before the end that the session is about to end. It asks the server, so two tabs agree. */
export function TimeoutWarning({ secondsLeftUrl, stay, signOut }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const [secondsLeft, ask] = useSecondsLeft(secondsLeftUrl);

  useEffect(() => {
    if (secondsLeft === undefined) return;
    if (secondsLeft === 0) return location.reload(); // to the sign-in page, which comes back here
    if (secondsLeft > warnAt) dialog.current?.close();
    else if (!dialog.current?.open) dialog.current?.showModal();
  }, [secondsLeft]);

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
      onCancel={() => void staySignedIn()}
    >
      <h2 className="govuk-heading-m" id="timeout-title">
        You’re about to be signed out
      </h2>
      <p className="govuk-body" id="timeout-text" role="status">
        For security, you will be signed out in {inWords(secondsLeft ?? warnAt)}. Drafts you have
        saved are safe.
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
    </dialog>
  );
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
