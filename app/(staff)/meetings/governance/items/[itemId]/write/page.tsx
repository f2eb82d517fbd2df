import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { getBoardItem } from "@/lib/governance/meetings/queries";
import { load } from "@/lib/request/load";
import { AnswerForm } from "./answer-form";
import { WriteForm } from "./write-form";

type Props = PageProps<"/meetings/governance/items/[itemId]/write">;

export default async function WriteItemPage({ params }: Props) {
  const { itemId } = await params;
  const { item, meeting } = await load((ctx) => getBoardItem(ctx, itemId, "board:decide"));
  const caption = `${meeting.body.name}: ${item.title}`;
  const version = `${item.version}`;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/governance/items/${itemId}`}>Back to the item</BackLink>}
    >
      <PageTitle>{`${item.escalation ? "Answer the question" : "Write up the item"}, ${caption}`}</PageTitle>
      {item.escalation ? (
        <AnswerForm
          itemId={itemId}
          caption={caption}
          version={version}
          question={item.escalation.question}
          options={item.escalation.options}
          recommendation={item.escalation.recommendation}
        />
      ) : (
        <WriteForm
          itemId={itemId}
          caption={caption}
          values={{
            ...{ version, note: item.note ?? "", decision: item.decision ?? "" },
            ...{ decisionKind: item.decisionKind ?? "", exempt: item.isExempt ? "yes" : "no" },
          }}
        />
      )}
    </Main>
  );
}
