import type { ReactNode } from "react";

import { type Column, Table } from "@/components/ui/table";
import type { Factor, Framework } from "@/lib/assessments/labels";

type Props = {
  framework: Framework;
  /** What stands beside each question. */
  columns: Column[];
  cellsOf: (factor: Factor) => ReactNode[];
  wordingOf?: (factor: Factor) => string;
};

/** The questions of a framework, section by section. */
export function QuestionTable({
  framework,
  columns,
  cellsOf,
  wordingOf = ({ name }) => name,
}: Props) {
  const of = (code: string) => framework.factors.filter(({ section }) => section === code);
  return framework.sections
    .filter(({ code }) => of(code).length > 0)
    .map(({ code, name }) => (
      <Table
        key={code}
        caption={name}
        columns={[{ text: "Question" }, ...columns]}
        rows={of(code).map((factor) => ({
          key: factor.code,
          cells: [wordingOf(factor), ...cellsOf(factor)],
        }))}
      />
    ));
}
