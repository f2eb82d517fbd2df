import { DoneAlert } from "@/components/cases/done-alert";
import { DueDay } from "@/components/cases/due-day";
import { RequestTag } from "@/components/cases/request-tag";
import { Main } from "@/components/layout/main";
import { addressWith } from "@/components/ui/address";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultCount } from "@/components/ui/result-count";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { listRequestsToAnswer, requestsOnAPage } from "@/lib/information/answers/queries";
import { load } from "@/lib/request/load";

const here = "/requests";

export default async function RequestsPage({ searchParams }: PageProps<"/requests">) {
  const query = await searchParams;
  const isSettled = query.show === "answered";
  const page = Math.max(1, Number.parseInt(String(query.page), 10) || 1);
  const { requests, total, today } = await load((ctx) =>
    listRequestsToAnswer(ctx, { page, isSettled }),
  );
  const pages = Math.ceil(total / requestsOnAPage);
  const heading = isSettled ? "Requests that have been answered" : "Requests waiting for an answer";
  return (
    <Main>
      <PageTitle page={{ current: page, of: pages }}>{heading}</PageTitle>
      <DoneAlert done={query.done} />
      <PageHeading>{heading}</PageHeading>
      <p className="govuk-body">
        {isSettled ? (
          <Link href={here}>Requests waiting for an answer</Link>
        ) : (
          <Link href={`${here}?show=answered`}>Requests that have been answered</Link>
        )}
      </p>
      <ResultCount page={page} total={total} of={["requests", "request"]} />
      <Table
        caption={heading}
        isCaptionHidden
        columns={[
          { text: "Request" },
          { text: "Person" },
          { text: "Status" },
          { text: "Answer by" },
          { text: "Asked by" },
        ]}
        rows={requests.map((request) => ({
          key: request.id,
          cells: [
            <Link key="request" href={`${here}/${request.id}`} className="govuk-link app-reference">
              {request.reference}
            </Link>,
            request.personName,
            <RequestTag key="cell" cell={request.cell} />,
            isSettled ? (
              <Time key="due" day={request.dueDay} short />
            ) : (
              <DueDay key="due" day={request.dueDay} today={today} />
            ),
            request.askedByHat.organisation.name,
          ],
        }))}
        empty={
          isSettled
            ? "Your organisation has not answered a request yet."
            : "No request waits for your organisation. Those that were answered are on their own list."
        }
      />
      <Pagination
        page={page}
        pages={pages}
        href={(to) => addressWith(here, { show: query.show }, { page: String(to) })}
      />
    </Main>
  );
}
