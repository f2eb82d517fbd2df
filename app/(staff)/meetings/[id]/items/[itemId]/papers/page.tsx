import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { bankHolidays, dayOf } from "@/lib/dates";
import { doneLabels } from "@/lib/panels/labels";
import { paperKinds } from "@/lib/panels/papers/labels";
import { type Paper, viewPapers } from "@/lib/panels/papers/queries";
import { isLatePaper, papersCloseOn } from "@/lib/panels/rules";
import { load } from "@/lib/request/load";
import { AttachForm } from "./attach-form";
import { WithdrawForm } from "./withdraw-form";

type Props = PageProps<"/meetings/[id]/items/[itemId]/papers">;

export default async function PapersPage({ params, searchParams }: Props) {
  const { id, itemId } = await params;
  const { done } = await searchParams;
  const view = await load((ctx) => viewPapers(ctx, itemId));
  const { reference, meeting, papers, mayPrepare, choices, papersCloseDays } = view;
  const closeOn = papersCloseOn(meeting.heldOn, bankHolidays, papersCloseDays);
  return (
    <Main back={<BackLink href={`/meetings/${id}/items/${itemId}`}>Back to the item</BackLink>}>
      <PageTitle>{`Papers on ${reference}`}</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading caption={reference}>Papers</PageHeading>
      <p className="govuk-body">
        Papers close on <Time day={closeOn} weekday />. What comes later is marked as late.
      </p>
      <Table
        caption="Papers for this item"
        isCaptionHidden
        columns={[
          { text: "Paper" },
          { text: "Kind" },
          { text: "Attached" },
          ...(mayPrepare ? [{ text: "Take away", isHidden: true }] : []),
        ]}
        rows={papers.map((paper) => ({
          key: paper.id,
          cells: [
            <PaperLink key="paper" paper={paper} reference={reference} />,
            paperKinds[paper.kind],
            <span key="when">
              <Time at={paper.addedAt} short />{" "}
              {paper.isLate && <Tag colour="orange">Late paper</Tag>}
            </span>,
            <WithdrawForm key="withdraw" paperId={paper.id} name={paper.name} />,
          ],
        }))}
        empty="No paper has been attached to this item."
      />
      {mayPrepare && (
        <>
          <h2 className="govuk-heading-m">Attach a paper</h2>
          {choices.length === 0 ? (
            <p className="govuk-body">
              {papers.length === 0
                ? "This case has no finished assessment, plan or file to attach yet."
                : "Every finished assessment, plan and file of this case is attached."}
            </p>
          ) : (
            <AttachForm
              itemId={itemId}
              isLate={isLatePaper(dayOf(view.now), meeting.heldOn, papersCloseDays)}
              choices={choices.map(({ kind, id: value, name }) => ({
                value: `${kind}:${value}`,
                label: name,
              }))}
            />
          )}
        </>
      )}
    </Main>
  );
}

/** A paper is opened where it is kept, and there is what its reader may see of it. */
function PaperLink({ paper, reference }: { paper: Paper; reference: string }) {
  if (paper.attachmentId) {
    return (
      <a className="govuk-link" href={`/api/attachments/${paper.attachmentId}`} download>
        {paper.name}
      </a>
    );
  }
  const part = paper.kind === "assessment" ? "assessment" : "support";
  return <Link href={`/cases/${reference}/${part}`}>{paper.name}</Link>;
}
