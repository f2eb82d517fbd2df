import { formatDay } from "@/lib/dates";
import { exportPack } from "@/lib/panels/packs/queries";
import { toPdf } from "@/lib/pdf";
import { deliver } from "@/lib/request/deliver";

type Params = { params: Promise<{ id: string }> };

/** The reader's own pack on paper. Its name says nothing of what is in it. */
export async function GET(_: Request, { params }: Params) {
  const { id } = await params;
  return deliver(
    (ctx) => exportPack(ctx, id),
    ({ meeting, blocks, watermark, createdAt }) =>
      new Response(
        toPdf(blocks, {
          ...{ watermark, createdAt, marking: "OFFICIAL-SENSITIVE" },
          title: `Panel pack, ${formatDay(meeting.heldOn)}`,
        }),
        {
          headers: {
            "Content-Type": "application/pdf",
            "Content-Disposition": `attachment; filename="pack-${meeting.heldOn}.pdf"`,
          },
        },
      ),
  );
}
