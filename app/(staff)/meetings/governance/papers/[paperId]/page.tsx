import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { InsetText, Paragraphs } from "@/components/ui/text";
import { paperMarkings } from "@/lib/governance/labels";
import { viewPaper } from "@/lib/governance/meetings/queries";
import { load } from "@/lib/request/load";
import { WithdrawForm } from "./withdraw-form";

type Props = PageProps<"/meetings/governance/papers/[paperId]">;

export default async function PaperPage({ params }: Props) {
  const { paperId } = await params;
  const { paper, item, meeting, mayWithdraw } = await load((ctx) => viewPaper(ctx, paperId));
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/meetings/governance/items/${item.id}`}>Back to the item</BackLink>}
    >
      <PageTitle>{`${paper.title}, ${meeting.body.name}`}</PageTitle>
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
      {mayWithdraw && <WithdrawForm paperId={paperId} />}
    </Main>
  );
}
