import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { load } from "@/lib/request/load";
import { threatLevels } from "@/lib/threat/labels";
import { getThreatLevelToSet } from "@/lib/threat/queries";
import { ThreatLevelForm } from "./threat-level-form";

export default async function SetThreatLevelPage() {
  const current = await load(getThreatLevelToSet);
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/plan/threat-level">Back to the national threat level</BackLink>}
    >
      <PageTitle>Write down the national threat level</PageTitle>
      <ThreatLevelForm now={current ? threatLevels[current.level] : "not written down yet"} />
    </Main>
  );
}
