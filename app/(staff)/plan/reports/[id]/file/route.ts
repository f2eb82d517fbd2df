import { toDocx } from "@/lib/docx";
import { toPdf } from "@/lib/pdf";
import { readReportAddress } from "@/lib/reports/schema";
import { exportVersion } from "@/lib/reports/versions/queries";
import { deliver } from "@/lib/request/deliver";

type Params = { params: Promise<{ id: string }> };

const docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

/** A frozen copy on paper, or as a document to go on with; and the outline for slides (3.1). */
export async function GET(request: Request, { params }: Params) {
  const { id } = await params;
  const asked = new URL(request.url).searchParams;
  const { part } = readReportAddress({ part: asked.get("part") ?? undefined });
  const number = Number(asked.get("number")) || undefined;
  const as = asked.get("as") === "slides" ? "slides" : asked.get("as") === "docx" ? "docx" : "pdf";
  return deliver(
    async (ctx) => {
      const found = await exportVersion(ctx, id, { number, part, as });
      const { title, marking, name, blocks, madeAt: createdAt } = found;
      const about = { title, marking, footer: name };
      if (as === "pdf")
        return { name: `${name}.pdf`, body: toPdf(blocks, { ...about, createdAt }) };
      const ending = as === "slides" ? "-slides" : "";
      return { name: `${name}${ending}.docx`, body: new Uint8Array(await toDocx(blocks, about)) };
    },
    ({ name, body }) =>
      new Response(body, {
        headers: {
          "Content-Type": as === "pdf" ? "application/pdf" : docx,
          "Content-Disposition": `attachment; filename="${name}"`,
        },
      }),
  );
}
