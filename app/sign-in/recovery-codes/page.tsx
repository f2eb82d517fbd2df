import { Button } from "@/components/form/button";
import { Main } from "@/components/layout/main";
import { PageFrame } from "@/components/layout/page-frame";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { recoveryCodesToShow } from "@/lib/request/factor";
import { keepRecoveryCodes } from "../actions";

export default async function RecoveryCodesPage() {
  const codes = await recoveryCodesToShow();
  return (
    <PageFrame>
      <Main width="two-thirds">
        <PageTitle>Keep your recovery codes</PageTitle>
        <PageHeading>Keep your recovery codes</PageHeading>
        <p className="govuk-body">
          Your app is set up. If you ever lose it, one of these codes lets you sign in instead. Each
          works once. Print them or keep them in a password manager: they are not shown again.
        </p>
        <ul className="govuk-list">
          {codes.map((code) => (
            <li key={code}>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <form action={keepRecoveryCodes}>
          <Button>I have kept them</Button>
        </form>
      </Main>
    </PageFrame>
  );
}
