import "server-only";

import { authorize } from "@/lib/access/policy";
import type { Framework } from "@/lib/assessments/labels";
import { record } from "@/lib/audit/record";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { FrameworkStatus } from "./labels";

const inOrder = [
  { position: "asc" },
  { id: "asc" },
] satisfies Prisma.FrameworkSectionOrderByWithRelationInput[];

const part = { id: true, code: true, name: true, guidance: true, position: true, version: true };

export const frameworkFacts = {
  code: true,
  name: true,
  version: true,
  sections: { orderBy: inOrder, select: part },
  factors: {
    orderBy: [{ section: { position: "asc" as const } }, ...inOrder],
    select: {
      ...part,
      ...{ sectionId: true, evidence: true, partlyNeedsEvidence: true, isHealth: true },
      section: { select: { code: true } },
    },
  },
} satisfies Prisma.FrameworkSelect;

type Found = Prisma.FrameworkGetPayload<{ select: typeof frameworkFacts }>;

export const toFramework = ({ factors, ...framework }: Found) =>
  ({
    ...framework,
    factors: factors.map(({ section, ...factor }) => ({ ...factor, section: section.code })),
  }) satisfies Framework;

/** What a new assessment in this area can be made with. */
export async function listInUse({ tx }: Context, areaId: string) {
  return tx.framework.findMany({
    where: { areaId, status: "published" },
    orderBy: [{ publishedAt: "desc" }, { name: "asc" }],
    take: 50,
    select: { code: true, name: true, version: true },
  });
}

const authorizeKeeping = ({ actor }: Context) =>
  authorize(actor, "form:manage", { areaId: actor.areaId });

/** Every framework of the area, each version by itself. */
export async function listFrameworks(ctx: Context) {
  authorizeKeeping(ctx);
  const { actor, tx } = ctx;
  const found = await tx.framework.findMany({
    where: { areaId: actor.areaId },
    orderBy: [{ name: "asc" }, { madeAt: "desc" }],
    take: 200,
    select: {
      ...{ id: true, name: true, version: true, status: true, publishedAt: true, retiredAt: true },
      _count: { select: { sections: true, factors: true } },
    },
  });
  await record(ctx, { type: "frameworks.listed", facts: { rows: found.length } });
  return found.map(({ _count, ...row }) => ({
    ...row,
    status: row.status as FrameworkStatus,
    sections: _count.sections,
    factors: _count.factors,
  }));
}

/** One version, for those who keep it. It says nothing of any assessment made with it. */
export async function getFramework(ctx: Context, frameworkId: string) {
  authorizeKeeping(ctx);
  const { actor, tx } = ctx;
  const found = await tx.framework.findUnique({
    where: { id: frameworkId, areaId: actor.areaId },
    select: {
      ...frameworkFacts,
      ...{ id: true, status: true, madeByHatId: true, publishedAt: true, retiredAt: true },
      publishedByHat: { select: { user: { select: { name: true } } } },
    },
  });
  if (!found) throw new NotFound("framework", frameworkId);
  const { id, status, madeByHatId, publishedAt, retiredAt, publishedByHat } = found;
  return {
    ...toFramework(found),
    ...{ id, publishedAt, retiredAt },
    status: status as FrameworkStatus,
    isOurs: madeByHatId !== null,
    publishedBy: publishedByHat?.user.name ?? null,
  };
}

export type KeptFramework = Awaited<ReturnType<typeof getFramework>>;

export async function viewFramework(ctx: Context, frameworkId: string) {
  const framework = await getFramework(ctx, frameworkId);
  await record(ctx, { type: "framework.viewed", facts: { frameworkId } });
  return framework;
}

/** The version in which a section or a question stands, to be changed. */
export async function getFrameworkOfPart(ctx: Context, partId: string) {
  authorizeKeeping(ctx);
  const where = {
    OR: [{ sections: { some: { id: partId } } }, { factors: { some: { id: partId } } }],
  };
  const found = await ctx.tx.framework.findFirst({ where, select: { id: true } });
  if (!found) throw new NotFound("part of a framework", partId);
  return getFramework(ctx, found.id);
}
