// npm run worker: sends the mails that wait and does what the clock asks, beside the application.
import { pool } from "@/lib/db/pool";
import { isDemonstration } from "@/lib/env";
import { startSafely } from "@/lib/request/start";
import { work } from "@/lib/worker/loop";
import { theTransport } from "@/lib/worker/post";

await startSafely();
const stop = new AbortController();
for (const signal of ["SIGINT", "SIGTERM"]) process.once(signal, () => stop.abort());

const transport = theTransport();
if (!transport && !isDemonstration()) console.warn("SMTP_URL is not set: mails wait until it is.");
await work({ transport, signal: stop.signal, report: (line) => console.error(`worker: ${line}`) });
await pool.end();
