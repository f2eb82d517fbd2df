import "server-only";

import { setTimeout as wait } from "node:timers/promises";
import type { Transporter } from "nodemailer";

import { sendDueMail } from "@/lib/worker/post";
import { codeOf } from "@/lib/worker/rules";
import { timers } from "@/lib/worker/timers";

const restBetweenRounds = 5_000;
const timersEvery = 60_000;

type Worker = {
  transport: Transporter | null;
  /** Asked to stop, the worker finishes the round it is in. */
  signal: AbortSignal;
  /** For the operator: what failed, as a name and a code, never a person's words. */
  report: (line: string) => void;
};

/** Sends the post and watches the clock until it is told to stop. A round that fails is tried again. */
export async function work({ transport, signal, report }: Worker): Promise<void> {
  let timersDue = 0;
  const safely = (name: string, job: () => Promise<unknown>) =>
    job().catch((error: unknown) => report(`${name} failed: ${codeOf(error)}`));

  while (!signal.aborted) {
    if (transport) await safely("post", () => sendDueMail(transport));
    if (Date.now() >= timersDue) {
      for (const { name, run } of timers) await safely(name, () => run(new Date()));
      timersDue = Date.now() + timersEvery;
    }
    await wait(restBetweenRounds, undefined, { signal }).catch(() => undefined);
  }
}
