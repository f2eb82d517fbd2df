import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Time } from "@/components/ui/time";
import { listPublicPlans } from "@/lib/plans/publication/queries";
import { loadPublic } from "@/lib/request/load-public";

/** What is published now, and not what was when the application was built. */
export const dynamic = "force-dynamic";

export default async function PublicPlansPage() {
  const plans = await loadPublic(listPublicPlans);
  return (
    <Main
      width="two-thirds"
      back={
        <BackLink href="/pathway">Back to what happens when somebody shares a concern</BackLink>
      }
    >
      <PageTitle>Prevent plans you can read</PageTitle>
      <PageHeading>Prevent plans you can read</PageHeading>
      {plans.length === 0 ? (
        <p className="govuk-body">No partnership has published its plan here yet.</p>
      ) : (
        <ul className="govuk-list govuk-list--spaced">
          {plans.map(({ slug, title, coverage, publishedDay }) => (
            <li key={slug}>
              <Link href={`/pathway/plan/${slug}`}>{title}</Link>
              <br />
              {coverage}, published on <Time day={publishedDay} />
            </li>
          ))}
        </ul>
      )}
    </Main>
  );
}
