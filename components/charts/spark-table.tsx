import { scaleLinear } from "d3-scale";
import type { ReactNode } from "react";

import { Table } from "@/components/ui/table";

import { type Figures, shown } from "./labels";
import { look } from "./palette";

type Props = Figures & {
  caption: string;
  /** What the columns of figures are called: "This quarter", "Last quarter". */
  now: string;
  before: string;
  rows: { label: string; link?: ReactNode; values: (number | null)[] }[];
};

/** A few numbers with what they were last time, and how they came to be. The line adds nothing to the figures. */
export function SparkTable({ caption, now, before, rows, ...figures }: Props) {
  return (
    <Table
      caption={caption}
      columns={[
        { text: "Measure" },
        { text: now, numeric: true },
        { text: before, numeric: true },
        { text: "Over time" },
      ]}
      rows={rows.map(({ label, link, values }) => ({
        key: label,
        cells: [
          link ?? label,
          <strong key="now">{shown(values.at(-1) ?? null, figures)}</strong>,
          shown(values.at(-2) ?? null, figures),
          <Spark key="spark" values={values} />,
        ],
      }))}
    />
  );
}

const width = 120;
const height = 30;

function Spark({ values }: { values: (number | null)[] }) {
  const most = Math.max(1, ...values.map((value) => value ?? 0));
  const x = scaleLinear([0, Math.max(1, values.length - 1)], [4, width - 4]);
  const y = scaleLinear([0, most], [height - 4, 4]);
  const last = values.at(-1);
  const d = values
    .map((value, index) => {
      if (value === null) return "";
      const before = index > 0 ? values[index - 1] : null;
      return `${before === null || before === undefined ? "M" : "L"}${x(index)} ${y(value)}`;
    })
    .join("");
  return (
    <svg className="app-spark" viewBox={`0 0 ${width} ${height}`} aria-hidden="true">
      <path d={d} fill="none" stroke={look(0).fill} strokeWidth={2} />
      {typeof last === "number" && (
        <circle cx={x(values.length - 1)} cy={y(last)} r={3} fill={look(0).fill} />
      )}
    </svg>
  );
}
