import { LinkButton } from "@/components/form/button";
import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { BlockText, Comments } from "@/components/panels/minute-block";
import { DoneAlert } from "@/components/ui/done-alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { InsetText } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { formatDay } from "@/lib/dates";
import { doneLabels } from "@/lib/panels/minutes/labels";
import { viewBlock } from "@/lib/panels/minutes/queries";
import { load } from "@/lib/request/load";
import { ChangeForm, CommentForm, CorrectForm } from "./block-forms";

type Props = PageProps<"/meetings/[id]/minutes/[blockId]">;

export default async function BlockPage({ params, searchParams }: Props) {
  const { id, blockId } = await params;
  const { done } = await searchParams;
  const block = await load((ctx) => viewBlock(ctx, blockId));
  const { reference, meeting, may, signedAt, comments, version, body } = block;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/${id}/minutes`}>Back to the minutes</BackLink>}
    >
      <PageTitle>{`Minutes of ${reference}`}</PageTitle>
      <DoneAlert done={done} labels={doneLabels} />
      <PageHeading caption={`${meeting.title}, ${formatDay(meeting.heldOn)}`}>
        Minutes of <span className="app-reference">{reference}</span>
      </PageHeading>
      {signedAt && (
        <InsetText>
          Signed on <Time at={signedAt} />. Nobody can change it.
        </InsetText>
      )}
      {may.change ? (
        <ChangeForm key={version} blockId={blockId} version={version} body={body} />
      ) : (
        <BlockText block={block} />
      )}
      {!signedAt && comments.length > 0 && (
        <>
          <h2 className="govuk-heading-m">Comments on the draft</h2>
          <Comments comments={comments} />
        </>
      )}
      {may.comment && (
        <>
          <h2 className="govuk-heading-m">Comment on the draft</h2>
          <CommentForm key={comments.length} blockId={blockId} />
        </>
      )}
      {may.correct && (
        <>
          <h2 className="govuk-heading-m">Correct it by an addition</h2>
          <CorrectForm key={block.addenda.length} blockId={blockId} />
        </>
      )}
      {may.take && (
        <LinkButton href={`/meetings/${id}/minutes/${blockId}/export`} variant="secondary">
          Make a copy for somebody outside the panel
        </LinkButton>
      )}
    </Main>
  );
}
