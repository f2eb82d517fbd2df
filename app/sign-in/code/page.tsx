import { Main } from "@/components/layout/main";
import { PageFrame } from "@/components/layout/page-frame";
import { Link } from "@/components/ui/link";
import { PageTitle } from "@/components/ui/page-title";
import { askForCode } from "@/lib/request/factor";
import { SignOutInstead } from "../sign-out-instead";
import { CodeForm } from "./code-form";

export default async function CodePage({ searchParams }: PageProps<"/sign-in/code">) {
  const { next } = await searchParams;
  const wanted = typeof next === "string" ? next : "";
  await askForCode(wanted);
  return (
    <PageFrame>
      <Main width="two-thirds">
        <PageTitle>Enter your code</PageTitle>
        <CodeForm next={wanted} />
        <h2 className="govuk-heading-m">If you do not have your app</h2>
        <p className="govuk-body">
          <Link href={`/sign-in/recovery-code?next=${encodeURIComponent(wanted)}`}>
            Use a recovery code
          </Link>
        </p>
        <SignOutInstead />
      </Main>
    </PageFrame>
  );
}
