import "server-only";

import { can } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { readMarkdown } from "@/lib/markdown";
import type { Part } from "@/lib/reports/labels";
import { getReport } from "@/lib/reports/queries";
import {
  blocksOf,
  compareVersions,
  type FrozenReport,
  markingOf,
  slideBlocks,
  slidesOf,
} from "@/lib/reports/rules";

type Asked = { number?: number | undefined; part?: Part | undefined };

/** One frozen copy: the latest that the reader may read, unless another is asked for. */
async function getVersion(ctx: Context, reportId: string, { number, part }: Asked) {
  const { actor, tx } = ctx;
  const report = await getReport(ctx, reportId);
  const mayReadExempt = can(actor, "report:exempt", report.parties);
  const wanted: Part = part ?? (mayReadExempt ? "full" : "public");
  if (wanted === "full" && !mayReadExempt) throw new NotFound("version", reportId);
  const found = await tx.reportVersion.findUnique({
    where: {
      reportId_number_part: { reportId, number: number ?? report.latestVersion, part: wanted },
    },
    select: { number: true, content: true, madeAt: true },
  });
  if (!found) throw new NotFound("version", reportId);
  return {
    ...{ report, part: wanted, number: found.number, madeAt: found.madeAt, mayReadExempt },
    content: found.content as unknown as FrozenReport,
  };
}

/** A version as a page reads it. */
export async function viewVersion(ctx: Context, reportId: string, asked: Asked) {
  const found = await getVersion(ctx, reportId, asked);
  const { number, part } = found;
  await record(ctx, { type: "report.version_read", facts: { reportId, number, part } });
  return {
    ...found,
    blocks: blocksOf(found.content, readMarkdown),
    marking: markingOf(found.content),
    slides: slidesOf(found.content, readMarkdown),
  };
}

/** The same, to take away. Its name says the reference and the version, and nothing else. */
export async function exportVersion(ctx: Context, reportId: string, asked: Asked & { as: string }) {
  const found = await getVersion(ctx, reportId, asked);
  const { number, part, content } = found;
  await record(ctx, {
    type: "report.exported",
    facts: { reportId, number, part, as: asked.as },
  });
  return {
    ...found,
    title: content.title,
    marking: markingOf(content),
    blocks:
      asked.as === "slides"
        ? slideBlocks(slidesOf(content, readMarkdown))
        : blocksOf(content, readMarkdown),
    name: `${content.reference}-v${number}${part === "public" ? "-public" : ""}`,
  };
}

/** Two versions, side by side, for those who work on the report. */
export async function viewDifference(
  ctx: Context,
  reportId: string,
  { from, to }: { from?: number | undefined; to?: number | undefined },
) {
  const report = await getReport(ctx, reportId, "report:exempt");
  const found = await ctx.tx.reportVersion.findMany({
    where: { reportId, part: "full" },
    select: { number: true, content: true, madeAt: true },
    orderBy: { number: "desc" },
    take: 50,
  });
  const at = (number: number | undefined, otherwise: number) =>
    found.find((one) => one.number === number) ?? found[otherwise];
  const [after, before] = [at(to, 0), at(from, 1)];
  await record(ctx, { type: "report.compared", facts: { reportId } });
  return {
    report,
    versions: found.map(({ number, madeAt }) => ({ number, madeAt })),
    before: before?.number ?? null,
    after: after?.number ?? null,
    changes:
      before && after
        ? compareVersions(
            before.content as unknown as FrozenReport,
            after.content as unknown as FrozenReport,
          )
        : [],
  };
}

/** What anybody may read: reports that were published for everybody, newest first. */
export async function readPublicReports({ tx }: Context) {
  const found = await tx.$queryRaw<{ title: string; slug: string; board: string; on: Date }[]>`
    select title, slug, board, published_on as on from board_reports
     where is_public order by published_on desc, id desc limit 100`;
  return found.map(({ on, ...report }) => ({ ...report, publishedDay: fromDateColumn(on) }));
}

/** One of them, without what is exempt. */
export async function readPublicReport({ tx }: Context, slug: string) {
  const found = await tx.boardReport.findFirst({
    where: { slug, isPublic: true },
    select: { id: true, latestVersion: true },
  });
  if (!found) return null;
  const version = await tx.reportVersion.findUnique({
    where: {
      reportId_number_part: { reportId: found.id, number: found.latestVersion, part: "public" },
    },
    select: { content: true },
  });
  if (!version) return null;
  const content = version.content as unknown as FrozenReport;
  return { title: content.title, blocks: blocksOf(content, readMarkdown), content };
}
