import type { ReactNode } from "react";

import { Link } from "./link";
import { Tag } from "./tag";

export type Task = {
  title: string;
  /** Left out while it cannot be started. */
  href?: string;
  hint?: ReactNode;
  status: { done: string } | { todo: string; isStarted?: boolean } | { cannotStart: string };
};

/** Pages of one long record, in any order. Done is plain text, to do is a tag. */
export function TaskList({ tasks, idPrefix = "task-list" }: { tasks: Task[]; idPrefix?: string }) {
  return (
    <ul className="govuk-task-list">
      {tasks.map((task, index) => (
        <Item key={task.title} id={`${idPrefix}-${index + 1}`} {...task} />
      ))}
    </ul>
  );
}

function Item({ id, title, href, hint, status }: Task & { id: string }) {
  const base = "govuk-task-list__item";
  const describedBy = `${hint ? `${id}-hint ` : ""}${id}-status`;
  return (
    <li className={href ? `${base} ${base}--with-link` : base}>
      <div className="govuk-task-list__name-and-hint">
        {href ? (
          <Link
            className="govuk-link govuk-task-list__link"
            href={href}
            aria-describedby={describedBy}
          >
            {title}
          </Link>
        ) : (
          <div>{title}</div>
        )}
        {hint && (
          <div id={`${id}-hint`} className="govuk-task-list__hint">
            {hint}
          </div>
        )}
      </div>
      <Status id={`${id}-status`} status={status} />
    </li>
  );
}

function Status({ id, status }: { id: string; status: Task["status"] }) {
  const base = "govuk-task-list__status";
  if ("cannotStart" in status) {
    return (
      <div className={`${base} ${base}--cannot-start-yet`} id={id}>
        {status.cannotStart}
      </div>
    );
  }
  return (
    <div className={base} id={id}>
      {"done" in status ? (
        status.done
      ) : (
        <Tag colour={status.isStarted ? undefined : "grey"}>{status.todo}</Tag>
      )}
    </div>
  );
}
