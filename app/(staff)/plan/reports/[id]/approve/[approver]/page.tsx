import { BackLink } from "@/components/layout/back-link";
import { Main } from "@/components/layout/main";
import { PageTitle } from "@/components/ui/page-title";
import { approverRoles } from "@/lib/reports/labels";
import { getApprovalToGive } from "@/lib/reports/queries";
import { load } from "@/lib/request/load";
import { GiveForm, RecordForm } from "./approval-forms";

type Props = PageProps<"/plan/reports/[id]/approve/[approver]">;

export default async function ApprovePage({ params }: Props) {
  const { id, approver: approverId } = await params;
  const { report, approver, isOwn } = await load((ctx) => getApprovalToGive(ctx, id, approverId));
  const of = {
    ...{ reportId: id, approverId, title: report.title },
    number: report.latestVersion,
    post: `${approverRoles[approver.role]}: ${approver.post}`,
  };
  return (
    <Main
      width="two-thirds"
      back={<BackLink href={`/plan/reports/${id}`}>Back to the report</BackLink>}
    >
      <PageTitle>{isOwn ? "Approve the report" : "Record an approval"}</PageTitle>
      {isOwn ? <GiveForm {...of} /> : <RecordForm {...of} />}
    </Main>
  );
}
