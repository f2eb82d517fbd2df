import { scaleLinear } from "d3-scale";
import type { ReactNode } from "react";

import { Figure } from "./figure";
import { type Figures, lines, shown } from "./labels";
import { look, text } from "./palette";

type Props = Figures & {
  title: string;
  subtitle?: string;
  source?: ReactNode;
  /** What a bar is, what it measures, and what that was before: the headings of the table. */
  of: [bar: string, measure: string, before?: string];
  bars: Bar[];
};

type Bar = {
  label: string;
  /** How long the bar is. */
  value: number | null;
  /** What is printed instead of the value: "11 to 15". */
  text?: string;
  before?: string;
};

const width = 640;
const gutter = 190;
const room = 110;
const thickness = 24;
const lineHeight = 16;

/** How much of each thing there is. Bars start at zero and say their own figure. */
export function BarChart({
  title,
  subtitle,
  source,
  of: [bar, measure, before],
  bars,
  ...figures
}: Props) {
  const most = Math.max(1, ...bars.map(({ value }) => value ?? 0));
  const x = scaleLinear([0, most], [0, width - gutter - room]);
  const rows = placed(bars.map(({ label }) => lines(label, 25)));

  return (
    <Figure
      title={title}
      subtitle={subtitle}
      source={source}
      viewBox={`0 0 ${width} ${rows.height}`}
      columns={[
        { text: bar },
        { text: measure, numeric: true },
        ...(before ? [{ text: before, numeric: true }] : []),
      ]}
      rows={bars.map((one) => ({
        key: one.label,
        cells: [one.label, printed(one, figures), ...(before ? [one.before] : [])],
      }))}
    >
      <line x1={gutter} x2={gutter} y1={0} y2={rows.height} stroke={text} />
      {bars.map(({ label, value, text: said }, index) => {
        const middle = rows.middles[index] ?? 0;
        const length = x(value ?? 0);
        return (
          <g key={label}>
            <RowLabel label={label} middle={middle} />
            <rect
              x={gutter}
              y={middle - thickness / 2}
              width={length}
              height={thickness}
              fill={look(0).fill}
            />
            <text x={gutter + length + 8} y={middle + 5} fill={text} fontWeight="bold">
              {said ?? shown(value, figures)}
            </text>
          </g>
        );
      })}
    </Figure>
  );
}

const printed = ({ value, text: said }: Bar, figures: Figures) => said ?? shown(value, figures);

/** Where each row's middle is, when its label may take several lines. */
export function placed(labels: string[][]) {
  const middles: number[] = [];
  let height = 4;
  for (const label of labels) {
    const row = Math.max(thickness, label.length * lineHeight) + 12;
    middles.push(height + row / 2);
    height += row;
  }
  return { middles, height: height + 4 };
}

export function RowLabel({ label, middle }: { label: string; middle: number }) {
  const broken = lines(label, 25);
  return (
    <text x={gutter - 10} textAnchor="end" fill={text}>
      {broken.map((line, index) => (
        <tspan
          key={line}
          x={gutter - 10}
          y={middle + 5 + (index - (broken.length - 1) / 2) * lineHeight}
        >
          {line}
        </tspan>
      ))}
    </text>
  );
}
