import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { SummaryList } from "@/components/ui/summary-list";
import { Paragraphs } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { caseStatuses } from "@/lib/cases/labels";
import { load } from "@/lib/request/load";
import { transferStatuses, transferTellers } from "@/lib/transfers/labels";
import { viewOffer } from "@/lib/transfers/queries";
import { AnswerForm } from "./answer-form";

export default async function OfferPage({ params }: PageProps<"/transfers/[id]">) {
  const { id } = await params;
  const offer = await load((ctx) => viewOffer(ctx, id));
  const { reference, status, newReference, answerReason } = offer;
  return (
    <Main
      width="two-thirds"
      back={<BackLink href="/transfers">Back to cases offered by other areas</BackLink>}
    >
      <PageTitle>{`Case ${reference}, offered by ${offer.area.name}`}</PageTitle>
      <PageHeading caption={reference}>{`Offered by ${offer.area.name}`}</PageHeading>
      <SummaryList
        rows={[
          { key: "Stage", value: caseStatuses[offer.stage] },
          { key: "Age", value: offer.isChild ? "Under 18, or not known" : "18 or over" },
          { key: "What you need to know", value: <Paragraphs text={offer.summary} /> },
          { key: "Why it moves", value: <Paragraphs text={offer.reason} /> },
          { key: "Person told by", value: transferTellers[offer.toldBy] },
          { key: "Offered", value: <Time at={offer.offeredAt} /> },
          { key: "Answer", value: status === "offered" ? "None yet" : transferStatuses[status] },
          ...(newReference ? [{ key: "Reference here", value: newReference }] : []),
          ...(answerReason ? [{ key: "Reason", value: answerReason }] : []),
        ]}
      />
      {status === "offered" && <AnswerForm transferId={offer.id} />}
    </Main>
  );
}
