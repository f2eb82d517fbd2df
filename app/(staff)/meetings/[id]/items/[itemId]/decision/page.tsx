import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Quorum } from "@/components/panels/quorum";
import { Link } from "@/components/ui/link";
import { PageTitle } from "@/components/ui/page-title";
import { InsetText } from "@/components/ui/text";
import { formatDayShort } from "@/lib/dates";
import { itemKindLabels } from "@/lib/information/labels";
import { viewItemToDecide } from "@/lib/panels/decisions/queries";
import { outcomeLabels } from "@/lib/panels/labels";
import { load } from "@/lib/request/load";
import { planContents } from "@/lib/support/rules";
import { DecisionForm } from "./decision-form";

type Props = PageProps<"/meetings/[id]/items/[itemId]/decision">;
type View = Awaited<ReturnType<typeof viewItemToDecide>>;

export default async function DecisionPage({ params }: Props) {
  const { id, itemId } = await params;
  const item = await load((ctx) => viewItemToDecide(ctx, itemId));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/${id}/items/${itemId}`}>Back to the item</BackLink>}
    >
      <PageTitle>{`Record the decision on ${item.case.reference}`}</PageTitle>
      <DecisionForm
        itemId={itemId}
        reference={item.case.reference}
        isChild={item.person.isChild}
        outcomes={item.outcomes.map((value) => ({ value, label: outcomeLabels[value] }))}
        information={item.information.map(toOption)}
        exitAssessments={item.exitAssessments.map(({ id: value, number }) => ({
          value,
          label: `Assessment ${number}`,
        }))}
      >
        <p className="govuk-body">
          <Quorum proof={item.quorum} />
        </p>
        <PlanGaps item={item} />
      </DecisionForm>
    </Main>
  );
}

/** T11: said before the chair has written anything. */
function PlanGaps({ item }: { item: View }) {
  if (item.case.status !== "panel_listed" || item.missingFromPlan.length === 0) return null;
  return (
    <InsetText>
      <p className="govuk-body">Support can be offered only with a plan. It does not say yet:</p>
      <ul className="govuk-list govuk-list--bullet">
        {item.missingFromPlan.map((content) => (
          <li key={content}>{planContents[content]}</li>
        ))}
      </ul>
      <p className="govuk-body">
        The coordinator writes it.{" "}
        <Link href={`/cases/${item.case.reference}/support`}>Read the support plan so far</Link>
      </p>
    </InsetText>
  );
}

function toOption({
  id,
  kind,
  source,
  datedOn,
  supplier,
  corroboration,
}: View["information"][number]) {
  const isDisproved = corroboration === "disproved"; // IS-10
  return {
    value: id,
    label: `${itemKindLabels[kind as keyof typeof itemKindLabels]}, ${formatDayShort(datedOn)}`,
    hint: `${supplier.name}: ${source}${isDisproved ? ". Found to be untrue" : ""}`,
  };
}
