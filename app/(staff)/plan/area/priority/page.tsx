import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getAreaToWrite } from "@/lib/areas/queries";
import { yearsToRecord } from "@/lib/areas/rules";
import { financialYearName } from "@/lib/dates";
import { load } from "@/lib/request/load";
import { PriorityForm } from "./priority-form";

export default async function PriorityPage() {
  const { today } = await load(getAreaToWrite);
  const years = yearsToRecord(today).map((day) => ({ value: day, label: financialYearName(day) }));
  return (
    <Main width="two-thirds" back={<BackLink href="/plan/area">Back to the area</BackLink>}>
      <PageTitle>Record the status of a year</PageTitle>
      <PriorityForm years={years} />
    </Main>
  );
}
