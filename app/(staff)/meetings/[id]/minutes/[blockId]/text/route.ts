import { exportBlock } from "@/lib/panels/minutes/queries";
import { copyAsText } from "@/lib/panels/minutes/rules";
import { readExportAddress } from "@/lib/panels/minutes/schema";
import { deliver } from "@/lib/request/deliver";

type Context = RouteContext<"/meetings/[id]/minutes/[blockId]/text">;

/** M-06: the same copy as the printed one, as a file. */
export async function GET(request: Request, { params }: Context) {
  const { blockId } = await params;
  const { searchParams } = new URL(request.url);
  const asked = readExportAddress({
    for: searchParams.get("for") ?? undefined,
    without: searchParams.getAll("without[]"),
  });
  return deliver(
    (ctx) => exportBlock(ctx, blockId, asked),
    (copy) =>
      new Response(copyAsText(copy), {
        headers: {
          "Content-Type": "text/plain; charset=utf-8",
          "Content-Disposition": `attachment; filename="minutes-${copy.reference}.txt"`,
        },
      }),
  );
}
