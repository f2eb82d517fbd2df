import { execFile } from "node:child_process";
import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect, test } from "vitest";

import { startClock } from "@/lib/clocks/commands";
import { bankHolidays, type Day, fromDateColumn, instantAt } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { addressesOf } from "@/scripts/database";
import { aCase, anActor } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

const server = JSON.parse(process.env.TEST_SERVER ?? "{}");
const name = new URL(process.env.TEST_OWNER_URL ?? "").pathname.slice(1);
const { ownerUrl } = addressesOf(server, name);

/** Runs the script on a file of this text, and gives what it said. */
async function bringIn(text: string): Promise<string> {
  const file = join(await mkdtemp(join(tmpdir(), "casebook-holidays-")), "list.json");
  await writeFile(file, text);
  const args = ["--conditions=react-server", "--import", "tsx", "scripts/holidays.ts", file];
  const env = { ...process.env, OWNER_URL: ownerUrl };
  return promisify(execFile)(process.execPath, args, { env }).then(
    ({ stdout }) => stdout,
    ({ stderr }) => stderr as string,
  );
}

const list = (events: [date: Day, title: string][]) =>
  JSON.stringify({
    "england-and-wales": {
      division: "england-and-wales",
      events: events.map(([date, title]) => ({ date, title, notes: "", bunting: true })),
    },
    scotland: { division: "scotland", events: [{ date: "2031-11-30", title: "St Andrew’s Day" }] },
  });

async function dueFrom(day: Day) {
  const cora = await anActor("coordinator");
  const { id: caseId, areaId } = await aCase({ caseStatus: "consent_pending", coordinator: cora });
  const subject = { areaId, caseId };
  return withActor(
    cora,
    (ctx) => startClock(ctx, "consent_sought", subject),
    instantAt(day, "10:00"),
  );
}

test("the days that the service starts with are those that the forms count with", async () => {
  const kept = await owner.bankHoliday.findMany({ where: { day: { lt: new Date("2029-01-01") } } });

  expect(kept.map(({ day }) => fromDateColumn(day)).sort()).toEqual([...bankHolidays].sort());
});

test("a list from GOV.UK replaces its years, counts for what starts next, and leaves Scotland out", async () => {
  expect(await dueFrom("2031-06-02")).toBe("2031-06-16");

  const said = await bringIn(list([["2031-06-09", "A day for the whole country"]]));

  expect(said).toBe("1 bank holiday, 2031 to 2031.\n");
  expect(await dueFrom("2031-06-02")).toBe("2031-06-17");
  const inYear = { gte: new Date("2031-01-01"), lt: new Date("2032-01-01") };
  expect(await owner.bankHoliday.count({ where: { day: inYear } })).toBe(1);
  await bringIn(list([["2031-06-10", "It was moved"]]));
  expect(await owner.bankHoliday.findMany({ where: { day: inYear } })).toMatchObject([
    { name: "It was moved" },
  ]);
});

test.for([
  ["no list at all", "[]"],
  ["a day that is none", list([["2031-02-30", "Nowhere"]])],
  ["half a file", list([["2031-06-09", "A day"]]).slice(0, 60)],
])("%s changes nothing", async ([, text = ""]) => {
  const before = await owner.bankHoliday.count();

  expect(await bringIn(text)).toContain("Nothing has changed.");

  expect(await owner.bankHoliday.count()).toBe(before);
});
