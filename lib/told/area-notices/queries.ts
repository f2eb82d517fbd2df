import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { anId } from "@/lib/schema";

const newestFirst = [{ setAt: "desc" }, { id: "desc" }] as const;
const words = { controller: true, contact: true, childContact: true, link: true } as const;

/** TR-01: the areas that have a notice of their own, and the notice of one of them. Anybody may read it. */
export async function readNotices({ tx }: Context, areaId: unknown) {
  const found = await tx.areaNotice.findMany({
    distinct: ["areaId"],
    orderBy: [...newestFirst],
    select: { ...words, setAt: true, area: { select: { id: true, name: true } } },
  });
  const notices = found.toSorted((one, other) => one.area.name.localeCompare(other.area.name));
  const wanted = anId().safeParse(areaId).data;
  return {
    areas: notices.map(({ area }) => area),
    notice: notices.find(({ area }) => area.id === wanted) ?? null,
  };
}

/** The notice of one's own area, for whoever may change it, with every wording it had. */
export async function viewNotice(ctx: Context) {
  const { actor, tx } = ctx;
  const { areaId } = actor;
  authorize(actor, "area:manage", { areaId });
  const found = await tx.areaNotice.findMany({
    where: { areaId },
    orderBy: [...newestFirst],
    take: 50,
    select: {
      ...{ id: true, ...words, setAt: true },
      setByHat: { select: { user: { select: { name: true } } } },
    },
  });
  await record(ctx, { type: "area.viewed", facts: { page: "notice" } });
  const versions = found.map(({ setByHat, ...one }) => ({ ...one, setBy: setByHat.user.name }));
  return { areaId, now: versions[0] ?? null, versions };
}
