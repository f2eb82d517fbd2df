import { Main } from "@/components/layout/main";
import { ModeStrip } from "@/components/layout/mode-strip";
import { PageFrame } from "@/components/layout/page-frame";
import { PageTitle } from "@/components/ui/page-title";
import { isDemonstration } from "@/lib/env";
import { signsInByOrganisation } from "@/lib/request/organisation";
import { DemonstrationAccounts } from "./demonstration-accounts";
import { OrganisationButton } from "./organisation-button";
import { SignInForm } from "./sign-in-form";

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next, error } = await searchParams;
  const wanted = typeof next === "string" ? next : "";
  const isDemo = isDemonstration();
  return (
    <PageFrame mode={isDemo && <ModeStrip mode="demonstration" />}>
      <Main width="two-thirds">
        <PageTitle>Sign in</PageTitle>
        <SignInForm next={wanted} />
        {signsInByOrganisation() && (
          <OrganisationButton next={wanted} hasFailed={error !== undefined} />
        )}
        {isDemo && <DemonstrationAccounts />}
      </Main>
    </PageFrame>
  );
}
