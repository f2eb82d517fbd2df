import { beforeAll, expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { withActor } from "@/lib/db/with-actor";
import { getCaseToAskAbout } from "@/lib/information/requests/queries";
import { changeTemplate, writeTemplate } from "@/lib/information/templates/commands";
import {
  getTemplate,
  listTemplates,
  listTemplatesToUse,
} from "@/lib/information/templates/queries";
import { aCase, anActor, anArea, aTemplate } from "@/tests/support/factories";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

let cora: Actor;
beforeAll(async () => {
  cora = await anActor("coordinator", { areaId: (await anArea()).id });
});

const words = {
  name: "Doctor",
  question: "What do you know of this person's wellbeing this year?",
  lawfulBasis: "safeguarding",
  days: 10,
} as const;
const toUse = (actor: Actor) => withActor(actor, listTemplatesToUse);

test("a new starting text is a draft that nobody starts from, until it is put in use; and is not, once retired", async () => {
  const { id: templateId } = await withActor(cora, (ctx) => writeTemplate(ctx, words));
  const isOffered = async () => (await toUse(cora)).some(({ id }) => id === templateId);
  const change = (version: number, status: "in_use" | "retired") =>
    withActor(cora, (ctx) => changeTemplate(ctx, { templateId, version, ...words, status }));
  expect(await isOffered()).toBe(false);

  await change(1, "in_use");
  expect(await isOffered()).toBe(true);

  await change(2, "retired");
  expect(await isOffered()).toBe(false);
  const where = { actor: cora.userId, type: { in: ["template.written", "template.changed"] } };
  await expect(owner.auditEvent.count({ where })).resolves.toBe(3);
});

test("whoever changes one that somebody has just changed is told what it says now", async () => {
  const { id: templateId } = await aTemplate(cora);
  const change = () =>
    withActor(cora, (ctx) =>
      changeTemplate(ctx, { templateId, version: 1, ...words, status: "in_use" }),
    );
  await change();

  await expect(change()).rejects.toMatchObject({ name: "Overtaken", version: "2" });
});

test.for([
  ["coordinator", true, true],
  ["chair", true, false],
  ["gateway_officer", true, false],
  ["panel_member", false, false],
  ["agency_lead", false, false],
  ["administrator", false, false],
] as [Role, boolean, boolean][])(
  "a %s starts from one: %s, and keeps them: %s",
  async ([role, mayUse, mayKeep]) => {
    const { id: templateId } = await aTemplate(cora);
    const actor = await anActor(role, { areaId: cora.areaId });
    const may = (work: Promise<unknown>) =>
      work.then(
        () => true,
        ({ name }) => name !== "Forbidden",
      );

    expect(await may(toUse(actor))).toBe(mayUse);
    expect(await may(withActor(actor, listTemplates))).toBe(mayKeep);
    expect(await may(withActor(actor, (ctx) => getTemplate(ctx, templateId)))).toBe(mayKeep);
    expect(await may(withActor(actor, (ctx) => writeTemplate(ctx, words)))).toBe(mayKeep);
  },
);

test("another area's starting texts are not there", async () => {
  const { id: templateId } = await aTemplate(cora);
  const stranger = await anActor("coordinator", { areaId: (await anArea()).id });

  await expect(toUse(stranger)).resolves.toEqual([]);
  await expect(withActor(stranger, (ctx) => getTemplate(ctx, templateId))).rejects.toMatchObject({
    name: "NotFound",
  });
});

test("the form that asks starts from the chosen text, from none unless one is chosen, and from no draft", async () => {
  const { reference } = await aCase({ areaId: cora.areaId, coordinator: cora });
  const { id } = await aTemplate(cora);
  const { id: draftId } = await aTemplate(cora, "draft");
  const start = async (templateId?: string) =>
    (await withActor(cora, (ctx) => getCaseToAskAbout(ctx, reference, templateId))).template;

  await expect(start()).resolves.toBeNull();
  await expect(start(draftId)).resolves.toBeNull();
  await expect(start(id)).resolves.toMatchObject({ id, days: 10 });
  expect((await countStatements(() => start(id))).count).toBeLessThanOrEqual(8);
});
