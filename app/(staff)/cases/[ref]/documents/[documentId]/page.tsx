import { DoneAlert } from "@/components/cases/done-alert";
import { ErrorSummary } from "@/components/form/error-summary";
import { BackLink } from "@/components/layout/back-link";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { problemLabels, scanLabels } from "@/lib/attachments/labels";
import { isReleased, problemOf, sizeText } from "@/lib/attachments/rules";
import { markingLabels } from "@/lib/cases/labels";
import { versionReasons } from "@/lib/documents/labels";
import { viewDocument } from "@/lib/documents/queries";
import { audienceLabels } from "@/lib/information/labels";
import { load } from "@/lib/request/load";
import { UploadForm } from "./upload-form";

type Props = PageProps<"/cases/[ref]/documents/[documentId]">;
type Version = Awaited<ReturnType<typeof viewDocument>>["versions"][number];

export default async function DocumentPage({ params, searchParams }: Props) {
  const [{ ref, documentId }, query] = [await params, await searchParams];
  const problem = problemOf(query.problem);
  const document = await load((ctx) => viewDocument(ctx, ref, documentId));
  const { title, supplier, marking, audience, versions, current, mayChange } = document;
  const here = `/cases/${ref}/documents`;
  const error = problem && problemLabels[problem];
  return (
    <>
      <PageTitle hasErrors={!!error}>{`A document of case ${ref}`}</PageTitle>
      <ErrorSummary errors={error ? { [problem === "no_reason" ? "why" : "file"]: [error] } : {}} />
      {!error && <DoneAlert done={query.done} />}
      <BackLink href={here}>Back to documents</BackLink>
      <PageHeading caption={ref}>{title}</PageHeading>
      <SummaryList
        rows={[
          { key: "From", value: supplier.name },
          { key: "Marking", value: markingLabels[marking] },
          { key: "Who can see this", value: audienceLabels[audience] },
        ]}
      />
      <Table
        caption="Versions"
        columns={[
          { text: "Version" },
          { text: "Why" },
          { text: "Check for viruses" },
          { text: "Added" },
          ...(mayChange ? [{ text: "Remove", isHidden: true }] : []),
        ]}
        rows={versions.map((version) => ({
          key: version.id,
          cells: [
            <File key="file" version={version} isCurrent={version.id === current?.id} />,
            versionReasons[version.why],
            version.removedOn ? <Removed key="scan" {...version} /> : scanLabels[version.scan],
            <Added key="added" {...version} />,
            ...(mayChange
              ? [<Remove key="remove" version={version} at={`${here}/${documentId}`} />]
              : []),
          ],
        }))}
        empty="There is no file yet."
      />
      {mayChange && (
        <UploadForm
          action={`/api/uploads?case=${ref}&document=${documentId}`}
          isFirst={versions.length === 0}
          problem={problem}
        />
      )}
    </>
  );
}

function File({ version, isCurrent }: { version: Version; isCurrent: boolean }) {
  const { id, number, bytes, removedOn, scan } = version;
  const name = `Version ${number}`;
  const mayOpen = !removedOn && isReleased(scan);
  return (
    <>
      {mayOpen ? (
        <a className="govuk-link" href={`/api/documents/${id}`} download>
          {`Save version ${number} (${sizeText(bytes)})`}
        </a>
      ) : (
        name
      )}{" "}
      {isCurrent && <Tag colour="green">Current</Tag>}
      {!isCurrent && !removedOn && <Tag colour="grey">Replaced</Tag>}
      {removedOn && <Tag colour="grey">Removed</Tag>}
    </>
  );
}

function Remove({ version, at }: { version: Version; at: string }) {
  if (version.removedOn) return "None";
  return (
    <Link href={`${at}/remove/${version.id}`}>
      Remove<span className="govuk-visually-hidden"> version {version.number}</span>
    </Link>
  );
}

function Added({ addedBy, addedOn }: Version) {
  return (
    <>
      <Time day={addedOn} short /> by {addedBy}
    </>
  );
}

function Removed({ removedBy, removedOn, removedWhy }: Version) {
  return (
    <>
      Removed {removedOn && <Time day={removedOn} short />} by {removedBy}
      <Paragraphs text={removedWhy} />
    </>
  );
}
