import { ErrorSummary } from "@/components/form/error-summary";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { InsetText, Paragraphs } from "@/components/ui/text";
import { problemLabels, scanLabels } from "@/lib/attachments/labels";
import { isReleased, problemOf, sizeText } from "@/lib/attachments/rules";
import { governanceDoneLabels, paperMarkings } from "@/lib/governance/labels";
import { viewPaper } from "@/lib/governance/papers/queries";
import { load } from "@/lib/request/load";
import { UploadForm } from "./upload-form";
import { WithdrawForm } from "./withdraw-form";

type Props = PageProps<"/meetings/governance/papers/[paperId]">;
type Paper = Awaited<ReturnType<typeof viewPaper>>["paper"];

export default async function PaperPage({ params, searchParams }: Props) {
  const [{ paperId }, query] = [await params, await searchParams];
  const { paper, item, meeting, mayChange } = await load((ctx) => viewPaper(ctx, paperId));
  const problem = problemOf(query.problem);
  const error = problem && problemLabels[problem];
  const awaitsFile = mayChange && paper.isFile && !paper.file;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/governance/items/${item.id}`}>Back to the item</BackLink>}
    >
      <PageTitle hasErrors={!!error}>{`${paper.title}, ${meeting.body.name}`}</PageTitle>
      <ErrorSummary errors={error ? { [awaitsFile ? "file" : "form"]: [error] } : {}} />
      {!error && <DoneAlert done={query.done} labels={governanceDoneLabels} />}
      <PageHeading caption={`${item.title}: ${paperMarkings[paper.marking]}`}>
        {paper.title}
      </PageHeading>
      {paper.withdrawnBecause && (
        <InsetText>This paper was withdrawn. {paper.withdrawnBecause}</InsetText>
      )}
      {paper.link && (
        <p className="govuk-body">
          <Link href={paper.link}>Open the paper where it is kept</Link>
        </p>
      )}
      {paper.bodyText && <Paragraphs text={paper.bodyText} />}
      {paper.isFile && <File paperId={paperId} paper={paper} />}
      {awaitsFile && <UploadForm action={`/api/uploads?paper=${paperId}`} problem={problem} />}
      {mayChange && <WithdrawForm paperId={paperId} />}
    </Main>
  );
}

/** What can be saved, or why nothing can. */
function File({ paperId, paper: { file, withdrawnBecause } }: { paperId: string; paper: Paper }) {
  if (!file) return <p className="govuk-body">The file has not been added yet.</p>;
  const { name, bytes, scan } = file;
  if (withdrawnBecause) return <p className="govuk-body">The file was {name}. It is gone.</p>;
  if (!isReleased(scan))
    return (
      <p className="govuk-body">
        {name}: {scanLabels[scan]}
      </p>
    );
  return (
    <p className="govuk-body">
      <a className="govuk-link" href={`/api/papers/${paperId}`} download>
        {`Save ${name} (${sizeText(bytes)})`}
      </a>
      <br />
      {scanLabels[scan]}
    </p>
  );
}
