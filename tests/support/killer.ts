// Kills the application, the database, or both, each time some more has been acknowledged. A process of its own:
// inside the one that sends, it would never hit a request that is under way.
import { existsSync, readFileSync } from "node:fs";
import { setTimeout as pause } from "node:timers/promises";

const [folder = "", kills = "6", every = "25"] = process.argv.slice(2);
const pidIn = (file: string) => Number(readFileSync(file, "utf8").split("\n")[0]);
const app = () => pidIn(`${folder}/app.pid`);
const postgres = () => pidIn(`${folder}/postgres/data/postmaster.pid`);
const victims = [[postgres], [app], [postgres, app]];

const acknowledged = () =>
  existsSync(`${folder}/acknowledged`)
    ? readFileSync(`${folder}/acknowledged`, "utf8").split("\n").length - 1
    : 0;

for (let kill = 0; kill < Number(kills); kill++) {
  const from = acknowledged();
  while (acknowledged() < from + Number(every)) await pause(5);
  await pause(Math.random() * 60);
  for (const pid of victims[kill % victims.length] ?? []) process.kill(pid(), "SIGKILL");
}
