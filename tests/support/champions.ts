import type { Actor } from "@/lib/access/actor";
import type { Sector } from "@/lib/champions/labels";
import { addDays, dayOf, toDateColumn } from "@/lib/dates";
import { owner } from "./owner";

export const today = dayOf(new Date());

type Traits = {
  organisationId?: string;
  sector?: Sector;
  expiresDay?: string;
  isEnded?: boolean;
  name?: string;
};

/** Somebody who speaks for Prevent, as this co-ordinator would have written them down. */
export async function aChampion(keeper: Actor, traits: Traits = {}) {
  const { areaId, hatId } = keeper;
  const { expiresDay = addDays(today, 200), sector = "schools", name = "Ada Fernley" } = traits;
  const at = new Date();
  return owner.champion.create({
    data: {
      ...{ areaId, organisationId: traits.organisationId ?? keeper.organisationId, sector, name },
      ...{ kind: "internal", post: "Safeguarding lead", contact: "ada@school.example" },
      ...{ appointedOn: toDateColumn(addDays(today, -500)), expiresOn: toDateColumn(expiresDay) },
      ...(traits.isEnded && {
        ...{ endedOn: toDateColumn(today), endedBecause: "A new post" },
        disposeOn: toDateColumn(addDays(today, 1095)),
      }),
      ...{ addedByHatId: hatId, addedAt: at, editedByHatId: hatId, editedAt: at },
    },
    select: { id: true },
  });
}
