import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { RecommendationList } from "@/components/profile/recommendation-list";
import { ProfileSummaries } from "@/components/profile/summary-list";
import { DoneAlert } from "@/components/ui/done-alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { editionKinds, editionStatuses, profileDoneLabels } from "@/lib/profile/labels";
import { type Edition, viewEdition } from "@/lib/profile/queries";
import { readProfileAddress } from "@/lib/profile/schema";
import { listProjectsOfEdition } from "@/lib/projects/links/queries";
import { load } from "@/lib/request/load";

type Props = PageProps<"/plan/profile/[id]">;

export default async function EditionPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = readProfileAddress(await searchParams);
  const { seen, projects } = await load(async (ctx) => ({
    seen: await viewEdition(ctx, id),
    projects: await listProjectsOfEdition(ctx, id),
  }));
  const { edition, summaries, briefings, recommendations, mayKeep, mayWrite, today } = seen;
  const at = `/plan/profile/${id}`;
  return (
    <Main back={<BackLink href="/plan/profile">Back to the local profile</BackLink>}>
      <PageTitle>{edition.reference}</PageTitle>
      <DoneAlert done={done} labels={profileDoneLabels} />
      <PageHeading caption={edition.reference}>
        Local profile {edition.period}, version {edition.versionLabel}
      </PageHeading>
      {mayWrite && (
        <div className="govuk-button-group">
          {!edition.accessReview && (
            <LinkButton href={`${at}/access`}>Review the access list</LinkButton>
          )}
          {edition.accessReview && <LinkButton href={`${at}/briefing`}>Log a briefing</LinkButton>}
          <LinkButton variant="secondary" href={`${at}/summary`}>
            Write a summary
          </LinkButton>
          <LinkButton variant="secondary" href={`${at}/recommend`}>
            Add a recommendation
          </LinkButton>
        </div>
      )}
      <Facts edition={edition} today={today} />
      <ProfileSummaries summaries={summaries} mayKeep={mayKeep} />
      <RecommendationList recommendations={recommendations} projects={projects} mayKeep={mayKeep} />
      <Table
        caption="Briefings"
        columns={[
          { text: "Who was briefed" },
          { text: "When" },
          { text: "By" },
          { text: "Handling" },
          { text: "People", numeric: true },
        ]}
        rows={briefings.map((briefing) => ({
          key: briefing.id,
          cells: [
            briefing.audience,
            <Time key="when" day={briefing.briefedDay} short />,
            briefing.briefedBy,
            briefing.handling,
            briefing.people,
          ],
        }))}
        empty="Nobody has been briefed on this edition yet."
        keepsCaption
      />
    </Main>
  );
}

function Facts({ edition, today }: { edition: Edition; today: string }) {
  const { accessReview } = edition;
  return (
    <SummaryList
      rows={[
        { key: "Kind", value: editionKinds[edition.kind] },
        { key: "Status", value: editionStatuses[edition.status] },
        { key: "Dated", value: <Time day={edition.datedDay} /> },
        { key: "Produced by", value: edition.producedBy },
        { key: "Where the profile is kept", value: edition.heldAt },
        { key: "Marking", value: "OFFICIAL-SENSITIVE" },
        ...(edition.covers ? [{ key: "For", value: edition.covers }] : []),
        {
          key: "Next refresh",
          value:
            edition.status === "current" ? (
              <Time day={edition.refreshDay} today={today} />
            ) : (
              "A later edition has come"
            ),
        },
        {
          key: "Access list",
          value: accessReview ? (
            <>
              Reviewed on <Time at={accessReview.reviewedAt} />: {accessReview.kept} kept,{" "}
              {accessReview.ended} ended. {accessReview.reasons}
            </>
          ) : (
            "Not reviewed for this edition: nobody is briefed on it before that"
          ),
        },
      ]}
    />
  );
}
