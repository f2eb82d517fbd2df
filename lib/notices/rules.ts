import { type NoticeKind, noticeLabels } from "./labels";

/** The whole of a mail: that something waits, its reference and a link. Never a name (IS-23). */
export function mailFor({ kind, reference, path }: Notice, origin: string) {
  return {
    subject: `Prevent Casebook: ${reference}`,
    body: `${noticeLabels[kind]}: ${reference}.\n\nSign in to see it:\n${origin}${path}\n`,
  };
}

export type Notice = { kind: NoticeKind; reference: string; path: string };
