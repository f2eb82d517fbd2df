import { DoneAlert } from "@/components/cases/done-alert";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { handOverStates, leadLabels, otherLead } from "@/lib/cases/leads/labels";
import { viewHandOverAll } from "@/lib/cases/leads/queries";
import { load } from "@/lib/request/load";
import { HandOverAllForm } from "./hand-over-all-form";
import { Progress } from "./progress";
import { UndoForm } from "./undo-form";

type Found = Awaited<ReturnType<typeof viewHandOverAll>>;

export default async function HandOverAllPage({ searchParams }: PageProps<"/cases/hand-over-all">) {
  const { done } = await searchParams;
  const found = await load(viewHandOverAll);
  const [latest] = found.handOvers;
  return (
    <Main back={<BackLink href="/cases">Back to cases</BackLink>}>
      <PageTitle>Hand over every open case</PageTitle>
      <DoneAlert done={done} />
      <PageHeading caption={found.areaName}>Hand over every open case</PageHeading>
      <p className="govuk-body">Cases here are led by {leadLabels[found.lead].toLowerCase()}.</p>
      {found.isRunning && latest ? (
        <Progress label={handOverStates[latest.state]} done={latest.done} total={latest.total} />
      ) : (
        <WhatToDo found={found} />
      )}
      {found.handOvers.length > 0 && <Before handOvers={found.handOvers} />}
      {found.undoable && <UndoForm handOverId={found.undoable} />}
    </Main>
  );
}

function WhatToDo({ found: { lead, open, takers } }: { found: Found }) {
  const toLead = otherLead[lead];
  if (takers.length === 0) {
    return (
      <p className="govuk-body app-reading">
        No other coordinator here works for {leadLabels[toLead].toLowerCase()}, so nobody could take
        the cases on. An administrator can give somebody that role.
      </p>
    );
  }
  return (
    <HandOverAllForm
      toLead={toLead}
      open={open}
      takers={takers.map(({ id: value, user, organisation }) => ({
        value,
        label: user.name,
        hint: organisation.name,
      }))}
    />
  );
}

function Before({ handOvers }: { handOvers: Found["handOvers"] }) {
  return (
    <Table
      caption="Handed over before"
      columns={[
        { text: "When" },
        { text: "By" },
        { text: "To" },
        { text: "Cases" },
        { text: "Now" },
      ]}
      rows={handOvers.map(({ id, startedAt, startedByHat, toLead, total, state, kept }) => ({
        key: id,
        cells: [
          <Time key="at" at={startedAt} short />,
          startedByHat.user.name,
          leadLabels[toLead],
          total.toLocaleString("en-GB"),
          kept > 0 && state === "undone"
            ? `${handOverStates[state]}, but ${kept} changed since and left`
            : handOverStates[state],
        ],
      }))}
    />
  );
}
