/** What a chronology is made of, each from a table of its own. */
export const historyKinds = [
  "referral",
  "move",
  "section36",
  "item",
  "asked",
  "answered",
  "assessment",
  "countersigned",
  "panel",
  "consent",
  "plan",
  "action",
  "action_done",
  "review",
] as const;
export type HistoryKind = (typeof historyKinds)[number];

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
