import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { DoneAlert } from "@/components/ui/done-alert";
import { PageHeading } from "@/components/ui/page-heading";
import { PageTitle } from "@/components/ui/page-title";
import { Table } from "@/components/ui/table";
import { roleLabels } from "@/lib/access/labels";
import { approverRoles, reportDoneLabels } from "@/lib/reports/labels";
import { getApproversToName } from "@/lib/reports/queries";
import { readReportAddress } from "@/lib/reports/schema";
import { load } from "@/lib/request/load";
import { ApproverForm } from "./approver-form";
import { EndApproverForm } from "./end-approver-form";

type Props = PageProps<"/plan/reports/[id]/approvers">;

export default async function ApproversPage({ params, searchParams }: Props) {
  const { id } = await params;
  const { done } = readReportAddress(await searchParams);
  const { report, hats } = await load((ctx) => getApproversToName(ctx, id));
  const nameOf = (hatId: string | null) => hats.find((hat) => hat.id === hatId)?.name;
  return (
    <Main back={<BackLink href={`/plan/reports/${id}`}>Back to the report</BackLink>}>
      <PageTitle>{`Who approves ${report.reference}`}</PageTitle>
      <DoneAlert done={done} labels={reportDoneLabels} />
      <PageHeading caption={report.reference}>Who has to approve it</PageHeading>
      <Table
        caption="Officers named"
        columns={[
          { text: "Officer" },
          { text: "Given by" },
          { text: "No longer needed", isHidden: true },
        ]}
        empty="Nobody has been named yet."
        keepsCaption
        rows={report.approvers
          .filter(({ isEnded }) => !isEnded)
          .map(({ id: approverId, role, post, hatId }) => ({
            key: approverId,
            cells: [
              `${approverRoles[role]}: ${post}`,
              hatId
                ? `${nameOf(hatId) ?? "An account"}, here`
                : "You record it, with name and date",
              <EndApproverForm key="end" approverId={approverId} post={post} />,
            ],
          }))}
      />
      <ApproverForm
        reportId={id}
        hats={hats.map(({ id: value, name, role, organisation }) => ({
          value,
          label: `${name}, ${roleLabels[role as keyof typeof roleLabels]}, ${organisation}`,
        }))}
      />
    </Main>
  );
}
