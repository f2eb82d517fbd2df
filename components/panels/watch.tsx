"use client";

import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";

const askEvery = 5_000;

/**
 * Brings the page up to date when somebody else has changed what it shows, and says so when it cannot
 * ask. What is typed on the page stays where it is.
 */
export function Watch({ url }: { url: string }) {
  const router = useRouter();
  const known = useRef<string>(undefined);
  const [isLost, setIsLost] = useState(false);

  useEffect(() => {
    const ask = async () => {
      if (document.hidden) return;
      const answer = await fetch(url, { cache: "no-store" }).catch(() => undefined);
      setIsLost(answer === undefined);
      if (!answer) return;
      const version = answer.ok ? ((await answer.json()) as { version: string }).version : "gone";
      if (known.current !== undefined && known.current !== version) router.refresh();
      known.current = version;
    };
    void ask();
    const timer = setInterval(ask, askEvery);
    return () => clearInterval(timer);
  }, [url, router]);

  return (
    <p className="govuk-body text-secondary" role="status">
      {isLost &&
        "The connection is lost, so this page may be out of date. What you have typed stays here: it is saved as soon as the connection is back and you go on writing."}
    </p>
  );
}
