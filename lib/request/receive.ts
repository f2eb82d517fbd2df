import "server-only";

import type { Context } from "@/lib/db/with-actor";
import { attempt } from "@/lib/request/attempt";
import { isOurs } from "@/lib/request/origin";
import { actorOf, currentSession } from "@/lib/request/session";

type Door<Prepared, T> = {
  /** How much may be posted, in bytes. Counted as they come: what the headers say is not believed. */
  mostBytes: number;
  /** Before the transaction, since it takes its time. Given nothing when not all of it arrived. */
  prepare: (posted: FormData | "too_large" | "lost") => Promise<Prepared>;
  command: (ctx: Context, prepared: Prepared) => Promise<T>;
  /** The page to go back to, and with a refusal the code of what was wrong. Nothing personal: it is an address. */
  back: (prepared: Prepared, problem?: string) => string;
};

const goTo = (path: string) =>
  new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });

/** The door for uploads: from our own pages, signed in, no more than is allowed; then one command in one transaction. */
export async function receive<Prepared, T>(
  request: Request,
  { mostBytes, prepare, command, back }: Door<Prepared, T>,
): Promise<Response> {
  if (!isOurs(request.headers)) {
    return new Response("This request did not come from our pages.", { status: 403 });
  }
  const actor = actorOf(await currentSession());
  if (!actor) return goTo("/sign-in");
  const prepared = await prepare(await read(request, mostBytes));
  const done = await attempt(actor, (ctx) => command(ctx, prepared));
  return goTo(done.ok ? back(prepared) : back(prepared, done.refusal.detail.problem ?? "lost"));
}

async function read(request: Request, mostBytes: number): Promise<FormData | "too_large" | "lost"> {
  let count = 0;
  const counted = request.body?.pipeThrough(
    new TransformStream<Uint8Array, Uint8Array>({
      transform(chunk, controller) {
        count += chunk.byteLength;
        if (count > mostBytes) controller.error(new Error("Too much was posted"));
        else controller.enqueue(chunk);
      },
    }),
  );
  const type = request.headers.get("content-type") ?? "";
  return new Response(counted ?? null, { headers: { "content-type": type } })
    .formData()
    .catch(() => (count > mostBytes ? "too_large" : "lost"));
}
