import { BackLink } from "@/components/layout/back-link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { listMentors } from "@/lib/support/queries";
import { ProviderForm } from "./provider-form";

export default async function ProviderPage({ params }: PageProps<"/cases/[ref]/support/provider">) {
  const { ref } = await params;
  const { caseId, reference, mentors } = await load((ctx) => listMentors(ctx, ref));
  return (
    <>
      <PageTitle>{`Name a mentor on ${reference}`}</PageTitle>
      {mentors.length === 0 ? (
        <>
          <BackLink href={`/cases/${reference}/support`}>Back to the support plan</BackLink>
          <PageHeading caption={reference}>Name a mentor</PageHeading>
          <p className="govuk-body">
            Every mentor of this area is on this case already, or the area has none.
          </p>
        </>
      ) : (
        <ProviderForm
          caseId={caseId}
          reference={reference}
          mentors={mentors.map(({ id: value, user, organisation }) => ({
            value,
            label: user.name,
            hint: organisation.name,
          }))}
        />
      )}
    </>
  );
}
