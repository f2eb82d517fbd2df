import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { caseStatuses } from "@/lib/cases/labels";
import { load } from "@/lib/request/load";
import { transferStatuses } from "@/lib/transfers/labels";
import { listOffers } from "@/lib/transfers/queries";

export default async function TransfersPage() {
  const offers = await load(listOffers);
  return (
    <Main back={<BackLink href="/cases">Back to cases</BackLink>}>
      <PageTitle>Cases offered by other areas</PageTitle>
      <PageHeading>Cases offered by other areas</PageHeading>
      <Table
        caption="Cases offered by other areas"
        isCaptionHidden
        columns={[
          { text: "Reference there" },
          { text: "From" },
          { text: "Stage" },
          { text: "Offered" },
          { text: "Answer" },
        ]}
        rows={offers.map(({ id, reference, area, stage, offeredAt, status, newReference }) => ({
          key: id,
          cells: [
            <Link key="offer" href={`/transfers/${id}`} className="govuk-link app-reference">
              {reference}
            </Link>,
            area.name,
            caseStatuses[stage],
            <Time key="at" at={offeredAt} short />,
            status === "offered"
              ? "Waits for your answer"
              : `${transferStatuses[status]}${newReference ? ` as ${newReference}` : ""}`,
          ],
        }))}
        empty="No other area has offered a case."
      />
    </Main>
  );
}
