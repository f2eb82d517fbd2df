import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getCatalogueToWrite } from "@/lib/training/courses/queries";
import { GroupForm } from "../group-form";

export default async function NewGroupPage() {
  await load(getCatalogueToWrite);
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/training/courses">Back to the role groups</BackLink>}
    >
      <PageTitle>Add a role group</PageTitle>
      <GroupForm title="Add a role group" />
    </Main>
  );
}
