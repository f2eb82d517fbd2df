import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { ApprovalLinks } from "@/components/plans/approval-links";
import { PlanNavigation } from "@/components/plans/plan-navigation";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { publicationDoneLabels } from "@/lib/plans/publication/labels";
import { viewPublic } from "@/lib/plans/publication/queries";
import { readPublicationAddress } from "@/lib/plans/publication/schema";
import { load } from "@/lib/request/load";

export default async function PublicVersionPage({ searchParams }: PageProps<"/plan/public">) {
  const { plan: planId, done } = readPublicationAddress(await searchParams);
  const seen = await load((ctx) => viewPublic(ctx, planId));
  const { plan, counts, themes, live, publications } = seen;
  const mayPublish = plan.status === "approved" && themes.length > 0;
  return (
    <Main back={<BackLink href={`/plan?plan=${plan.id}`}>Back to the plan</BackLink>}>
      <PageTitle>Public version</PageTitle>
      <DoneAlert done={done} labels={publicationDoneLabels} />
      <PageHeading caption={plan.title}>Public version</PageHeading>
      <PlanNavigation planId={plan.id} />
      <ApprovalLinks
        planId={plan.id}
        here="/plan/public"
        isLater={plan.replacesId !== null}
        mayWrite
      />
      <p className="govuk-body">
        Choose what of each theme and action the public may read, in words of its own. What you
        leave empty is left out. Nothing is public before you publish it.
      </p>
      {live && (
        <InsetText>
          Published on <Time day={live.publishedDay} />:{" "}
          <Link href={`/pathway/plan/${live.slug}`}>the page that everybody can read</Link>. It
          stays as it was published: to change it, publish it again.
        </InsetText>
      )}
      <Table
        caption="What is public, theme by theme"
        columns={[
          { text: "Theme" },
          { text: "Actions", numeric: true },
          { text: "Public", numeric: true },
        ]}
        rows={counts.map(({ id, title, total, isPublic }) => ({
          key: id,
          cells: [
            <Link key="link" href={`/plan/public/themes/${id}`}>
              {title}
            </Link>,
            total,
            isPublic,
          ],
        }))}
        empty="The plan has no themes yet."
      />
      {plan.status !== "approved" && (
        <p className="govuk-body">It can be published once the plan is approved.</p>
      )}
      <div className="govuk-button-group">
        {mayPublish && (
          <LinkButton href={`/plan/public/publish?plan=${plan.id}`}>Preview and publish</LinkButton>
        )}
        {live && (
          <LinkButton variant="secondary" href={`/plan/public/withdraw?plan=${plan.id}`}>
            Withdraw the public version
          </LinkButton>
        )}
      </div>
      {publications.length > 0 && (
        <Table
          caption="What has been published"
          columns={[{ text: "Published" }, { text: "Withdrawn" }, { text: "Why" }]}
          rows={publications.map((one) => ({
            key: one.id,
            cells: [
              <Time key="on" day={one.publishedDay} short />,
              one.withdrawnAt ? <Time key="off" at={one.withdrawnAt} short /> : "No",
              one.withdrawnBecause ?? "It is public now",
            ],
          }))}
        />
      )}
    </Main>
  );
}
