"use client";

import { useEffect, useRef, useState } from "react";

/** Keeps what there is as a draft. `savedAt` is the time as words: "2:03pm". */
export type Autosave = (data: FormData) => Promise<{ savedAt: string } | { failed: true }>;

const afterTypingStops = 2_000;

/** Saves a draft when typing has stopped for two seconds, and says so. Leaving is warned of only if it could not. */
export function useAutosave(save: Autosave | undefined, isSending: boolean) {
  const [status, setStatus] = useState<{ savedAt: string } | { failed: true }>();
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const hasFailed = status !== undefined && "failed" in status;

  useEffect(() => () => clearTimeout(timer.current), []);
  useEffect(() => {
    if (isSending) clearTimeout(timer.current);
    if (isSending || !hasFailed) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    addEventListener("beforeunload", warn);
    return () => removeEventListener("beforeunload", warn);
  }, [isSending, hasFailed]);

  const onInput = save
    ? (event: React.FormEvent<HTMLFormElement>) => {
        const form = event.currentTarget;
        clearTimeout(timer.current);
        timer.current = setTimeout(() => {
          save(new FormData(form)).then(setStatus, () => setStatus({ failed: true }));
        }, afterTypingStops);
      }
    : undefined;
  return { status, onInput };
}
