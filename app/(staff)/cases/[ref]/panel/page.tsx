import { DecisionCard } from "@/components/panels/decision-card";
import { BlockText } from "@/components/panels/minute-block";
import { PanelActions } from "@/components/panels/panel-actions";
import { Link } from "@/components/ui/link";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { Details } from "@/components/ui/text";
import { Time } from "@/components/ui/time";
import { viewCasePanel } from "@/lib/panels/case-file/queries";
import { itemKinds } from "@/lib/panels/labels";
import { load } from "@/lib/request/load";

export default async function CasePanelPage({ params }: PageProps<"/cases/[ref]/panel">) {
  const { ref } = await params;
  const view = await load((ctx) => viewCasePanel(ctx, ref));
  const { reference, items, decisions, actions, minutes, today } = view;
  return (
    <>
      <PageTitle>{`Panel decisions on ${reference}`}</PageTitle>
      <PageHeading caption={reference}>The panel</PageHeading>
      <Table
        caption="Meetings that discuss this case"
        columns={[{ text: "Meeting" }, { text: "When" }, { text: "Why" }]}
        rows={items.map(({ id, kind, meeting }) => ({
          key: id,
          cells: [
            <Link key="meeting" href={`/meetings/${meeting.id}/items/${id}`}>
              {meeting.title}
            </Link>,
            <Time key="when" day={meeting.heldOn} short />,
            itemKinds[kind],
          ],
        }))}
        empty={<NotListed {...view} />}
      />
      <PanelActions actions={actions} today={today} />
      {minutes.length > 0 && <h2 className="govuk-heading-m">Minutes</h2>}
      {minutes.map((block) => (
        <Details
          key={block.id}
          summary={`${block.body.split("\n")[0]} ${block.signedAt ? "Signed" : "Draft"}`}
        >
          <BlockText block={block} />
        </Details>
      ))}
      <h2 className="govuk-heading-m">What the panel has decided</h2>
      {decisions.length === 0 && (
        <p className="govuk-body">The panel has not decided anything on this case.</p>
      )}
      {decisions.map((decision) => (
        <DecisionCard key={decision.id} decision={decision} level={3} />
      ))}
    </>
  );
}

function NotListed({ comesToPanel, mayList }: { comesToPanel: boolean; mayList: boolean }) {
  if (!comesToPanel) return "At this stage a case does not come before the panel.";
  if (!mayList) return "This case is not on any agenda that you are invited to.";
  return (
    <>
      This case is not on any agenda. <Link href="/meetings">Choose a meeting</Link> and add it
      there.
    </>
  );
}
