import { Link } from "@/components/ui/link";
import { NotificationBanner } from "@/components/ui/notification-banner";
import { Table } from "@/components/ui/table";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { type ClosureCode, closureCodes } from "@/lib/cases/labels";
import type { Day } from "@/lib/dates";
import {
  type ReferralStatus,
  type Sector,
  sectorLabels,
  statusLabels,
} from "@/lib/referrals/labels";

export type PatternContact = {
  id: string;
  reference: string;
  receivedOn: Day;
  sector: string;
  organisation: string | null;
  status: string;
  closureCode: ClosureCode | null;
  decidedOn: Day | null;
  reasons: string | null;
  secondLook: string | null;
  caseReference: string | null;
  isMine: boolean;
};

/** What became of a referral, in words. */
export const decided = ({
  status,
  closureCode,
}: Pick<PatternContact, "status" | "closureCode">): string => {
  const words = statusLabels[status as ReferralStatus];
  return closureCode ? `${words} (${closureCodes[closureCode]})` : words;
};

const from = ({ organisation, sector }: PatternContact) => {
  const words = sectorLabels[sector as Sector];
  return organisation ? `${organisation} (${words})` : words;
};

type Props = { contacts: readonly PatternContact[]; here: string };

/** T29: what comes in a row about one person, read as one. Of a single referral there is no pattern. */
export function Pattern({ contacts, here }: Props) {
  const others = contacts.filter(({ reference }) => reference !== here);
  if (others.length === 0) return null;
  const closed = others.filter(({ status }) => status === "closed_not_prevent").length;
  return (
    <>
      <NotificationBanner
        heading={`${others.length === 1 ? "1 other referral is" : `${others.length} other referrals are`} of the same person`}
      >
        <p className="govuk-body">
          {closed > 0 &&
            `${closed === 1 ? "1 was" : `${closed} were`} closed without going to the panel. `}
          Read what was decided, and why, before you decide again.
        </p>
      </NotificationBanner>
      <Table
        caption="Everything that is known to be about this person, in order"
        columns={[
          { text: "Received" },
          { text: "Referral" },
          { text: "From" },
          { text: "What was decided" },
          { text: "Why" },
        ]}
        rows={contacts.map((contact) => ({
          key: contact.id,
          cells: [
            <Time key="received" day={contact.receivedOn} short />,
            <Which key="which" contact={contact} isHere={contact.reference === here} />,
            from(contact),
            <What key="what" contact={contact} />,
            <Why key="why" contact={contact} />,
          ],
        }))}
      />
    </>
  );
}

function Which({ contact, isHere }: { contact: PatternContact; isHere: boolean }) {
  const { reference, caseReference, isMine } = contact;
  return (
    <>
      {isMine && !isHere ? <Link href={`/referrals/${reference}`}>{reference}</Link> : reference}
      {isHere && " (this one)"}
      {caseReference && (
        <>
          {", "}
          {isMine ? <Link href={`/cases/${caseReference}`}>{caseReference}</Link> : caseReference}
        </>
      )}
    </>
  );
}

function What({ contact }: { contact: PatternContact }) {
  return (
    <>
      {decided(contact)}
      {contact.decidedOn && (
        <>
          , <Time day={contact.decidedOn} short />
        </>
      )}
    </>
  );
}

function Why({ contact: { reasons, secondLook } }: { contact: PatternContact }) {
  if (!reasons && !secondLook) return "None recorded";
  return (
    <>
      {reasons && <Paragraphs text={reasons} />}
      {secondLook && <Paragraphs text={`Looked at again: ${secondLook}`} />}
    </>
  );
}
