import "server-only";

import { authorize, can, mayEver, type Parties, type Permission } from "@/lib/access/policy";
import { listBodiesOver } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import { type Day, dayOf, formatDay, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import { readMarkdown } from "@/lib/markdown";
import { quarterWords } from "@/lib/plans/parts/rules";
import { listPlans } from "@/lib/plans/queries";
import { readFigures } from "@/lib/reports/figures/queries";
import {
  type ApproverRole,
  type Purpose,
  type ReportStatus,
  type Section,
  sectionLabels,
  type Template,
  templateSections,
} from "@/lib/reports/labels";
import {
  blocksOf,
  type Figures,
  type FrozenReport,
  insertFigures,
  markingOf,
  missingApprovals,
  missingFigures,
  unanswered,
  withCaseworkNote,
} from "@/lib/reports/rules";

/** The one select that policy and rules need of a report, with who has to approve it and who has. */
const reportFacts = (today: Day) =>
  ({
    ...{
      id: true,
      areaId: true,
      reference: true,
      template: true,
      title: true,
      board: true,
      bodyId: true,
    },
    ...{
      meetsOn: true,
      purpose: true,
      author: true,
      contact: true,
      planId: true,
      snapshotId: true,
    },
    ...{ status: true, latestVersion: true, approverHatIds: true, isPublic: true, slug: true },
    ...{ publishedOn: true, editedByHatId: true, editedAt: true, version: true },
    area: { select: { name: true } },
    body: {
      select: {
        ...{ id: true, name: true, areaId: true },
        area: {
          select: {
            partnershipAreas: {
              select: {
                partnership: { select: { partnershipAreas: { select: { areaId: true } } } },
              },
            },
          },
        },
        // Who sits on it today, and so reads what is put to it.
        members: {
          where: {
            fromOn: { lte: toDateColumn(today) },
            OR: [{ untilOn: null }, { untilOn: { gte: toDateColumn(today) } }],
          },
          select: { hatId: true, deputyHatId: true },
        },
      },
    },
    partnership: { select: { name: true, partnershipAreas: { select: { areaId: true } } } },
    reportApprovers: {
      select: { id: true, role: true, post: true, hatId: true, endedAt: true },
      orderBy: { namedAt: "asc" },
    },
    reportApprovals: {
      select: {
        ...{ approverId: true, versionNumber: true, name: true, givenOn: true, note: true },
      },
      orderBy: { recordedAt: "asc" },
    },
  }) satisfies Prisma.BoardReportSelect;

type Found = Prisma.BoardReportGetPayload<{ select: ReturnType<typeof reportFacts> }>;

/** The body that it is put to: whose papers it is among, and who sits on it. */
const partiesOfBody = (body: Found["body"]): Partial<Parties> =>
  body
    ? {
        boardAreaId: body.areaId,
        neighbourAreaIds: [
          body.areaId,
          ...body.area.partnershipAreas.flatMap(({ partnership }) =>
            partnership.partnershipAreas.map(({ areaId }) => areaId),
          ),
        ],
        sittingHatIds: body.members
          .flatMap(({ hatId, deputyHatId }) => [hatId, deputyHatId])
          .filter((id) => id !== null),
      }
    : {};

function partiesOf(
  found: Pick<Found, "areaId" | "status" | "approverHatIds" | "body" | "partnership">,
): Parties {
  return {
    ...partiesOfBody(found.body),
    areaId: found.areaId,
    planAreaIds: found.partnership?.partnershipAreas.map(({ areaId }) => areaId) ?? [found.areaId],
    isDraft: found.status === "draft",
    isApproved: found.status === "published",
    namedHatIds: found.approverHatIds,
  };
}

/** A report as the rest of the code knows it. */
function toReport({ reportApprovers, reportApprovals, partnership, area, body, ...found }: Found) {
  const { meetsOn, publishedOn, ...rest } = found;
  return {
    ...rest,
    template: found.template as Template,
    purpose: found.purpose as Purpose,
    status: found.status as ReportStatus,
    body: body && { id: body.id, name: body.name },
    covers: partnership?.name ?? area.name,
    /** Whose casework alone its figures are of, where it is of more areas than that. */
    caseworkOf: partnership && partnership.partnershipAreas.length > 1 ? area.name : null,
    meetsDay: meetsOn && fromDateColumn(meetsOn),
    publishedDay: publishedOn && fromDateColumn(publishedOn),
    approvers: reportApprovers.map(({ endedAt, role, ...approver }) => ({
      ...approver,
      role: role as ApproverRole,
      isEnded: endedAt !== null,
    })),
    approvals: reportApprovals.map(({ givenOn, ...approval }) => ({
      ...approval,
      givenDay: fromDateColumn(givenOn),
    })),
    parties: partiesOf({ ...found, body, partnership }),
  };
}
export type ReportRecord = ReturnType<typeof toReport>;

/** One report, for somebody who may do this with it. */
export async function getReport(
  { actor, tx, now }: Context,
  reportId: string,
  permission: Permission = "report:read",
): Promise<ReportRecord> {
  const select = reportFacts(dayOf(now));
  const found = await tx.boardReport.findUnique({ where: { id: reportId }, select });
  if (!found) throw new NotFound("report", reportId);
  const report = toReport(found);
  authorize(actor, permission, report.parties);
  return report;
}

/** What was put to one body, newest first, as far as this reader may see it. */
export async function listReportsTo({ actor, tx, now }: Context, bodyId: string, take = 100) {
  const found = await tx.boardReport.findMany({
    where: { bodyId },
    select: reportFacts(dayOf(now)),
    orderBy: [{ addedAt: "desc" }, { id: "desc" }],
    take,
  });
  return found.map(toReport).filter(({ parties }) => can(actor, "report:read", parties));
}

async function listAll({ actor, tx, now }: Context) {
  const found = await tx.boardReport.findMany({
    select: reportFacts(dayOf(now)),
    orderBy: { addedAt: "desc" },
    take: 100,
  });
  return found.map(toReport).filter(({ parties }) => can(actor, "report:read", parties));
}

/** Every report that the reader may see, newest first; or those that were put to one body. */
export async function listReports(ctx: Context, bodyId?: string) {
  const { actor } = ctx;
  if (!mayEver(actor, "report:read")) throw new Forbidden("report:read");
  const reports = bodyId ? await listReportsTo(ctx, bodyId) : await listAll(ctx);
  await record(ctx, { type: "reports.listed", facts: { shown: reports.length } });
  return {
    reports,
    waiting: reports.filter(
      ({ status, approvers, approvals, latestVersion }) =>
        status === "in_approval" &&
        missingApprovals(approvers, approvals, latestVersion).some(
          ({ hatId }) => hatId === actor.hatId,
        ),
    ),
    mayWrite: mayEver(actor, "report:write"),
    mayReadConsultations: mayEver(actor, "consultation:read"),
  };
}

const sectionFacts = {
  select: {
    ...{ code: true, body: true, isNone: true, exemptParagraph: true, version: true },
    ...{ editedByHatId: true, editedAt: true },
  },
  orderBy: { position: "asc" },
} as const satisfies Prisma.BoardReport$reportSectionsArgs;

const toSection = <One extends { code: string }>(section: One) => ({
  ...section,
  code: section.code as Section,
});

/** A report with its way so far: sections for its keeper, and for everybody else what they may read. */
export async function viewReport(ctx: Context, reportId: string) {
  const { actor, tx } = ctx;
  const report = await getReport(ctx, reportId);
  const isKeeper = can(actor, "report:write", report.parties);
  const sections = isKeeper ? (await getReportToWrite(ctx, reportId)).sections : [];
  const mayWrite = isKeeper && report.status !== "published";
  const versions = await tx.reportVersion.findMany({
    where: { reportId },
    select: { id: true, number: true, part: true, madeAt: true },
    orderBy: [{ number: "desc" }, { part: "asc" }],
    take: 100,
  });
  const taken = await listTaken(ctx, reportId);
  await record(ctx, { type: "report.viewed", facts: { reportId } });
  const missing = missingApprovals(report.approvers, report.approvals, report.latestVersion);
  return {
    ...{ report, sections, versions, mayWrite, missing, taken },
    unanswered: unanswered(sections).map(({ code }) => code),
    mayReadExempt: can(actor, "report:exempt", report.parties),
    mine: missing.filter(
      ({ hatId }) =>
        report.status === "in_approval" &&
        hatId === actor.hatId &&
        can(actor, "report:approve", report.parties),
    ),
  };
}

/** The meetings whose agenda it is on, and what came of it there: for whoever reads their papers. */
async function listTaken({ tx }: Context, reportId: string) {
  const found = await tx.governanceItem.findMany({
    where: { reportId, takenOffAt: null },
    select: {
      ...{ id: true, decisionKind: true, decision: true },
      meeting: { select: { startsAt: true, body: { select: { name: true } } } },
    },
    orderBy: { meeting: { startsAt: "desc" } },
    take: 20,
  });
  return found.map(({ meeting, ...item }) => ({
    ...item,
    body: meeting.body.name,
    heldDay: dayOf(meeting.startsAt),
  }));
}

/** A report whose details are changed, with the bodies that it may be put to. */
export async function getReportToEdit(ctx: Context, reportId: string) {
  const { report } = await getReportToWrite(ctx, reportId);
  return { report, bodies: await listBodiesOver(ctx) };
}

/** The same, for the co-ordinator who changes it: with its sections. */
export async function getReportToWrite({ actor, tx, now }: Context, reportId: string) {
  const found = await tx.boardReport.findUnique({
    where: { id: reportId },
    select: { ...reportFacts(dayOf(now)), reportSections: sectionFacts },
  });
  if (!found) throw new NotFound("report", reportId);
  const { reportSections, ...rest } = found;
  const report = toReport(rest);
  authorize(actor, "report:write", report.parties);
  return { report, sections: reportSections.map(toSection) };
}

export async function getSection(ctx: Context, reportId: string, code: Section | null) {
  const { report, sections } = await getReportToWrite(ctx, reportId);
  const section = sections.find((one) => one.code === code);
  if (!section || report.status === "published") throw new NotFound("section", code ?? "");
  return { report, section };
}

/** The sources a new report may tell the figures of: the states of a plan that were kept. */
export async function getReportSources(ctx: Context) {
  if (!mayEver(ctx.actor, "report:write")) throw new Forbidden("report:write");
  const plans = await listPlans(ctx);
  const found = await ctx.tx.planSnapshot.findMany({
    where: { planId: { in: plans.map(({ id }) => id) } },
    select: { id: true, planId: true, kind: true, quarterOn: true, takenOn: true },
    orderBy: { takenAt: "desc" },
    take: 50,
  });
  return {
    plans,
    bodies: await listBodiesOver(ctx),
    snapshots: found.map(({ quarterOn, takenOn, ...one }) => {
      const plan = plans.find(({ id }) => id === one.planId);
      const name =
        one.kind === "quarter"
          ? quarterWords(fromDateColumn(quarterOn))
          : `as approved on ${formatDay(fromDateColumn(takenOn))}`;
      return { ...one, name, takenOn, label: `${plan?.title ?? "Plan"}: ${name}` };
    }),
  };
}
export type ReportSource = Awaited<ReturnType<typeof getReportSources>>["snapshots"][number];

type Writing = Awaited<ReturnType<typeof getReportToWrite>>;

/** What a version made now would say, with these figures in it. */
export function frozenNow(
  { now }: Context,
  { report, sections }: Writing,
  figures: Figures,
): FrozenReport {
  const { reference, template, title, board, meetsDay, purpose, author, contact } = report;
  const ofTemplate = templateSections[template];
  return {
    ...{ reference, template, title, board, meetsDay, purpose, author, contact },
    covers: report.covers,
    number: report.latestVersion + 1,
    frozenDay: dayOf(now),
    publishedDay: null,
    sections: ofTemplate.flatMap((code) => {
      const section = sections.find((one) => one.code === code);
      if (!section) return [];
      const { isNone, exemptParagraph } = section;
      const body = insertFigures(withCaseworkNote(section.body, report.caseworkOf), figures);
      return [{ code, isNone, exemptParagraph, body }];
    }),
    approvals: [],
    leftOut: [],
  };
}

/** The draft as it would be read today, and what is still in its way. */
export async function previewReport(ctx: Context, reportId: string) {
  const writing = await getReportToWrite(ctx, reportId);
  const figures = await readFigures(ctx, writing.report);
  const frozen = frozenNow(ctx, writing, figures);
  const text = writing.sections.map(({ body }) => body).join("\n");
  await record(ctx, { type: "report.viewed", facts: { reportId, page: "preview" } });
  return {
    report: writing.report,
    marking: markingOf(frozen, true),
    blocks: blocksOf(frozen, readMarkdown),
    missing: missingFigures(text, figures),
    unanswered: unanswered(writing.sections).map(({ code }) => sectionLabels[code]),
  };
}

/** Who may be named to approve: hats of this area whose role can. */
export async function getApproversToName(ctx: Context, reportId: string) {
  const report = await getReport(ctx, reportId, "report:write");
  if (report.status === "published") throw new NotFound("report to approve", reportId);
  return { report, hats: await listHatsToName(ctx) };
}

const namedRoles = [
  ...["steering_member", "agency_lead", "gold_reader"],
  ...["governance_officer", "chair", "panel_member"],
];

export async function listHatsToName({ actor, tx }: Context) {
  const hats = await tx.hat.findMany({
    where: { areaId: actor.areaId, endedAt: null, role: { in: namedRoles } },
    select: {
      ...{ id: true, role: true },
      user: { select: { name: true } },
      organisation: { select: { name: true } },
    },
    orderBy: { user: { name: "asc" } },
    take: 300,
  });
  return hats.map(({ id, role, user, organisation }) => ({
    ...{ id, role, name: user.name, organisation: organisation.name },
  }));
}

/** One approval that is waited for: one's own, or one that the co-ordinator writes down for an officer. */
export async function getApprovalToGive(ctx: Context, reportId: string, approverId: string) {
  const report = await getReport(ctx, reportId);
  const approver = missingApprovals(report.approvers, report.approvals, report.latestVersion).find(
    ({ id }) => id === approverId,
  );
  if (!approver || report.status !== "in_approval") throw new NotFound("approval", approverId);
  const isOwn =
    approver.hatId === ctx.actor.hatId && can(ctx.actor, "report:approve", report.parties);
  const isForAnother = approver.hatId === null && can(ctx.actor, "report:write", report.parties);
  if (!isOwn && !isForAnother) throw new NotFound("approval", approverId);
  return { report, approver, isOwn };
}
