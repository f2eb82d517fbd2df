// npm run holidays -- bank-holidays.json: brings in the bank holidays of England and Wales from the file that GOV.UK publishes
// at www.gov.uk/bank-holidays.json, fetched by hand where the machine has no network. OWNER_URL is the owner's address.
// Every year that the file has is replaced as a whole; other years stay. What runs already keeps the day it was given.
import { readFileSync } from "node:fs";

import { readHolidays } from "@/lib/clocks/holidays/schema";
import { connected } from "./database";

function stop(sentence: string): never {
  console.error(sentence);
  process.exit(1);
}

const { OWNER_URL } = process.env;
const [file] = process.argv.slice(2);
if (!OWNER_URL)
  stop("OWNER_URL is not set: the address of the database, as the role casebook_owner.");
if (!file) stop("Name the file: npm run holidays -- bank-holidays.json");

const read = () => {
  try {
    return readHolidays(JSON.parse(readFileSync(file, "utf8")));
  } catch {
    return null;
  }
};
const holidays =
  read() ??
  stop(`${file} is not the list of bank holidays that GOV.UK publishes. Nothing has changed.`);
const years = [...new Set(holidays.map(({ day }) => Number(day.slice(0, 4))))].sort();

await connected(OWNER_URL, async (client) => {
  await client.query("begin");
  await client.query("delete from bank_holidays where extract(year from day) = any ($1)", [years]);
  await client.query(
    `insert into bank_holidays (day, name, source)
     select day, name, 'www.gov.uk/bank-holidays.json, England and Wales' from unnest($1::date[], $2::text[]) as h (day, name)`,
    [holidays.map(({ day }) => day), holidays.map(({ name }) => name)],
  );
  await client.query("commit");
});
console.log(
  `${holidays.length} bank ${holidays.length === 1 ? "holiday" : "holidays"}, ${years[0]} to ${years.at(-1)}.`,
);
