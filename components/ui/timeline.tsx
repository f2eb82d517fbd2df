import { Fragment, type ReactNode } from "react";

export type TimelineItem = {
  key: string;
  title: ReactNode;
  /** Who, and as what. */
  byline?: string;
  /** A <Time>. */
  time: ReactNode;
  /** It came since this person last looked. */
  isNew?: boolean;
  children?: ReactNode;
};

type Props = { items: TimelineItem[]; newSince?: string; headingLevel?: 2 | 3 };

/** What happened, newest first. `newSince` ("3 March") says where the news begins and ends. */
export function Timeline({ items, newSince, headingLevel = 2 }: Props) {
  const Heading = headingLevel === 2 ? "h2" : "h3";
  const lastNew = newSince ? items.findLastIndex(({ isNew }) => isNew) : -1;
  return (
    <>
      {lastNew >= 0 && <p className="app-rule">New since you looked on {newSince}</p>}
      <ol className="moj-timeline app-timeline">
        {items.map(({ key, title, byline, time, children }, index) => (
          <Fragment key={key}>
            <li className="moj-timeline__item">
              <div className="moj-timeline__header">
                <Heading className="moj-timeline__title">{title}</Heading>{" "}
                {byline && <p className="moj-timeline__byline">by {byline}</p>}
              </div>
              <p className="moj-timeline__date">{time}</p>
              {children && <div className="moj-timeline__description">{children}</div>}
            </li>
            {index === lastNew && index < items.length - 1 && (
              <li className="app-rule">You have seen everything below</li>
            )}
          </Fragment>
        ))}
      </ol>
    </>
  );
}
