import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { dayOf } from "@/lib/dates";
import { listEscalations } from "@/lib/governance/escalations/queries";
import { escalationStates } from "@/lib/governance/labels";
import { readEscalationAddress } from "@/lib/governance/schema";
import { load } from "@/lib/request/load";

export default async function EscalationsPage({
  searchParams,
}: PageProps<"/meetings/escalations">) {
  const address = readEscalationAddress(await searchParams);
  const { escalations } = await load((ctx) => listEscalations(ctx, address));
  return (
    <Main back={<BackLink href="/meetings/bodies">Back to who oversees the plan</BackLink>}>
      <PageTitle>Questions that were escalated</PageTitle>
      <PageHeading>Questions that were escalated</PageHeading>
      <p className="govuk-body">
        <Link href="/meetings/escalations">All</Link>
        {(["open", "answered", "withdrawn"] as const).map((state) => (
          <span key={state}>
            {" · "}
            <Link href={`/meetings/escalations?state=${state}`}>{escalationStates[state]}</Link>
          </span>
        ))}
      </p>
      <Table
        caption="Questions that were escalated"
        isCaptionHidden
        empty="There is no question here. A red action, a risk or an item of a meeting can be escalated from its own page."
        columns={[{ text: "About" }, { text: "From" }, { text: "To" }, { text: "State" }]}
        rows={escalations.map(({ id, title, raisedAt, state, fromBody, toBody }) => ({
          key: id,
          cells: [
            <Link key="about" href={`/meetings/escalations/${id}`}>
              {title}
            </Link>,
            <span key="from">
              {fromBody.name}, <Time day={dayOf(raisedAt)} short />
            </span>,
            toBody.name,
            escalationStates[state],
          ],
        }))}
      />
    </Main>
  );
}
