"use client";

import { useEffect, useState } from "react";

import { useHydrated } from "@/components/ui/use-hydrated";

const minute = 60_000;

/** How long the panel has been at this item. Counted here and kept nowhere. */
export function ItemTimer({ begunAt }: { begunAt: string }) {
  const isHydrated = useHydrated();
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), minute / 4);
    return () => clearInterval(timer);
  }, []);
  if (!isHydrated) return null;
  const minutes = Math.max(0, Math.floor((now - Date.parse(begunAt)) / minute));
  return <span>{minutes === 1 ? " 1 minute so far" : ` ${minutes} minutes so far`}</span>;
}
