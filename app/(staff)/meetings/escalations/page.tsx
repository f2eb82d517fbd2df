import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { addressWith } from "@/components/ui/address";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { dayOf } from "@/lib/dates";
import { listEscalations } from "@/lib/governance/escalations/queries";
import { type EscalationState, escalationStates } from "@/lib/governance/labels";
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
      <States state={address.state} />
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

/** Links, so that each can be bookmarked and printed. */
function States({ state }: { state: EscalationState | undefined }) {
  return (
    <nav className="moj-sub-navigation" aria-label="Questions by state">
      <ul className="moj-sub-navigation__list">
        {([undefined, "open", "answered", "withdrawn"] as const).map((one) => (
          <li key={one ?? "all"} className="moj-sub-navigation__item">
            <Link
              className="moj-sub-navigation__link"
              href={addressWith("/meetings/escalations", {}, { state: one })}
              aria-current={one === state ? "page" : undefined}
            >
              {one ? escalationStates[one] : "All"}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
