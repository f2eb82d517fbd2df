import { LinkButton } from "@/components/form/button";
import { ClaimTable } from "@/components/funding/claim-table";
import { EntryTable } from "@/components/funding/entry-table";
import { PostTable } from "@/components/funding/post-table";
import { TotalsList } from "@/components/funding/totals-list";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { financialYearName } from "@/lib/dates";
import { fundingDoneLabels } from "@/lib/funding/labels";
import { viewLine } from "@/lib/funding/queries";
import { readFundingAddress } from "@/lib/funding/schema";
import { load } from "@/lib/request/load";

type Props = PageProps<"/plan/funding/lines/[id]">;

export default async function LinePage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = readFundingAddress(await searchParams);
  const { line, totals, entries, posts, claims, actions, today, mayWrite } = await load((ctx) =>
    viewLine(ctx, id),
  );
  const at = `/plan/funding/lines/${id}`;
  return (
    <Main back={<BackLink href={`/plan/funding?year=${line.yearDay}`}>Back to funding</BackLink>}>
      <PageTitle>{line.name}</PageTitle>
      <DoneAlert done={done} labels={fundingDoneLabels} />
      <PageHeading caption={`${line.reference}, ${financialYearName(line.yearDay)}`}>
        {line.name}
      </PageHeading>
      {mayWrite && (
        <div className="govuk-button-group">
          <LinkButton href={`${at}/entry`}>Add an entry</LinkButton>
          <LinkButton variant="secondary" href={`${at}/post`}>
            Add a post
          </LinkButton>
          <LinkButton variant="secondary" href={`${at}/claim`}>
            Add a claim
          </LinkButton>
          <LinkButton variant="secondary" href={`${at}/edit`}>
            Change the name and purpose
          </LinkButton>
        </div>
      )}
      <TotalsList line={line} totals={totals} />
      <PostTable posts={posts} mayWrite={mayWrite} />
      <ClaimTable caption="Claims" claims={claims} today={today} mayWrite={mayWrite} />
      <EntryTable entries={entries} mayWrite={mayWrite} />
      <h2 className="govuk-heading-m">Actions of the plan that it pays for</h2>
      {actions.length === 0 ? (
        <p className="govuk-body">No action of a plan is linked to it.</p>
      ) : (
        <ul className="govuk-list">
          {actions.map((action) => (
            <li key={action.id}>
              <Link href={`/plan/actions/${action.id}`}>{action.name}</Link>
            </li>
          ))}
        </ul>
      )}
    </Main>
  );
}
