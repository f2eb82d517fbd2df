import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import {
  type ChampionKind,
  type Sector,
  type Standing,
  sectorLabels,
  shortKinds,
} from "@/lib/champions/labels";
import type { trainingOf } from "@/lib/champions/rules";
import type { Day } from "@/lib/dates";
import { StandingTag, trainingWords } from "./standing";

type Champion = {
  id: string;
  name: string;
  post: string;
  organisation: string;
  sector: Sector;
  kind: ChampionKind;
  expiresDay: Day;
  standing: Standing;
  course: string | null;
  trainedUntilDay: Day | null;
  training: ReturnType<typeof trainingOf>;
  lastContactDay: Day | null;
};
type Props = { champions: readonly Champion[]; today: Day; empty: string };

/** A page of the register, with who has run out and who soon will in words. */
export const ChampionTable = ({ champions, today, empty }: Props) => (
  <Table
    caption="The register"
    columns={[
      { text: "Name" },
      { text: "Organisation" },
      { text: "Runs out" },
      { text: "Training, as told" },
      { text: "Last contact" },
    ]}
    rows={champions.map((champion) => ({
      key: champion.id,
      cells: [
        <>
          <Link href={`/champions/${champion.id}`}>{champion.name}</Link>
          <br />
          {champion.post}
        </>,
        <>
          {champion.organisation}
          <br />
          {sectorLabels[champion.sector]}. {shortKinds[champion.kind]}
        </>,
        <>
          <Time day={champion.expiresDay} short today={today} />{" "}
          <StandingTag standing={champion.standing} />
        </>,
        trainingWords(champion),
        champion.lastContactDay ? <Time key="last" day={champion.lastContactDay} short /> : "None",
      ],
    }))}
    empty={empty}
  />
);
