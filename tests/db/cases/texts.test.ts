import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { searchTexts } from "@/lib/cases/texts/commands";
import { viewTexts } from "@/lib/cases/texts/queries";
import { piecesOf, type TextFilters } from "@/lib/cases/texts/rules";
import { withActor } from "@/lib/db/with-actor";
import {
  aCase,
  aDocument,
  aNeed,
  anActor,
  anArea,
  anInformationItem,
  anItem,
  aPersonAround,
  aWorker,
} from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const body = "He was bullied on the school bus, and the driver saw it.";

async function aCaseWithWords(more = {}) {
  const { id: areaId } = await anArea(); // the gateway searches the whole of one
  const cora = await anActor("coordinator", { areaId });
  const opened = await aCase({ areaId, coordinator: cora });
  const { id: itemId } = await anInformationItem(opened, { body, ...more });
  return { cora, opened, itemId };
}

async function search(actor: Actor, words: string, filters: Omit<TextFilters, "search"> = {}) {
  const { searchId } = await withActor(actor, (ctx) => searchTexts(ctx, { words }));
  return withActor(actor, (ctx) => viewTexts(ctx, { ...filters, search: searchId }));
}
const sourcesOf = async (...asked: Parameters<typeof search>) =>
  (await search(...asked)).hits.map(({ source }) => source).sort();

test("words and phrases are found in the cases that somebody holds, with what was found marked", async () => {
  const { cora, opened } = await aCaseWithWords();

  const { hits } = await search(cora, '"school bus" driver');

  expect(hits).toMatchObject([{ reference: opened.reference, source: "item" }]);
  const marked = piecesOf(hits[0]?.snippet ?? "").filter(({ isFound }) => isFound);
  expect(marked.map(({ text }) => text)).toEqual(expect.arrayContaining(["school", "bus"]));
  await expect(sourcesOf(cora, '"bus school"')).resolves.toEqual([]);
  await expect(sourcesOf(cora, "bus -driver")).resolves.toEqual([]);
});

test("in a case that somebody does not hold nothing is found (IS-01, IS-19)", async () => {
  const { opened } = await aCaseWithWords();
  const carl = await anActor("coordinator", { areaId: opened.areaId });

  await expect(sourcesOf(carl, "driver")).resolves.toEqual([]);
});

test("what is for a narrower audience leaves no trace in what is found", async () => {
  const { cora, opened } = await aCaseWithWords({ audience: "panel_members" });
  const gwen = await anActor("gateway_officer", { areaId: opened.areaId });
  const pat = await anActor("panel_member", { areaId: opened.areaId });
  await anItem(opened, { health: pat });

  await expect(sourcesOf(cora, "bullied")).resolves.toEqual(["item"]);
  await expect(sourcesOf(pat, "bullied")).resolves.toEqual(["item"]);
  await expect(search(gwen, "bullied")).resolves.toMatchObject({ hits: [], isCut: false });
});

test("what is sealed is not there to be searched, even for those who may read it", async () => {
  const { cora, opened } = await aCaseWithWords({ audience: "chair_and_coordinator" });
  await aPersonAround(opened, cora, { name: "Bullied Driver" });
  await aDocument(opened, cora, { audience: "chair_and_coordinator", title: "Bus driver" });

  await expect(sourcesOf(cora, "bullied")).resolves.toEqual([]);
  await expect(owner.caseText.count({ where: { body: { contains: "Bus" } } })).resolves.toBe(0);
});

test.for(["provider", "invitee"] as const)("a %s does not search words (IS-15)", async (role) => {
  const { opened } = await aCaseWithWords();
  const actor = await anActor(role, { areaId: opened.areaId });
  await aWorker(opened.id, actor);

  await expect(search(actor, "bullied")).rejects.toMatchObject({ name: "Forbidden" });
  await expect(withActor(actor, ({ tx }) => tx.caseText.count())).resolves.toBe(0);
});

test("somebody with a conflict of interest finds nothing, in any hat (IS-18)", async () => {
  const { opened } = await aCaseWithWords();
  const gwen = await anActor("gateway_officer", { areaId: opened.areaId });
  await expect(sourcesOf(gwen, "bullied")).resolves.toEqual(["item"]);
  await owner.caseConflict.create({
    data: {
      ...{ caseId: opened.id, areaId: opened.areaId, userId: gwen.userId },
      declaredAt: new Date(),
    },
  });

  await expect(sourcesOf(gwen, "bullied")).resolves.toEqual([]);
});

test("it can be narrowed to where words stand and to cases that go on", async () => {
  const { cora, opened } = await aCaseWithWords();
  await aNeed(opened, cora, { words: "Bullied for most of last year." });

  await expect(sourcesOf(cora, "bullied")).resolves.toEqual(["item", "need"]);
  await expect(sourcesOf(cora, "bullied", { source: "need" })).resolves.toEqual(["need"]);
  await expect(sourcesOf(cora, "bullied", { state: "open" })).resolves.toHaveLength(2);
  await expect(sourcesOf(cora, "bullied", { state: "ended" })).resolves.toEqual([]);
});

test("words go from the index when they go from where they stood", async () => {
  const { cora, opened, itemId } = await aCaseWithWords();
  await owner.informationItem.update({
    where: { id: itemId },
    data: { body: null, sealedBody: new Uint8Array(4), source: "" },
  });

  await expect(sourcesOf(cora, "bullied")).resolves.toEqual([]);
  await expect(owner.caseText.count({ where: { caseId: opened.id, rowId: itemId } })).resolves.toBe(
    0,
  );
});

test("a search is on the log with its hits, and without its words", async () => {
  const { cora } = await aCaseWithWords();

  await search(cora, "bullied");

  const event = await owner.auditEvent.findFirstOrThrow({
    where: { actor: cora.userId, type: "search.made" },
  });
  expect(event.facts).toMatchObject({ kind: "texts", hits: 1 });
  expect(JSON.stringify(event.facts)).not.toContain("bullied");
});

test("somebody else's search is not there", async () => {
  const { cora, opened } = await aCaseWithWords();
  const carl = await anActor("coordinator", { areaId: opened.areaId });
  const { searchId } = await withActor(cora, (ctx) => searchTexts(ctx, { words: "bullied" }));

  const borrowed = withActor(carl, (ctx) => viewTexts(ctx, { search: searchId }));

  await expect(borrowed).rejects.toMatchObject({ name: "NotFound" });
});

test("the page takes few statements", async () => {
  const { cora } = await aCaseWithWords();
  const { searchId } = await withActor(cora, (ctx) => searchTexts(ctx, { words: "bullied" }));

  const { count } = await countStatements(() =>
    withActor(cora, (ctx) => viewTexts(ctx, { search: searchId })),
  );

  expect(count).toBeLessThanOrEqual(4);
});
