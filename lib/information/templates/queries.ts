import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { LawfulBasis, TemplateStatus } from "../labels";

const templateFacts = {
  ...{ id: true, name: true, question: true, lawfulBasis: true, days: true, status: true },
  ...{ version: true, writtenAt: true },
  writtenByHat: { select: { user: { select: { name: true } } } },
} as const;

type Found = { lawfulBasis: string; status: string };
const toTemplate = <Row extends Found>({ lawfulBasis, status, ...row }: Row) => ({
  ...row,
  lawfulBasis: lawfulBasis as LawfulBasis,
  status: status as TemplateStatus,
});

/** The starting texts that may be used now, for whoever asks. */
export async function listTemplatesToUse({ actor, tx }: Context) {
  const { areaId } = actor;
  authorize(actor, "template:read", { areaId });
  const found = await tx.requestTemplate.findMany({
    where: { areaId, status: "in_use" },
    orderBy: [{ name: "asc" }, { id: "asc" }],
    take: 100,
    select: { id: true, name: true, question: true, lawfulBasis: true, days: true, status: true },
  });
  return found.map(toTemplate);
}

/** Every starting text of the area, for whoever keeps them. */
export async function listTemplates(ctx: Context) {
  const { actor, tx } = ctx;
  const { areaId } = actor;
  authorize(actor, "template:write", { areaId });
  const found = await tx.requestTemplate.findMany({
    where: { areaId },
    orderBy: [{ status: "asc" }, { name: "asc" }, { id: "asc" }],
    take: 200,
    select: templateFacts,
  });
  await record(ctx, { type: "template.listed", facts: { rows: found.length } });
  return found.map(toTemplate);
}

/** For the page that writes a new one. */
export async function getAreaToWriteFor({ actor }: Context) {
  authorize(actor, "template:write", { areaId: actor.areaId });
  return { areaId: actor.areaId };
}

/** One of them, for whoever changes it. */
export async function getTemplate({ actor, tx }: Context, templateId: string) {
  const { areaId } = actor;
  authorize(actor, "template:write", { areaId });
  const found = await tx.requestTemplate.findFirst({
    where: { id: templateId, areaId },
    select: templateFacts,
  });
  if (!found) throw new NotFound("template", templateId);
  return toTemplate(found);
}
