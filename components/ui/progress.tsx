"use client";

import { useRouter } from "next/navigation";
import { useEffect, useState } from "react";

/** How far long work has come. `text` is a sentence. */
export type ProgressState = { text: string; done?: number; total?: number; isFinished: boolean };

const askEvery = 2_000;

/** Long work: asks `url` how far it is, and shows the page again when it is finished. */
export function Progress({ url, now }: { url: string; now: ProgressState }) {
  const router = useRouter();
  const [state, setState] = useState(now);

  useEffect(() => {
    if (state.isFinished) return;
    const timer = setTimeout(async () => {
      const response = await fetch(url, { cache: "no-store" }).catch(() => undefined);
      const next: ProgressState = response?.ok ? await response.json() : { ...state };
      setState(next);
      if (next.isFinished) router.refresh();
    }, askEvery);
    return () => clearTimeout(timer);
  }, [url, state, router]);

  return (
    <div>
      <p className="govuk-body" role="status">
        {state.text}
      </p>
      {!state.isFinished && (
        <progress
          className="app-progress"
          aria-label="Progress"
          value={state.total ? state.done : undefined}
          max={state.total}
        />
      )}
    </div>
  );
}
