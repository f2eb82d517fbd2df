import { notFound } from "next/navigation";

import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { mayEver } from "@/lib/access/policy";
import { requireActor } from "@/lib/request/session";
import { NoticeForm } from "./notice-form";

export default async function NewConcernPage() {
  if (!mayEver(await requireActor(), "concern:write")) notFound();
  return (
    <Main back={<BackLink href="/concerns">Back to concerns</BackLink>} width="two-thirds">
      <PageTitle>Record a concern</PageTitle>
      <NoticeForm />
    </Main>
  );
}
