import { type ChildProcess, spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";

import { expect, test } from "vitest";

import { verifyLog } from "@/scripts/audit";
import {
  addressesOf,
  connected,
  ensureDatabase,
  freePort,
  migrate,
  startServer,
  urlFor,
} from "@/scripts/database";

// SEC-12: referrals are being sent while the application and the database are killed, six times over.

const count = 150;
const run = (script: string, ...args: string[]) =>
  spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", `tests/support/${script}.ts`, ...args],
    { stdio: ["ignore", "ignore", "inherit"], env: process.env },
  );
const ended = (child: ChildProcess) =>
  new Promise<number | null>((resolve) => child.once("exit", resolve));

function isAlive(folder: string): boolean {
  try {
    const pid = readFileSync(`${folder}/data/postmaster.pid`, "utf8").split("\n")[0];
    return process.kill(Number(pid), 0);
  } catch {
    return false;
  }
}

/** Its last processes may take a moment to notice that it is gone. */
async function startAgain(folder: string, port: number) {
  for (let tries = 0; ; tries++) {
    try {
      return await startServer(folder, { port });
    } catch (error) {
      if (tries === 20) throw error;
      await pause(250);
    }
  }
}

/** A server of its own that writes to the disk as production does, and an area to refer in. */
async function aDatabaseThatKeeps(folder: string) {
  const port = await freePort();
  const server = await startServer(`${folder}/postgres`, { port });
  await ensureDatabase(server.adminUrl, "casebook");
  const { ownerUrl, appUrl } = addressesOf(server, "casebook");
  await migrate(ownerUrl);
  process.env.DATABASE_URL = appUrl;
  process.env.TEST_OWNER_URL = urlFor(server.adminUrl, { database: "casebook" });
  const { aReadyArea } = await import("@/tests/support/factories");
  return { port, server, ownerUrl, ...(await aReadyArea()) };
}

test("no referral that was acknowledged is lost, and none is sent twice, whatever is killed meanwhile", async () => {
  const folder = join(tmpdir(), `casebook-kill-${process.pid}`);
  mkdirSync(folder);
  const { port, server, ownerUrl, areaId, referrer } = await aDatabaseThatKeeps(folder);
  const jobs = Array.from({ length: count }, (_, number) => ({
    number,
    draftKey: randomUUID(),
    sendKey: randomUUID(),
  }));
  writeFileSync(`${folder}/jobs.json`, JSON.stringify({ referrer, jobs }));

  let running = server;
  let restarts = 0;
  const killer = run("killer", folder, "6", "18");
  const killed = ended(killer);
  for (;;) {
    const app = run("submitter", folder);
    const gone = ended(app);
    while (app.exitCode === null && app.signalCode === null) {
      if (!isAlive(`${folder}/postgres`)) {
        running = await startAgain(`${folder}/postgres`, port);
        restarts++;
      }
      await Promise.race([gone, pause(50)]);
    }
    if ((await gone) === 0) break;
  }
  expect(await killed).toBe(0);

  const acknowledged = readFileSync(`${folder}/acknowledged`, "utf8").trim().split("\n");
  const references = acknowledged.map((line) => line.split(" ")[1] ?? "");
  const sent = await connected(process.env.TEST_OWNER_URL ?? "", async (client) => {
    const { rows } = await client.query<{ reference: string; whole: boolean }>(
      `select r.reference, exists (select from people p where p.referral_id = r.id)
              and exists (select from referral_texts t where t.referral_id = r.id)
              and (select count(*) from referral_deliveries d where d.referral_id = r.id) = 2 as whole
         from referrals r where r.area_id = $1 and r.reference is not null order by r.reference`,
      [areaId],
    );
    return rows;
  });
  const { fault } = await verifyLog(ownerUrl);
  await running.stop();
  rmSync(folder, { recursive: true, force: true });

  expect(restarts).toBe(4);
  expect(sent.map(({ reference }) => Number(reference.slice(-6)))).toEqual(
    Array.from({ length: count }, (_, index) => index + 1),
  );
  expect(sent.map(({ reference }) => reference)).toEqual([...new Set(references)].sort());
  expect(sent.filter(({ whole }) => !whole)).toEqual([]);
  expect(fault).toBeNull();
}, 180_000);
