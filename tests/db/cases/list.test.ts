import { expect, test } from "vitest";
import type { Actor } from "@/lib/access/actor";
import { listCases } from "@/lib/cases/list/queries";
import { filtersFrom } from "@/lib/cases/list/rules";
import { searchCases } from "@/lib/cases/searches/commands";
import { withActor } from "@/lib/db/with-actor";
import { nameTokens } from "@/lib/people/rules";
import { aCase, anActor, anArea, anItem, type CaseTraits } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const list = (actor: Actor, query: Record<string, string> = {}) =>
  withActor(actor, (ctx) => listCases(ctx, filtersFrom(query)));
const search = (actor: Actor, words: string) =>
  withActor(actor, (ctx) => searchCases(ctx, { words }));
const referencesOf = ({ cases }: Awaited<ReturnType<typeof list>>) =>
  cases.map(({ reference }) => reference);

/** A case whose person can be found by the words of their name. */
async function aNamedCase(name: string, traits: CaseTraits) {
  const [forenames = "", surname = ""] = name.split(" ");
  const opened = await aCase({ ...traits, person: { forenames, surname } });
  const { areaId, id: caseId, personId } = opened;
  await owner.personName.createMany({
    data: nameTokens(name).map((word) => ({ personId, areaId, caseId, word })),
  });
  return opened;
}

test("a reader's list holds the cases they are named on or meet about, and no others (IS-01)", async () => {
  const { id: areaId } = await anArea();
  const cora = await anActor("coordinator", { areaId });
  const pat = await anActor("panel_member", { areaId });
  const hers = await aCase({ areaId, coordinator: cora });
  const other = await aCase({ areaId });
  await anItem(other, { health: pat });

  await expect(list(cora).then(referencesOf)).resolves.toEqual([hers.reference]);
  await expect(list(pat).then(referencesOf)).resolves.toEqual([other.reference]);
});

test("the gateway's list is its area, less where it has a conflict (IS-18)", async () => {
  const { id: areaId } = await anArea();
  const gwen = await anActor("gateway_officer", { areaId });
  const [one, two] = [await aCase({ areaId }), await aCase({ areaId })];
  await aCase({ areaId: (await anArea()).id });
  await owner.caseConflict.create({
    data: { caseId: two.id, userId: gwen.userId, areaId, declaredAt: new Date() },
  });

  const found = await list(gwen);

  expect(referencesOf(found)).toEqual([one.reference]);
  expect(found.total).toBe(1);
});

test.for([
  "referrer",
  "agency_lead",
  "prevent_coordinator",
  "steering_member",
  "auditor",
  "administrator",
] as const)("a %s has no list of cases", async (role) => {
  const actor = await anActor(role);

  await expect(list(actor)).rejects.toMatchObject({ name: "Forbidden" });
  await expect(search(actor, "Rowan")).rejects.toMatchObject({ name: "Forbidden" });
});

test("filters and sorts are made of the whole list, 25 to a page", async () => {
  const { id: areaId } = await anArea();
  const cora = await anActor("coordinator", { areaId });
  const openedOn = (day: number) => new Date(Date.UTC(2026, 0, day, 12));
  for (let day = 1; day <= 26; day++)
    await aCase({ areaId, coordinator: cora, openedAt: openedOn(day) });
  const late = await aCase({
    areaId,
    coordinator: cora,
    caseStatus: "in_support",
    openedAt: openedOn(30),
  });
  await owner.clock.create({
    data: {
      areaId,
      caseId: late.id,
      kind: "case_review",
      ownerRole: "coordinator",
      startedOn: new Date("2026-01-01"),
      dueOn: new Date("2026-02-01"),
    },
  });

  const [first, second] = [await list(cora), await list(cora, { page: "2" })];

  expect([first.cases.length, second.cases.length, first.total]).toEqual([25, 2, 27]);
  expect(first.cases[0]).toMatchObject({ reference: late.reference, nextDueOn: "2026-02-01" });
  await expect(list(cora, { stage: "in_support" })).resolves.toMatchObject({ total: 1 });
  await expect(list(cora, { due: "overdue" })).resolves.toMatchObject({ total: 1 });
  await expect(list(cora, { due: "soon" })).resolves.toMatchObject({ total: 0 });
  expect(referencesOf(await list(cora, { sort: "due" }))[0]).toBe(late.reference);
  expect(referencesOf(await list(cora, { sort: "opened", dir: "asc" }))).not.toContain(
    late.reference,
  );
});

test("a search finds the beginning of any word of a name, among the reader's own cases (IS-19)", async () => {
  const { id: areaId } = await anArea();
  const [cora, carl, gwen] = [
    await anActor("coordinator", { areaId }),
    await anActor("coordinator", { areaId }),
    await anActor("gateway_officer", { areaId }),
  ];
  const hers = await aNamedCase("Zéphyrine O'Malley", { areaId, coordinator: cora });

  const found = async (who: Actor, words: string) => {
    const { path } = await search(who, words);
    expect(path).toMatch(/^\/cases\?search=[0-9a-f-]{36}$/);
    return referencesOf(await list(who, { search: path.split("=")[1] ?? "" }));
  };

  await expect(found(cora, "zeph")).resolves.toEqual([hers.reference]);
  await expect(found(cora, "omal ZEPH")).resolves.toEqual([hers.reference]);
  await expect(found(gwen, "zeph")).resolves.toEqual([hers.reference]);
  await expect(found(carl, "zeph")).resolves.toEqual([]);
  await expect(found(cora, "zeph smith")).resolves.toEqual([]);
});

test("a search is on the log by its hits, with its words hashed", async () => {
  const { id: areaId } = await anArea();
  const cora = await anActor("coordinator", { areaId });
  await aNamedCase("Quillon Thrapston", { areaId, coordinator: cora });

  await search(cora, "Thraps");

  const logged = await owner.auditEvent.findFirst({
    where: { actor: cora.userId, type: "search.made" },
  });
  expect(logged?.facts).toMatchObject({ kind: "cases", hits: 1 });
  expect(JSON.stringify(logged?.facts)).not.toMatch(/thraps/i);
});

test("a reference that is typed whole goes to the case, if it is the reader's", async () => {
  const [cora, carl] = [await anActor("coordinator"), await anActor("coordinator")];
  const { reference } = await aCase({ coordinator: cora });

  await expect(search(cora, reference.toLowerCase())).resolves.toEqual({
    path: `/cases/${reference}`,
  });
  await expect(search(carl, reference)).resolves.toMatchObject({
    path: expect.stringContaining("?search="),
  });
});

test("somebody else's search is not there", async () => {
  const [cora, carl] = [await anActor("coordinator"), await anActor("coordinator")];
  const { path } = await search(cora, "Rowan");

  const borrowed = list(carl, { search: path.split("=")[1] ?? "" });

  await expect(borrowed).rejects.toMatchObject({ name: "NotFound" });
});

test.for(["*", "a%", "x", "?"])(
  "a search for %s is refused and leaves nothing behind",
  async (words) => {
    const cora = await anActor("coordinator");

    await expect(search(cora, words)).rejects.toMatchObject({ name: "FieldsRefused" });
    await expect(owner.savedSearch.count({ where: { hatId: cora.hatId } })).resolves.toBe(0);
  },
);

test("the list takes few statements", async () => {
  const cora = await anActor("coordinator");
  await aCase({ coordinator: cora });
  const { path } = await search(cora, "Rowan");

  const { count } = await countStatements(() => list(cora, { search: path.split("=")[1] ?? "" }));

  expect(count).toBeLessThanOrEqual(5);
});
