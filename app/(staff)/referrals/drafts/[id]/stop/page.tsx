import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { WarningText } from "@/components/ui/text";
import { viewDraft } from "@/lib/referrals/drafts/queries";
import { openDraft } from "../open-draft";

/** Danger stops the form, which is no way to reach an emergency service. */
export default async function StopPage({ params }: PageProps<"/referrals/drafts/[id]/stop">) {
  const { id } = await params;
  await openDraft((ctx) => viewDraft(ctx, id));
  const here = `/referrals/drafts/${id}`;

  return (
    <Main back={<BackLink href={here}>Back to the list of pages</BackLink>} width="two-thirds">
      <PageTitle>Call 999 now</PageTitle>
      <PageHeading>Call 999 now</PageHeading>
      <WarningText>This form is not read at once. It is no way to reach the police.</WarningText>
      <p className="govuk-body">
        Tell the operator where the person is, what is happening, and that you are worried about
        terrorism if you are. Stay somewhere safe.
      </p>
      <p className="govuk-body">
        If you cannot speak, call 999 from a mobile, wait, and press 55 when you are asked.
      </p>
      <p className="govuk-body">
        What you have typed is saved. Once nobody is in immediate danger, change your answer and go
        on with the referral.
      </p>
      <LinkButton href={`${here}/safety`} variant="secondary">
        Change my answer
      </LinkButton>
      <p className="govuk-body">
        <Link href="/referrals">Leave this for now</Link>
      </p>
    </Main>
  );
}
