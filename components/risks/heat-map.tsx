import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import {
  impactLabels,
  likelihoodLabels,
  type Score,
  type Stage,
  stageLabels,
} from "@/lib/risks/labels";
import { heatMap, type Scores } from "@/lib/risks/rules";
import { BandTag } from "./band-tag";

type Risk = { id: string; reference: string; title: string; scores: Scores | null };

/** Where each risk stands, likelihood down and impact across. A table, so that it reads without its colours. */
export function HeatMap({ risks, stage }: { risks: readonly Risk[]; stage: Stage }) {
  const columns = [
    { text: "Likelihood" },
    ...Object.values(impactLabels).map((label) => ({ text: `Impact ${label}` })),
  ];
  const rows = heatMap(risks, stage).map(({ likelihood, places }) => ({
    key: `${likelihood}`,
    cells: [
      likelihoodLabels[`${likelihood}` as Score],
      ...places.map(({ impact, band, risks: here }) => (
        <div key={impact}>
          <BandTag band={band} product={likelihood * impact} />
          {here.map(({ id, reference, title }) => (
            <p key={id} className="govuk-body-s mt-1 mb-0">
              <Link href={`/plan/risks/${id}`}>
                {reference}
                <span className="govuk-visually-hidden">: {title}</span>
              </Link>
            </p>
          ))}
        </div>
      )),
    ],
  }));
  return (
    <Table
      caption={`Heat map: ${stageLabels[stage].toLowerCase()}`}
      columns={columns}
      rows={rows}
    />
  );
}
