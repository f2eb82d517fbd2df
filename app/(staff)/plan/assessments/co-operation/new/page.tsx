import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getCooperationToLog } from "@/lib/benchmarks/cooperation/queries";
import { load } from "@/lib/request/load";
import { EntryForm } from "./entry-form";

export default async function NewEntryPage() {
  const { own, organisations } = await load(getCooperationToLog);
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/plan/assessments/co-operation">Back to co-operation</BackLink>}
    >
      <PageTitle>Add an entry of co-operation</PageTitle>
      <EntryForm own={own} organisations={organisations} />
    </Main>
  );
}
