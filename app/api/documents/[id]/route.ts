import { openVersion } from "@/lib/documents/queries";
import { deliverFile } from "@/lib/request/deliver";

type Props = { params: Promise<{ id: string }> };

/** A version of a document of a case. */
export async function GET(_request: Request, { params }: Props) {
  const { id } = await params;
  return deliverFile((ctx) => openVersion(ctx, id));
}
