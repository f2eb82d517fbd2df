import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { CompareTable } from "@/components/referrals/gateway-compare";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Paragraphs } from "@/components/ui/text";
import { viewMatch } from "@/lib/referrals/gateway/queries";
import { linkAnswerLabels } from "@/lib/referrals/labels";
import { load } from "@/lib/request/load";
import { LinkForm } from "./link-form";
import { UndoForm } from "./undo-form";

type Props = PageProps<"/referrals/[ref]/matches/[other]">;

export default async function MatchPage({ params }: Props) {
  const { ref, other: otherRef } = await params;
  const { referral, other, decided } = await load((ctx) => viewMatch(ctx, ref, otherRef));
  const { reference } = referral;
  const { link } = decided;
  return (
    <Main back={<BackLink href={`/referrals/${reference}`}>{`Back to ${reference}`}</BackLink>}>
      <PageTitle>{`Compare ${reference} with ${other.reference}`}</PageTitle>
      <PageHeading caption={reference}>Is this the same person?</PageHeading>
      <CompareTable one={referral} other={other} decided={decided} />
      <div className="govuk-grid-row">
        <div className="govuk-grid-column-two-thirds">
          {link ? (
            <>
              <h2 className="govuk-heading-m">{linkAnswerLabels[link.answer]}</h2>
              <Paragraphs text={link.reasons} />
              <UndoForm linkId={link.id} reference={reference} />
            </>
          ) : (
            <LinkForm referralId={referral.id} otherReferralId={other.id} reference={reference} />
          )}
        </div>
      </div>
    </Main>
  );
}
