import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageFrame } from "@/components/layout/page-frame";
import { PageTitle } from "@/components/ui/page-title";
import { askForCode } from "@/lib/request/factor";
import { RecoveryCodeForm } from "./recovery-code-form";

export default async function RecoveryCodePage({
  searchParams,
}: PageProps<"/sign-in/recovery-code">) {
  const { next } = await searchParams;
  const wanted = typeof next === "string" ? next : "";
  await askForCode(wanted);
  return (
    <PageFrame>
      <Main
        width="two-thirds"
        back={<BackLink href={`/sign-in/code?next=${encodeURIComponent(wanted)}`} />}
      >
        <PageTitle>Use a recovery code</PageTitle>
        <RecoveryCodeForm next={wanted} />
        <p className="govuk-body">
          If you have none left, ask the administrator in your area to help you sign in.
        </p>
      </Main>
    </PageFrame>
  );
}
