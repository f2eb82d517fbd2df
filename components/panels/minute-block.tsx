import type { ReactNode } from "react";

import { SummaryCard } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { type ItemKind, itemKinds } from "@/lib/panels/labels";

type Said = { id: string; body: string; writtenAt: Date };
type Block = {
  reference: string;
  kind: ItemKind;
  body: string;
  signedAt: Date | null;
  addenda: Said[];
  comments?: (Said & { organisation: { name: string } })[];
};
type Props = { block: Block; children?: ReactNode };

/** What the minutes say of one case, with what was said of the draft or added after it was signed. */
export function MinuteBlock({ block, children }: Props) {
  const { reference, kind, signedAt, comments = [] } = block;
  return (
    <SummaryCard title={`${reference}, ${itemKinds[kind].toLowerCase()}`} headingLevel={3}>
      <BlockText block={block} />
      {!signedAt && comments.length > 0 && <Comments comments={comments} />}
      {children && <p className="govuk-body">{children}</p>}
    </SummaryCard>
  );
}

export function BlockText({ block }: { block: Pick<Block, "body" | "addenda"> }) {
  return (
    <>
      <Paragraphs text={block.body} />
      {block.addenda.map(({ id, body, writtenAt }) => (
        <div key={id} className="govuk-inset-text">
          <p className="govuk-body">
            Correction added on <Time at={writtenAt} />
          </p>
          <Paragraphs text={body} />
        </div>
      ))}
    </>
  );
}

export function Comments({ comments }: { comments: NonNullable<Block["comments"]> }) {
  return (
    <ul className="govuk-list">
      {comments.map(({ id, body, organisation, writtenAt }) => (
        <li key={id}>
          <p className="govuk-body">
            Comment by {organisation.name}, <Time at={writtenAt} />
          </p>
          <Paragraphs text={body} />
        </li>
      ))}
    </ul>
  );
}
