import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultCount } from "@/components/ui/result-count";
import { Table } from "@/components/ui/table";
import { Reference } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/request/load";
import { doneLabels, tellingStages } from "@/lib/told/labels";
import { listUntold } from "@/lib/told/queries";
import { pageOf } from "@/lib/told/rules";

export default async function UntoldPage({ searchParams }: PageProps<"/governance/told">) {
  const { done, page } = await searchParams;
  const { tasks, total, page: shown } = await load((ctx) => listUntold(ctx, pageOf(page)));
  return (
    <Main>
      <PageTitle>People who have not been told</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading>People who have not been told</PageHeading>
      <p className="govuk-body">
        Their case closed more than 90 days ago. Ask the coordinator to tell them, or say why the
        reason not to tell them still holds, and until when.
      </p>
      <ResultCount total={total} page={shown} of={["cases", "case"]} />
      <Table
        caption="Waiting for information governance"
        isWide
        columns={[{ text: "Case" }, { text: "Not told" }, { text: "Closed" }, { text: "Raised" }]}
        rows={tasks.map((task) => ({
          key: task.id,
          cells: [
            <Link key="case" href={`/governance/told/${task.id}`}>
              <Reference>{task.reference}</Reference>
            </Link>,
            <ul key="stages" className="govuk-list">
              {task.stages.map((stage) => (
                <li key={stage}>{tellingStages[stage]}</li>
              ))}
            </ul>,
            <Time key="closed" day={task.closedOn} short />,
            <Time key="raised" day={task.raisedOn} short />,
          ],
        }))}
        empty="Everybody whose case closed more than 90 days ago has been told, or somebody has said why not."
      />
      <Pagination
        page={shown}
        pages={Math.ceil(total / 25)}
        href={(next) => `/governance/told?page=${next}`}
      />
    </Main>
  );
}
