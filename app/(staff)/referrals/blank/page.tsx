import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { BlankQuestions } from "@/components/referrals/blank-questions";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { PrintButton } from "@/components/ui/print-button";
import { InsetText, WarningText } from "@/components/ui/text";
import { printBlankForm } from "@/lib/referrals/blank/queries";
import { load } from "@/lib/request/load";

/** RF-10: what is written on it is sensitive from the first word, so it says so before there is one. */
export default async function BlankPage() {
  const { pages, declaration, version } = await load(printBlankForm, { isExport: true });
  return (
    <Main back={<BackLink href="/referrals">Back to referrals</BackLink>} width="two-thirds">
      <PageTitle>Blank referral form</PageTitle>
      <PageHeading caption="OFFICIAL-SENSITIVE when completed">Refer a concern</PageHeading>
      <WarningText>If somebody is in immediate danger, call 999. Do not use this form.</WarningText>
      <InsetText>
        Use this on paper when you cannot reach a computer. Once anything is written on it, keep it
        locked away. Type it into the service, or read it out to the gateway by telephone, as soon
        as you can, and then destroy it.
      </InsetText>
      <PrintButton />
      {pages.map((one) => (
        <BlankQuestions key={one.page} {...one} />
      ))}
      <h2 className="govuk-heading-m">Declaration ({version})</h2>
      <p className="govuk-body">{declaration}</p>
      <BlankQuestions
        questions={[
          { name: "signed", text: "Signed", options: [] },
          { name: "signedOn", text: "Date", options: [] },
        ]}
      />
    </Main>
  );
}
