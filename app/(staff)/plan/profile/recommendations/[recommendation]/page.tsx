import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { getRecommendation } from "@/lib/profile/recommendations/queries";
import { load } from "@/lib/request/load";
import { listActionsToLink } from "@/lib/risks/links/queries";
import { DeclineForm } from "./decline-form";
import { LinkForm } from "./link-form";
import { UnlinkForm } from "./unlink-form";

type Props = PageProps<"/plan/profile/recommendations/[recommendation]">;

export default async function RecommendationPage({ params }: Props) {
  const { recommendation: id } = await params;
  const { recommendation, all } = await load(async (ctx) => ({
    recommendation: await getRecommendation(ctx, id),
    all: await listActionsToLink(ctx),
  }));
  const { number, text, edition, actions, declinedDay, version } = recommendation;
  const isLinked = (actionId: string) => actions.some((one) => one.actionId === actionId);
  const nameOf = ({ reference, text: said }: (typeof all)[number]) => `${reference} ${said}`;
  const free = all.filter((action) => !isLinked(action.id));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/profile/${edition.id}`}>Back to {edition.reference}</BackLink>}
    >
      <PageTitle>{`Recommendation ${number} of ${edition.reference}`}</PageTitle>
      <PageHeading caption={`${edition.reference}, recommendation ${number}`}>{text}</PageHeading>
      {all
        .filter((action) => isLinked(action.id))
        .map((action) => (
          <UnlinkForm
            key={action.id}
            recommendationId={id}
            actionId={action.id}
            action={nameOf(action)}
          />
        ))}
      {!declinedDay && (
        <LinkButton href={`/plan/profile/recommendations/${id}/action`}>
          Make an action of it
        </LinkButton>
      )}
      {declinedDay ? (
        <p className="govuk-body">It was not taken up, and stays as it is.</p>
      ) : (
        <LinkForm
          recommendationId={id}
          choices={free.map((action) => ({
            value: action.id,
            label: `${nameOf(action)} (${action.plan})`,
          }))}
        />
      )}
      {!declinedDay && actions.length === 0 && (
        <DeclineForm recommendationId={id} version={`${version}`} />
      )}
    </Main>
  );
}
