import { Link } from "@/components/ui/link";
import { Table } from "@/components/ui/table";
import { Tag } from "@/components/ui/tag";
import { Time } from "@/components/ui/time";
import { type ApproverRole, approverRoles, type ReportStatus } from "@/lib/reports/labels";

type Approver = {
  id: string;
  role: ApproverRole;
  post: string;
  hatId: string | null;
  isEnded: boolean;
};
type Approval = {
  approverId: string;
  versionNumber: number;
  name: string;
  givenDay: string;
  note: string | null;
};
type Of = {
  status: ReportStatus;
  latestVersion: number;
  approvers: Approver[];
  approvals: Approval[];
};
type Props = { report: Of; approveHref?: ((approverId: string) => string) | undefined };

/** Whom the approvals of a version come from. What was approved before the text changed is void, and says so (BR-02). */
export function ApprovalTable({ report, approveHref }: Props) {
  const { approvers, approvals } = report;
  // The published version is the approved one with its approvals.
  const counts = report.status === "published" ? report.latestVersion - 1 : report.latestVersion;
  const isStill = report.status !== "draft";
  return (
    <Table
      caption="Approvals"
      columns={[{ text: "Officer" }, { text: "Approved" }, { text: "By" }, { text: "Note" }]}
      empty="Nobody has been named to approve this report yet."
      keepsCaption
      rows={approvers
        .filter(({ isEnded }) => !isEnded)
        .map(({ id, role, post, hatId }) => {
          const given = approvals.findLast((one) => one.approverId === id);
          const isCounted = isStill && given?.versionNumber === counts;
          return {
            key: id,
            cells: [
              `${approverRoles[role]}: ${post}`,
              <Standing key="standing" given={given} isCounted={isCounted} />,
              given?.name ??
                (approveHref && hatId === null ? (
                  <Link key="record" href={approveHref(id)}>
                    Record the approval
                    <span className="govuk-visually-hidden"> of {post}</span>
                  </Link>
                ) : hatId ? (
                  "Gives it here"
                ) : (
                  "Is recorded by the co-ordinator"
                )),
              given ? (given.note ?? "None") : "None yet",
            ],
          };
        })}
    />
  );
}

function Standing({ given, isCounted }: { given: Approval | undefined; isCounted: boolean }) {
  if (!given) return <Tag colour="yellow">Waiting</Tag>;
  if (!isCounted)
    return (
      <>
        <Tag colour="orange">Void</Tag> It was given for version {given.versionNumber}, and the text
        has changed since.
      </>
    );
  return (
    <>
      <Tag colour="green">Approved</Tag> <Time day={given.givenDay} short />, version{" "}
      {given.versionNumber}
    </>
  );
}
