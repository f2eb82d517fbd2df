import {
  type HistoryGroup,
  historyGroups,
  type PrintReason,
  printReasons,
} from "@/lib/cases/history/labels";

/** What a chronology is made of, each from a table of its own, and the heading that it belongs under. */
export const groupOf = {
  referral: "stages",
  addendum: "information",
  move: "stages",
  pause: "stages",
  pause_ended: "stages",
  section36: "stages",
  item: "information",
  finding: "information",
  asked: "requests",
  answered: "requests",
  need: "needs",
  assessment: "assessment",
  countersigned: "assessment",
  agenda: "panel",
  panel: "panel",
  consent: "consent",
  plan: "support",
  action: "support",
  action_done: "support",
  review: "reviews",
  onward: "support",
  onward_answered: "support",
  told: "told",
  file: "files",
  around: "people",
  document: "files",
  document_removed: "files",
  worker: "people",
  worker_ended: "people",
} as const satisfies Record<string, HistoryGroup>;
export type HistoryKind = keyof typeof groupOf;

export const historyKinds = Object.keys(groupOf) as HistoryKind[];

/** Kept with its day alone: it has no time to show, and is new for the whole of that day. */
export const isOfADay = (kind: HistoryKind): boolean => daily.includes(kind);

const daily: readonly HistoryKind[] = ["action_done", "review", "onward", "onward_answered"];

/** Where a page of a chronology ends: the next begins before it. */
export type Cursor = { at: string; kind: HistoryKind; id: string };

const shape =
  /^(\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}(?:\.\d{1,6})?\+00)~([a-z0-9_]+)~([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

export const cursorText = ({ at, kind, id }: Cursor): string => `${at}~${kind}~${id}`;

/** An address is typed by anybody: what is no cursor begins at the newest. */
export function cursorFrom(text: unknown): Cursor | null {
  const [, at = "", named = "", id = ""] = shape.exec(typeof text === "string" ? text : "") ?? [];
  const kind = historyKinds.find((known) => known === named);
  return kind ? { at, kind, id } : null;
}

export type HistoryFilters = { group?: HistoryGroup; organisationId?: string };

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const isIn = <Code extends string>(table: Record<Code, string>, code: unknown): code is Code =>
  typeof code === "string" && Object.hasOwn(table, code);

export const historyFiltersFrom = ({
  kind,
  organisation,
}: Record<string, string | string[] | undefined>): HistoryFilters => ({
  ...(isIn(historyGroups, kind) && { group: kind }),
  ...(typeof organisation === "string" &&
    uuid.test(organisation) && { organisationId: organisation }),
});

export const printReasonFrom = (code: unknown): PrintReason | null =>
  isIn(printReasons, code) ? code : null;

type Happened = { kind: HistoryKind; at: Date; isMine: boolean };

/** New to a reader is what came since the last look, and was not done by the reader. */
export const isNewSince = ({ kind, at, isMine }: Happened, since: Date | null): boolean =>
  since !== null && !isMine && at.getTime() > since.getTime() - (isOfADay(kind) ? 86_400_000 : 0);
