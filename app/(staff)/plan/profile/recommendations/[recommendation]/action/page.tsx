import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { objectivesIn } from "@/lib/plans/labels";
import { getRecommendationToPlan } from "@/lib/profile/recommendations/queries";
import { load } from "@/lib/request/load";
import { MakeActionForm } from "./make-action-form";

type Props = PageProps<"/plan/profile/recommendations/[recommendation]/action">;

export default async function MakeActionPage({ params }: Props) {
  const { recommendation: id } = await params;
  const { recommendation, plan } = await load((ctx) => getRecommendationToPlan(ctx, id));
  const { number, text, edition, declinedDay } = recommendation;
  const caption = `${edition.reference}, recommendation ${number}`;
  return (
    <Main
      width="two-thirds"
      back={
        <BackLink href={`/plan/profile/recommendations/${id}`}>
          Back to recommendation {number}
        </BackLink>
      }
    >
      <PageTitle>{`Make an action of recommendation ${number}`}</PageTitle>
      {plan && !declinedDay ? (
        <MakeActionForm
          recommendationId={id}
          planId={plan.id}
          plan={plan.title}
          caption={caption}
          text={text}
          themes={plan.themes}
          objectives={objectivesIn[plan.objectiveScheme]}
          organisations={plan.organisations}
          areas={plan.areas}
        />
      ) : (
        <>
          <PageHeading caption={caption}>Make an action of it</PageHeading>
          <p className="govuk-body">
            {declinedDay
              ? "It was not taken up, so it has no action."
              : "There is no plan in force, or on its way, to put an action in."}
          </p>
        </>
      )}
    </Main>
  );
}
