import type { Day } from "@/lib/dates";
import { formatDay } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import type { Block } from "@/lib/paper/rules";
import {
  type ApproverRole,
  approverRoles,
  type Figure,
  figureLabels,
  isImplication,
  type Purpose,
  purposeLabels,
  type ReportStatus,
  type Section,
  sectionLabels,
  type Template,
} from "@/lib/reports/labels";

export type FrozenSection = {
  code: Section;
  body: string;
  isNone: boolean;
  exemptParagraph: number | null;
};

export type FrozenApproval = {
  role: ApproverRole;
  post: string;
  name: string;
  day: Day;
  note: string | null;
};

/** A report as a version keeps it: its figures are written into its text (BR-04, BR-05). */
export type FrozenReport = {
  reference: string;
  template: Template;
  title: string;
  covers: string;
  board: string;
  meetsDay: Day | null;
  purpose: Purpose;
  author: string;
  contact: string;
  number: number;
  frozenDay: Day;
  publishedDay: Day | null;
  sections: FrozenSection[];
  approvals: FrozenApproval[];
  /** The paragraphs of Schedule 12A under which something was left out of this copy. */
  leftOut: number[];
};

// BR-01

type Answer = { body: string; isNone: boolean };
const isAnswered = ({ body, isNone }: Answer) => isNone || body.trim() !== "";

/** What says nothing yet: neither a text nor that there is none. */
export const unanswered = <One extends Answer>(sections: readonly One[]): One[] =>
  sections.filter((section) => !isAnswered(section));

// BR-04

const placeholder = /\{\{\s*([^{}]*?)\s*\}\}/g;
const isFigure = (code: string): code is Figure => Object.hasOwn(figureLabels, code);

/** What a text asks for between double braces and there is no such figure. */
export const unknownFigures = (text: string): string[] =>
  [...text.matchAll(placeholder)].map(([, code = ""]) => code).filter((code) => !isFigure(code));

const figuresIn = (text: string): Figure[] =>
  [...text.matchAll(placeholder)].map(([, code = ""]) => code).filter(isFigure);

export type Figures = Partial<Record<Figure, string>>;

export const insertFigures = (text: string, figures: Figures): string =>
  text.replaceAll(placeholder, (whole, code: string) =>
    isFigure(code) ? (figures[code] ?? "not available") : whole,
  );

const countsCasework = (text: string): boolean =>
  figuresIn(text).some((code) => code.startsWith("casework."));

/** Casework is counted in the area of whoever writes. Where a report is of more areas, each text with such a count says so. */
export const caseworkNote = (area: string): string =>
  `The counts of casework here are of ${area} alone. The casework of the other areas of the partnership is not in them.`;

export const withCaseworkNote = (text: string, ofOneArea: string | null): string =>
  ofOneArea && countsCasework(text) ? `${text}\n\n${caseworkNote(ofOneArea)}` : text;

/** What a text asks for and nobody can say today, such as the threat level where none was written down. */
export const missingFigures = (text: string, figures: Figures): Figure[] =>
  figuresIn(text).filter((code) => figures[code] === undefined);

// BR-02

type Approver = { id: string; isEnded: boolean };
type Approval = { approverId: string; versionNumber: number };

/** An approval is of the version that was read. Of another version it counts for nothing. */
export const missingApprovals = <One extends Approver>(
  approvers: readonly One[],
  approvals: readonly Approval[],
  version: number,
): One[] =>
  approvers.filter(
    ({ id, isEnded }) =>
      !isEnded && !approvals.some((one) => one.approverId === id && one.versionNumber === version),
  );

type Sendable = {
  status: ReportStatus;
  sections: readonly (Answer & { code: Section })[];
  approvers: readonly Approver[];
};

const names = (codes: readonly Section[]): string =>
  codes.map((code) => sectionLabels[code]).join(", ");

export function assertCanSend({ status, sections, approvers }: Sendable, figures: Figures): void {
  if (status !== "draft") throw new RuleBroken("Only a draft is sent for approval");
  const silent = unanswered(sections).map(({ code }) => code);
  if (silent.length > 0)
    throw new RuleBroken(
      `Write a text, or tick that there is none, for: ${names(silent)}. Nothing is left blank (BR-01).`,
    );
  if (approvers.every(({ isEnded }) => isEnded))
    throw new RuleBroken("Name who has to approve the report first (BR-02)");
  const text = sections.map(({ body }) => body).join("\n");
  const [missing] = missingFigures(text, figures);
  if (missing)
    throw new RuleBroken(
      `There is no figure for “${figureLabels[missing]}” yet. Take it out of the text, or see that it is recorded.`,
    );
}

type Publishable = {
  status: ReportStatus;
  latestVersion: number;
  approvers: readonly (Approver & { post: string })[];
  approvals: readonly Approval[];
};

export function assertCanPublish({ status, latestVersion, approvers, approvals }: Publishable) {
  if (status === "published")
    throw new RuleBroken("This report has been published, and stays as it was (BR-05)");
  if (status === "draft")
    throw new RuleBroken("Send the report for approval first: what is published is what was read");
  const missing = missingApprovals(approvers, approvals, latestVersion);
  if (missing.length > 0)
    throw new RuleBroken(
      `Still to approve version ${latestVersion}: ${missing.map(({ post }) => post).join(", ")} (BR-02)`,
    );
}

export function assertNotPublished({ status }: { status: ReportStatus }): void {
  if (status === "published")
    throw new RuleBroken("This report has been published, and stays as it was (BR-05)");
}

// BR-03

/** The copy for everybody: what is exempt is not in it, nor what an officer noted for colleagues. */
export function publicPartOf(report: FrozenReport): FrozenReport {
  const left = report.sections.flatMap(({ exemptParagraph }) => exemptParagraph ?? []);
  return {
    ...report,
    sections: report.sections.filter(({ exemptParagraph }) => exemptParagraph === null),
    approvals: report.approvals.map((approval) => ({ ...approval, note: null })),
    leftOut: [...new Set(left)].sort(),
  };
}

/** Everything that somebody wrote and a copy prints. */
export const wordsOf = ({ sections, approvals, ...report }: FrozenReport): string[] => [
  ...[report.title, report.covers, report.board, report.author, report.contact],
  ...sections.map(({ body }) => body),
  ...approvals.flatMap(({ post, name, note }) => [post, name, note ?? ""]),
];

/** How a copy may be handled, at the head of every sheet. */
export function markingOf(report: FrozenReport, isDraft = false): string {
  const exempt = [...new Set(report.sections.flatMap((one) => one.exemptParagraph ?? []))].sort();
  const state = isDraft ? "DRAFT – " : "";
  if (exempt.length === 0) return `${state}OFFICIAL`;
  const under = exempt.length === 1 ? `paragraph ${exempt[0]}` : `paragraphs ${exempt.join(", ")}`;
  return `${state}OFFICIAL-SENSITIVE – NOT FOR PUBLICATION – Local Government Act 1972, Schedule 12A, ${under}`;
}

// The document

type Read = (markdown: string) => Block[];

const leftOutText = (paragraphs: readonly number[]) =>
  `Part of this report is exempt from publication under Schedule 12A of the Local Government Act 1972, ${paragraphs.length === 1 ? "paragraph" : "paragraphs"} ${paragraphs.join(", ")}, and is not in this copy.`;

/** The document that every way to read it is made of: headings as in the template, paragraphs numbered within them. */
export function blocksOf(report: FrozenReport, read: Read): Block[] {
  const texts = report.sections.filter(({ code }) => !isImplication(code));
  const before = texts.findIndex(({ code }) => code === "risk_assessment");
  const split = before === -1 ? texts.length : before;
  const implied = report.sections.filter(({ code }) => isImplication(code));
  let number = 0;
  const numbered = (sections: FrozenSection[], level: 2 | 3) =>
    sections.flatMap((section) => {
      number += 1;
      return sectionBlocks(section, number, level, read);
    });
  const first = numbered(texts.slice(0, split), 2);
  const between: Block[] =
    implied.length > 0
      ? [{ kind: "heading", level: 2, text: "Implications" }, ...numbered(implied, 3)]
      : [];
  const last = numbered(texts.slice(split), 2);
  return [
    { kind: "heading", level: 1, text: report.title },
    { kind: "facts", rows: factsOf(report) },
    ...(report.leftOut.length > 0
      ? [{ kind: "text", text: leftOutText(report.leftOut) } as const]
      : []),
    ...first,
    ...between,
    ...last,
    ...approvalBlocks(report.approvals),
  ];
}

const factsOf = (report: FrozenReport): [string, string][] => [
  ["Report to", report.board],
  ...(report.meetsDay ? [["Meeting on", formatDay(report.meetsDay)] as [string, string]] : []),
  ["Status", purposeLabels[report.purpose]],
  ["For", report.covers],
  ["Reference", `${report.reference}, version ${report.number}`],
  ["Report of", report.author],
  ["Contact", report.contact],
  report.publishedDay
    ? ["Published", formatDay(report.publishedDay)]
    : ["Figures as at", formatDay(report.frozenDay)],
];

function sectionBlocks(section: FrozenSection, number: number, level: 2 | 3, read: Read): Block[] {
  const exempt = section.exemptParagraph
    ? ` (exempt: Schedule 12A, paragraph ${section.exemptParagraph})`
    : "";
  const heading: Block = {
    ...{ kind: "heading", level },
    text: `${number}. ${sectionLabels[section.code]}${exempt}`,
  };
  let paragraph = 0;
  const body = section.isNone ? [{ kind: "text", text: "None" } as const] : read(section.body);
  return [
    heading,
    ...body.map((block): Block => {
      if (block.kind !== "text") return block;
      paragraph += 1;
      return { ...block, number: `${number}.${paragraph}` };
    }),
  ];
}

const approvalBlocks = (approvals: readonly FrozenApproval[]): Block[] =>
  approvals.length === 0
    ? []
    : [
        { kind: "heading", level: 2, text: "Approvals" },
        {
          kind: "table",
          columns: ["Officer", "Name", "Date", "Note"],
          rows: approvals.map(({ role, post, name, day, note }) => [
            `${approverRoles[role]}: ${post}`,
            name,
            formatDay(day),
            note ?? "",
          ]),
        },
      ];

// The outline for a talk (3.1)

export type Slide = { heading: string; lines: string[] };

export const mostLines = 6;

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case "text":
      return (block.text.match(/[^.!?]+(?:[.!?]+(?=\s|$)|[.!?](?!\s)[^.!?]*|$)/g) ?? [])
        .map((line) => line.trim())
        .filter(Boolean);
    case "list":
      return block.items;
    case "table":
      return block.rows.map(([name = "", ...cells]) => `${name}: ${cells.join(", ")}`);
    default:
      return [];
  }
}

/** One heading to a slide and six lines at most. What says "none" is not talked about. */
export function slidesOf(report: FrozenReport, read: Read): Slide[] {
  const told = report.sections.filter(({ isNone }) => !isNone);
  const title = {
    heading: report.title,
    lines: [report.covers, report.board, purposeLabels[report.purpose]],
  };
  return [
    title,
    ...told.flatMap(({ code, body }) => {
      const lines = read(body).flatMap(linesOf);
      const count = Math.max(1, Math.ceil(lines.length / mostLines));
      return Array.from({ length: count }, (_, index) => ({
        heading: index === 0 ? sectionLabels[code] : `${sectionLabels[code]} (${index + 1})`,
        lines: lines.slice(index * mostLines, (index + 1) * mostLines),
      }));
    }),
  ];
}

export const slideBlocks = (slides: readonly Slide[]): Block[] =>
  slides.flatMap(({ heading, lines }, index): Block[] => [
    ...(index > 0 ? [{ kind: "page" } as const] : []),
    { kind: "heading", level: index === 0 ? 1 : 2, text: heading },
    { kind: "list", items: lines },
  ]);

// What changed between two versions

const paragraphsOf = ({ body, isNone }: FrozenSection): string[] =>
  isNone
    ? ["None"]
    : body
        .split(/\n+/)
        .map((line) => line.trim())
        .filter(Boolean);

export function compareVersions(before: FrozenReport, after: FrozenReport) {
  const codes = [...new Set([...before.sections, ...after.sections].map(({ code }) => code))];
  return codes.flatMap((code) => {
    const [then, now] = [before, after].map((report) => {
      const section = report.sections.find((one) => one.code === code);
      return section ? paragraphsOf(section) : [];
    }) as [string[], string[]];
    const removed = then.filter((text) => !now.includes(text));
    const added = now.filter((text) => !then.includes(text));
    return removed.length + added.length > 0 ? [{ code, removed, added }] : [];
  });
}

type Named = { id: string; title: string; reference: string };

/** Where the published copy is found: by its title and reference, and by its key, since every area counts from one. */
export const slugOf = ({ id, title, reference }: Named): string =>
  `${title} ${reference} ${id.slice(-6)}`
    .toLowerCase()
    .normalize("NFKD")
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-+|-+$/g, "")
    .slice(-120)
    .replace(/^-+/, "");
