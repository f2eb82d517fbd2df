import { z } from "zod";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { addressWith } from "@/components/ui/address";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { SummaryCard } from "@/components/ui/summary-list";
import { Time } from "@/components/ui/time";
import { decisionKinds } from "@/lib/governance/labels";
import { decisionsAPage, listPublicDecisions } from "@/lib/governance/publications/queries";
import { readPublic } from "@/lib/request/read";

const addressSchema = z.object({ page: z.coerce.number().int().min(1).max(1000).catch(1) });

export default async function DecisionsPage({ searchParams }: PageProps<"/pathway/decisions">) {
  const { page } = addressSchema.parse(await searchParams);
  const { decisions, total } = await readPublic((ctx) => listPublicDecisions(ctx, page));
  const pages = Math.max(1, Math.ceil(total / decisionsAPage));
  return (
    <Main
      width="two-thirds"
      back={
        <BackLink href="/pathway">Back to what happens when somebody shares a concern</BackLink>
      }
    >
      <PageTitle page={{ current: page, of: pages }}>Decisions about Prevent</PageTitle>
      <PageHeading>Decisions about Prevent</PageHeading>
      <p className="govuk-body">
        What the groups that oversee Prevent in this area have decided, in the words of their
        approved minutes. They decide about plans, and never about a person.
      </p>
      {decisions.length === 0 && (
        <p className="govuk-body">No decision has been published here yet.</p>
      )}
      {decisions.map(({ itemId, bodyName, heldDay, title, decisionKind, decision }) => (
        <SummaryCard
          key={itemId}
          title={title}
          rows={[
            { key: "Decided by", value: bodyName },
            { key: "Date", value: <Time day={heldDay} /> },
            { key: decisionKinds[decisionKind], value: decision },
          ]}
        />
      ))}
      <Pagination
        page={page}
        pages={pages}
        href={(to) => addressWith("/pathway/decisions", {}, { page: `${to}` })}
      />
    </Main>
  );
}
