import { openAttachment } from "@/lib/attachments/queries";
import { deliverFile } from "@/lib/request/deliver";

type Props = { params: Promise<{ id: string }> };

/** A file that came with a referral. */
export async function GET(_request: Request, { params }: Props) {
  const { id } = await params;
  return deliverFile((ctx) => openAttachment(ctx, id));
}
