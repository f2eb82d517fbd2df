import "server-only";

import { listBodiesOver } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import { type Day, dayOf, formatInstant, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, NotFound, Overtaken } from "@/lib/errors";
import { latestPipeline } from "@/lib/insight/queries";
import { notify } from "@/lib/notices/commands";
import { planInForce } from "@/lib/plans/rules";
import { listFrozenActions } from "@/lib/plans/snapshots/queries";
import { assertNamesNoCase } from "@/lib/publication/rules";
import { readFigures } from "@/lib/reports/figures/queries";
import { type Part, type Section, sectionLabels, templateSections } from "@/lib/reports/labels";
import { quarterSections } from "@/lib/reports/quarter/rules";
import {
  frozenNow,
  getReport,
  getReportSources,
  getReportToWrite,
  type ReportRecord,
  type ReportSource,
} from "@/lib/reports/queries";
import {
  assertCanPublish,
  assertCanSend,
  assertNotPublished,
  type FrozenReport,
  publicPartOf,
  slugOf,
  wordsOf,
} from "@/lib/reports/rules";
import type {
  AddReport,
  EditReport,
  PublishReport,
  SendReport,
  WriteSection,
} from "@/lib/reports/schema";
import { findThreatLevel } from "@/lib/threat/queries";

async function nextReference({ tx, now }: Context): Promise<string> {
  const [made] = await tx.$queryRaw<{ reference: string }[]>`
    select next_reference('RPT', ${toDateColumn(dayOf(now))}::date) as reference`;
  if (!made) throw new Error("The database made no reference.");
  return made.reference;
}

/** The body that it is put to, and its name as it is printed. */
function boardOf(bodies: readonly { id: string; name: string }[], { bodyId }: { bodyId: string }) {
  const body = bodies.find(({ id }) => id === bodyId);
  if (!body) throw new FieldsRefused({ bodyId: ["Select which body the report is put to"] });
  return { bodyId, board: body.name };
}

const dayOrNull = (day: Day | undefined) => (day ? toDateColumn(day) : null);

/** A new report, with all its sections. What the quarter can tell by itself is in them already. */
export async function addReport(ctx: Context, input: AddReport) {
  const { actor, tx, now } = ctx;
  const { plans, snapshots, bodies } = await getReportSources(ctx);
  const source = snapshots.find(({ id }) => id === input.snapshotId);
  if (input.snapshotId !== "none" && !source)
    throw new FieldsRefused({
      snapshotId: ["Select the quarter or version whose figures it tells"],
    });
  if (input.template === "quarter" && source?.kind !== "quarter")
    throw new FieldsRefused({ snapshotId: ["Select the quarter that the report is about"] });
  const plan = source
    ? plans.find(({ id }) => id === source.planId)
    : (planInForce(plans, dayOf(now)) ?? plans[0]);

  const { areaId, hatId } = actor;
  const edited = { editedByHatId: hatId, editedAt: now };
  const { template, title, meetsDay, purpose, author, contact } = input;
  const { id: reportId } = await tx.boardReport.create({
    data: {
      ...{ areaId, template, title, ...boardOf(bodies, input), purpose, author, contact },
      reference: await nextReference(ctx),
      // A partnership's plan is reported to all of its areas, if the writer's own is one of them.
      partnershipId: plan && source ? await partnershipOf(ctx, plan.id) : null,
      ...{ meetsOn: dayOrNull(meetsDay), planId: plan?.id ?? null, snapshotId: source?.id ?? null },
      ...{ addedByHatId: hatId, addedAt: now, ...edited },
    },
    select: { id: true },
  });
  const known = template === "quarter" && source ? await assemble(ctx, source, snapshots) : {};
  await tx.reportSection.createMany({
    data: templateSections[template].map((code, position) => ({
      ...{ reportId, areaId, code, position, body: known[code] ?? "", ...edited },
    })),
  });
  await record(ctx, { type: "report.added", facts: { reportId, template } });
  return { reportId };
}

async function partnershipOf({ tx }: Context, planId: string) {
  const found = await tx.plan.findUnique({
    where: { id: planId },
    select: { partnershipId: true },
  });
  return found?.partnershipId ?? null;
}

/** The quarter's own report: exceptions first, from what was kept and from the quarter before. */
async function assemble(
  ctx: Context,
  source: ReportSource,
  snapshots: ReportSource[],
): Promise<Partial<Record<Section, string>>> {
  const earlier = snapshots.find(
    (one) => one.planId === source.planId && one.takenOn < source.takenOn,
  );
  return quarterSections({
    name: source.name,
    actions: await listFrozenActions(ctx, source.id),
    before: earlier
      ? { name: earlier.name, actions: await listFrozenActions(ctx, earlier.id) }
      : null,
    hasThreat: (await findThreatLevel(ctx)) !== null,
    hasCasework: (await latestPipeline(ctx)) !== null,
  });
}

/** Saves over the version that was read, or says who was first. What changes goes for approval again (BR-02). */
async function saveReport(
  { actor, tx, now }: Context,
  report: ReportRecord,
  version: number,
  change: Prisma.BoardReportUncheckedUpdateManyInput,
) {
  const { count } = await tx.boardReport.updateMany({
    where: { id: report.id, version },
    data: { ...change, version: version + 1, editedByHatId: actor.hatId, editedAt: now },
  });
  if (count > 0) return;
  throw new Overtaken(
    await nameOf(tx, report.editedByHatId),
    `on ${formatInstant(report.editedAt)}`,
    [
      { name: "title", label: "Title", theirs: report.title },
      { name: "board", label: "Board", theirs: report.board },
      { name: "author", label: "Report of", theirs: report.author },
      { name: "contact", label: "Contact", theirs: report.contact },
    ],
    report.version,
  );
}

async function nameOf(tx: Context["tx"], hatId: string): Promise<string> {
  const hat = await tx.hat.findUnique({
    where: { id: hatId },
    select: { user: { select: { name: true } } },
  });
  return hat?.user.name ?? "Somebody else";
}

export async function editReport(ctx: Context, input: EditReport) {
  const report = await getReport(ctx, input.reportId, "report:write");
  assertNotPublished(report);
  const { title, meetsDay, purpose, author, contact } = input;
  await saveReport(ctx, report, input.version, {
    ...{
      title,
      ...boardOf(await listBodiesOver(ctx), input),
      purpose,
      author,
      contact,
      meetsOn: dayOrNull(meetsDay),
      status: "draft",
    },
  });
  await record(ctx, { type: "report.edited", facts: { reportId: report.id } });
  return { reportId: report.id };
}

/** BR-02: a text that is changed is another text. The report is a draft again, and what was approved no longer counts. */
export async function writeSection(ctx: Context, input: WriteSection) {
  const { actor, tx, now } = ctx;
  const { report, sections } = await getReportToWrite(ctx, input.reportId);
  assertNotPublished(report);
  const section = sections.find(({ code }) => code === input.code);
  if (!section) throw new NotFound("section", input.code);
  const wasSent = report.status === "in_approval";
  if (wasSent)
    await tx.boardReport.updateMany({
      where: { id: report.id, status: "in_approval" },
      data: { status: "draft", version: { increment: 1 } },
    });
  const { count } = await tx.reportSection.updateMany({
    where: { reportId: report.id, code: input.code, version: input.version },
    data: {
      ...{ body: input.body, isNone: input.isNone, version: input.version + 1 },
      exemptParagraph: input.exemptParagraph ? Number(input.exemptParagraph) : null,
      ...{ editedByHatId: actor.hatId, editedAt: now },
    },
  });
  if (count === 0)
    throw new Overtaken(
      await nameOf(tx, section.editedByHatId),
      `on ${formatInstant(section.editedAt)}`,
      [{ name: "body", label: sectionLabels[section.code], theirs: section.body }],
      section.version,
    );
  const facts = { reportId: report.id, code: input.code, wasSent };
  await record(ctx, { type: "report.section_written", facts });
  return { reportId: report.id, wasSent };
}

async function keep(ctx: Context, report: ReportRecord, content: FrozenReport) {
  const { actor, tx, now } = ctx;
  const copies: [Part, FrozenReport][] = [
    ["full", content],
    ["public", publicPartOf(content)],
  ];
  await tx.reportVersion.createMany({
    data: copies.map(([part, copy]) => ({
      ...{ reportId: report.id, areaId: report.areaId, number: content.number, part },
      content: copy as unknown as Prisma.InputJsonValue,
      ...{ madeByHatId: actor.hatId, madeAt: now },
    })),
  });
}

/** Freezes the text with its figures, so that those who approve it approve what will be published. */
export async function sendReport(ctx: Context, { reportId, version }: SendReport) {
  const writing = await getReportToWrite(ctx, reportId);
  const { report, sections } = writing;
  const figures = await readFigures(ctx, report);
  assertCanSend({ ...report, sections }, figures);
  const content = frozenNow(ctx, writing, figures);
  await keep(ctx, report, content);
  await saveReport(ctx, report, version, {
    status: "in_approval",
    latestVersion: content.number,
  });
  const hatIds = report.approvers.flatMap(({ hatId, isEnded }) => (hatId && !isEnded ? hatId : []));
  await notify(ctx, hatIds, {
    kind: "approval_asked",
    reference: report.reference,
    path: `/plan/reports/${reportId}`,
  });
  await record(ctx, { type: "report.sent", facts: { reportId, number: content.number } });
  return { reportId };
}

/** BR-05: what was approved, with its approvals, and from then on nobody can change it. */
export async function publishReport(ctx: Context, input: PublishReport) {
  const { actor, tx, now } = ctx;
  const report = await getReport(ctx, input.reportId, "report:write");
  assertCanPublish(report);
  const approved = await tx.reportVersion.findUniqueOrThrow({
    where: {
      reportId_number_part: { reportId: report.id, number: report.latestVersion, part: "full" },
    },
    select: { content: true },
  });
  const content = approved.content as unknown as FrozenReport;
  const number = report.latestVersion + 1;
  const counted = report.approvals.filter((one) => one.versionNumber === report.latestVersion);
  const published = {
    ...{ ...content, number, publishedDay: dayOf(now) },
    approvals: counted.flatMap(({ approverId, name, givenDay, note }) => {
      const approver = report.approvers.find((one) => one.id === approverId && !one.isEnded);
      return approver
        ? [{ role: approver.role, post: approver.post, name, day: givenDay, note }]
        : [];
    }),
  };
  if (input.isPublic) assertNamesNoCase("The public copy", wordsOf(publicPartOf(published)));
  await keep(ctx, report, published);
  await saveReport(ctx, report, input.version, {
    ...{ status: "published", latestVersion: number, publishedByHatId: actor.hatId },
    ...{ publishedOn: toDateColumn(dayOf(now)), isPublic: input.isPublic },
    slug: slugOf(report),
  });
  const facts = { reportId: report.id, number, isPublic: input.isPublic };
  await record(ctx, { type: "report.published", facts });
  return { reportId: report.id };
}
