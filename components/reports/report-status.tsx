import { Tag } from "@/components/ui/tag";
import { type ReportStatus, reportStatuses } from "@/lib/reports/labels";

const colours = { draft: "grey", in_approval: "yellow", published: "green" } as const;

export const ReportStatusTag = ({ status }: { status: ReportStatus }) => (
  <Tag colour={colours[status]}>{reportStatuses[status]}</Tag>
);
