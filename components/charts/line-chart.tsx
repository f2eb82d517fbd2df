import { scaleLinear, scalePoint } from "d3-scale";
import type { ReactNode } from "react";

import { Figure } from "./figure";
import { apart, type Figures, lines, shown } from "./labels";
import { grid, look, quiet, text } from "./palette";

type Props = Figures & {
  title: string;
  subtitle?: string;
  source?: ReactNode;
  /** What a point in time is called, the table's first heading: "Quarter". */
  of: string;
  times: string[];
  /** Four at most. A value that is kept back leaves a gap in its line. */
  lines: {
    name: string;
    values: (number | null)[];
    /** What is printed instead of each value: "11 to 15". */
    texts?: string[];
  }[];
};

const width = 640;
const height = 320;
const edge = { top: 16, right: 130, bottom: 48, left: 48 };

/** How something went over time. Each line is named at its end, and differs by marker and dash. */
export function LineChart({ title, subtitle, source, of, times, lines: all, ...figures }: Props) {
  const most = Math.max(1, ...all.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const y = scaleLinear([0, most], [height - edge.bottom, edge.top]).nice(4);
  const x = scalePoint(times, [edge.left + 10, width - edge.right]);
  const ticks = y.ticks(4).filter(Number.isInteger);
  const ends = apart(
    all.map(({ values }) => y(values.findLast((value) => value !== null) ?? 0)),
    18,
    height - edge.bottom,
  );
  const every = Math.ceil(times.length / 8);

  return (
    <Figure
      title={title}
      subtitle={subtitle}
      source={source}
      viewBox={`0 0 ${width} ${height}`}
      columns={[{ text: of }, ...all.map(({ name }) => ({ text: name, numeric: true }))]}
      rows={times.map((time, index) => ({
        key: time,
        cells: [
          time,
          ...all.map(
            ({ values, texts }) => texts?.[index] ?? shown(values[index] ?? null, figures),
          ),
        ],
      }))}
    >
      {ticks.map((tick) => (
        <g key={tick}>
          <line
            x1={edge.left}
            x2={width - edge.right}
            y1={y(tick)}
            y2={y(tick)}
            stroke={tick === 0 ? text : grid}
          />
          <text x={edge.left - 8} y={y(tick) + 5} textAnchor="end" fill={quiet}>
            {shown(tick, figures)}
          </text>
        </g>
      ))}
      {times.map(
        (time, index) =>
          (times.length - 1 - index) % every === 0 && (
            <text key={time} x={x(time)} textAnchor="middle" fill={quiet}>
              {lines(time, 9).map((line, row) => (
                <tspan key={line} x={x(time)} y={height - edge.bottom + 20 + row * 15}>
                  {line}
                </tspan>
              ))}
            </text>
          ),
      )}
      {all.map(({ name, values }, index) => {
        const points = values.map((value, at) => ({
          x: x(times[at] ?? "") ?? 0,
          y: value === null ? null : y(value),
        }));
        return (
          <g key={name}>
            <path
              d={path(points)}
              fill="none"
              stroke={look(index).fill}
              strokeWidth={3}
              strokeDasharray={look(index).dash}
            />
            {points.map(
              (point) =>
                point.y !== null && <Marker key={point.x} index={index} x={point.x} y={point.y} />,
            )}
            <text
              x={width - edge.right + 12}
              y={(ends[index] ?? 0) + 5}
              fill={look(index).label}
              fontWeight="bold"
            >
              {name}
            </text>
          </g>
        );
      })}
    </Figure>
  );
}

/** Joins neighbours only: a value that is kept back must not be read off a line drawn through it. */
function path(points: { x: number; y: number | null }[]) {
  return points
    .map(({ x, y }, index) => {
      if (y === null) return "";
      const before = points[index - 1];
      return `${before && before.y !== null ? "L" : "M"}${x} ${y}`;
    })
    .join("");
}

const shapes = ["M-5-5H5V5H-5Z", "M0-7L6 5H-6Z", "M0-7L7 0L0 7L-7 0Z"];

function Marker({ index, x, y }: { index: number; x: number; y: number }) {
  const { fill } = look(index);
  const shape = shapes[index - 1];
  if (!shape) return <circle cx={x} cy={y} r={5} fill={fill} />;
  return <path d={shape} transform={`translate(${x} ${y})`} fill={fill} />;
}
