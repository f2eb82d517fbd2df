"use client";

import { ActionForm } from "@/components/form/action-form";
import { useActionForm } from "@/components/form/use-action-form";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/tag";
import { Reference } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { type NoticeKind, noticeLabels } from "@/lib/notices/labels";
import { markReadSchema } from "@/lib/notices/schema";
import { markRead } from "./actions";

type Notice = {
  id: string;
  kind: NoticeKind;
  reference: string;
  path: string;
  createdAt: Date;
  isRead: boolean;
};

// What goes by its name folds as text does; a reference stays whole.
const isTitle = (reference: string) => reference.includes(" ");

/** What somebody was told: the unread first, each a link, put away all at once. */
export function NoticesForm({ notices }: { notices: Notice[] }) {
  const form = useActionForm(markReadSchema, markRead);
  const unread = notices.filter(({ isRead }) => !isRead);
  if (notices.length === 0) return <p className="govuk-body">There is no news for you.</p>;
  const list = (
    <ul className="govuk-list govuk-list--spaced">
      {notices.map(({ id, kind, reference, path, createdAt, isRead }) => (
        <li key={id}>
          {!isRead && (
            <>
              <Tag colour="teal">New</Tag>{" "}
            </>
          )}
          <Link href={path}>
            {noticeLabels[kind]}:{" "}
            {isTitle(reference) ? reference : <Reference>{reference}</Reference>}
          </Link>
          <br />
          <span className="govuk-body-s text-secondary">
            <Time at={createdAt} />
          </span>
        </li>
      ))}
    </ul>
  );
  if (unread.length === 0) return list;
  return (
    <ActionForm form={form} submitLabel="Mark these as read">
      {list}
      {unread.map(({ id }) => (
        <input key={id} type="hidden" name="noticeIds[]" value={id} />
      ))}
    </ActionForm>
  );
}
