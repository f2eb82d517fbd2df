import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { dutyThemesIn } from "@/lib/plans/labels";
import { getTheme } from "@/lib/plans/queries";
import { load } from "@/lib/request/load";
import { EditThemeForm } from "./edit-theme-form";

type Props = PageProps<"/plan/themes/[themeId]">;

export default async function EditThemePage({ params }: Props) {
  const { themeId } = await params;
  const { plan, title, dutyTheme, version } = await load((ctx) => getTheme(ctx, themeId));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/objectives?plan=${plan.id}`}>Back to the objectives</BackLink>}
    >
      <PageTitle>Change a theme</PageTitle>
      <EditThemeForm
        themeId={themeId}
        planId={plan.id}
        plan={plan.title}
        dutyThemes={dutyThemesIn[plan.objectiveScheme]}
        now={{ version: `${version}`, title, ...(dutyTheme && { dutyTheme }) }}
      />
    </Main>
  );
}
