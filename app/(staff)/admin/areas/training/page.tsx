import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { getTrainingSettings } from "@/lib/training/settings/queries";
import { TrainingForm } from "./training-form";

export default async function TrainingSettingsPage() {
  const { target, staleMonths } = await load(getTrainingSettings);
  return (
    <Main width="two-thirds" back={<BackLink href="/admin/areas">Back to the area</BackLink>}>
      <PageTitle>Training target</PageTitle>
      <TrainingForm target={`${target}`} staleMonths={`${staleMonths}`} />
    </Main>
  );
}
