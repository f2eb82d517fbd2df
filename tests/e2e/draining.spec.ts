import { spawn } from "node:child_process";
import { once } from "node:events";
import { request } from "node:http";
import { connect } from "node:net";

import { freePort } from "@/scripts/database";
import { aDraft, anActor } from "@/tests/support/factories";
import { aPdf } from "@/tests/support/files";
import { cookieFor, expect, test } from "@/tests/support/journey";
import { owner } from "@/tests/support/owner";

/** An application of its own, beside the one that the other tests need. */
async function anApplication() {
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const next = ["node_modules/next/dist/bin/next", "start", "-p", String(port)];
  const { NODE_OPTIONS: _, ...settings } = process.env;
  const env = { ...settings, NODE_ENV: "production", APP_ORIGIN: origin, PORT: String(port) };
  const app = spawn(process.execPath, next, { env: env as NodeJS.ProcessEnv, stdio: "ignore" });
  const ready = () => fetch(`${origin}/api/ready`).then(({ ok }) => ok);
  await expect.poll(() => ready().catch(() => false), { timeout: 60_000 }).toBe(true);
  return { app, port, origin, ended: once(app, "exit") };
}

/** Whether somebody who comes anew is let in. */
const isOpen = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = connect({ port, host: "localhost" });
    socket.once("connect", () => resolve(true)).once("error", () => resolve(false));
    socket.once("connect", () => socket.destroy());
  });

const boundary = "the-end-of-a-part";
const before = Buffer.from(
  `--${boundary}\r\nContent-Disposition: form-data; name="file"; filename="letter.pdf"\r\nContent-Type: application/pdf\r\n\r\n`,
);
const after = Buffer.from(`\r\n--${boundary}--\r\n`);

test("asked to stop, the application finishes what is under way, takes nothing new, and ends", async () => {
  test.setTimeout(180_000);
  const referrer = await anActor("referrer");
  const { draftId } = await aDraft(referrer, {});
  const { app, port, origin, ended } = await anApplication();
  const upload = request(`${origin}/api/uploads?draft=${draftId}`, {
    method: "POST",
    agent: false,
    headers: {
      cookie: `casebook=${await cookieFor(referrer)}`,
      origin,
      expect: "100-continue",
      "content-type": `multipart/form-data; boundary=${boundary}`,
    },
  });
  const answered = once(upload, "response");
  upload.flushHeaders();
  await once(upload, "continue"); // it has begun to be taken in
  upload.write(Buffer.concat([before, aPdf.subarray(0, 20)]));

  app.kill("SIGTERM");
  await expect.poll(() => isOpen(port), { timeout: 30_000 }).toBe(false);
  expect(app.exitCode).toBeNull();
  upload.end(Buffer.concat([aPdf.subarray(20), after]));
  const [answer] = await answered;
  answer.resume();

  expect([answer.statusCode, answer.headers.location]).toEqual([
    303,
    `/referrals/drafts/${draftId}/files?done=added`,
  ]);
  expect(await owner.attachment.count({ where: { referralId: draftId } })).toBe(1);
  // The code of a process that ended because it was asked to: neither killed nor failed.
  expect(await ended).toEqual([128 + 15, null]);
});
