import { DoneAlert } from "@/components/cases/done-alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { InsetText, Reference } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/request/load";
import { transferStatuses } from "@/lib/transfers/labels";
import { viewTransfers } from "@/lib/transfers/queries";
import { OfferForm } from "./offer-form";
import { WithdrawForm } from "./withdraw-form";

type Found = Awaited<ReturnType<typeof viewTransfers>>;

export default async function TransferPage({
  params,
  searchParams,
}: PageProps<"/cases/[ref]/transfer">) {
  const { ref } = await params;
  const { done } = await searchParams;
  const found = await load((ctx) => viewTransfers(ctx, ref));
  const { reference, offers, cameFrom } = found;
  return (
    <>
      <PageTitle>{`Transfer ${reference}`}</PageTitle>
      <DoneAlert done={done} />
      <PageHeading caption={reference}>Transfer to another area</PageHeading>
      {cameFrom.map((one) => (
        <InsetText key={one.id}>
          This case came from {one.area.name}, where it was <Reference>{one.reference}</Reference>.
        </InsetText>
      ))}
      {offers.length > 0 && <Offers found={found} />}
      <WhatToDo found={found} />
    </>
  );
}

function Offers({ found: { offers, mayWithdraw } }: { found: Found }) {
  return (
    <Table
      caption="Offered so far"
      columns={[{ text: "To" }, { text: "On" }, { text: "By" }, { text: "Answer" }]}
      rows={offers.map((one) => ({
        key: one.id,
        cells: [
          one.toArea.name,
          <Time key="on" at={one.offeredAt} short />,
          one.offeredByHat.user.name,
          <Answer key="answer" one={one} mayWithdraw={mayWithdraw} />,
        ],
      }))}
    />
  );
}

function Answer({ one, mayWithdraw }: { one: Found["offers"][number]; mayWithdraw: boolean }) {
  const { id, toArea, status, answeredAt, answerReason, newReference } = one;
  if (!answeredAt && mayWithdraw)
    return (
      <>
        <p className="govuk-body">Waits for an answer</p>
        <WithdrawForm transferId={id} area={toArea.name} />
      </>
    );
  if (!answeredAt) return "Waits for an answer";
  return (
    <>
      {transferStatuses[status]} on <Time at={answeredAt} short />
      {newReference && (
        <>
          , as <Reference>{newReference}</Reference>
        </>
      )}
      {answerReason && `: ${answerReason}`}
    </>
  );
}

function WhatToDo({ found: { caseId, areas, mayOffer } }: { found: Found }) {
  if (!mayOffer) return null;
  return (
    <>
      <p className="govuk-body app-reading">
        When the other area says yes, it gets a case of its own with a copy of what may be handed
        on: the referral, information, including what is for the chair and coordinator alone,
        assessments, decisions, the plan, people around the person, documents and files, and every
        date to keep. What was for named organisations is for the chair and coordinator there.
        Minutes stay here. This case then ends, and is kept for six months.
      </p>
      <OfferForm
        caseId={caseId}
        areas={areas.map(({ id: value, name: label }) => ({ value, label }))}
      />
    </>
  );
}
