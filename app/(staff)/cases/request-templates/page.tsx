import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { templateStatuses } from "@/lib/information/labels";
import { listTemplates } from "@/lib/information/templates/queries";
import { load } from "@/lib/request/load";

const doneLabels = {
  written: "The starting text has been saved as a draft",
  changed: "The starting text has been changed",
};

export default async function TemplatesPage({
  searchParams,
}: PageProps<"/cases/request-templates">) {
  const { done } = await searchParams;
  const templates = await load(listTemplates);
  const here = "/cases/request-templates";
  return (
    <Main back={<BackLink href="/cases">Back to cases</BackLink>}>
      <PageTitle>Starting texts for requests</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading>Starting texts for requests</PageHeading>
      <p className="govuk-body">
        Whoever asks organisations about a case can start from one of these, and change it.
      </p>
      <LinkButton href={`${here}/new`}>Write a starting text</LinkButton>
      <Table
        caption="Starting texts for requests"
        isCaptionHidden
        columns={[
          { text: "Name" },
          { text: "Status" },
          { text: "Working days", numeric: true },
          { text: "Last changed" },
        ]}
        rows={templates.map(({ id, name, status, days, writtenAt }) => ({
          key: id,
          cells: [
            <Link key="name" href={`${here}/${id}`}>
              {name}
            </Link>,
            templateStatuses[status],
            days,
            <Time key="written" at={writtenAt} short />,
          ],
        }))}
        empty="There is no starting text yet. Requests are written from the beginning."
      />
    </Main>
  );
}
