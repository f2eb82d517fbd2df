import { DueDay } from "@/components/cases/due-day";
import { Main } from "@/components/layout/main";
import { QueueFields, QueuePage } from "@/components/referrals/gateway-queue";
import type { Query } from "@/components/ui/address";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { StatusTag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { priorityLabels, sectorLabels } from "@/lib/referrals/labels";
import { queueLabels } from "@/lib/referrals/queue/labels";
import { listGatewayQueue } from "@/lib/referrals/queue/queries";
import { queueFiltersFrom } from "@/lib/referrals/queue/rules";
import { load } from "@/lib/request/load";
import { IntakeLinks } from "./intake-links";

/** What waits for the gateway, most urgent and oldest first. */
export async function GatewayQueue({ query }: { query: Query }) {
  const filters = queueFiltersFrom(query);
  const { referrals, today, ...counted } = await load((ctx) => listGatewayQueue(ctx, filters));
  const heading = queueLabels[filters.status];
  return (
    <Main>
      <PageHeading caption="Referrals">{heading}</PageHeading>
      <IntakeLinks />
      <QueuePage
        {...{ heading, query, filters, ...counted }}
        fields={<QueueFields {...filters} />}
        columns={["Referral", "Person", "Received", "From", "Priority", "Screen by"]}
        rows={referrals.map((row) => ({
          key: row.reference,
          cells: [
            <Reference key="reference" {...row} />,
            row.name,
            <Time key="received" day={row.receivedOn} short />,
            sectorLabels[row.sector],
            row.priority ? priorityLabels[row.priority] : "Not set",
            row.dueOn ? <DueDay key="due" day={row.dueOn} today={today} /> : "Done",
          ],
        }))}
      />
    </Main>
  );
}

function Reference({ reference, isNew }: { reference: string; isNew: boolean }) {
  return (
    <>
      <Link href={`/referrals/${reference}`} className="govuk-link app-reference">
        {reference}
      </Link>
      {isNew && (
        <>
          {" "}
          <StatusTag meaning="new">New</StatusTag>
        </>
      )}
    </>
  );
}
