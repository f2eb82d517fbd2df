import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { listAuthoritiesToStart } from "@/lib/benchmarks/compliance/queries";
import { load } from "@/lib/request/load";
import { RoundForm } from "./round-form";

export default async function NewRoundPage() {
  const { authorities, years } = await load(listAuthoritiesToStart);
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/plan/assessments/compliance">Back to each authority</BackLink>}
    >
      <PageTitle>Begin a round</PageTitle>
      <RoundForm authorities={authorities} years={years} />
    </Main>
  );
}
