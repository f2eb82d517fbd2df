import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Main } from "./main";

/** What is missing and what is not yours look the same (IS-01). */
export function PageNotFound() {
  return (
    <Main width="two-thirds">
      <PageTitle>Page not found</PageTitle>
      <PageHeading>Page not found</PageHeading>
      <p className="govuk-body">If you typed the web address, check it is correct.</p>
      <p className="govuk-body">
        If you pasted the web address, check you copied the entire address.
      </p>
      <p className="govuk-body">
        If the address is correct, the page may have moved, or it may not be open to the role you
        are using now. Ask whoever sent you the address.
      </p>
    </Main>
  );
}
