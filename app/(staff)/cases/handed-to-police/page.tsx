import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { addressWith, type Query } from "@/components/ui/address";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { Table } from "@/components/ui/table";
import { Reference } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { listHandedToPolice, stubsOnAPage } from "@/lib/cases/handed/queries";
import { closureCodes } from "@/lib/cases/labels";
import { load } from "@/lib/request/load";

const here = "/cases/handed-to-police";

export default async function HandedToPolicePage({
  searchParams,
}: PageProps<"/cases/handed-to-police">) {
  const query: Query = await searchParams;
  const page = Math.min(400, Math.max(1, Number.parseInt(`${query.page ?? 1}`, 10) || 1));
  const found = await load((ctx) => listHandedToPolice(ctx, page));
  const pages = Math.ceil(found.total / stubsOnAPage);
  return (
    <Main back={<BackLink href="/cases">Back to cases</BackLink>}>
      <PageTitle page={{ current: page, of: pages }}>Handed to the police</PageTitle>
      <PageHeading>Handed to the police</PageHeading>
      <p className="govuk-body app-reading">
        A code and a date are kept of each, and no account of why. What was written before is frozen
        until its disposal date.
      </p>
      <p className="govuk-body">
        {found.total === 0
          ? "None so far."
          : `${found.total} in all: ${found.atGateway} at the gateway, ${found.atPanel} by the panel.`}
      </p>
      {found.total > 0 && (
        <Table
          caption="Handed to the police"
          isWide
          isCaptionHidden
          columns={[
            { text: "Reference" },
            { text: "Handed over" },
            { text: "Code" },
            { text: "Kept until" },
          ]}
          rows={found.stubs.map(({ reference, closureCode, handedDay, keptUntil }) => ({
            key: reference,
            cells: [
              <Reference key="reference">{reference}</Reference>,
              <Time key="handed" day={handedDay} short />,
              closureCodes[closureCode],
              keptUntil ? <Time key="kept" day={keptUntil} short /> : "Not set",
            ],
          }))}
        />
      )}
      <Pagination
        page={page}
        pages={pages}
        href={(other) => addressWith(here, query, { page: String(other) })}
      />
    </Main>
  );
}
