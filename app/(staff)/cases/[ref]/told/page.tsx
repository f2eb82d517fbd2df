import { LinkButton } from "@/components/form/button";
import { StageTable } from "@/components/told/stage-table";
import { TellingHistory } from "@/components/told/telling-history";
import { DoneAlert } from "@/components/ui/done-alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { InsetText, WarningText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { type Teller, tellers } from "@/lib/panels/labels";
import { load } from "@/lib/request/load";
import { doneLabels } from "@/lib/told/labels";
import { viewTold } from "@/lib/told/queries";

type Props = PageProps<"/cases/[ref]/told">;

export default async function ToldPage({ params, searchParams }: Props) {
  const { ref } = await params;
  const { done } = await searchParams;
  const view = await load((ctx) => viewTold(ctx, ref));
  const { reference, stages, tellings, referrerSaid, asked, mayRecord, reviewedOn } = view;
  return (
    <>
      <PageTitle>{`What the person of ${reference} has been told`}</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading caption={reference}>What the person has been told</PageHeading>
      <p className="govuk-body">
        People are told at each stage, unless telling them would do harm. A reason not to tell is
        looked at again at every review.
      </p>
      {asked && (
        <InsetText>
          The panel asked for the person to be told by <Time day={asked.on} />. Who tells them:{" "}
          {tellers[asked.by as Teller].toLowerCase()}.
        </InsetText>
      )}
      {stages.some(({ isToLookAgain }) => isToLookAgain) && reviewedOn && (
        <WarningText>
          The case was reviewed on <Time day={reviewedOn} />. Say whether each reason not to tell
          still holds.
        </WarningText>
      )}
      <StageTable stages={stages} referrerSaid={referrerSaid} />
      {mayRecord && (
        <LinkButton href={`/cases/${reference}/told/record`}>
          Record what the person has been told
        </LinkButton>
      )}
      <TellingHistory tellings={tellings} />
    </>
  );
}
