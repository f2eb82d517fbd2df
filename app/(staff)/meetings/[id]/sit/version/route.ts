import { findSittingVersion } from "@/lib/panels/sitting/queries";
import { deliver } from "@/lib/request/deliver";

type Context = RouteContext<"/meetings/[id]/sit/version">;

/** Whether anything has changed that this reader may see. Nothing of a case is in the answer. */
export async function GET(_: Request, { params }: Context) {
  const { id } = await params;
  return deliver(
    (ctx) => findSittingVersion(ctx, id),
    (found) => Response.json(found),
    { isWatching: true },
  );
}
