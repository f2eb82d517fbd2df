import { secondsLeft } from "@/lib/request/sign-in";

/** How long until this session ends by itself. Asking does not prolong it. */
export async function GET() {
  return Response.json(
    { secondsLeft: await secondsLeft() },
    { headers: { "Cache-Control": "no-store" } },
  );
}
