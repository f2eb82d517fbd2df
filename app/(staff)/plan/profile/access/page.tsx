import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getProfileToWrite } from "@/lib/profile/queries";
import { load } from "@/lib/request/load";
import { AddAccessForm } from "./add-access-form";

export default async function AddAccessPage() {
  const { organisations } = await load(getProfileToWrite);
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/plan/profile">Back to the local profile</BackLink>}
    >
      <PageTitle>Add a post to the access list</PageTitle>
      <AddAccessForm organisations={organisations} />
    </Main>
  );
}
