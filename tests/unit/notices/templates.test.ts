import { expect, test } from "vitest";

import { type NoticeKind, noticeLabels } from "@/lib/notices/labels";
import { mailFor } from "@/lib/notices/rules";

const kinds = Object.keys(noticeLabels) as NoticeKind[];
const origin = "https://casebook.example";
const mail = (kind: NoticeKind) =>
  mailFor({ kind, reference: "PC-2026-000123", path: "/cases/PC-2026-000123" }, origin);

test.for(kinds)("the mail of %s is a reference and a link (IS-23)", (kind) => {
  expect(mail(kind)).toMatchSnapshot();
});

test.for(kinds)(
  "the mail of %s has nothing in it but fixed words, a reference and a link",
  (kind) => {
    const { subject, body } = mail(kind);

    const words = [noticeLabels[kind], "Sign in to see it", "Prevent Casebook"];
    const rest = [...words, "PC-2026-000123", origin, "/cases/"].reduce(
      (text, known) => text.replaceAll(known, ""),
      `${subject}${body}`,
    );
    expect(rest.replace(/[\s:.]/g, "")).toBe("");
  },
);

test("no notice speaks of a person or of what a case is about", () => {
  const said = Object.values(noticeLabels).join(" ");

  expect(said).not.toMatch(/extremis|radicali|terror|school|child|name|religio|suspect/i);
});
