import { Main } from "@/components/layout/main";
import { ModeStrip } from "@/components/layout/mode-strip";
import { PageFrame } from "@/components/layout/page-frame";
import { PageTitle } from "@/components/ui/page-title";
import { isDemonstration } from "@/lib/env";
import { DemonstrationAccounts } from "./demonstration-accounts";
import { SignInForm } from "./sign-in-form";

export default async function SignInPage({ searchParams }: PageProps<"/sign-in">) {
  const { next } = await searchParams;
  const isDemo = isDemonstration();
  return (
    <PageFrame mode={isDemo && <ModeStrip mode="demonstration" />}>
      <Main width="two-thirds">
        <PageTitle>Sign in</PageTitle>
        <SignInForm next={typeof next === "string" ? next : ""} />
        {isDemo && <DemonstrationAccounts />}
      </Main>
    </PageFrame>
  );
}
