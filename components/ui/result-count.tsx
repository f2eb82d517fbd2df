type Props = {
  page: number;
  total: number;
  /** What is counted, in the plural and the singular: ["cases", "case"]. */
  of: [many: string, one: string];
  pageSize?: number;
  /** There are more than `total`, and nobody counted them all. */
  isCapped?: boolean;
};

const count = (number: number) => number.toLocaleString("en-GB");

/** "Showing 26 to 50 of 143 cases" */
export function ResultCount({ page, total, of: [many, one], pageSize = 25, isCapped }: Props) {
  const from = Math.min((page - 1) * pageSize + 1, total);
  const to = Math.min(page * pageSize, total);
  const all = isCapped ? `more than ${count(total)}` : count(total);
  const what = total === 1 && !isCapped ? one : many;
  const text =
    total === 0
      ? `No ${many}`
      : from === 1 && to === total && !isCapped
        ? `Showing ${all} ${what}`
        : `Showing ${count(from)} to ${count(to)} of ${all} ${what}`;
  return <p className="govuk-body">{text}</p>;
}
