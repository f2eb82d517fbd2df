import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { CoverageTable } from "@/components/risks/coverage-table";
import { HeatMap } from "@/components/risks/heat-map";
import { RiskTable } from "@/components/risks/risk-table";
import { ThreatBanner } from "@/components/threat/threat-banner";
import { addressWith } from "@/components/ui/address";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { load } from "@/lib/request/load";
import { type Stage, stageLabels } from "@/lib/risks/labels";
import { viewRegister } from "@/lib/risks/queries";
import { readRiskAddress } from "@/lib/risks/schema";
import { findThreatLevel } from "@/lib/threat/queries";

export default async function RisksPage({ searchParams }: PageProps<"/plan/risks">) {
  const address = readRiskAddress(await searchParams);
  const { register, level } = await load(async (ctx) => ({
    register: await viewRegister(ctx, address),
    level: await findThreatLevel(ctx),
  }));
  const { risks, today, coverage, closed, mayWrite, isWhole, isAgreedOnly } = register;
  const stage = address.stage ?? "residual";
  const isClosed = address.closed === "yes";
  return (
    <Main back={<BackLink href="/plan">Back to the plan</BackLink>}>
      <PageTitle>Risk register</PageTitle>
      <PageHeading caption="Partnership plan">
        {isClosed ? "Closed entries of the risk register" : "Risk register"}
      </PageHeading>
      <ThreatBanner level={level} />
      <p className="govuk-body">
        {isAgreedOnly
          ? "What the group has agreed. An entry that is changed comes back when the group has agreed the change."
          : isWhole
            ? "What could happen here, what it rests on, and what is done about it. It is about places and causes, and names nobody."
            : "The entries that your organisation owns. Your Prevent co-ordinator keeps the register."}
      </p>
      {mayWrite && (
        <div className="govuk-button-group">
          <LinkButton href="/plan/risks/new">Add a risk</LinkButton>
          <LinkButton variant="secondary" href="/plan/risks/no-evidence">
            Say that there is no evidence
          </LinkButton>
        </div>
      )}
      {!isClosed && <Stages stage={stage} />}
      {!isClosed && <HeatMap risks={risks} stage={stage} />}
      <RiskTable
        caption={isClosed ? "Closed entries" : "Every entry"}
        risks={risks}
        today={today}
        empty={
          isAgreedOnly
            ? "The group has agreed no entry yet."
            : "There is no entry for you to read here."
        }
      />
      {isWhole && !isClosed && <CoverageTable coverage={coverage} mayWrite={mayWrite} />}
      {isClosed ? (
        <p className="govuk-body">
          <Link href="/plan/risks">Show the entries that are open</Link>
        </p>
      ) : (
        closed > 0 && (
          <p className="govuk-body">
            <Link href="/plan/risks?closed=yes">
              Show the {closed === 1 ? "entry that is" : `${closed} entries that are`} closed
            </Link>
          </p>
        )
      )}
      <PrintButton />
    </Main>
  );
}

/** Links, so that either can be bookmarked and printed. */
function Stages({ stage }: { stage: Stage }) {
  return (
    <nav className="moj-sub-navigation" aria-label="Scores shown on the heat map">
      <ul className="moj-sub-navigation__list">
        {(Object.keys(stageLabels) as Stage[]).map((one) => (
          <li key={one} className="moj-sub-navigation__item">
            <Link
              className="moj-sub-navigation__link"
              href={addressWith("/plan/risks", {}, { stage: one })}
              aria-current={one === stage ? "page" : undefined}
            >
              {stageLabels[one]}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
