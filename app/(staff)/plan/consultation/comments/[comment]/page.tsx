import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { BeforeAndAfter, DispositionTag } from "@/components/plans/comments-table";
import { DoneAlert } from "@/components/ui/done-alert";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import {
  changedPartLabels,
  consultationDoneLabels,
  sourceKindLabels,
} from "@/lib/plans/consultation/labels";
import { type CommentToSettle, getComment } from "@/lib/plans/consultation/queries";
import { partsOf } from "@/lib/plans/consultation/rules";
import { readConsultationAddress } from "@/lib/plans/consultation/schema";
import { load } from "@/lib/request/load";
import { SettleForm } from "./settle-form";

type Props = PageProps<"/plan/consultation/comments/[comment]">;

export default async function CommentPage({ params, searchParams }: Props) {
  const { comment: commentId } = await params;
  const { done } = readConsultationAddress(await searchParams);
  const comment = await load((ctx) => getComment(ctx, commentId, "plan:read"));
  const { plan, number, disposition, about } = comment;
  const back = `/plan/consultation?plan=${plan.id}`;
  return (
    <Main width="two-thirds" back={<BackLink href={back}>Back to the consultation</BackLink>}>
      <PageTitle>{`Comment ${number}`}</PageTitle>
      <DoneAlert done={done} labels={consultationDoneLabels} />
      <PageHeading caption={plan.title}>Comment {number}</PageHeading>
      <Said comment={comment} />
      {disposition ? (
        <Answered comment={comment} />
      ) : (
        comment.mayWrite && (
          <SettleForm
            commentId={commentId}
            planId={plan.id}
            version={`${comment.lineVersion}`}
            parts={[...partsOf[about]]}
          />
        )
      )}
    </Main>
  );
}

const Said = ({ comment }: { comment: CommentToSettle }) => (
  <SummaryList
    rows={[
      { key: "Comment", value: <Paragraphs text={comment.text} /> },
      { key: "Said by", value: comment.source },
      { key: "Kind of source", value: sourceKindLabels[comment.sourceKind] },
      { key: "Day", value: <Time day={comment.saidDay} /> },
      {
        key: "About",
        value: comment.actionId ? (
          <>
            <Link href={`/plan/actions/${comment.actionId}`}>{comment.line}</Link>
            {comment.lineText && `: ${comment.lineText}`}
          </>
        ) : (
          comment.line
        ),
      },
      { key: "What was asked", value: <Paragraphs text={comment.question} /> },
    ]}
  />
);

const Answered = ({ comment }: { comment: CommentToSettle }) => (
  <>
    <h2 className="govuk-heading-m">What came of it</h2>
    <SummaryList
      rows={[
        { key: "Answer", value: <DispositionTag disposition={comment.disposition} /> },
        { key: "Reason", value: <Paragraphs text={comment.reason} /> },
        ...(comment.changedPart && comment.afterText
          ? [
              { key: "What was changed", value: changedPartLabels[comment.changedPart] },
              {
                key: "Before and after",
                value: <BeforeAndAfter before={comment.beforeText} after={comment.afterText} />,
              },
            ]
          : []),
        {
          key: "Answered by",
          value: comment.settledAt && (
            <>
              {comment.settledBy}, <Time at={comment.settledAt} />
            </>
          ),
        },
      ]}
    />
  </>
);
