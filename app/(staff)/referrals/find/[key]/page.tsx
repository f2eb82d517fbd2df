import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { coarseStatusLabels, statusLabels } from "@/lib/referrals/labels";
import { viewSearch } from "@/lib/referrals/search/queries";
import { load } from "@/lib/request/load";

export default async function FoundPage({ params }: PageProps<"/referrals/find/[key]">) {
  const { key } = await params;
  const { terms, found, isGateway } = await load((ctx) => viewSearch(ctx, key));
  return (
    <Main back={<BackLink href="/referrals/find">Search again</BackLink>}>
      <PageTitle>People who may match</PageTitle>
      <PageHeading caption={`You searched for ${terms.name}`}>People who may match</PageHeading>
      <p className="govuk-body">
        These are questions to settle, not answers. At most 20 are shown, the likeliest first.
      </p>
      <Table
        caption="Referrals that may be of this person"
        isCaptionHidden
        columns={[
          { text: "Referral" },
          ...(isGateway ? [{ text: "Person" }] : []),
          { text: "Received" },
          { text: "How far it is" },
          { text: "What is alike" },
          { text: "Likeness out of 100", numeric: true },
        ]}
        rows={found.map(({ reference, name, receivedOn, status, told, reasons, score }) => ({
          key: reference,
          cells: [
            <Link
              key="referral"
              href={`/referrals/${reference}`}
              className="govuk-link app-reference"
            >
              {reference}
            </Link>,
            ...(isGateway ? [name] : []),
            <Time key="received" day={receivedOn} short />,
            status ? statusLabels[status] : told && coarseStatusLabels[told],
            reasons.join(". "),
            score,
          ],
        }))}
        empty="Nothing was found. Check the spelling, or give something else that you know."
      />
    </Main>
  );
}
