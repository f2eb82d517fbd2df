// npm run audit:verify: checks every event, stream and checkpoint of the log, and names the first that is wrong.
//   OWNER_URL    the owner of the database; without it, the demonstration that is running in this folder
//   AUDIT_COPY   the file that checkpoints were copied to
import { existsSync, readFileSync } from "node:fs";

import { readCopy } from "@/lib/audit/rules";
import { verifyLog } from "./audit";
import { addressesOf } from "./database";

/** A running server says in its own folder which port it has. */
function demonstration(): string | null {
  const running = ".casebook/postgres/data/postmaster.pid";
  if (!existsSync(running)) return null;
  const port = readFileSync(running, "utf8").split("\n")[3];
  const password = readFileSync(".casebook/postgres/password", "utf8");
  const adminUrl = `postgresql://postgres:${password}@127.0.0.1:${port}/postgres`;
  return addressesOf({ adminUrl, password }, "casebook").ownerUrl;
}

const ownerUrl = process.env.OWNER_URL ?? demonstration();
if (!ownerUrl) {
  console.error("Set OWNER_URL to the database's owner, or start the demonstration first.");
  process.exit(1);
}
const copy = process.env.AUDIT_COPY;
const copied = copy ? readCopy(readFileSync(copy, "utf8")) : undefined;

const started = performance.now();
const { fault, events, streams, checkpoints, waiting } = await verifyLog(ownerUrl, copied);
const seconds = ((performance.now() - started) / 1_000).toFixed(1);
if (fault) {
  console.error(`The log is broken at ${fault.where}: ${fault.what}.`);
  process.exit(1);
}
const also = `${waiting} waiting for the next, ${copied?.size ?? 0} compared with their copy`;
console.log(
  `${events} events, ${streams} streams, ${checkpoints} checkpoints verified in ${seconds} s (${also})`,
);
