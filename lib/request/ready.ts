import "server-only";

import { canServe } from "@/lib/db/ready";

/** For machines that decide where to send people. Tells strangers nothing more. */
export async function ready(): Promise<Response> {
  const isReady = await canServe();
  return Response.json(
    { status: isReady ? "ready" : "not ready" },
    { status: isReady ? 200 : 503, headers: { "Cache-Control": "no-store", "Retry-After": "5" } },
  );
}
