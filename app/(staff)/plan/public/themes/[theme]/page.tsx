import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getPublicTheme } from "@/lib/plans/publication/queries";
import { load } from "@/lib/request/load";
import { PublicThemeForm } from "./public-theme-form";

type Props = PageProps<"/plan/public/themes/[theme]">;

export default async function PublicThemePage({ params }: Props) {
  const { theme: themeId } = await params;
  const { theme, plan, text, actions } = await load((ctx) => getPublicTheme(ctx, themeId));
  const back = `/plan/public?plan=${plan.id}`;
  return (
    <Main width="two-thirds" back={<BackLink href={back}>Back to the public version</BackLink>}>
      <PageTitle>What is public of a theme</PageTitle>
      <PublicThemeForm
        themeId={themeId}
        planId={plan.id}
        title={theme.title}
        text={text}
        actions={actions}
      />
    </Main>
  );
}
