"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

type Props = { label: string; done: number; total: number };

const lookAgainAfter = 5_000;

/** How far it is. Asks again by itself until it is done; without script, the page says how to. */
export function Progress({ label, done, total }: Props) {
  const router = useRouter();
  useEffect(() => {
    const timer = setInterval(() => router.refresh(), lookAgainAfter);
    return () => clearInterval(timer);
  }, [router]);
  const text = `${done.toLocaleString("en-GB")} of ${total.toLocaleString("en-GB")} cases`;
  return (
    <div className="app-reading">
      <label className="govuk-label" htmlFor="progress">
        {label}: {text}
      </label>
      <progress id="progress" className="w-full" value={done} max={Math.max(total, 1)}>
        {text}
      </progress>
      <p className="govuk-hint">
        You can leave this page: the work goes on. Reload it to see how far it is.
      </p>
    </div>
  );
}
