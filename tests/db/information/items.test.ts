import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { withActor } from "@/lib/db/with-actor";
import { changeCorroboration, recordItem } from "@/lib/information/items/commands";
import { viewItem, viewItems } from "@/lib/information/items/queries";
import type { RecordItem } from "@/lib/information/schema";
import {
  aCase,
  anActor,
  anInformationItem,
  anItem,
  anOrganisation,
  aWorker,
} from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

/** A case with everybody on it who can be: the roles that read items, and those that do not. */
async function aCaseWithEverybody() {
  const cora = await anActor("coordinator");
  const opened = await aCase({ coordinator: cora });
  const at = { areaId: opened.areaId };
  const people = {
    cora,
    chas: await anActor("chair", at),
    pat: await anActor("panel_member", at),
    gwen: await anActor("gateway_officer", at),
    ivan: await anActor("governance_officer", at),
    mia: await anActor("provider", at),
    ines: await anActor("invitee", at),
  };
  await anItem(opened, { health: people.pat });
  for (const who of [people.chas, people.ivan, people.mia, people.ines])
    await aWorker(opened.id, who);
  return { ...opened, people };
}

type People = Awaited<ReturnType<typeof aCaseWithEverybody>>["people"];

const view = (actor: Actor, reference: string) =>
  withActor(actor, (ctx) => viewItems(ctx, reference));
const anInput = (
  caseId: string,
  suppliedById: string,
  more: Partial<RecordItem> = {},
): RecordItem => ({
  caseId,
  suppliedById,
  kind: "fact",
  text: "He has been absent since the half term.",
  source: "Attendance register",
  asOf: "2026-01-15",
  reliability: "reliable",
  corroboration: "uncorroborated",
  necessity: "Attendance shows whether the concern has grown.",
  audience: "all_partners",
  namedOrganisationIds: [],
  lawfulBasis: "safeguarding",
  ...more,
});

const secret = "Only for those who are meant";

// prettier-ignore
test.for<[audience: string, readers: (keyof People)[]]>([
  ["all_partners", ["cora", "chas", "pat", "gwen", "ivan"]],
  ["panel_members", ["cora", "chas", "pat", "ivan"]],
  ["chair_and_coordinator", ["cora", "chas"]],
  ["named_organisations", ["pat"]],
])(
  "text for %s is absent for everybody else, from the list and its count",
  async ([audience, readers]) => {
    const { people, reference, ...opened } = await aCaseWithEverybody();
    const namedOrganisationIds =
      audience === "named_organisations" ? [people.pat.organisationId] : [];
    await anInformationItem(opened, { audience, body: secret, namedOrganisationIds });

    for (const [name, actor] of Object.entries(people)) {
      const seen = await view(actor, reference).catch((error: Error) => error.name);
      const isReader = readers.some((reader) => reader === name);
      expect([name, JSON.stringify(seen).includes(secret)]).toEqual([name, isReader]);
      if (typeof seen !== "string") expect([name, seen.total]).toEqual([name, isReader ? 1 : 0]);
    }
  },
);

test.for(["mia", "ines"] as const)("%s has no page of information (IS-15)", async (name) => {
  const { people, reference, ...opened } = await aCaseWithEverybody();
  await anInformationItem(opened);

  await expect(view(people[name], reference)).rejects.toMatchObject({ name: "Forbidden" });
});

test("the supplier reads its own item, whatever its audience", async () => {
  const { people, reference, ...opened } = await aCaseWithEverybody();
  const { organisationId: suppliedById } = people.pat;
  await anInformationItem(opened, {
    audience: "chair_and_coordinator",
    body: secret,
    suppliedById,
  });

  const { items } = await view(people.pat, reference);

  expect(items.map(({ text }) => text)).toEqual([secret]);
});

test("an item is kept with its kind, source and supplier, and recorded (IS-09, IS-11)", async () => {
  const { people, reference, id } = await aCaseWithEverybody();
  const { id: supplier } = await anOrganisation(people.cora.areaId);

  await withActor(people.cora, (ctx) => recordItem(ctx, anInput(id, supplier)));

  const { items } = await view(people.cora, reference);
  expect(items).toMatchObject([
    { kind: "fact", suppliedById: supplier, datedOn: "2026-01-15", isDisproved: false },
  ]);
  await expect(
    owner.auditEvent.findFirst({
      where: { actor: people.cora.userId, type: "information.recorded" },
    }),
  ).resolves.toMatchObject({ facts: { kind: "fact", audience: "all_partners" } });
});

test("text for the chair and coordinator lies sealed in the store, and opens for them", async () => {
  const { people, reference, id } = await aCaseWithEverybody();
  const input = anInput(id, people.cora.organisationId, {
    audience: "chair_and_coordinator",
    text: secret,
  });

  await withActor(people.cora, (ctx) => recordItem(ctx, input));

  const [stored] = await owner.informationItem.findMany({ where: { caseId: id } });
  expect(stored?.body).toBeNull();
  expect(Buffer.from(stored?.sealedBody ?? []).toString("latin1")).not.toContain(secret);
  const { items } = await view(people.chas, reference);
  expect(items.map(({ text }) => text)).toEqual([secret]);
});

test("the database refuses open text for the chair and coordinator", async () => {
  const { id, areaId } = await aCaseWithEverybody();
  const { id: itemId } = await anInformationItem({
    id,
    areaId,
    dataKeyId: (await owner.case.findUniqueOrThrow({ where: { id } })).dataKeyId,
  });

  const opening = owner.informationItem.update({
    where: { id: itemId },
    data: { audience: "chair_and_coordinator" },
  });

  await expect(opening).rejects.toThrow("chair_only_text_is_sealed");
});

test("a panel member adds what their own organisation knows, and no one else's", async () => {
  const { people, id } = await aCaseWithEverybody();
  const { pat, cora } = people;
  const add = (suppliedById: string) =>
    withActor(pat, (ctx) => recordItem(ctx, anInput(id, suppliedById)));

  await expect(add(cora.organisationId)).rejects.toMatchObject({ name: "FieldsRefused" });
  await expect(owner.informationItem.count({ where: { caseId: id } })).resolves.toBe(0);
  await expect(add(pat.organisationId)).resolves.toBeDefined();
});

test("an organisation of another area is neither a supplier nor named", async () => {
  const { people, id } = await aCaseWithEverybody();
  const { id: stranger } = await anOrganisation();
  const add = (input: RecordItem) => withActor(people.cora, (ctx) => recordItem(ctx, input));

  await expect(add(anInput(id, stranger))).rejects.toMatchObject({ name: "FieldsRefused" });
  await expect(
    add(
      anInput(id, people.cora.organisationId, {
        audience: "named_organisations",
        namedOrganisationIds: [stranger],
      }),
    ),
  ).rejects.toMatchObject({ name: "FieldsRefused" });
  await expect(owner.informationItem.count({ where: { caseId: id } })).resolves.toBe(0);
});

test.for(["ivan", "mia", "ines"] as const)("%s adds nothing", async (name) => {
  const { people, id } = await aCaseWithEverybody();
  const who = people[name];

  const adding = withActor(who, (ctx) => recordItem(ctx, anInput(id, who.organisationId)));

  await expect(adding).rejects.toMatchObject({ name: "Forbidden" });
});

test("what is found untrue says so on every view, and why is recorded (IS-10)", async () => {
  const { people, reference, ...opened } = await aCaseWithEverybody();
  const { id: itemId } = await anInformationItem(opened);
  const found = {
    itemId,
    corroboration: "disproved",
    reasons: "The register was misread by one week.",
  } as const;

  await withActor(people.cora, (ctx) => changeCorroboration(ctx, found));

  const { items } = await view(people.pat, reference);
  expect(items).toMatchObject([{ isDisproved: true, findings: [{ reasons: found.reasons }] }]);
  const single = await withActor(people.cora, (ctx) => viewItem(ctx, reference, itemId));
  expect(single.isDisproved).toBe(true);
  await expect(
    withActor(people.cora, (ctx) => changeCorroboration(ctx, found)),
  ).rejects.toMatchObject({
    name: "RuleBroken",
  });
});

test("IS-10 each finding is kept with its reasons, whoever found it, and none is written over", async () => {
  const { people, reference, ...opened } = await aCaseWithEverybody();
  const { id: itemId } = await anInformationItem(opened);
  const find = (who: Actor, corroboration: "disproved" | "corroborated", reasons: string) =>
    withActor(who, (ctx) => changeCorroboration(ctx, { itemId, corroboration, reasons }));
  await find(people.cora, "disproved", "The register was misread by one week.");
  await find(people.pat, "corroborated", "The register was right, and the school found it.");

  const { items } = await view(people.gwen, reference);

  expect(items[0]?.findings).toMatchObject(
    [
      { was: "disproved", became: "corroborated", reasons: /found it/ },
      { was: "uncorroborated", became: "disproved", reasons: /misread/ },
    ].map(({ reasons, ...finding }) => ({ ...finding, reasons: expect.stringMatching(reasons) })),
  );
  await expect(
    withActor(people.cora, ({ tx }) =>
      tx.corroborationChange.updateMany({ where: { itemId }, data: { reasons: "Nothing" } }),
    ),
  ).rejects.toThrow("permission denied");
});

test("IS-10 what was found of an item is not there for those who cannot read the item", async () => {
  const { people, ...opened } = await aCaseWithEverybody();
  const { id: itemId } = await anInformationItem(opened, { audience: "chair_and_coordinator" });
  const reasons = "The register was misread by one week.";
  await withActor(people.cora, (ctx) =>
    changeCorroboration(ctx, { itemId, corroboration: "disproved", reasons }),
  );
  const count = (who: Actor) =>
    withActor(who, ({ tx }) => tx.corroborationChange.count({ where: { itemId } }));

  await expect(count(people.cora)).resolves.toBe(1);
  for (const who of [people.pat, people.gwen, people.mia])
    await expect(count(who)).resolves.toBe(0);
});

test("nobody says what was found of an item they cannot read", async () => {
  const { people, ...opened } = await aCaseWithEverybody();
  const { id: itemId } = await anInformationItem(opened, { audience: "chair_and_coordinator" });
  const found = {
    itemId,
    corroboration: "disproved",
    reasons: "The register was misread by one week.",
  } as const;

  for (const who of [people.pat, people.gwen, people.mia])
    await expect(withActor(who, (ctx) => changeCorroboration(ctx, found))).rejects.toMatchObject({
      name: "NotFound",
    });
});

test("the page of information takes few statements", async () => {
  const { people, reference, ...opened } = await aCaseWithEverybody();
  await anInformationItem(opened, { audience: "chair_and_coordinator" });
  await anInformationItem(opened);

  const { count } = await countStatements(() => view(people.cora, reference));

  expect(count).toBeLessThanOrEqual(5);
});
