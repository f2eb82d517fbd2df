import "server-only";

import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { NotFound, RuleBroken } from "@/lib/errors";
import { getFramework, getFrameworkOfPart, type KeptFramework } from "./queries";
import { assertCanPublish, assertCanRetire, assertDraft, moved, nextVersion } from "./rules";
import type {
  AddFactor,
  AddSection,
  ChangeFactor,
  ChangeSection,
  MovePart,
  NextVersion,
  PublishFramework,
  RemovePart,
  RenameFramework,
  RetireFramework,
  StartFramework,
} from "./schema";

const overtaken = "Somebody has just changed this. Reload the page to see what it says now.";

const begun = { madeAt: true, id: true, code: true } as const;

/** A framework of the area's own, empty or with everything that another says. */
export async function startFramework(ctx: Context, { name, fromId }: StartFramework) {
  const { actor, tx, now } = ctx;
  const from = fromId ? await getFramework(ctx, fromId) : null;
  const { id: frameworkId } = await tx.framework.create({
    data: { areaId: actor.areaId, name, madeByHatId: actor.hatId, madeAt: now },
    select: begun,
  });
  if (from) await copyParts(ctx, from, frameworkId);
  await record(ctx, { type: "framework.started", facts: { frameworkId } });
  return { frameworkId };
}

/** The next version of a framework of one's own: its questions keep their codes, so that answers can be compared. */
export async function startNextVersion(ctx: Context, input: NextVersion) {
  const { actor, tx, now } = ctx;
  const from = await getFramework(ctx, input.frameworkId);
  if (!from.isOurs)
    throw new RuleBroken("Every area has this framework. Start one of your own with what it says.");
  const { areaId, hatId } = actor;
  const { code, name } = from;
  const others = await tx.framework.findMany({
    where: { areaId, code },
    select: { version: true, status: true },
  });
  if (others.some(({ status }) => status === "draft"))
    throw new RuleBroken("A new version of this framework is being written already.");
  const version = nextVersion(others.map((one) => one.version));
  const { id: frameworkId } = await tx.framework.create({
    data: { areaId, code, version, name, madeByHatId: hatId, madeAt: now },
    select: begun,
  });
  await copyParts(ctx, from, frameworkId);
  await record(ctx, { type: "framework.started", facts: { frameworkId, version } });
  return { frameworkId };
}

async function copyParts({ actor, tx }: Context, from: KeptFramework, frameworkId: string) {
  const { areaId } = actor;
  const sections = await tx.frameworkSection.createManyAndReturn({
    data: from.sections.map(({ code, name, guidance, position }) => ({
      ...{ frameworkId, areaId, code, name, guidance, position },
    })),
    select: { id: true, code: true },
  });
  const idOf = new Map(sections.map(({ id, code }) => [code, id]));
  await tx.frameworkFactor.createMany({
    data: from.factors.map(({ id: _, version: __, section, ...factor }) => ({
      ...factor,
      ...{ frameworkId, areaId, sectionId: idOf.get(section) as string },
    })),
  });
}

async function getDraft(ctx: Context, frameworkId: string) {
  const framework = await getFramework(ctx, frameworkId);
  assertDraft(framework);
  return framework;
}

async function getDraftOfPart(ctx: Context, partId: string) {
  const framework = await getFrameworkOfPart(ctx, partId);
  assertDraft(framework);
  return framework;
}

async function changed(ctx: Context, { id: frameworkId }: KeptFramework, what: string) {
  await record(ctx, { type: "framework.changed", facts: { frameworkId, what } });
  return { frameworkId };
}

export async function renameFramework(ctx: Context, { frameworkId, name }: RenameFramework) {
  const framework = await getDraft(ctx, frameworkId);
  await ctx.tx.framework.updateMany({ where: { id: frameworkId }, data: { name } });
  return changed(ctx, framework, "name");
}

export async function addSection(ctx: Context, { frameworkId, name, guidance }: AddSection) {
  const framework = await getDraft(ctx, frameworkId);
  const position = framework.sections.length + 1;
  const { areaId } = ctx.actor;
  await ctx.tx.frameworkSection.createMany({
    data: { frameworkId, areaId, name, guidance, position },
  });
  return changed(ctx, framework, "section_added");
}

export async function changeSection(ctx: Context, input: ChangeSection) {
  const { sectionId, version, name, guidance, position } = input;
  const framework = await getDraftOfPart(ctx, sectionId);
  const { count } = await ctx.tx.frameworkSection.updateMany({
    where: { id: sectionId, version },
    data: { name, guidance, version: version + 1 },
  });
  if (count === 0) throw new RuleBroken(overtaken);
  await placeSection(ctx, framework, sectionId, position);
  return changed(ctx, framework, "section_changed");
}

export async function addFactor(ctx: Context, { sectionId, ...question }: AddFactor) {
  const framework = await getDraftOfPart(ctx, sectionId);
  const position = inSection(framework, sectionId).length + 1;
  const { areaId } = ctx.actor;
  await ctx.tx.frameworkFactor.createMany({
    data: { ...question, frameworkId: framework.id, sectionId, areaId, position },
  });
  return changed(ctx, framework, "question_added");
}

export async function changeFactor(ctx: Context, input: ChangeFactor) {
  const { factorId, version, sectionId, position, ...question } = input;
  const framework = await getDraftOfPart(ctx, factorId);
  if (!framework.sections.some(({ id }) => id === sectionId))
    throw new NotFound("section", sectionId);
  const { count } = await ctx.tx.frameworkFactor.updateMany({
    where: { id: factorId, version },
    data: { ...question, sectionId, version: version + 1 },
  });
  if (count === 0) throw new RuleBroken(overtaken);
  await placeFactor(ctx, framework, factorId, sectionId, position);
  return changed(ctx, framework, "question_changed");
}

/** A section or a question takes another place. */
export async function movePart(ctx: Context, { partId, to }: MovePart) {
  const framework = await getDraftOfPart(ctx, partId);
  const factor = framework.factors.find(({ id }) => id === partId);
  if (factor) await placeFactor(ctx, framework, partId, factor.sectionId, to);
  else await placeSection(ctx, framework, partId, to);
  return changed(ctx, framework, "moved");
}

export async function removePart(ctx: Context, { partId }: RemovePart) {
  const framework = await getDraftOfPart(ctx, partId);
  if (inSection(framework, partId).length > 0)
    throw new RuleBroken("This section asks something. Remove its questions, or move them, first.");
  const { count } = await ctx.tx.frameworkFactor.deleteMany({ where: { id: partId } });
  if (count === 0) await ctx.tx.frameworkSection.deleteMany({ where: { id: partId } });
  return changed(ctx, framework, "removed");
}

const inSection = ({ factors }: KeptFramework, sectionId: string) =>
  factors.filter((factor) => factor.sectionId === sectionId).map(({ id }) => id);

async function placeSection({ tx }: Context, seen: KeptFramework, id: string, to: number) {
  const ids = moved(
    seen.sections.map((section) => section.id),
    id,
    to,
  );
  await tx.$executeRaw`
    update framework_sections s set position = o.place
      from unnest(${ids}::uuid[]) with ordinality as o (id, place) where s.id = o.id`;
}

async function placeFactor(
  { tx }: Context,
  seen: KeptFramework,
  id: string,
  sectionId: string,
  to: number,
) {
  const there = inSection(seen, sectionId);
  const ids = moved(there.includes(id) ? there : [...there, id], id, to);
  await tx.$executeRaw`
    update framework_factors x set position = o.place
      from unnest(${ids}::uuid[]) with ordinality as o (id, place) where x.id = o.id`;
}

/** From now on new assessments are made with it, and no longer with the version before. */
export async function publishFramework(ctx: Context, { frameworkId }: PublishFramework) {
  const { actor, tx, now } = ctx;
  const framework = await getFramework(ctx, frameworkId);
  assertCanPublish(framework);
  const { code, version } = framework;
  await tx.framework.updateMany({
    where: { areaId: actor.areaId, code, status: "published" },
    data: { status: "retired", retiredAt: now, retiredByHatId: actor.hatId },
  });
  const { count } = await tx.framework.updateMany({
    where: { id: frameworkId, status: "draft" },
    data: { status: "published", publishedAt: now, publishedByHatId: actor.hatId },
  });
  if (count === 0) throw new RuleBroken(overtaken);
  await record(ctx, { type: "framework.published", facts: { frameworkId, version } });
  return { frameworkId };
}

/** Assessments that were begun with it go on; no new one is. */
export async function retireFramework(ctx: Context, { frameworkId }: RetireFramework) {
  const { actor, tx, now } = ctx;
  const framework = await getFramework(ctx, frameworkId);
  assertCanRetire(framework);
  const { count } = await tx.framework.updateMany({
    where: { id: frameworkId, status: framework.status },
    data: { status: "retired", retiredAt: now, retiredByHatId: actor.hatId },
  });
  if (count === 0) throw new RuleBroken(overtaken);
  await record(ctx, { type: "framework.retired", facts: { frameworkId } });
  return { frameworkId };
}
