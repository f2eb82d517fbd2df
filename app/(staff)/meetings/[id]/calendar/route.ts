import { exportCalendarEntry } from "@/lib/panels/calendar/queries";
import { deliver } from "@/lib/request/deliver";

type Params = { params: Promise<{ id: string }> };

/** One meeting for a calendar: when it is, and the way back here. */
export async function GET(_: Request, { params }: Params) {
  const { id } = await params;
  return deliver(
    (ctx) => exportCalendarEntry(ctx, id),
    (text) =>
      new Response(text, {
        headers: {
          "Content-Type": "text/calendar; charset=utf-8",
          "Content-Disposition": 'attachment; filename="meeting.ics"',
        },
      }),
  );
}
