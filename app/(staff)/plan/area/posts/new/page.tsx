import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getAreaToWrite } from "@/lib/areas/queries";
import { load } from "@/lib/request/load";
import { PostForm } from "./post-form";

export default async function NewPostPage() {
  await load(getAreaToWrite);
  return (
    <Main width="two-thirds" back={<BackLink href="/plan/area">Back to the area</BackLink>}>
      <PageTitle>Add a lead or a team</PageTitle>
      <PostForm />
    </Main>
  );
}
