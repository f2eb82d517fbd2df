import { toLookAt } from "@/components/cases/look-again-fields";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Pattern } from "@/components/referrals/pattern";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { InsetText } from "@/components/ui/text";
import { deconflictionOutcomes } from "@/lib/cases/labels";
import { viewToScreen } from "@/lib/referrals/gateway/queries";
import { load } from "@/lib/request/load";
import { ScreenForm } from "./screen-form";

export default async function ScreenPage({ params }: PageProps<"/referrals/[ref]/screen">) {
  const { ref } = await params;
  const view = await load((ctx) => viewToScreen(ctx, ref));
  const { id, reference, name, check, unanswered, pattern, coordinators, partners } = view;
  const here = `/referrals/${reference}`;
  return (
    <Main back={<BackLink href={here}>{`Back to ${reference}`}</BackLink>} width="two-thirds">
      <PageTitle>{`Screen referral ${reference}`}</PageTitle>
      <PageHeading caption={`${reference}, ${name}`}>Screen this referral</PageHeading>
      <Pattern contacts={pattern} here={reference} />
      {unanswered > 0 && (
        <InsetText>
          {unanswered === 1
            ? "Nobody has said yet whether 1 earlier referral is about the same person. "
            : `Nobody has said yet whether ${unanswered} earlier referrals are about the same person. `}
          <Link href={here}>
            {unanswered === 1 ? "Compare it before you decide" : "Compare them before you decide"}
          </Link>
        </InsetText>
      )}
      <InsetText>
        Deconfliction:{" "}
        {check ? deconflictionOutcomes[check] : "not checked yet, so this cannot be taken forward"}.{" "}
        <Link href={`${here}/deconfliction`}>Record a deconfliction check</Link>
      </InsetText>
      <ScreenForm
        {...{ reference, coordinators, partners }}
        id={id}
        before={toLookAt(pattern, reference)}
      />
    </Main>
  );
}
