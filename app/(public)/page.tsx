import { LinkButton } from "@/components/form/button";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";

export default function StartPage() {
  return (
    <Main width="two-thirds">
      <PageTitle>Start</PageTitle>
      <PageHeading>Support for people at risk of being drawn into terrorism</PageHeading>
      <p className="govuk-body-l">
        The organisations that share the Prevent duty in this area use this service to log concerns,
        agree support through Channel, and deliver their partnership plan.
      </p>
      <p className="govuk-body">You need an account from your organisation. With it you can:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>note a concern, check it, and share it or close it with reasons</li>
        <li>take part in a Channel case you are named on</li>
        <li>update the actions your organisation owns in the partnership plan</li>
      </ul>
      <LinkButton href="/sign-in">Sign in</LinkButton>
      <h2 className="govuk-heading-m">If somebody is in danger now</h2>
      <p className="govuk-body">
        Call 999. This service is not watched around the clock, and is not for emergencies.
      </p>
      <h2 className="govuk-heading-m">If you are worried about somebody</h2>
      <p className="govuk-body">
        You do not need an account to ask for help. Read{" "}
        <Link href="/pathway">what happens when somebody shares a concern</Link>.
      </p>
      <h2 className="govuk-heading-m">If we may hold something about you</h2>
      <p className="govuk-body">
        Read <Link href="/privacy">what is kept, why, and for how long</Link>.
      </p>
    </Main>
  );
}
