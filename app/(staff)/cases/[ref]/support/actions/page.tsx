import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getSupportChoices } from "@/lib/support/queries";
import { SupportActionForm } from "./support-action-form";

type Props = PageProps<"/cases/[ref]/support/actions">;

export default async function NewSupportActionPage({ params }: Props) {
  const { ref } = await params;
  const found = await load((ctx) => getSupportChoices(ctx, ref));
  return (
    <>
      <PageTitle>{`Add an action to the plan of ${found.reference}`}</PageTitle>
      <SupportActionForm
        caseId={found.caseId}
        reference={found.reference}
        needs={found.needs.map(({ id: value, objective: label }) => ({ value, label }))}
        organisations={found.organisations.map(({ id: value, name: label }) => ({ value, label }))}
        people={found.providers.map(({ hatId: value, user, organisation }) => ({
          value,
          label: `${user.name}, ${organisation.name}`,
        }))}
      />
    </>
  );
}
