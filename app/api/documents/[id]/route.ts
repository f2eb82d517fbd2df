import { dispositionOf } from "@/lib/attachments/rules";
import { openVersion } from "@/lib/documents/queries";
import { deliver } from "@/lib/request/deliver";

type Props = { params: Promise<{ id: string }> };

/** A version of a document to save, never to show: whatever it holds is not run in our name. */
export async function GET(_request: Request, { params }: Props) {
  const { id } = await params;
  return deliver(
    (ctx) => openVersion(ctx, id),
    ({ name, contentType, bytes }) =>
      new Response(new Uint8Array(bytes), {
        headers: {
          "Content-Type": contentType,
          "Content-Length": String(bytes.length),
          "Content-Disposition": dispositionOf(name),
          "Content-Security-Policy": "default-src 'none'; sandbox",
          "X-Content-Type-Options": "nosniff",
        },
      }),
  );
}
