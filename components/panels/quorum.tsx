import { Tag } from "@/components/ui/tag";
import { type Seat, seats } from "@/lib/panels/labels";

type Proof = { isQuorate: boolean; missing: readonly (readonly Seat[])[] };

const both = new Intl.ListFormat("en-GB", { type: "conjunction" });
const either = new Intl.ListFormat("en-GB", { type: "disjunction" });
const lower = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
const inWords = ({ missing }: Proof) =>
  both.format(missing.map((group) => either.format(group.map((seat) => lower(seats[seat])))));

/** Whether this item can be decided, and in words who is still needed for that. */
export function Quorum({ proof }: { proof: Proof }) {
  if (proof.isQuorate) return <Tag colour="green">Quorate</Tag>;
  return (
    <>
      <Tag colour="grey">Not quorate</Tag> <span>Still needed: {inWords(proof)}</span>
    </>
  );
}

/** Before the meeting: whether everybody who has to be there is invited. */
export function Invited({ proof }: { proof: Proof }) {
  if (proof.isQuorate) return "Everybody needed is invited";
  return `Still to invite: ${inWords(proof)}`;
}
