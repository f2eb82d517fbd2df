import "server-only";

import { authorize, can, mayEver } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { type Day, dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import type { CourseKind } from "@/lib/training/labels";
import { type Figure, figureOf, figureText, isStale } from "@/lib/training/rules";

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

const requirementFacts = {
  ...{ id: true, areaId: true, target: true, actionId: true, endedOn: true, version: true },
  editedAt: true,
  editedByHat: { select: { user: { select: { name: true } } } },
  roleGroup: { select: { id: true, name: true, who: true } },
  course: { select: { id: true, name: true, kind: true, level: true, refreshMonths: true } },
} satisfies Prisma.TrainingRequirementSelect;

/** One requirement, for somebody who may do this with it. */
export async function getRequirement(
  { actor, tx }: Context,
  requirementId: string,
  permission: "course:read" | "training:write" = "course:read",
) {
  const found = await tx.trainingRequirement.findUnique({
    where: { id: requirementId },
    select: requirementFacts,
  });
  if (!found) throw new NotFound("training requirement", requirementId);
  authorize(actor, permission, { areaId: found.areaId });
  const { editedByHat, course, ...requirement } = found;
  return {
    ...requirement,
    course: { ...course, kind: course.kind as CourseKind },
    editedBy: editedByHat.user.name,
  };
}

type Earlier = {
  id: string;
  organisation: string;
  asAt: Date;
  inScope: number;
  trained: number;
  evidence: string;
  by: string;
  at: Date;
};
type Settings = { target: number; staleMonths: number; action: string | null };

/** Who needs it, what each organisation declared last, and all that was declared before. */
export async function viewRequirement(ctx: Context, requirementId: string, page: number) {
  const { actor, tx, now } = ctx;
  if (!mayEver(actor, "training:read")) throw new Forbidden("training:read");
  const requirement = await getRequirement(ctx, requirementId);
  const [settings] = await tx.$queryRaw<[Settings]>`
    select a.training_target as target, a.training_stale_months as "staleMonths",
           (select p.reference || ' ' || x.title from plan_actions p join actions x on x.id = p.action_id
             where p.action_id = ${requirement.actionId}::uuid) as action
      from areas a where a.id = ${requirement.areaId}::uuid`;
  const rows = await trainingFigures(ctx, { requirementIds: [requirementId] });
  const earlier = await tx.$queryRaw<Earlier[]>`
    select d.id::text as id, o.name as organisation, d.as_at_on as "asAt", d.in_scope as "inScope", d.trained, d.evidence,
           u.name as by, d.declared_at as at
      from training_declarations d join organisations o on o.id = d.organisation_id
      join hats h on h.id = d.declared_by_hat join users u on u.id = h.user_id
     where d.requirement_id = ${requirementId}::uuid order by d.declared_at desc, d.id desc limit ${perPage}`;
  await record(ctx, { type: "training.requirement_viewed", facts: { requirementId } });
  const target = requirement.target ?? settings.target;
  return {
    ...{ requirement, page, total: rows.length, today: dayOf(now), ...settings },
    figure: figureOf(rows, target),
    organisations: rows.slice((page - 1) * perPage, page * perPage).map((row) => ({
      ...{ ...row, figure: figureOf([row], target) },
      mayDeclare: can(actor, "training:declare", {
        ...{ areaId: actor.areaId, organisationId: row.organisationId },
      }),
    })),
    declarations: earlier.map(({ asAt, ...one }) => ({ ...one, asAtDay: fromDateColumn(asAt) })),
    isOwnOnly: ownOnly(ctx) !== null,
    mayWrite: mayEver(actor, "training:write"),
  };
}

/** What the form of a declaration needs: those who have anybody of the group, as far as the reader speaks for them. */
export async function getToDeclare(ctx: Context, requirementId: string) {
  const { actor } = ctx;
  if (!mayEver(actor, "training:declare")) throw new Forbidden("training:declare");
  const requirement = await getRequirement(ctx, requirementId);
  if (requirement.endedOn) throw new NotFound("requirement in force", requirementId);
  const organisations = (await trainingFigures(ctx, { requirementIds: [requirementId] }))
    .filter(({ organisationId }) =>
      can(actor, "training:declare", { areaId: requirement.areaId, organisationId }),
    )
    .map(({ organisationId: id, organisation: name }) => ({ id, name }));
  if (organisations.length === 0) throw new NotFound("organisation to declare for", requirementId);
  return { requirement, organisations };
}

type Choice = { what: "group" | "course" | "action"; id: string; name: string };

/** What a requirement is made of: groups, courses, and the actions of a plan that may bring it about. */
async function listChoices({ actor, tx }: Context) {
  const rows = await tx.$queryRaw<Choice[]>`
    select 'group' as what, g.id::text as id, g.name from training_role_groups g where g.area_id = ${actor.areaId}::uuid
    union all
    select 'course', c.id::text, c.name from training_courses c where c.area_id = ${actor.areaId}::uuid
    union all
    select 'action', p.action_id::text, p.reference || ' ' || a.title
      from plan_areas v join plan_actions p on p.plan_id = v.plan_id join actions a on a.id = p.action_id
     where v.area_id = ${actor.areaId}::uuid and v.status <> 'superseded'
     order by 3 limit 900`;
  const of = (wanted: Choice["what"]) =>
    rows.filter(({ what }) => what === wanted).map(({ id, name }) => ({ id, name }));
  return { groups: of("group"), courses: of("course"), actions: of("action") };
}

export async function getRequirementsToWrite(ctx: Context) {
  if (!mayEver(ctx.actor, "training:write")) throw new Forbidden("training:write");
  return listChoices(ctx);
}

export async function getRequirementToEdit(ctx: Context, requirementId: string) {
  const requirement = await getRequirement(ctx, requirementId, "training:write");
  return { requirement, ...(await listChoices(ctx)) };
}

/** What the register says today of some requirements, of one organisation or of all, for evidence that rests on it. */
export async function figuresNow(
  ctx: Context,
  requirementIds: readonly string[],
  organisationId: string | null,
): Promise<Map<string, string>> {
  if (requirementIds.length === 0) return new Map();
  const rows = await trainingFigures(ctx, { requirementIds, organisationId });
  const texts = rows.map(({ requirementId, target }) => {
    const own = rows.filter((row) => row.requirementId === requirementId);
    return [requirementId, figureText(figureOf(own, target))] as const;
  });
  return new Map(texts);
}
