import type { Actor } from "@/lib/access/actor";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Part, ReportStatus, Section } from "@/lib/reports/labels";
import { templateSections } from "@/lib/reports/labels";
import { type FrozenReport, publicPartOf } from "@/lib/reports/rules";
import { owner } from "./owner";

const at = new Date();
const today = dayOf(at);
let counter = 0;

/** A section whose words are known by its own name, so that a copy can be searched for them. */
export const wordsOf = (code: Section) => `What the report says of ${code}.`;
export const exemptSection = "financial" satisfies Section;

export const aFrozenReport = (change: Partial<FrozenReport> = {}): FrozenReport => ({
  ...{ reference: "RPT-T-1", template: "board", title: "Prevent plan", covers: "Northbridge" },
  ...{ board: "Gold group", meetsDay: "2026-12-01", purpose: "decision", author: "Head of safety" },
  ...{ contact: "The plan office", number: 1, frozenDay: today, publishedDay: null },
  sections: templateSections.board.map((code) => ({
    ...{ code, body: wordsOf(code), isNone: false },
    exemptParagraph: code === exemptSection ? 3 : null,
  })),
  ...{ approvals: [], leftOut: [] },
  ...change,
});

type Traits = {
  status?: ReportStatus;
  approverHatId?: string;
  hasApproval?: boolean;
  isPublic?: boolean;
  isBlank?: boolean;
  snapshotId?: string;
  planId?: string;
  bodyId?: string;
  meetsDay?: string;
};

/** A report of this co-ordinator's, as far along as asked, with one officer named. */
export async function aReport(keeper: Actor, traits: Traits = {}) {
  const { areaId, hatId } = keeper;
  const { status = "draft", approverHatId = null, isPublic = false } = traits;
  const reference = `RPT-T-${++counter}-${areaId.slice(0, 8)}`;
  const edited = { editedByHatId: hatId, editedAt: at };
  const content = aFrozenReport({ reference });
  const number = status === "draft" ? 0 : status === "published" ? 2 : 1;
  const { id } = await owner.boardReport.create({
    data: {
      ...{ areaId, reference, template: "board", title: content.title, board: content.board },
      ...{ purpose: "decision", author: content.author, contact: content.contact },
      ...{ snapshotId: traits.snapshotId ?? null, planId: traits.planId ?? null },
      ...{ bodyId: traits.bodyId ?? null },
      meetsOn: traits.meetsDay ? toDateColumn(traits.meetsDay) : null,
      ...{ addedByHatId: hatId, addedAt: at, ...edited },
    },
    select: { id: true },
  });
  const of = { reportId: id, areaId };
  await owner.reportSection.createMany({
    data: content.sections.map(({ code, body, exemptParagraph }, position) => ({
      ...{ ...of, code, position, exemptParagraph, ...edited },
      body: traits.isBlank ? "" : body,
    })),
  });
  const approver = await owner.reportApprover.create({
    data: {
      ...{ ...of, role: "legal", post: "Head of legal services", hatId: approverHatId },
      ...{ namedByHatId: hatId, namedAt: at },
    },
    select: { id: true },
  });
  const numbers = Array.from({ length: number }, (_, index) => index + 1);
  await owner.reportVersion.createMany({
    data: numbers.flatMap((one) => {
      const whole = { ...content, number: one };
      const copies: [Part, FrozenReport][] = [
        ["full", whole],
        ["public", publicPartOf(whole)],
      ];
      return copies.map(([part, copy]) => ({
        ...{ ...of, number: one, part, madeByHatId: hatId, madeAt: at },
        content: copy as unknown as Prisma.InputJsonValue,
      }));
    }),
  });
  if (traits.hasApproval || status === "published")
    await owner.reportApproval.create({
      data: {
        ...{ ...of, approverId: approver.id, versionNumber: 1, name: "Leah Moss" },
        ...{ givenOn: toDateColumn(today), recordedByHatId: hatId, recordedAt: at },
      },
    });
  if (status !== "draft")
    await owner.boardReport.update({
      where: { id },
      data: { status: "in_approval", latestVersion: 1 },
    });
  // Two who lay out towns at once have each a first report.
  const slug = `${reference.toLowerCase()}-${id.slice(-8)}`;
  if (status === "published")
    await owner.boardReport.update({
      where: { id },
      data: {
        ...{ status, latestVersion: 2, isPublic, slug },
        ...{ publishedOn: toDateColumn(today), publishedByHatId: hatId },
      },
    });
  const { version } = await owner.boardReport.findUniqueOrThrow({ where: { id } });
  return { id, reference, approverId: approver.id, version, slug };
}
