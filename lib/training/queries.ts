import "server-only";

import { can, mayEver } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { type Day, dayOf, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden } from "@/lib/errors";
import { type Figure, figureOf, isStale } from "@/lib/training/rules";

export const perPage = 25;

type Row = {
  requirementId: string;
  roleGroupId: string;
  roleGroup: string;
  courseId: string;
  course: string;
  refreshMonths: number | null;
  staleMonths: number;
  target: number;
  organisationId: string;
  organisation: string;
  inScope: number | null;
  trained: number | null;
  asAt: Date | null;
};

/** One organisation and one thing that a role group of it needs, with what it declared last, or with nothing. */
export type TrainingFigure = Omit<Row, "asAt" | "refreshMonths" | "staleMonths"> & {
  asAtDay: Day | null;
  isStale: boolean;
};

const mostFigures = 10_000;

/** Whose figures this reader may have: everybody's, or those of their own organisation. */
const ownOnly = ({ actor }: Pick<Context, "actor">): string | null =>
  can(actor, "training:read", { areaId: actor.areaId }) ? null : actor.organisationId;

/**
 * What the organisations of the area have declared, one row for each that has anybody of the group.
 * What was declared last counts. Nothing here is a person.
 */
export async function trainingFigures(
  ctx: Context,
  {
    organisationId = null,
    requirementIds = null,
  }: { organisationId?: string | null; requirementIds?: readonly string[] | null } = {},
): Promise<TrainingFigure[]> {
  const { actor, tx, now } = ctx;
  if (!mayEver(actor, "training:read")) throw new Forbidden("training:read");
  const today = dayOf(now);
  const rows = await tx.$queryRaw<Row[]>`
    select q.id::text as "requirementId", g.id::text as "roleGroupId", g.name as "roleGroup", c.id::text as "courseId", c.name as course,
           c.refresh_months as "refreshMonths", a.training_stale_months as "staleMonths", coalesce(q.target, a.training_target) as target,
           o.id::text as "organisationId", o.name as organisation, d.in_scope as "inScope", d.trained, d.as_at_on as "asAt"
      from training_requirements q
      join areas a on a.id = q.area_id
      join training_role_groups g on g.id = q.role_group_id
      join training_courses c on c.id = q.course_id
      join organisation_areas m on m.area_id = q.area_id
      join organisations o on o.id = m.organisation_id and o.kind = any (g.found_in)
      left join lateral (select e.in_scope, e.trained, e.as_at_on from training_declarations e
                          where e.requirement_id = q.id and e.organisation_id = o.id
                          order by e.declared_at desc, e.id desc limit 1) d on true
     where q.area_id = ${actor.areaId}::uuid and q.ended_on is null
       and (${ownOnly(ctx)}::uuid is null or o.id = ${ownOnly(ctx)}::uuid)
       and (${organisationId}::uuid is null or o.id = ${organisationId}::uuid)
       and (${requirementIds}::uuid[] is null or q.id = any (${requirementIds}::uuid[]))
     order by g.name, c.level, c.name, o.name limit ${mostFigures}`;
  return rows.map(({ asAt, refreshMonths, staleMonths, ...row }) => {
    const asAtDay = asAt && fromDateColumn(asAt);
    return {
      ...{ ...row, asAtDay },
      isStale: asAtDay !== null && isStale(asAtDay, today, { staleMonths, refreshMonths }),
    };
  });
}

type Needed = {
  id: string;
  roleGroup: string;
  who: string;
  course: string;
  level: number;
  target: number;
  total: number;
};

/** The training needs matrix: who needs what, how many have it, and what is missing (2.6, 2.7). */
export async function viewTraining(ctx: Context, page: number) {
  const { actor, tx, now } = ctx;
  if (!mayEver(actor, "training:read")) throw new Forbidden("training:read");
  const own = ownOnly(ctx);
  const needed = await tx.$queryRaw<Needed[]>`
    select q.id::text as id, g.name as "roleGroup", g.who, c.name as course, c.level,
           coalesce(q.target, a.training_target) as target, count(*) over ()::int as total
      from training_requirements q
      join areas a on a.id = q.area_id
      join training_role_groups g on g.id = q.role_group_id
      join training_courses c on c.id = q.course_id
     where q.area_id = ${actor.areaId}::uuid and q.ended_on is null
       and (${own}::uuid is null or exists (select from organisations o where o.id = ${own}::uuid and o.kind = any (g.found_in)))
     order by g.name, c.level, c.name, q.id limit ${perPage} offset ${(page - 1) * perPage}`;
  const figures = await trainingFigures(ctx, { requirementIds: needed.map(({ id }) => id) });
  await record(ctx, { type: "training.viewed", facts: { page, shown: needed.length } });
  return {
    ...{ page, today: dayOf(now), isOwnOnly: own !== null },
    total: needed[0]?.total ?? 0,
    requirements: needed.map(({ total: _, ...one }) => ({
      ...one,
      figure: figureFor(one, figures),
    })),
    mayWrite: mayEver(actor, "training:write"),
  };
}

const figureFor = (
  { id, target }: { id: string; target: number },
  figures: readonly TrainingFigure[],
): Figure =>
  figureOf(
    figures.filter(({ requirementId }) => requirementId === id),
    target,
  );
