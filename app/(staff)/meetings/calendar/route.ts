import { exportCalendar } from "@/lib/panels/calendar/queries";
import { deliver } from "@/lib/request/deliver";

/** Every meeting to come that its reader is asked to, for their calendar. */
export const GET = () =>
  deliver(
    exportCalendar,
    (text) =>
      new Response(text, {
        headers: {
          "Content-Type": "text/calendar; charset=utf-8",
          "Content-Disposition": 'attachment; filename="meetings.ics"',
        },
      }),
  );
