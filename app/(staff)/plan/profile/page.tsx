import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Due } from "@/components/plans/due";
import { AccessTable } from "@/components/profile/access-table";
import { ThreatBanner } from "@/components/threat/threat-banner";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { Table } from "@/components/ui/table";
import { StatusTag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { editionKinds, editionStatuses, profileDoneLabels } from "@/lib/profile/labels";
import { viewProfile } from "@/lib/profile/queries";
import { readProfileAddress } from "@/lib/profile/schema";
import { load } from "@/lib/request/load";
import { findThreatLevel } from "@/lib/threat/queries";

export default async function ProfilePage({ searchParams }: PageProps<"/plan/profile">) {
  const { done } = readProfileAddress(await searchParams);
  const { profile, level } = await load(async (ctx) => ({
    profile: await viewProfile(ctx),
    level: await findThreatLevel(ctx),
  }));
  const { editions, access, mayReadAccess, mayWrite, today } = profile;
  return (
    <Main back={<BackLink href="/plan">Back to the plan</BackLink>}>
      <PageTitle>Counter-terrorism local profile</PageTitle>
      <DoneAlert done={done} labels={profileDoneLabels} />
      <PageHeading caption="Partnership plan">Counter-terrorism local profile</PageHeading>
      <ThreatBanner level={level} />
      <p className="govuk-body">
        The profile is the police&rsquo;s, and stays where they keep it. Here is what is known of
        each edition: a summary in local words that has been cleared, who was briefed, and what
        became of each recommendation.
      </p>
      {mayWrite && (
        <div className="govuk-button-group">
          <LinkButton href="/plan/profile/new">Record an edition</LinkButton>
          <LinkButton variant="secondary" href="/plan/profile/access">
            Add a post to the access list
          </LinkButton>
        </div>
      )}
      <Table
        caption="Editions"
        columns={[
          { text: "Edition" },
          { text: "Kind" },
          { text: "Dated" },
          { text: "Produced by" },
          { text: "Next refresh" },
          { text: "Access list" },
          { text: "Status" },
        ]}
        rows={editions.map((edition) => ({
          key: edition.id,
          cells: [
            <Link key="edition" href={`/plan/profile/${edition.id}`}>
              {edition.period}, version {edition.versionLabel}
            </Link>,
            editionKinds[edition.kind],
            <Time key="dated" day={edition.datedDay} short />,
            edition.producedBy,
            edition.status === "current" ? (
              <Due
                key="refresh"
                day={edition.refreshDay}
                today={today}
                isOverdue={edition.refreshDay < today}
              />
            ) : (
              "Refreshed"
            ),
            edition.accessReviewedAt ? "Reviewed" : "Not reviewed",
            <StatusTag key="status" meaning={edition.status === "current" ? "done" : "closed"}>
              {editionStatuses[edition.status]}
            </StatusTag>,
          ],
        }))}
        empty="No edition has been recorded yet."
      />
      {mayReadAccess && <AccessTable access={access} />}
      <PrintButton />
    </Main>
  );
}
