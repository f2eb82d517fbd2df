import { DoneAlert } from "@/components/cases/done-alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { pauseReasons } from "@/lib/cases/labels";
import { viewPause } from "@/lib/cases/pauses/queries";
import { addDays } from "@/lib/dates";
import { load } from "@/lib/request/load";
import { PauseForm } from "./pause-form";
import { ResumeForm } from "./resume-form";

type Found = Awaited<ReturnType<typeof viewPause>>;

export default async function PausePage({ params, searchParams }: PageProps<"/cases/[ref]/pause">) {
  const { ref } = await params;
  const { done } = await searchParams;
  const found = await load((ctx) => viewPause(ctx, ref));
  const { reference, isPaused } = found;
  return (
    <>
      <PageTitle>{`Pause ${reference}`}</PageTitle>
      <DoneAlert done={done} />
      <PageHeading caption={reference}>{isPaused ? "This case is paused" : "Pause"}</PageHeading>
      <WhatToDo found={found} />
      {found.pauses.length > 0 && <Pauses pauses={found.pauses} />}
    </>
  );
}

function WhatToDo({ found: { caseId, version, isPaused, isLive, today } }: { found: Found }) {
  if (isPaused) return <ResumeForm caseId={caseId} />;
  if (!isLive) return <p className="govuk-body">This case has ended, so it cannot be paused.</p>;
  return (
    <>
      <p className="govuk-body">
        Pause a case when the police ask for it. Everybody on the case sees that it stands still,
        and until when, and nothing on it can be changed meanwhile.
      </p>
      <PauseForm
        caseId={caseId}
        version={version}
        near={[
          { label: "In 2 weeks", day: addDays(today, 14) },
          { label: "In 4 weeks", day: addDays(today, 28) },
        ]}
      />
    </>
  );
}

function Pauses({ pauses }: { pauses: Found["pauses"] }) {
  return (
    <Table
      caption="Pauses of this case"
      columns={[
        { text: "Paused" },
        { text: "By" },
        { text: "Why" },
        { text: "Look again" },
        { text: "Ended" },
      ]}
      rows={pauses.map(({ id, pausedAt, by, reason, reviewDay, endedAt }) => ({
        key: id,
        cells: [
          <Time key="at" at={pausedAt} short />,
          by,
          pauseReasons[reason],
          <Time key="again" day={reviewDay} short />,
          endedAt ? <Time key="end" at={endedAt} short /> : "Not yet",
        ],
      }))}
    />
  );
}
