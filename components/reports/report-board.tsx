import { Link } from "@/components/ui/link";

type Props = { report: { board: string; body: { id: string } | null } };

/** Whom a report is put to: a link to the body, for whoever may know of it; of an older one the name alone. */
export const ReportBoard = ({ report: { board, body } }: Props) =>
  body ? <Link href={`/meetings/bodies/${body.id}`}>{board}</Link> : board;
