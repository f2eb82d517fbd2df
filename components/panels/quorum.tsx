import { Tag } from "@/components/ui/tag";
import { type Seat, seats } from "@/lib/panels/labels";

type Proof = { isQuorate: boolean; missing: readonly (readonly Seat[])[] };

const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const either = (group: readonly Seat[]) => group.map((seat) => lower(seats[seat])).join(" or ");

/** Whether this item can be decided, and in words who is still needed for that. */
export function Quorum({ proof }: { proof: Proof }) {
  if (proof.isQuorate) return <Tag colour="green">Quorate</Tag>;
  return (
    <>
      <Tag colour="grey">Not quorate</Tag>{" "}
      <span>Still needed: {proof.missing.map(either).join(", and ")}</span>
    </>
  );
}
