import { DoneAlert } from "@/components/cases/done-alert";
import { DueDay } from "@/components/cases/due-day";
import { RequestTag } from "@/components/cases/request-tag";
import { LinkButton } from "@/components/form/button";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Details } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { viewRequests } from "@/lib/information/requests/queries";
import { load } from "@/lib/request/load";

export default async function RequestsPage({
  params,
  searchParams,
}: PageProps<"/cases/[ref]/requests">) {
  const { ref } = await params;
  const { done } = await searchParams;
  const { requests, notAsked, today } = await load((ctx) => viewRequests(ctx, ref));
  const here = `/cases/${ref}/requests`;
  return (
    <>
      <PageTitle>{`Requests on case ${ref}`}</PageTitle>
      <DoneAlert done={done} />
      <PageHeading caption={ref}>Requests for information</PageHeading>
      <LinkButton href={`${here}/ask`}>Ask organisations</LinkButton>
      <Table
        caption="Who has been asked"
        columns={[
          { text: "Organisation" },
          { text: "Status" },
          { text: "Answer by" },
          { text: "Asked" },
          { text: "Reminders", numeric: true },
        ]}
        rows={requests.map((request) => ({
          key: request.id,
          cells: [
            <Link key="organisation" href={`${here}/${request.id}`}>
              {request.askedOf
                ? `${request.organisation.name}: ${request.askedOf}`
                : request.organisation.name}
            </Link>,
            <RequestTag key="cell" cell={request.cell} />,
            request.cell === "asked" || request.cell === "part" ? (
              <DueDay key="due" day={request.dueDay} today={today} />
            ) : (
              <Time key="due" day={request.dueDay} short />
            ),
            <Time key="asked" at={request.askedAt} short />,
            request.chases,
          ],
        }))}
        empty="No organisation has been asked about this case yet."
      />
      {notAsked.length > 0 && (
        <Details summary={`Not asked yet: ${notAsked.length}`}>
          <ul className="govuk-list govuk-list--bullet">
            {notAsked.map((name) => (
              <li key={name}>{name}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}
