import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { ReportStatusTag } from "@/components/reports/report-status";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Table } from "@/components/ui/table";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { scanLabels } from "@/lib/attachments/labels";
import { isReleased } from "@/lib/attachments/rules";
import { formatDay } from "@/lib/dates";
import {
  decisionKinds,
  governanceDoneLabels,
  governanceItemKinds,
  paperMarkings,
} from "@/lib/governance/labels";
import { type BoardItemView, viewBoardItem } from "@/lib/governance/meetings/queries";
import { load } from "@/lib/request/load";
import { statusLabels } from "@/lib/tracker/labels";

type Props = PageProps<"/meetings/governance/items/[itemId]">;

export default async function BoardItemPage({ params, searchParams }: Props) {
  const { itemId } = await params;
  const { done } = await searchParams;
  const seen = await load((ctx) => viewBoardItem(ctx, itemId));
  const { item, meeting, mayWrite } = seen;
  return (
    <Main
      back={
        <BackLink href={`/meetings/governance/${meeting.id}`}>
          Back to the meeting of {formatDay(meeting.heldDay)}
        </BackLink>
      }
    >
      <PageTitle>{`${item.title}, ${meeting.body.name}`}</PageTitle>
      <DoneAlert done={done} labels={governanceDoneLabels} />
      <PageHeading caption={`${meeting.body.name}, ${formatDay(meeting.heldDay)}`}>
        {item.title}
      </PageHeading>
      <ItemButtons seen={seen} />
      <ItemSummary seen={seen} />
      <Table
        caption="Papers"
        keepsCaption
        empty="There are no papers for this item."
        columns={[{ text: "Paper" }, { text: "Marking" }, { text: "Stage" }]}
        rows={item.papers.map(({ id, title, marking, ...paper }) => ({
          key: id,
          cells: [
            <Link key="paper" href={`/meetings/governance/papers/${id}`}>
              {title}
            </Link>,
            paperMarkings[marking],
            stageOf(paper),
          ],
        }))}
      />
      <Table
        caption="Actions"
        keepsCaption
        empty="No action has come of this item."
        columns={[{ text: "Action" }, { text: "Who" }, { text: "By" }, { text: "Progress" }]}
        rows={item.actions.map(({ id, title, owner, dueDay, status }) => ({
          key: id,
          cells: [
            mayWrite ? (
              <Link key="action" href={`/actions/${id}`}>
                {title}
              </Link>
            ) : (
              title
            ),
            owner,
            <Time key="due" day={dueDay} short />,
            statusLabels[status],
          ],
        }))}
      />
    </Main>
  );
}

type Paper = Pick<BoardItemView["item"]["papers"][number], "withdrawnBecause" | "isFile" | "file">;

function stageOf({ withdrawnBecause, isFile, file }: Paper): string {
  if (withdrawnBecause) return `Withdrawn: ${withdrawnBecause}`;
  if (isFile && !file) return "Its file is still to come";
  return file && !isReleased(file.scan) ? scanLabels[file.scan] : "In the papers";
}

function ItemButtons({ seen }: { seen: BoardItemView }) {
  const { item, meeting, mayWrite, mayDecide, hasBegun, mayPublish, mayAnswer } = seen;
  const at = `/meetings/governance/items/${item.id}`;
  const isOpen = !meeting.isApproved && meeting.state !== "cancelled" && !item.takenOffBecause;
  const mayWriteUp = mayDecide && isOpen && hasBegun && (item.escalationId ? mayAnswer : true);
  const isPublic = item.publication && !item.publication.withdrawnAt;
  return (
    <div className="govuk-button-group">
      {mayWriteUp && (
        <LinkButton href={`${at}/write`}>
          {item.escalationId ? "Answer the question" : "Write up the item"}
        </LinkButton>
      )}
      {mayWrite && isOpen && (
        <>
          {hasBegun && (
            <LinkButton variant="secondary" href={`${at}/action`}>
              Add an action
            </LinkButton>
          )}
          <LinkButton variant="secondary" href={`${at}/paper`}>
            Add a paper
          </LinkButton>
          {!item.decisionKind && (
            <LinkButton variant="secondary" href={`${at}/take-off`}>
              Take it off the agenda
            </LinkButton>
          )}
        </>
      )}
      {mayWrite && mayPublish && (
        <LinkButton variant="secondary" href={`${at}/publish`}>
          Make the decision public
        </LinkButton>
      )}
      {mayWrite && isPublic && (
        <LinkButton variant="secondary" href={`${at}/publish`}>
          Withdraw it from the public page
        </LinkButton>
      )}
      {mayWrite && !item.escalationId && !item.takenOffBecause && (
        <LinkButton variant="secondary" href={`/meetings/escalations/new?about=item&of=${item.id}`}>
          Escalate it
        </LinkButton>
      )}
    </div>
  );
}

function ItemSummary({ seen: { item } }: { seen: BoardItemView }) {
  const { escalation, publication } = item;
  return (
    <SummaryList
      rows={[
        { key: "Part of the agenda", value: governanceItemKinds[item.kind] },
        ...(item.detail
          ? [{ key: "What is asked", value: <Paragraphs text={item.detail} /> }]
          : []),
        ...(item.actionId ? [{ key: "About", value: <ActionLink item={item} /> }] : []),
        ...(item.riskId
          ? [
              {
                key: "About",
                value: <Link href={`/plan/risks/${item.riskId}`}>The risk in the register</Link>,
              },
            ]
          : []),
        ...(item.reportId ? [{ key: "Report", value: <ReportLink item={item} /> }] : []),
        ...(escalation
          ? [
              {
                key: `Question of ${escalation.fromBody.name}`,
                value: (
                  <Link href={`/meetings/escalations/${item.escalationId}`}>
                    {escalation.question}
                  </Link>
                ),
              },
            ]
          : []),
        ...(item.takenOffBecause
          ? [{ key: "Taken off the agenda", value: item.takenOffBecause }]
          : []),
        { key: "Discussion", value: item.note && <Paragraphs text={item.note} /> },
        {
          key: "Decision",
          value: item.decisionKind
            ? `${decisionKinds[item.decisionKind]}. ${item.decision}`
            : "Nothing decided yet",
        },
        { key: "Publication", value: item.isExempt ? "Exempt" : publicationOf(publication) },
      ]}
    />
  );
}

/** An action of the plan, or one that the body asked for itself. */
const ActionLink = ({ item: { kind, actionId } }: Pick<BoardItemView, "item">) =>
  kind === "matters_arising" ? (
    <Link href={`/actions/${actionId}`}>The action that was asked for</Link>
  ) : (
    <Link href={`/plan/actions/${actionId}`}>The action of the plan</Link>
  );

/** Whoever sits on the body reads the report from when it is theirs to read. */
const ReportLink = ({ item: { report } }: Pick<BoardItemView, "item">) =>
  report ? (
    <>
      <Link href={`/plan/reports/${report.id}`}>
        {report.reference} {report.title}
      </Link>{" "}
      <ReportStatusTag status={report.status} />
    </>
  ) : (
    "It can be read here once it is published"
  );

function publicationOf(publication: BoardItemView["item"]["publication"]) {
  if (!publication) return "Not published";
  return publication.withdrawnAt
    ? `Withdrawn: ${publication.withdrawnBecause}`
    : "On the public page of decisions";
}
