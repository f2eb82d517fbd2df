import { DoneAlert } from "@/components/cases/done-alert";
import { LinkButton } from "@/components/form/button";
import { addressWith } from "@/components/ui/address";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Pagination } from "@/components/ui/pagination";
import { ResultCount } from "@/components/ui/result-count";
import { Table } from "@/components/ui/table";
import { Time } from "@/components/ui/time";
import { scanLabels } from "@/lib/attachments/labels";
import { markingLabels } from "@/lib/cases/labels";
import { documentsOnAPage, viewDocuments } from "@/lib/documents/queries";
import { load } from "@/lib/request/load";

type Document = Awaited<ReturnType<typeof viewDocuments>>["documents"][number];

export default async function DocumentsPage({
  params,
  searchParams,
}: PageProps<"/cases/[ref]/documents">) {
  const [{ ref }, query] = [await params, await searchParams];
  const page = Math.max(1, Number.parseInt(String(query.page), 10) || 1);
  const { documents, total, mayAdd } = await load((ctx) => viewDocuments(ctx, ref, page));
  const here = `/cases/${ref}/documents`;
  const pages = Math.ceil(total / documentsOnAPage);
  return (
    <>
      <PageTitle page={{ current: page, of: pages }}>{`Documents of case ${ref}`}</PageTitle>
      <DoneAlert done={query.done} />
      <PageHeading caption={ref}>Documents</PageHeading>
      <p className="govuk-body">
        You see the documents that are shared with you. Where a virus scanner is set up, each can be
        saved once it has been checked.
      </p>
      {mayAdd && <LinkButton href={`${here}/add`}>Add a document</LinkButton>}
      <ResultCount page={page} total={total} of={["documents", "document"]} />
      <Table
        caption="Documents"
        isCaptionHidden
        columns={[
          { text: "Document" },
          { text: "From" },
          { text: "Marking" },
          { text: "Version" },
          { text: "Added" },
        ]}
        rows={documents.map((document) => ({
          key: document.id,
          cells: [
            <Link key="title" href={`${here}/${document.id}`}>
              {document.title}
            </Link>,
            document.supplier.name,
            markingLabels[document.marking],
            <Version key="version" {...document} />,
            <Time key="added" day={document.addedOn} short />,
          ],
        }))}
        empty="There are no documents that you can see."
      />
      <Pagination
        page={page}
        pages={pages}
        href={(to) => addressWith(here, {}, { page: String(to) })}
      />
    </>
  );
}

function Version({ current }: Document) {
  if (!current) return "No file";
  return `${current.number}. ${scanLabels[current.scan]}`;
}
