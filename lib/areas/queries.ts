import "server-only";

import { authorize, can } from "@/lib/access/policy";
import { listOrganisations } from "@/lib/agencies/queries";
import type { PostKind, PriorityStatus } from "@/lib/areas/labels";
import { priorityNow, trainedByCourse } from "@/lib/areas/rules";
import { record } from "@/lib/audit/record";
import { countSectors } from "@/lib/champions/queries";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { trainingFigures } from "@/lib/training/queries";

/** The reader's own area and those it shares a partnership with. */
function listAreas({ actor, tx }: Context) {
  const shares = {
    partnershipAreas: {
      some: { partnership: { partnershipAreas: { some: { areaId: actor.areaId } } } },
    },
  };
  return tx.area.findMany({
    where: { OR: [{ id: actor.areaId }, shares] },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
    take: 50,
  });
}

type Row = {
  id: string;
  yearOn: Date;
  status: PriorityStatus;
  source: string;
  recordedAt: Date;
  by: string;
  organisation: string;
};

/** What was said of each year, newest first: what was written down last of a year counts. */
async function listPriorities({ tx }: Context, areaId: string) {
  const rows = await tx.$queryRaw<Row[]>`
    select p.id::text as id, p.year_on as "yearOn", p.status, p.source, p.recorded_at as "recordedAt",
           u.name as by, o.name as organisation
      from area_priorities p join hats h on h.id = p.recorded_by_hat join users u on u.id = h.user_id
      join organisations o on o.id = h.organisation_id
     where p.area_id = ${areaId}::uuid
     order by p.year_on desc, p.recorded_at desc, p.id desc limit 50`;
  return rows.map(({ yearOn, ...row }) => ({ ...row, yearDay: fromDateColumn(yearOn) }));
}

const postFacts = {
  ...{ id: true, areaId: true, kind: true, name: true, about: true, contact: true },
  ...{ fromOn: true, untilOn: true, endedBecause: true, version: true, editedAt: true },
  editedByHat: { select: { user: { select: { name: true } } } },
} as const;

export async function listPosts({ tx }: Context, areaId: string) {
  const rows = await tx.areaPost.findMany({
    where: { areaId },
    select: postFacts,
    orderBy: [{ fromOn: "desc" }, { id: "desc" }],
    take: 200,
  });
  return rows.map(({ fromOn, untilOn, editedByHat, ...post }) => ({
    ...post,
    editedBy: editedByHat?.user.name ?? null,
    kind: post.kind as PostKind,
    fromDay: fromDateColumn(fromOn),
    untilDay: untilOn && fromDateColumn(untilOn),
  }));
}

/** An area as those who oversee it know it (3.7). Its own reader has the training figures too. */
export async function viewArea(ctx: Context, chosenId?: string) {
  const { actor, now } = ctx;
  const today = dayOf(now);
  const areas = await listAreas(ctx);
  const area = areas.find(({ id }) => id === (chosenId ?? actor.areaId));
  if (!area) throw new NotFound("area", chosenId ?? actor.areaId);
  const { id: areaId, name } = area;
  authorize(actor, "area_profile:read", { areaId, neighbourAreaIds: areas.map(({ id }) => id) });

  const priorities = await listPriorities(ctx, areaId);
  const posts = await listPosts(ctx, areaId);
  const kinds = (await listOrganisations(ctx, [areaId])).map(({ kind }) => kind);
  const champions = await countSectors(ctx, areaId, kinds);
  const isOwn = areaId === actor.areaId;
  const training = isOwn ? trainedByCourse(await trainingFigures(ctx)) : null;
  await record(ctx, { type: "area_profile.viewed", facts: { areaId } });
  return {
    ...{ area: { id: areaId, name }, isOwn, priorities, champions, training, today },
    others: areas.filter(({ id }) => id !== areaId).map((one) => ({ id: one.id, name: one.name })),
    current: priorityNow(priorities, today),
    leads: posts.filter(({ kind, untilDay }) => kind !== "team" && !untilDay),
    teams: posts.filter(({ kind, untilDay }) => kind === "team" && !untilDay),
    former: posts.filter(({ untilDay }) => untilDay !== null),
    mayWrite: can(actor, "area_profile:write", { areaId }),
    mayOpenChampions: isOwn && can(actor, "champion:sectors", { areaId }),
  };
}

/** For the co-ordinator, whose own area it is. */
export async function getAreaToWrite(ctx: Context) {
  authorize(ctx.actor, "area_profile:write", { areaId: ctx.actor.areaId });
  return { today: dayOf(ctx.now), posts: await listPosts(ctx, ctx.actor.areaId) };
}

/** A lead or team of the co-ordinator's own area. */
export async function getPostToChange(ctx: Context, postId: string) {
  const { posts } = await getAreaToWrite(ctx);
  const post = posts.find(({ id }) => id === postId);
  if (!post) throw new NotFound("post", postId);
  return post;
}

/** The same with the work contacts that it had before, newest first. */
export async function getContactToChange(ctx: Context, postId: string) {
  const post = await getPostToChange(ctx, postId);
  const before = await ctx.tx.areaPostContact.findMany({
    where: { postId },
    select: {
      ...{ id: true, contact: true, replacedAt: true },
      replacedByHat: { select: { user: { select: { name: true } } } },
    },
    orderBy: [{ replacedAt: "desc" }, { id: "desc" }],
    take: 50,
  });
  return {
    post,
    before: before.map(({ replacedByHat, ...one }) => ({ ...one, by: replacedByHat.user.name })),
  };
}
