import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getAreaToWriteFor } from "@/lib/information/templates/queries";
import { load } from "@/lib/request/load";
import { WriteForm } from "./write-form";

export default async function NewTemplatePage() {
  await load(getAreaToWriteFor);
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/cases/request-templates">Back to starting texts</BackLink>}
    >
      <PageTitle>Write a starting text for requests</PageTitle>
      <WriteForm />
    </Main>
  );
}
