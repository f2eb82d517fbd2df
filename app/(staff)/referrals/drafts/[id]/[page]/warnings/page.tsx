import type { Route } from "next";
import { notFound, redirect } from "next/navigation";

import { ButtonGroup, LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { InsetText } from "@/components/ui/text";
import { viewWarnings } from "@/lib/referrals/drafts/queries";
import { asQuestionPage } from "@/lib/referrals/pages/rules";
import { openDraft } from "../../open-draft";

type Props = PageProps<"/referrals/drafts/[id]/[page]/warnings">;

/** Something to think about, which stops nothing (RF-03, RF-05). */
export default async function WarningsPage({ params }: Props) {
  const { id, page: asked } = await params;
  const page = asQuestionPage(asked) ?? notFound();
  const { warnings, next } = await openDraft((ctx) => viewWarnings(ctx, id, page));
  const here = `/referrals/drafts/${id}`;
  const onward = `${here}/${next ?? "check"}`;
  if (warnings.length === 0) redirect(onward as Route);

  return (
    <Main
      back={<BackLink href={`${here}/${page}`}>Back to what you wrote</BackLink>}
      width="two-thirds"
    >
      <PageTitle>Check what you wrote</PageTitle>
      <PageHeading caption="Refer a concern">Check what you wrote</PageHeading>
      {warnings.map(({ says, quotes }) => (
        <div key={says}>
          <p className="govuk-body">{says}</p>
          {quotes.map((quote) => (
            <InsetText key={quote}>{quote}</InsetText>
          ))}
        </div>
      ))}
      <p className="govuk-body">
        Your answer is saved as it is. You can go on without changing it.
      </p>
      <ButtonGroup>
        <LinkButton href={`${here}/${page}`}>Change what I wrote</LinkButton>
        <LinkButton href={onward} variant="secondary">
          Leave it and continue
        </LinkButton>
      </ButtonGroup>
    </Main>
  );
}
