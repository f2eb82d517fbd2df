import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";

export default function AccessibilityPage() {
  return (
    <Main width="two-thirds" back={<BackLink href="/">Back to start</BackLink>}>
      <PageTitle>Accessibility</PageTitle>
      <PageHeading>Accessibility</PageHeading>
      <p className="govuk-body">
        This service is meant for everybody who has to use it. You should be able to:
      </p>
      <ul className="govuk-list govuk-list--bullet">
        <li>do everything with a keyboard alone</li>
        <li>zoom to 400% without losing text off the screen</li>
        <li>use it with a screen reader, and with your own colours</li>
        <li>fill in and send every form without JavaScript</li>
      </ul>
      <p className="govuk-body">
        We build to the Web Content Accessibility Guidelines 2.2 at level AA. Each page is checked
        by an automatic tool before a change is released; a tool does not find everything, so tell
        your administrator about anything that gets in your way.
      </p>
    </Main>
  );
}
