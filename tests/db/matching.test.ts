import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { withActor } from "@/lib/db/with-actor";
import { Forbidden, NotFound, RuleBroken } from "@/lib/errors";
import { startSearch } from "@/lib/people/commands";
import { findEarlierReferrals, getSearch } from "@/lib/people/queries";
import { aCase, anActor, anArea, aReferral, type ReferralTraits } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";

const reason = "A referral has come in about this person";
const asked = { dateOfBirth: undefined, approximateAge: null, postcode: null, place: null, reason };

async function anAreaWith(person: ReferralTraits["person"]) {
  const { id: areaId } = await anArea();
  const gateway = await anActor("gateway_officer", { areaId });
  const earlier = await aReferral({ areaId, person, status: "closed_not_prevent" });
  return { areaId, gateway, earlier };
}

const search = (who: Actor, terms: { name: string; dateOfBirth?: string; postcode?: string }) =>
  withActor(who, async (ctx) => {
    const { searchId } = await startSearch(ctx, { ...asked, ...terms });
    return (await getSearch(ctx, searchId)).found;
  });

const muhammad = { forenames: "Muhammad", surname: "Hussein", dateOfBirth: "2008-04-01" };

// prettier-ignore
test.for([
  ["the same name and date", "Muhammad Hussein", "2008-04-01", "Date of birth is the same"],
  [
    "carried over from another alphabet",
    "Mohammed Husayn",
    "2008-04-01",
    "Surname sounds the same",
  ],
  ["swapped names", "Hussein Muhammad", "2008-04-01", "Forename and surname the other way round"],
  ["the surname first, with a comma", "Hussein, Muhammad", "2008-04-01", "Surname is the same"],
  ["day and month swapped", "Muhammad Hussein", "2008-01-04", "Day and month swapped"],
  ["one digit out", "Muhammad Hussein", "2008-04-11", "Date of birth is one digit out"],
  [
    "two digits swapped",
    "Muhammad Hussein",
    "2008-04-10",
    "Two digits of the date of birth are swapped",
  ],
  ["misspelt, and swapped both ways", "Husein Mohamed", "2008-01-04", "Day and month swapped"],
] as const)("IS-19 finds the earlier referral: %s", async ([, name, dateOfBirth, because]) => {
  const { gateway, earlier } = await anAreaWith(muhammad);

  const found = await search(gateway, { name, dateOfBirth });

  expect(found.map(({ referralId }) => referralId)).toEqual([earlier.id]);
  expect(found[0]?.reasons).toContain(because);
});

// prettier-ignore
test.for([
  ["Kieran Doyle", "Ciaran Doyle"],
  ["Sean O'Brien", "Shaun OBrien"],
  ["Łukasz Wójcik", "Lukas Wojcik"],
  ["Zoë Smyth", "Zoe Smith"],
  ["Abdul Rahman Khan", "Abdulrahman Khan"],
] as const)("IS-19 a misspelt name with the right date of birth: %s, %s", async ([kept, typed]) => {
  const words = kept.split(" ");
  const surname = words.pop() ?? "";
  const forenames = words.join(" ");
  const { gateway, earlier } = await anAreaWith({ forenames, surname, dateOfBirth: "2009-05-17" });

  const found = await search(gateway, { name: typed, dateOfBirth: "2009-05-17" });

  expect(found).toMatchObject([{ referralId: earlier.id }]);
  expect(found[0]?.score).toBeGreaterThanOrEqual(60);
});

test("somebody else born on the day is not brought up, nor somebody of the name born long after", async () => {
  const { areaId, gateway } = await anAreaWith(muhammad);
  await aReferral({ areaId, person: { ...muhammad, forenames: "Rowan", surname: "Ashby" } });

  const byDate = await search(gateway, { name: "Terence Quigley", dateOfBirth: "2008-04-01" });
  const byName = await search(gateway, { name: "Terence Hussein", dateOfBirth: "1971-09-23" });

  expect(byDate).toEqual([]);
  expect(byName).toEqual([]);
});

test("IS-19 an age within a year, and a postcode of the same district, are something else that is known", async () => {
  const { gateway, earlier } = await anAreaWith({ ...muhammad, postcode: "NB4 7QQ" });

  const found = await search(gateway, { name: "Mohamed Hussain", postcode: "nb4 2aa" });

  expect(found).toMatchObject([{ referralId: earlier.id }]);
  expect(found[0]?.reasons).toContain("Postcode is in the same area");
});

test.for([
  ["a name alone", { name: "Muhammad Hussein" }],
  ["no reason", { name: "Muhammad Hussein", dateOfBirth: "2008-04-01", reason: " " }],
  ["a wildcard", { name: "Muhammad%", dateOfBirth: "2008-04-01" }],
] as const)("IS-19 %s is refused, and leaves no search behind", async ([, terms]) => {
  const { gateway } = await anAreaWith(muhammad);

  await expect(search(gateway, terms)).rejects.toThrow(RuleBroken);

  expect(await owner.savedSearch.count({ where: { hatId: gateway.hatId } })).toBe(0);
});

const call = (who: Actor, because: string, born: string | null, name = "hussein") =>
  withActor(
    who,
    ({ tx }) => tx.$queryRaw<unknown[]>`
    select * from find_people('muhammad', 'mmd', ${name}, 'sn', ${born}::date, null, array[${born}]::date[],
                              null, '2026-11-01'::date, null, null, null, ${because}, null)`,
  );

test("IS-19 the database asks the same by itself: role, name, second identifier, reason", async () => {
  const { areaId, gateway } = await anAreaWith(muhammad);
  const referrer = await anActor("referrer", { areaId });

  await expect(call(gateway, reason, "2008-04-01")).resolves.toHaveLength(1);
  await expect(call(gateway, "short", "2008-04-01")).rejects.toThrow("a reason is needed");
  await expect(call(gateway, reason, null)).rejects.toThrow("a second identifier is needed");
  await expect(call(referrer, reason, "2008-04-01")).rejects.toThrow("for the gateway");
});

test.for([
  ["gateway_officer", true],
  ["coordinator", true],
  ["referrer", false],
  ["agency_lead", false],
  ["chair", false],
  ["panel_member", false],
  ["governance_officer", false],
  ["administrator", false],
] as const)("IS-19 a %s may look across cases they do not hold: %s", async ([role, may]) => {
  const { areaId, earlier } = await anAreaWith(muhammad);
  const somebody = await anActor(role, { areaId });

  const found = search(somebody, { name: "Muhammad Hussein", dateOfBirth: "2008-04-01" });

  if (may) await expect(found).resolves.toMatchObject([{ referralId: earlier.id }]);
  else await expect(found).rejects.toThrow(Forbidden);
});

test("another area is never looked at", async () => {
  await anAreaWith(muhammad);
  const stranger = await anActor("gateway_officer", { areaId: (await anArea()).id });

  const found = await search(stranger, { name: "Muhammad Hussein", dateOfBirth: "2008-04-01" });

  expect(found).toEqual([]);
});

test("IS-18 the referral of a case with a conflict of interest does not come up", async () => {
  const { id: areaId } = await anArea();
  const gateway = await anActor("gateway_officer", { areaId });
  const { id: caseId } = await aCase({ areaId, person: muhammad });
  const terms = { name: "Muhammad Hussein", dateOfBirth: "2008-04-01" };
  await expect(search(gateway, terms)).resolves.toHaveLength(1);

  await owner.caseConflict.create({
    data: { caseId, areaId, userId: gateway.userId, declaredAt: new Date() },
  });

  await expect(search(gateway, terms)).resolves.toEqual([]);
});

test("never more than twenty, the likeliest first", async () => {
  const { areaId, gateway, earlier } = await anAreaWith(muhammad);
  for (let count = 0; count < 22; count++)
    await aReferral({ areaId, person: { ...muhammad, dateOfBirth: "2008-09-30" } });

  const found = await search(gateway, { name: "Muhammad Hussein", dateOfBirth: "2008-04-01" });

  expect(found).toHaveLength(20);
  expect(found[0]?.referralId).toBe(earlier.id);
});

test("IS-19 every search is on the log with its hits and a hash of its terms, and no name", async () => {
  const { gateway } = await anAreaWith(muhammad);

  await search(gateway, { name: "Muhammad Hussein", dateOfBirth: "2008-04-01" });

  const events = await owner.auditEvent.findMany({
    where: { actor: gateway.userId, type: "people.searched" },
    select: { facts: true },
  });
  expect(events).toMatchObject([{ facts: { hits: 1, why: "asked" } }]);
  expect(JSON.stringify(events)).not.toMatch(/hussein|muhammad|2008/i);
});

test("a search is its asker's: to anybody else the key opens nothing", async () => {
  const { areaId, gateway } = await anAreaWith(muhammad);
  const other = await anActor("gateway_officer", { areaId });
  const { searchId } = await withActor(gateway, (ctx) =>
    startSearch(ctx, { ...asked, name: "Muhammad Hussein", dateOfBirth: "2008-04-01" }),
  );

  const read = (who: Actor, key: string) => withActor(who, (ctx) => getSearch(ctx, key));

  await expect(read(other, searchId)).rejects.toThrow(NotFound);
  await expect(read(gateway, "hussein")).rejects.toThrow(NotFound);
});

test("a referral does not find itself, and one with no name asks nothing", async () => {
  const { gateway, earlier } = await anAreaWith(muhammad);
  const person = {
    ...muhammad,
    ...earlier,
    referralId: earlier.id,
    approximateAge: null,
    ageOn: "2026-11-01",
    postcode: null,
    place: null,
  };
  const open = (change: { forenames?: null; surname?: null } = {}) =>
    withActor(gateway, (ctx) => findEarlierReferrals(ctx, { ...person, ...change }));

  await expect(open()).resolves.toEqual([]);
  await expect(open({ forenames: null, surname: null })).resolves.toEqual([]);

  const where = { actor: gateway.userId, type: "people.searched" };
  expect(await owner.auditEvent.count({ where })).toBe(1);
});
