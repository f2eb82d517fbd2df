import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getPapersClose } from "@/lib/panels/papers/queries";
import { load } from "@/lib/request/load";
import { PapersForm } from "./papers-form";

export default async function PapersClosePage() {
  const days = await load(getPapersClose);
  return (
    <Main width="two-thirds" back={<BackLink href="/admin/areas">Back to the area</BackLink>}>
      <PageTitle>When papers close</PageTitle>
      <PapersForm days={`${days}`} />
    </Main>
  );
}
