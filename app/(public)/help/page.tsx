import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";

const words = [
  [
    "Concern",
    "Something that somebody noticed, kept inside their own organisation while they check it.",
  ],
  ["Referral", "A concern that was shared with the police and the council."],
  [
    "Gateway",
    "The officers who read every referral first and decide whether it is about radicalisation.",
  ],
  [
    "Section 36 decision",
    "The decision that there are reasonable grounds to refer somebody to the panel.",
  ],
  ["Channel panel", "The group, led by the council, that decides whether support would help."],
  ["Adopted", "The panel has decided to offer support."],
  ["Signposted", "Another service was suggested instead."],
  [
    "Deconfliction",
    "A police check that a case does not collide with other work. Only its result is kept.",
  ],
  ["Uncorroborated", "Nobody else has said the same. It does not mean untrue."],
] as const;

export default function HelpPage() {
  return (
    <Main width="two-thirds" back={<BackLink href="/">Back to start</BackLink>}>
      <PageTitle>Help</PageTitle>
      <PageHeading>Help</PageHeading>
      <h2 className="govuk-heading-m">If you cannot sign in</h2>
      <p className="govuk-body">
        After ten wrong attempts you have to wait for fifteen minutes. The administrator in your
        area can tell you whether your account is active.
      </p>
      <h2 className="govuk-heading-m">If a page is not found</h2>
      <p className="govuk-body">
        Either the address is wrong or the page is not for the role you are working in. The two look
        the same on purpose. If you hold several roles, use “Change role” at the top of the page.
      </p>
      <h2 className="govuk-heading-m">What you type is kept</h2>
      <p className="govuk-body">
        A referral is saved as you write it. Nothing is kept in the browser, since machines are
        shared. You are signed out after fifteen minutes without doing anything, and told three
        minutes before.
      </p>
      <h2 className="govuk-heading-m">Words we use</h2>
      <SummaryList rows={words.map(([key, value]) => ({ key, value }))} />
    </Main>
  );
}
