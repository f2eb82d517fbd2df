import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getProviderToEdit } from "@/lib/projects/providers/queries";
import { load } from "@/lib/request/load";
import { EditProviderForm } from "./edit-provider-form";

type Props = PageProps<"/plan/projects/providers/[id]/edit">;

export default async function EditProviderPage({ params }: Props) {
  const { id } = await params;
  const { provider, organisations } = await load((ctx) => getProviderToEdit(ctx, id));
  const { name, organisation, registration, address, contactPost, version } = provider;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/projects/providers/${id}`}>Back to {name}</BackLink>}
    >
      <PageTitle>{`Change the details of ${name}`}</PageTitle>
      <EditProviderForm
        providerId={id}
        name={name}
        organisations={organisations}
        values={{
          ...{ name, contactPost, organisationId: organisation?.id ?? "" },
          ...{ registration: registration ?? "", address: address ?? "", version: `${version}` },
        }}
      />
    </Main>
  );
}
