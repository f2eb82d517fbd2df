import "server-only";

import type { Actor } from "@/lib/access/actor";
import type { Context } from "@/lib/db/with-actor";
import type { Refusal } from "@/lib/errors";
import { attempt } from "@/lib/request/attempt";
import { isOurs } from "@/lib/request/origin";
import { actorOf, currentSession } from "@/lib/request/session";

type Door<Prepared, T> = {
  /** Whether this actor may send a file here: asked before any of it is read. The command asks again. */
  ask: (ctx: Context) => Promise<unknown>;
  /** How much may be posted, in bytes. Counted as they come: what the headers say is not believed. */
  mostBytes: number;
  /** Before the transaction, since it takes its time. Given nothing when not all of it arrived. */
  prepare: (posted: FormData | "too_large" | "lost") => Promise<Prepared>;
  command: (ctx: Context, prepared: Prepared) => Promise<T>;
  next: (prepared: Prepared) => string;
  /** The page to go back to, with the code of what was wrong. Nothing personal: it is an address. */
  back: (problem: string) => string;
};

type Upload = (actor: Actor, request: Request) => Promise<Response>;

const goTo = (path: string) =>
  new Response(null, { status: 303, headers: { Location: path, "Cache-Control": "no-store" } });

/** One kind of upload: by whom it may be sent, no more than is allowed; then one command in one transaction. */
export const upload =
  <Prepared, T>({ ask, mostBytes, prepare, command, next, back }: Door<Prepared, T>): Upload =>
  async (actor, request) => {
    const refusedTo = ({ detail }: Refusal) => goTo(back(detail.problem ?? "lost"));
    const asked = await attempt(actor, ask);
    if (!asked.ok) return refusedTo(asked.refusal);
    const prepared = await prepare(await read(request, mostBytes));
    const done = await attempt(actor, (ctx) => command(ctx, prepared));
    return done.ok ? goTo(next(prepared)) : refusedTo(done.refusal);
  };

/** The door for uploads: from our own pages, and signed in. */
export async function receive(request: Request, take: Upload): Promise<Response> {
  if (!isOurs(request.headers)) {
    return new Response("This request did not come from our pages.", { status: 403 });
  }
  const actor = actorOf(await currentSession());
  return actor ? take(actor, request) : goTo("/sign-in");
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
