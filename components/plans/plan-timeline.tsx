import { scaleLinear } from "d3-scale";

import { Figure } from "@/components/charts/figure";
import { grid, look, quiet, text } from "@/components/charts/palette";
import { Link } from "@/components/ui/link";
import { addMonths, type Day, daysBetween, formatDayShort, quarterOf } from "@/lib/dates";
import { type Rag, ragLabels } from "@/lib/plans/labels";
import { type MilestoneState, milestoneStates } from "@/lib/plans/parts/labels";

type Step = { id: string; title: string; dueDay: Day; state: MilestoneState };
type Action = {
  actionId: string;
  reference: string;
  text: string;
  rag: Rag;
  percent: number;
  startDay: Day;
  dueDay: Day;
  milestones: Step[];
};
type Props = {
  title: string;
  actions: Action[];
  period: { startDay: Day; endDay: Day };
  today: Day;
};

const width = 720;
const gutter = 60;
const row = 34;
const top = 28;

const wordOf = (rag: Rag) => ragLabels[rag].split(": ")[0];

/** When each action of a theme runs, how much of it is done and its steps; the table says the same. */
export function PlanTimeline({ title, actions, period, today }: Props) {
  const first = quarterOf(period.startDay).start;
  const days = daysBetween(first, period.endDay);
  const scale = scaleLinear([0, days], [gutter, width - 70]).clamp(true);
  const x = (day: Day) => scale(daysBetween(first, day));
  const height = top + actions.length * row + 8;
  const quarters: Day[] = [];
  for (let day = first; day <= period.endDay; day = addMonths(day, 3)) quarters.push(day);

  return (
    <Figure
      title={title}
      subtitle="A bar runs from the start of an action to its due date, filled as far as it is done. A diamond is a milestone, filled when it is met."
      viewBox={`0 0 ${width} ${height}`}
      columns={[
        { text: "Action" },
        { text: "Runs" },
        { text: "Done", numeric: true },
        { text: "Milestones" },
      ]}
      rows={actions.map((action) => ({
        key: action.actionId,
        cells: [
          <Link key="link" href={`/plan/actions/${action.actionId}`}>
            {action.reference} {action.text}
          </Link>,
          `${formatDayShort(action.startDay)} to ${formatDayShort(action.dueDay)}`,
          `${action.percent}%`,
          action.milestones
            .map(
              (step) =>
                `${step.title}, ${formatDayShort(step.dueDay)}: ${milestoneStates[step.state].toLowerCase()}`,
            )
            .join("; ") || "None",
        ],
      }))}
    >
      {quarters.map((day) => (
        <g key={day}>
          <line x1={x(day)} x2={x(day)} y1={top - 8} y2={height} stroke={grid} />
          <text x={x(day) + 3} y={14} fill={quiet} fontSize="12">
            {formatDayShort(day).slice(2)}
          </text>
        </g>
      ))}
      {today >= first && today <= period.endDay && (
        <g>
          <line
            x1={x(today)}
            x2={x(today)}
            y1={top - 8}
            y2={height}
            stroke={text}
            strokeDasharray="4 3"
          />
          <text
            x={x(today)}
            y={top - 10}
            fill={text}
            textAnchor="middle"
            fontSize="12"
            fontWeight="bold"
          >
            Today
          </text>
        </g>
      )}
      {actions.map((action, index) => (
        <Bar key={action.actionId} action={action} y={top + index * row + 8} x={x} />
      ))}
    </Figure>
  );
}

type BarProps = { action: Action; y: number; x: (day: Day) => number };

function Bar({ action, y, x }: BarProps) {
  const [from, to] = [x(action.startDay), Math.max(x(action.dueDay), x(action.startDay) + 4)];
  const { fill } = look(0);
  return (
    <g>
      <text x={0} y={y + 13} fill={text} fontWeight="bold">
        {action.reference}
      </text>
      <rect x={from} y={y + 4} width={to - from} height={10} fill="#ffffff" stroke={fill} />
      <rect
        x={from}
        y={y + 4}
        width={((to - from) * action.percent) / 100}
        height={10}
        fill={fill}
      />
      {action.milestones.map((step) => {
        const middle = x(step.dueDay);
        return (
          <path
            key={step.id}
            d={`M${middle} ${y + 1} l8 8 l-8 8 l-8 -8 z`}
            fill={step.state === "met" ? look(2).fill : "#ffffff"}
            stroke={look(2).fill}
          />
        );
      })}
      <text x={width - 64} y={y + 13} fill={text} fontSize="12">
        {wordOf(action.rag)}
      </text>
    </g>
  );
}
