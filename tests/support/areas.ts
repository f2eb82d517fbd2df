import type { Actor } from "@/lib/access/actor";
import type { PostKind } from "@/lib/areas/labels";
import { addDays, dayOf, toDateColumn } from "@/lib/dates";
import { owner } from "./owner";

/** A team or a lead of this co-ordinator's area. */
export const anAreaPost = ({ areaId, hatId }: Actor, kind: PostKind = "team") =>
  owner.areaPost.create({
    data: {
      ...{ areaId, kind, name: "Ro Ashby", about: "Director", contact: "ro@council.example" },
      ...{ fromOn: toDateColumn(addDays(dayOf(new Date()), -90)) },
      ...{ addedByHatId: hatId, addedAt: new Date() },
    },
    select: { id: true },
  });
