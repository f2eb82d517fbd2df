import type { Actor } from "@/lib/access/actor";
import { entriesOf, unpack } from "@/lib/archive";
import { dayOf } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { toDocx } from "@/lib/docx";
import { toPdf } from "@/lib/pdf";
import { nameApprover, recordApproval } from "@/lib/reports/approvals/commands";
import { addReport, publishReport, sendReport, writeSection } from "@/lib/reports/commands";
import { isImplication, templateSections } from "@/lib/reports/labels";
import { viewReport } from "@/lib/reports/queries";
import { exportVersion } from "@/lib/reports/versions/queries";
import { aBody } from "./governance";
import { textOf } from "./pdf-text";
import { wordsOf } from "./reports";

const unreadable = () => new Error("not an archive");

/** The words of a document, as a word processor would show them. */
function wordsOfDocx(bytes: Buffer): string {
  const entry = entriesOf(bytes, 100, unreadable).find(({ name }) => name === "word/document.xml");
  if (!entry) throw unreadable();
  const xml = unpack(bytes, entry, 10_000_000, unreadable).toString();
  return xml.replaceAll(/<\/w:p>/g, "\n").replaceAll(/<[^>]+>/g, "");
}

/** A board's report on a plan as it was approved: each text written, each implication but the money's "none". */
export async function reportOn(keeper: Actor, snapshotId: string) {
  const as = <T>(work: Parameters<typeof withActor<T>>[1]) => withActor(keeper, work);
  const { id: bodyId } = await aBody(keeper, {
    kind: "cabinet_member",
    name: `Cabinet ${snapshotId}`,
  });
  const details = { title: "The Prevent plan", bodyId, meetsDay: undefined };
  const from = { author: "Head of community safety", contact: "The plan office" };
  const { reportId } = await as((ctx) =>
    addReport(ctx, { ...details, ...from, template: "board", purpose: "decision", snapshotId }),
  );
  const empty = templateSections.board.filter(
    (code) => isImplication(code) && code !== "financial",
  );
  for (const code of templateSections.board)
    await as((ctx) =>
      writeSection(ctx, {
        ...{ reportId, code, version: 1, exemptParagraph: null },
        ...(empty.includes(code)
          ? { body: "", isNone: true }
          : { body: `${wordsOf(code)} {{plan.total}} actions.`, isNone: false }),
      }),
    );
  const officer = { role: "legal", post: "Head of legal services", hatId: "none" } as const;
  await as((ctx) => nameApprover(ctx, { reportId, ...officer }));
  const seen = () => as((ctx) => viewReport(ctx, reportId));
  const draft = (await seen()).report;
  await as((ctx) => sendReport(ctx, { reportId, version: draft.version }));
  const given = { versionNumber: 1, name: "Leah Moss", givenDay: dayOf(new Date()), note: null };
  const approverId = draft.approvers[0]?.id ?? "";
  await as((ctx) => recordApproval(ctx, { approverId, ...given }));
  const { version } = (await seen()).report;
  await as((ctx) => publishReport(ctx, { reportId, version, isPublic: true }));

  const found = await as((ctx) => exportVersion(ctx, reportId, { as: "pdf" }));
  const { title, marking, name, blocks, madeAt: createdAt } = found;
  const about = { title, marking, footer: name };
  const pdf = await new Response(toPdf(blocks, { ...about, createdAt })).arrayBuffer();
  return {
    empty,
    page: JSON.stringify(blocks),
    pdf: textOf(Buffer.from(pdf)),
    docx: wordsOfDocx(Buffer.from(await toDocx(blocks, about))),
  };
}
