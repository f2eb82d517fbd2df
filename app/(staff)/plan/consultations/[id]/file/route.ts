import { exportResponse } from "@/lib/consultations/queries";
import { csvColumns, csvRows } from "@/lib/consultations/rules";
import { toCsv } from "@/lib/csv";
import { toDocx } from "@/lib/docx";
import { toPdf } from "@/lib/pdf";
import { deliver } from "@/lib/request/deliver";

type Params = { params: Promise<{ id: string }> };

const types = {
  pdf: "application/pdf",
  docx: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
  csv: "text/csv; charset=utf-8",
} as const;
const isType = (as: string): as is keyof typeof types => Object.hasOwn(types, as);

/** A response, made by the same engine as the reports. */
export async function GET(request: Request, { params }: Params) {
  const { id } = await params;
  const asked = new URL(request.url).searchParams.get("as") ?? "pdf";
  const as = isType(asked) ? asked : "pdf";
  return deliver(
    async (ctx) => {
      const { response, isDraft, blocks, createdAt } = await exportResponse(ctx, id, as);
      const { title, reference } = response;
      const marking = isDraft ? "DRAFT – OFFICIAL" : "OFFICIAL";
      const about = { title, marking, footer: reference, createdAt };
      if (as === "csv") return { reference, body: toCsv(csvColumns, csvRows(response)) };
      if (as === "pdf") return { reference, body: toPdf(blocks, about) };
      return { reference, body: new Uint8Array(await toDocx(blocks, about)) };
    },
    ({ reference, body }) =>
      new Response(body, {
        headers: {
          "Content-Type": types[as],
          "Content-Disposition": `attachment; filename="${reference}.${as}"`,
        },
      }),
  );
}
