import type { ReactNode } from "react";

type Colour = "grey" | "teal" | "green" | "purple" | "magenta" | "red" | "orange" | "yellow";

/** A status. Blue unless said. Never a link, never a person's score. */
export function Tag({ colour, children }: { colour?: Colour; children: ReactNode }) {
  return (
    <strong className={colour ? `govuk-tag govuk-tag--${colour}` : "govuk-tag"}>{children}</strong>
  );
}

/** What a status means to the reader, which decides its colour. Red is for clocks only. */
const colours = {
  waiting: undefined,
  soon: "yellow",
  overdue: "red",
  done: "green",
  closed: "grey",
  new: "teal",
} as const satisfies Record<string, Colour | undefined>;

export type Meaning = keyof typeof colours;

export function StatusTag({ meaning, children }: { meaning: Meaning; children: ReactNode }) {
  return <Tag colour={colours[meaning]}>{children}</Tag>;
}
