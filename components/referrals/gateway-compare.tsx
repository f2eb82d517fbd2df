import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import type { Day } from "@/lib/dates";
import { bornText, nameOf } from "@/lib/people/rules";
import type { EarlierReferral } from "./gateway-earlier";
import { decided as decidedText } from "./pattern";

type Compared = Pick<EarlierReferral, "status" | "closureCode"> & {
  reference: string;
  receivedOn: Day;
  organisation: { name: string };
  person: {
    forenames: string | null;
    surname: string | null;
    otherNames: string | null;
    dateOfBirth: Day | null;
    approximateAge: number | null;
    ageRecordedOn: Day;
    postcode: string | null;
    place: string | null;
  };
};

type Props = { one: Compared; other: Compared; decided: EarlierReferral };

/** What is known of the person in each of two referrals, side by side. */
export function CompareTable({ one, other, decided }: Props) {
  const both = (of: (referral: Compared) => React.ReactNode) => [of(one), of(other)];
  const row = (key: string, of: (referral: Compared) => React.ReactNode) => ({
    key,
    cells: [key, ...both(of)],
  });
  return (
    <Table
      caption="What each referral says"
      isEven
      smallTextOnPhones
      columns={[{ text: "About" }, { text: one.reference }, { text: other.reference }]}
      rows={[
        row("Name", ({ person }) => nameOf(person)),
        row("Other names", ({ person }) => person.otherNames),
        row("Born", ({ person }) => bornText(person).replace(/^Born /, "")),
        row("Postcode", ({ person }) => person.postcode),
        row("School, college or employer", ({ person }) => person.place),
        row("Sent by", ({ organisation }) => organisation.name),
        row("Received", ({ receivedOn }) => <Time day={receivedOn} short />),
        {
          key: "decided",
          cells: ["What was decided", decidedText(one), <Decided key="other" {...decided} />],
        },
      ]}
    />
  );
}

function Decided(decided: EarlierReferral) {
  return (
    <>
      <p className="govuk-body">{decidedText(decided)}</p>
      {decided.reasons && <Paragraphs text={decided.reasons} />}
      <Link href={`/referrals/${decided.reference}`}>Open {decided.reference}</Link>
    </>
  );
}
