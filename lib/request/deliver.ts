import "server-only";

import { dispositionOf } from "@/lib/attachments/rules";
import type { Context } from "@/lib/db/with-actor";
import { attempt } from "@/lib/request/attempt";
import { actorOf, currentSession, watchingSession } from "@/lib/request/session";

const absent = () =>
  new Response("Page not found", { status: 404, headers: { "Cache-Control": "no-store" } });

/** The door for files and feeds: read as the signed-in actor, answer with bytes. What is refused is not there. */
export async function deliver<T>(
  query: (ctx: Context) => Promise<T>,
  respond: (answer: T) => Response,
  { isWatching = false } = {},
): Promise<Response> {
  const actor = actorOf(await (isWatching ? watchingSession() : currentSession()));
  if (!actor) return absent();
  const attempted = await attempt(actor, query, { isView: isWatching });
  if (!attempted.ok) return absent();
  const response = respond(attempted.value);
  response.headers.set("Cache-Control", "no-store");
  return response;
}

type File = { name: string; contentType: string; bytes: Buffer };

/** A file that somebody put here: to save, never to show, so that whatever it holds is not run in our name. */
export const deliverFile = (query: (ctx: Context) => Promise<File>): Promise<Response> =>
  deliver(
    query,
    ({ name, contentType, bytes }) =>
      new Response(new Uint8Array(bytes), {
        headers: {
          "Content-Type": contentType,
          "Content-Length": String(bytes.length),
          "Content-Disposition": dispositionOf(name),
          "Content-Security-Policy": "default-src 'none'; sandbox",
          "X-Content-Type-Options": "nosniff",
        },
      }),
  );
