import { openPaper } from "@/lib/governance/papers/queries";
import { deliverFile } from "@/lib/request/deliver";

type Props = { params: Promise<{ id: string }> };

/** A paper of a meeting of a body. */
export async function GET(_request: Request, { params }: Props) {
  const { id } = await params;
  return deliverFile((ctx) => openPaper(ctx, id));
}
