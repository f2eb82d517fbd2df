import type { Route } from "next";
import { redirect } from "next/navigation";

import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Due } from "@/components/plans/due";
import { ExtensionHistory } from "@/components/plans/extension-history";
import { Alert } from "@/components/ui/alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { load } from "@/lib/request/load";
import { doneLabels, kindLabels, statusLabels } from "@/lib/tracker/labels";
import { viewAction } from "@/lib/tracker/queries";
import { readTrackerAddress } from "@/lib/tracker/schema";

export default async function ActionPage({ params, searchParams }: PageProps<"/actions/[id]">) {
  const { id } = await params;
  const { done } = readTrackerAddress(await searchParams);
  const action = await load((ctx) => viewAction(ctx, id));
  if (action.planId) redirect(`/plan/actions/${id}` as Route);
  const { parent, dueDay, firstDueDay, isOverdue, today } = action;
  return (
    <Main back={<BackLink href="/actions">Back to actions</BackLink>}>
      <PageTitle>{`${kindLabels[action.kind]} action, ${parent}`}</PageTitle>
      {done && <Alert variant="success" title={doneLabels[done]} isAnnounced />}
      <PageHeading caption={`${kindLabels[action.kind]} action, ${parent}`}>
        {action.title}
      </PageHeading>
      {action.mayUpdate && (
        <div className="govuk-button-group">
          <LinkButton href={`/actions/${id}/progress`}>Say how far it has got</LinkButton>
          <LinkButton variant="secondary" href={`/actions/${id}/extend`}>
            Give it longer
          </LinkButton>
        </div>
      )}
      <SummaryList
        rows={[
          { key: "Progress", value: statusLabels[action.status] },
          { key: "Note", value: action.note && <Paragraphs text={action.note} /> },
          { key: "Due", value: <Due day={dueDay} today={today} isOverdue={isOverdue} /> },
          { key: "First due", value: <Time day={firstDueDay} short /> },
          { key: "Organisation", value: action.organisation },
          { key: "Who", value: action.owner },
          action.board
            ? { key: "Asked for by", value: <Board board={action.board} /> }
            : { key: "Case", value: <Link href={`/cases/${parent}`}>{parent}</Link> },
        ]}
      />
      <ExtensionHistory extensions={action.extensions} />
    </Main>
  );
}

type Asked = { board: NonNullable<Awaited<ReturnType<typeof viewAction>>["board"]> };

/** The body, with its meeting for those who sit on it. */
const Board = ({ board: { name, meetingId } }: Asked) =>
  meetingId ? <Link href={`/meetings/governance/${meetingId}`}>{name}</Link> : name;
