import { Tag } from "@/components/ui/tag";
import { type ConsultationStatus, consultationStatuses } from "@/lib/consultations/labels";

const colours = { open: "yellow", signed_off: "teal", submitted: "green" } as const;

export const ConsultationStatusTag = ({ status }: { status: ConsultationStatus }) => (
  <Tag colour={colours[status]}>{consultationStatuses[status]}</Tag>
);
