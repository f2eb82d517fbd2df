import { LinkButton } from "@/components/form/button";
import { Main } from "@/components/layout/main";
import { Drafts } from "@/components/referrals/drafts";
import { addressWith, type Query } from "@/components/ui/address";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultCount } from "@/components/ui/result-count";
import { Table } from "@/components/ui/table";
import { StatusTag } from "@/components/ui/tag";
import { Reference } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { dayOf } from "@/lib/dates";
import { coarseStatusLabels } from "@/lib/referrals/labels";
import { listMyReferrals, pageSize } from "@/lib/referrals/queries";
import { load } from "@/lib/request/load";

const asPage = (typed: Query[string]) => Math.max(1, Math.min(Number(typed) || 1, 10_000));

/** What somebody has sent and has begun to write; for a lead, what their organisation has sent. */
export async function MyReferrals({ query, isLead }: { query: Query; isLead: boolean }) {
  const page = asPage(query.page);
  const { total, rows, drafts } = await load((ctx) => listMyReferrals(ctx, page));
  const pages = Math.max(1, Math.ceil(total / pageSize));

  return (
    <Main>
      <PageTitle page={{ current: page, of: pages }}>Referrals</PageTitle>
      <PageHeading>Referrals</PageHeading>
      <LinkButton href="/referrals/new">Refer a concern</LinkButton>
      <Drafts drafts={drafts} />
      <Table
        caption={isLead ? "Sent by your organisation" : "Sent"}
        columns={[
          { text: "Reference" },
          { text: "How far it is" },
          { text: "About" },
          { text: "Sent" },
          ...(isLead ? [{ text: "Sent by" }] : []),
        ]}
        rows={rows.map(({ reference, name, submittedAt, author, told }) => ({
          key: reference,
          cells: [
            <Link key="reference" href={`/referrals/${reference}`}>
              <Reference>{reference}</Reference>
            </Link>,
            told && (
              <StatusTag key="told" meaning={told.startsWith("closed") ? "closed" : "waiting"}>
                {coarseStatusLabels[told]}
              </StatusTag>
            ),
            name ?? "Name not known",
            submittedAt && <Time key="sent" day={dayOf(submittedAt)} short />,
            ...(isLead ? [author] : []),
          ],
        }))}
        empty={
          isLead
            ? "Your organisation has not sent a referral."
            : "You have not sent a referral. A concern that you are still checking stays in Concerns."
        }
      />
      {total > 0 && <ResultCount page={page} total={total} of={["referrals", "referral"]} />}
      <Pagination
        page={page}
        pages={pages}
        href={(number) => addressWith("/referrals", query, { page: String(number) })}
      />
    </Main>
  );
}
