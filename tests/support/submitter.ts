// Sends referrals, six at a time, until every job has its reference. Killed at any moment and started again, it
// goes on where it was: what was not acknowledged is sent again under the same key.
import { appendFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

import type { Actor } from "@/lib/access/actor";
import { withActor } from "@/lib/db/with-actor";
import { submitReferral } from "@/lib/referrals/commands";
import { saveDraftPage, startDraft } from "@/lib/referrals/drafts/commands";
import { once } from "@/lib/request/once";
import { declaration, wholeReferral } from "./answers";

type Job = { number: number; draftKey: string; sendKey: string };

const folder = process.argv[2] ?? "";
const acknowledged = `${folder}/acknowledged`;
const { referrer, jobs }: { referrer: Actor; jobs: Job[] } = JSON.parse(
  readFileSync(`${folder}/jobs.json`, "utf8"),
);
writeFileSync(`${folder}/app.pid`, `${process.pid}`);

const done = new Set(
  existsSync(acknowledged)
    ? readFileSync(acknowledged, "utf8")
        .split("\n")
        .map((line) => line.split(" ")[0])
    : [],
);

const aWholeDraft = ({ number, draftKey }: Job) =>
  withActor(referrer, (ctx) =>
    once(ctx, draftKey, { number }, async () => {
      const { draftId } = await startDraft(ctx, { typed: wholeReferral });
      const { referrer: answers } = wholeReferral;
      await saveDraftPage(ctx, {
        draftId,
        page: "referrer",
        editor: draftKey,
        version: 0,
        answers,
      });
      return { draftId };
    }),
  );

async function send(job: Job): Promise<string> {
  const { draftId } = await aWholeDraft(job);
  const input = { draftId, draftVersion: 2, ...declaration };
  const { reference } = await withActor(referrer, (ctx) =>
    once(ctx, job.sendKey, input, () => submitReferral(ctx, input)),
  );
  return reference;
}

/** As somebody would who presses the button again. */
async function untilSent(job: Job): Promise<string> {
  for (;;) {
    const reference = await send(job).catch((error: Error) => {
      appendFileSync(`${folder}/errors`, `${job.number} ${error.message.slice(-160)}\n`);
      return null;
    });
    if (reference) return reference;
    await pause(100);
  }
}

const waiting = jobs.filter(({ number }) => !done.has(`${number}`));
await Promise.all(
  Array.from({ length: 6 }, async () => {
    for (let job = waiting.shift(); job; job = waiting.shift()) {
      const reference = await untilSent(job);
      await pause(150); // the answer is on its way: whoever is killed now has done it and never said so
      appendFileSync(acknowledged, `${job.number} ${reference}\n`);
    }
  }),
);
process.exit(0);
