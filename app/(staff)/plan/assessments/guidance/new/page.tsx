import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getGuidanceToRecord } from "@/lib/benchmarks/guidance/queries";
import { load } from "@/lib/request/load";
import { GuidanceForm } from "./guidance-form";

export default async function NewGuidancePage() {
  const { reviewDay } = await load(getGuidanceToRecord);
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/plan/assessments/guidance">Back to guidance</BackLink>}
    >
      <PageTitle>Record a change of guidance</PageTitle>
      <GuidanceForm reviewDay={reviewDay} />
    </Main>
  );
}
