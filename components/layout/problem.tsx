"use client";

import { Button } from "@/components/form/button";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Main } from "./main";

export type ProblemProps = { error: Error & { digest?: string }; retry: () => void };

/** Says whether what somebody typed was kept. */
export function Problem({ error, retry }: ProblemProps) {
  return (
    <>
      <PageTitle>Sorry, there is a problem with the service</PageTitle>
      <Main width="two-thirds">
        <PageHeading>Sorry, there is a problem with the service</PageHeading>
        <p className="govuk-body">Try again in a few minutes.</p>
        <p className="govuk-body">
          What you had saved, drafts included, is kept. Anything you typed after the last “Draft
          saved” was not.
        </p>
        {error.digest && (
          <p className="govuk-body">
            If it happens again, tell your service desk this code: {error.digest}
          </p>
        )}
        <Button type="button" onClick={retry}>
          Try again
        </Button>
      </Main>
    </>
  );
}
