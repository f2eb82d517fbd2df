import { scaleLinear } from "d3-scale";
import type { ReactNode } from "react";

import { placed, RowLabel } from "./bar-chart";
import { Figure } from "./figure";
import { type Figures, lines, shown } from "./labels";
import { look, text } from "./palette";

type Props = Figures & {
  title: string;
  subtitle?: string;
  source?: ReactNode;
  /** What a bar is: the table's first heading. */
  of: string;
  /** Four at most, in the order they are stacked. */
  parts: string[];
  bars: { label: string; values: (number | null)[] }[];
};

const width = 640;
const gutter = 190;
const room = 20;
const thickness = 28;
const legendHeight = 24;

/** What each whole is made of. Parts are told apart by their figure and a gap, not by colour alone. */
export function StackedBar({ title, subtitle, source, of, parts, bars, ...figures }: Props) {
  const total = (values: (number | null)[]) =>
    values.reduce<number>((sum, one) => sum + (one ?? 0), 0);
  const most = Math.max(1, ...bars.map(({ values }) => total(values)));
  const x = scaleLinear([0, most], [0, width - gutter - room]);
  const rows = placed(bars.map(({ label }) => lines(label, 25)));
  const top = parts.length * legendHeight + 8;

  return (
    <Figure
      title={title}
      subtitle={subtitle}
      source={source}
      viewBox={`0 0 ${width} ${top + rows.height}`}
      columns={[{ text: of }, ...parts.map((part) => ({ text: part, numeric: true }))]}
      rows={bars.map(({ label, values }) => ({
        key: label,
        cells: [label, ...values.map((value) => shown(value, figures))],
      }))}
    >
      {parts.map((part, index) => (
        <g key={part}>
          <rect
            x={gutter}
            y={index * legendHeight + 2}
            width={16}
            height={16}
            fill={look(index).fill}
          />
          <text x={gutter + 24} y={index * legendHeight + 15} fill={text}>
            {part}
          </text>
        </g>
      ))}
      <g transform={`translate(0 ${top})`}>
        <line x1={gutter} x2={gutter} y1={0} y2={rows.height} stroke={text} />
        {bars.map(({ label, values }, row) => {
          const middle = rows.middles[row] ?? 0;
          return (
            <g key={label}>
              <RowLabel label={label} middle={middle} />
              {values.map((value, index) => {
                const length = x(value ?? 0);
                const figure = shown(value, figures);
                return (
                  <g
                    key={parts[index]}
                    transform={`translate(${gutter + x(total(values.slice(0, index)))} ${middle})`}
                  >
                    <rect
                      y={-thickness / 2}
                      width={length}
                      height={thickness}
                      fill={look(index).fill}
                      stroke="#ffffff"
                      strokeWidth={2}
                    />
                    {length > figure.length * 8 + 8 && (
                      <text
                        x={length / 2}
                        y={5}
                        textAnchor="middle"
                        fill={look(index).onFill}
                        fontWeight="bold"
                      >
                        {figure}
                      </text>
                    )}
                  </g>
                );
              })}
            </g>
          );
        })}
      </g>
    </Figure>
  );
}
