import "server-only";

import { authorize, can, mayEver, type Parties, type Permission } from "@/lib/access/policy";
import { listOrganisations } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import { type Day, dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import type { Objective } from "@/lib/plans/labels";
import { listCoverage } from "@/lib/plans/queries";
import type { Answer, Basis, MeasureType, MeasureUnit, ProjectStatus } from "@/lib/projects/labels";
import { missingOf } from "@/lib/projects/providers/queries";
import { isApproved, isOver, type Shown, stepsOf } from "@/lib/projects/rules";
import type { CoveredIdeology } from "@/lib/risks/labels";

const projectFacts = {
  id: true,
  areaId: true,
  reference: true,
  title: true,
  summary: true,
  objective: true,
  ideologies: true,
  targetGroup: true,
  basis: true,
  basisWords: true,
  recommendationId: true,
  riskId: true,
  providerId: true,
  status: true,
  outline: true,
  outlineGroup: true,
  outlineOn: true,
  answer: true,
  answerReasons: true,
  answerOn: true,
  funder: true,
  bidOn: true,
  decisionReasons: true,
  decidedOn: true,
  startsOn: true,
  endsOn: true,
  deliveryPlan: true,
  safeguarding: true,
  evaluationMethod: true,
  findings: true,
  lessons: true,
  closedOn: true,
  withdrawnBecause: true,
  withdrawnOn: true,
  editedByHatId: true,
  editedAt: true,
  version: true,
  ownerOrganisation: { select: { id: true, name: true } },
  provider: { select: { id: true, name: true } },
  partnership: { select: { name: true, partnershipAreas: { select: { areaId: true } } } },
} satisfies Prisma.ProjectSelect;

type Found = Prisma.ProjectGetPayload<{ select: typeof projectFacts }>;
const dayOrNull = (column: Date | null): Day | null => column && fromDateColumn(column);

/** A project as the rest of the code knows it. */
function toProjectRecord(found: Found) {
  const { partnership, ownerOrganisation, ...rest } = found;
  const status = found.status as ProjectStatus;
  const parties: Parties = {
    areaId: found.areaId,
    planAreaIds: partnership?.partnershipAreas.map(({ areaId }) => areaId) ?? [found.areaId],
    isApproved: isApproved(status),
    organisationId: ownerOrganisation.id,
  };
  return {
    ...rest,
    status,
    objective: found.objective as Objective,
    ideologies: found.ideologies as CoveredIdeology[],
    basis: found.basis as Basis,
    answer: found.answer as Answer | null,
    owner: ownerOrganisation,
    covers: partnership?.name ?? null,
    outlineDay: dayOrNull(found.outlineOn),
    answerDay: dayOrNull(found.answerOn),
    bidDay: dayOrNull(found.bidOn),
    decidedDay: dayOrNull(found.decidedOn),
    startDay: dayOrNull(found.startsOn),
    endDay: dayOrNull(found.endsOn),
    closedDay: dayOrNull(found.closedOn),
    withdrawnDay: dayOrNull(found.withdrawnOn),
    parties,
  };
}
export type ProjectRecord = ReturnType<typeof toProjectRecord>;

/** One project, for somebody who may do this with it. */
export async function getProject(
  { actor, tx }: Context,
  projectId: string,
  permission: Permission = "project:read",
): Promise<ProjectRecord> {
  const found = await tx.project.findUnique({ where: { id: projectId }, select: projectFacts });
  if (!found) throw new NotFound("project", projectId);
  const project = toProjectRecord(found);
  authorize(actor, permission, project.parties);
  return project;
}

/** Every project that this reader may see, those that go on before those that are over. */
export async function listProjects(ctx: Context) {
  const { actor, tx, now } = ctx;
  if (!mayEver(actor, "project:read")) throw new Forbidden("project:read");
  const today = dayOf(now);
  const found = await tx.project.findMany({
    select: {
      ...projectFacts,
      returns: { where: { recordedOn: null }, orderBy: { dueOn: "asc" }, select: { dueOn: true } },
    },
    orderBy: [{ reference: "asc" }, { id: "asc" }],
    take: 300,
  });
  const projects = found
    .map(({ returns, ...one }) => ({
      ...toProjectRecord(one),
      nextReturn: returns[0] ? fromDateColumn(returns[0].dueOn) : null,
    }))
    .filter(({ parties }) => can(actor, "project:read", parties))
    .map((project) => ({ ...project, isOver: isOver(project) }));
  await record(ctx, { type: "projects.listed", facts: { shown: projects.length } });
  return {
    today,
    going: projects.filter((one) => !one.isOver),
    over: projects.filter((one) => one.isOver),
    mayWrite: mayEver(actor, "project:write"),
    mayReadProviders: mayEver(actor, "provider:read"),
    mayReadMoney: mayEver(actor, "money:read"),
    isWhole: !["agency_lead", "gold_reader"].includes(actor.role),
  };
}

/** What projects that were evaluated have taught. */
export async function listLessons(ctx: Context) {
  const { going, over, today } = await listProjects(ctx);
  const taught = [...over, ...going].filter(({ lessons }) => lessons !== null);
  return {
    today,
    projects: taught.sort((a, b) => (b.closedDay ?? "").localeCompare(a.closedDay ?? "")),
  };
}

type Move = {
  id: string;
  fromStatus: ProjectStatus | null;
  toStatus: ProjectStatus;
  at: Date;
  by: string;
};
type Measure = {
  id: string;
  type: MeasureType;
  name: string;
  unit: MeasureUnit;
  target: number;
  actual: number | null;
  actualDay: Day | null;
  source: string;
};
/** An amount is at most 12 figures of pence, which a number of JavaScript holds to the penny. */
type Bid = { number: number; pence: number; awardedPence: number | null };
type Hanging = {
  moves: Move[] | null;
  measures: Measure[] | null;
  bids: Bid[] | null;
  why: { name: string; path: string } | null;
};
type Before = {
  number: number;
  progress: string;
  writtenDay: Day;
  by: string;
  because: string | null;
  counts: { outcome: string; people: number }[] | null;
};
type Return = {
  id: string;
  version: number;
  by: string | null;
  correctedOn: Date | null;
  correctedBecause: string | null;
  before: Before[] | null;
  periodStart: Date;
  periodEnd: Date;
  dueOn: Date;
  recordedOn: Date | null;
  progress: string | null;
  shown: Shown | null;
  counts: { outcome: string; people: number }[] | null;
};

/** A project with its road, its measures and its returns. */
export async function viewProject(ctx: Context, projectId: string) {
  const { actor, tx, now } = ctx;
  const today = dayOf(now);
  const project = await getProject(ctx, projectId);
  const [hanging] = await tx.$queryRaw<[Hanging]>`
    select (select json_agg(json_build_object('id', m.id, 'fromStatus', m.from_status, 'toStatus', m.to_status, 'at', m.moved_at, 'by', u.name)
                            order by m.moved_at desc, m.id desc)
              from project_moves m join hats h on h.id = m.moved_by_hat join users u on u.id = h.user_id where m.project_id = p.id) as moves,
           (select json_agg(json_build_object('id', m.id, 'type', m.type, 'name', m.name, 'unit', m.unit, 'target', m.target, 'actual', m.actual,
                                              'actualDay', m.actual_on, 'source', m.source) order by m.type desc, m.id)
              from project_measures m where m.project_id = p.id) as measures,
           (select json_agg(json_build_object('number', b.number, 'pence', b.pence, 'awardedPence', b.awarded_pence) order by b.number desc)
              from project_bids b where b.project_id = p.id) as bids,
           coalesce((select json_build_object('name', e.reference || ', recommendation ' || c.number || ': ' || c.text, 'path', '/plan/profile/' || e.id)
                       from profile_recommendations c join profile_editions e on e.id = c.edition_id where c.id = p.recommendation_id),
                    (select json_build_object('name', r.reference || ': ' || r.title, 'path', '/plan/risks/' || r.id) from risks r where r.id = p.risk_id)) as why
      from projects p where p.id = ${projectId}::uuid`;
  const returns = await tx.$queryRaw<Return[]>`
    select r.id::text as id, r.period_start as "periodStart", r.period_end as "periodEnd", r.due_on as "dueOn",
           r.recorded_on as "recordedOn", r.progress, r.shown, r.version, r.corrected_on as "correctedOn", r.corrected_because as "correctedBecause",
           (select json_agg(json_build_object('outcome', c.outcome, 'people', c.people)) from project_counts c where c.return_id = r.id and c.number = r.version) as counts,
           (select u.name from hats h join users u on u.id = h.user_id where h.id = r.recorded_by_hat) as by,
           (select json_agg(json_build_object('number', v.number, 'progress', v.progress, 'writtenDay', v.written_on, 'by', u.name, 'because', v.because,
                                              'counts', (select json_agg(json_build_object('outcome', c.outcome, 'people', c.people)) from project_counts c
                                                          where c.return_id = r.id and c.number = v.number)) order by v.number desc)
              from project_return_versions v join hats h on h.id = v.written_by_hat join users u on u.id = h.user_id where v.return_id = r.id) as before
      from project_returns r where r.project_id = ${projectId}::uuid order by r.period_start`;
  const mayWrite = can(actor, "project:write", project.parties);
  const missing =
    project.providerId && mayEver(actor, "provider:read")
      ? await missingOf(ctx, project.providerId, today)
      : null;
  await record(ctx, { type: "project.viewed", facts: { projectId } });
  return {
    project,
    today,
    why: hanging.why,
    moves: (hanging.moves ?? []).map(({ at, ...move }) => ({ ...move, at: new Date(at) })),
    measures: hanging.measures ?? [],
    returns: returns.map(({ periodStart, periodEnd, dueOn, recordedOn, correctedOn, ...one }) => ({
      ...one,
      before: one.before ?? [],
      correctedDay: dayOrNull(correctedOn),
      periodStart: fromDateColumn(periodStart),
      periodEnd: fromDateColumn(periodEnd),
      dueDay: fromDateColumn(dueOn),
      recordedDay: dayOrNull(recordedOn),
    })),
    bids: can(actor, "money:read", project.parties) ? (hanging.bids ?? []) : [],
    missing,
    steps: mayWrite ? stepsOf(project) : [],
    mayWrite: mayWrite && !isOver(project),
    mayReport:
      can(actor, "project:report", project.parties) &&
      (project.status === "delivery" || project.status === "evaluation"),
    mayCount: can(actor, "project:count", project.parties),
    mayReadProvider: mayEver(actor, "provider:read"),
  };
}

type Reason = { id: string; kind: "recommendation" | "risk"; name: string };

/** What a project may rest on, lead it and deliver it, for its forms. */
async function listChoices(ctx: Context, areaIds: readonly string[]) {
  const organisations = await listOrganisations(ctx, areaIds);
  const reasons = await ctx.tx.$queryRaw<Reason[]>`
    select c.id::text as id, 'recommendation' as kind, e.reference || ', ' || c.number || ': ' || c.text as name
      from profile_recommendations c join profile_editions e on e.id = c.edition_id where c.declined_on is null
    union all
    select r.id::text, 'risk', r.reference || ': ' || r.title from risks r where r.status <> 'closed' and r.finding = 'risk'
    order by 3 limit 300`;
  const providers = await ctx.tx.provider.findMany({
    where: { areaId: ctx.actor.areaId },
    select: { id: true, name: true },
    orderBy: { name: "asc" },
    take: 300,
  });
  const of = (kind: Reason["kind"]) => reasons.filter((one) => one.kind === kind);
  return { organisations, providers, recommendations: of("recommendation"), risks: of("risk") };
}

/** What the form of a new project needs. */
export async function getProjectsToWrite(ctx: Context) {
  if (!mayEver(ctx.actor, "project:write")) throw new Forbidden("project:write");
  const coverage = await listCoverage(ctx);
  const areaIds = coverage.partnerships.flatMap(({ partnershipAreas }) =>
    partnershipAreas.map(({ areaId }) => areaId),
  );
  const choices = await listChoices(ctx, [...new Set([ctx.actor.areaId, ...areaIds])]);
  return { ...coverage, ...choices };
}

/** The same for one that is there. */
export async function getProjectToEdit(ctx: Context, projectId: string) {
  const project = await getProject(ctx, projectId, "project:write");
  return { project, ...(await listChoices(ctx, project.parties.planAreaIds ?? [])) };
}
