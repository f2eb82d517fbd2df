import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import type { Day } from "@/lib/dates";
import {
  type MeasureType,
  measureTypeLabels,
  type Standing,
  standingLabels,
} from "@/lib/plans/parts/labels";
import { figure, quarterWords } from "@/lib/plans/parts/rules";

type Measure = {
  id: string;
  name: string;
  type: MeasureType;
  unit: string;
  baseline: number | null;
  target: number;
  source: string;
  latest?: { actual: number; quarterDay: Day } | undefined;
  standing: Standing;
  /** Of which action, where the list is of a whole plan. */
  reference?: string;
  text?: string;
  actionId: string;
};

const colours = { met: "green", not_met: "yellow", no_figure: "grey" } as const;

export const StandingTag = ({ standing }: { standing: Standing }) => (
  <Tag colour={colours[standing]}>{standingLabels[standing]}</Tag>
);

type Props = { caption: string; measures: Measure[]; empty: string };

/** Baseline, target and the last figure beside each other. */
export function MeasureTable({ caption, measures, empty }: Props) {
  return (
    <Table
      caption={caption}
      isWide
      columns={[
        { text: "Measure" },
        { text: "Baseline", numeric: true },
        { text: "Target", numeric: true },
        { text: "Latest", numeric: true },
        { text: "How it stands" },
      ]}
      empty={empty}
      rows={measures.map((one) => ({
        key: one.id,
        cells: [
          <>
            <Link href={`/plan/measures/${one.id}`}>{one.name}</Link>
            <p className="govuk-body-s text-secondary">
              {measureTypeLabels[one.type]}
              {one.reference && (
                <>
                  {", of "}
                  <Link href={`/plan/actions/${one.actionId}`}>
                    {one.reference} {one.text}
                  </Link>
                </>
              )}
            </p>
          </>,
          one.baseline === null ? "None" : figure(one.baseline, one.unit),
          figure(one.target, one.unit),
          one.latest ? (
            <>
              {figure(one.latest.actual, one.unit)}
              <br />
              <span className="text-secondary">{quarterWords(one.latest.quarterDay)}</span>
            </>
          ) : (
            "None"
          ),
          <StandingTag key="standing" standing={one.standing} />,
        ],
      }))}
    />
  );
}
