import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { financialYearName, fromDateColumn } from "@/lib/dates";
import { getActionToFund } from "@/lib/funding/links/queries";
import { load } from "@/lib/request/load";
import { FundForm } from "./fund-form";

type Props = PageProps<"/plan/actions/[id]/funding">;

export default async function FundActionPage({ params }: Props) {
  const { id } = await params;
  const { action, lines, linked } = await load((ctx) => getActionToFund(ctx, id));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/actions/${id}`}>Back to action {action.reference}</BackLink>}
    >
      <PageTitle>{`What pays for action ${action.reference}`}</PageTitle>
      <FundForm
        actionId={id}
        reference={action.reference}
        text={action.text}
        lines={lines.map(({ id: value, reference, name, yearOn }) => ({
          ...{ value, label: `${reference} ${name}, ${financialYearName(fromDateColumn(yearOn))}` },
        }))}
        ticked={linked.map(({ id: line }) => line)}
      />
    </Main>
  );
}
