import { Table } from "@/components/ui/table";

type Need = { id: string; need: string; objective: string; measure: string };

/** From what the person needs to what the plan is to reach, and how that is known. */
export function NeedsTable({ caption, needs }: { caption: string; needs: Need[] }) {
  return (
    <Table
      caption={caption}
      columns={[{ text: "Need" }, { text: "Objective" }, { text: "It is reached when" }]}
      rows={needs.map(({ id, need, objective, measure }) => ({
        key: id,
        cells: [need, objective, measure],
      }))}
      empty="No need has been written down in this version."
      isWide={false}
    />
  );
}
