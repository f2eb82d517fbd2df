import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Details, Paragraphs, Reference } from "@/components/ui/text";
import type { ClosureCode } from "@/lib/cases/labels";
import type { LinkAnswer, ReferralStatus } from "@/lib/referrals/labels";
import { decided } from "./pattern";

export type EarlierReferral = {
  id: string;
  reference: string;
  name: string;
  born: string;
  status: ReferralStatus;
  closureCode: ClosureCode | null;
  reasons: string | null;
  link: { id: string; answer: LinkAnswer; reasons: string } | null;
};
export type PossibleReferral = EarlierReferral & { score: number; why: readonly string[] };

type Props = {
  here: string;
  same: readonly EarlierReferral[];
  possible: readonly PossibleReferral[];
  notSame: readonly EarlierReferral[];
};

/** Candidates with the reasons they came up, and what has been answered about each. Nothing is merged. */
export function RelatedReferrals({ here, same, possible, notSame }: Props) {
  return (
    <>
      <Table
        caption="Possible earlier referrals"
        columns={[
          { text: "Referral" },
          { text: "Person" },
          { text: "What is alike" },
          { text: "Likeness out of 100", numeric: true },
          { text: "What was decided" },
          { text: "Answer" },
        ]}
        rows={possible.map((other) => ({
          key: other.id,
          cells: [
            <Reference key="reference">{other.reference}</Reference>,
            `${other.name}. ${other.born}`,
            <Reasons key="why" why={other.why} />,
            other.score,
            decided(other),
            <Link key="compare" href={`${here}/matches/${other.reference}`}>
              Compare<span className="govuk-visually-hidden"> with {other.reference}</span>
            </Link>,
          ],
        }))}
        empty="No other referral was found that may be of this person and has not been answered."
      />
      {same.length + notSame.length > 0 && (
        <Details summary="Referrals that have been answered" isOpen={same.length > 0}>
          {[...same, ...notSame].map((other) => (
            <Answered key={other.id} here={here} other={other} />
          ))}
        </Details>
      )}
    </>
  );
}

function Reasons({ why }: { why: readonly string[] }) {
  return (
    <ul className="govuk-list">
      {why.map((reason) => (
        <li key={reason}>{reason}</li>
      ))}
    </ul>
  );
}

function Answered({ here, other }: { here: string; other: EarlierReferral }) {
  const isSame = other.link?.answer !== "not_same";
  return (
    <section aria-label={other.reference}>
      <p className="govuk-body">
        <Link href={`${here}/matches/${other.reference}`}>{other.reference}</Link>
        {isSame ? ": the same person" : ": not the same person"}
        {!other.link && ", by way of another referral"}. {decided(other)}.
      </p>
      {other.link && <Paragraphs text={other.link.reasons} />}
    </section>
  );
}
