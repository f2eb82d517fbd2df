import { DueDay } from "@/components/cases/due-day";
import { Main } from "@/components/layout/main";
import { QueueFields, QueuePage } from "@/components/referrals/gateway-queue";
import type { Query } from "@/components/ui/address";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { Time } from "@/components/ui/time";
import { coarseStatusLabels } from "@/lib/referrals/labels";
import { councilQueueLabels, queueLabels } from "@/lib/referrals/queue/labels";
import { listCouncilQueue } from "@/lib/referrals/queue/queries";
import { queueFiltersFrom } from "@/lib/referrals/queue/rules";
import { toldStatus } from "@/lib/referrals/rules";
import { load } from "@/lib/request/load";
import { IntakeLinks } from "./intake-links";

/** What was delivered to the council: that it is there and how far it is, and nothing about anybody. */
export async function CouncilQueue({ query }: { query: Query }) {
  const filters = queueFiltersFrom(query, councilQueueLabels);
  const { referrals, today, ...counted } = await load((ctx) => listCouncilQueue(ctx, filters));
  const heading = queueLabels[filters.status];
  return (
    <Main>
      <PageHeading caption="Referrals sent to the council">{heading}</PageHeading>
      <IntakeLinks />
      <QueuePage
        {...{ heading, query, filters, ...counted }}
        fields={<QueueFields {...filters} isCouncil />}
        columns={["Referral", "Received", "How far it is", "Screen by"]}
        rows={referrals.map(({ reference, receivedOn, status, closureCode, dueOn }) => {
          const told = toldStatus(status, closureCode);
          return {
            key: reference,
            cells: [
              <Link
                key="reference"
                href={`/referrals/${reference}`}
                className="govuk-link app-reference"
              >
                {reference}
              </Link>,
              <Time key="received" day={receivedOn} short />,
              told && coarseStatusLabels[told],
              dueOn ? <DueDay key="due" day={dueOn} today={today} /> : "Done",
            ],
          };
        })}
      />
    </Main>
  );
}
