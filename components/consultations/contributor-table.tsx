import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";

type Contributor = {
  id: string;
  hatId: string;
  by: string;
  organisation: string;
  askedAt: Date;
  remindedAt: Date | null;
};
type Props = { contributors: Contributor[]; answers: { hatId: string }[]; isOver: boolean };

/** Who was asked, and who has said something. */
export function ContributorTable({ contributors, answers, isOver }: Props) {
  return (
    <Table
      caption="Who was asked to contribute"
      columns={[
        { text: "Who" },
        { text: "Asked" },
        { text: "Reminded" },
        { text: "Questions answered", numeric: true },
      ]}
      empty={
        isOver ? "Nobody was asked to contribute." : "Nobody has been asked to contribute yet."
      }
      keepsCaption
      rows={contributors.map(({ id, hatId, by, organisation, askedAt, remindedAt }) => ({
        key: id,
        cells: [
          `${by}, ${organisation}`,
          <Time key="asked" at={askedAt} short />,
          remindedAt ? <Time key="reminded" at={remindedAt} short /> : isOver ? "No" : "Not yet",
          answers.filter((answer) => answer.hatId === hatId).length,
        ],
      }))}
    />
  );
}
