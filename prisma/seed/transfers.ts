import { newDataKey } from "@/lib/crypto/vault";
import { addDays } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import { outcomeLabels } from "@/lib/panels/labels";
import { takeOverSealed } from "@/lib/transfers/sealed/commands";
import type { Opened } from "./casework";
import { asIf, asNobody } from "./log";
import { during, played, streamOf, type World } from "./world";

type Tx = Prisma.TransactionClient;
type Offered = { caseId: string; areaId: string; reference: string; stage: string };

/** T27: one case that the county took on, one that it is asked about, and one that it offers to the city. */
export async function handOn(tx: Tx, world: World, cases: Opened[]): Promise<void> {
  const county = played(world, "w.ashcombe");
  const gone = cases.find(({ story }) => story.isTransferred);
  const going = cases.findLast(({ row }) => row.status === "in_support" && !row.pausedSince);
  if (!gone || !going) return;
  const first = { on: -30, by: gone.coordinator.hatId, isChild: gone.isChild };
  const taken = await takeOn(tx, world, await offer(tx, world, toOffer(gone), first));
  await offer(tx, world, toOffer(going), {
    ...{ on: -4, by: going.coordinator.hatId, isChild: going.isChild },
  });
  await offer(tx, world, taken, { on: -2, by: county.hatId, isChild: gone.isChild });
}

const toOffer = ({ caseId, caseReference: reference, row }: Opened): Offered => ({
  ...{ caseId, reference, areaId: row.areaId, stage: row.status },
});

type How = { on: number; by: string; isChild: boolean };

async function offer(tx: Tx, world: World, offered: Offered, { on, by, isChild }: How) {
  const { places, today } = world;
  const offeredAt = during(world, addDays(today, on));
  const { Northbridge: city, "Wyvern County": county } = places.areaId;
  const { id } = await tx.caseTransfer.create({
    data: {
      ...{ ...offered, isChild, offeredByHatId: by, offeredAt, toldBy: "coordinator" },
      toAreaId: (offered.areaId === city ? county : city) as string,
      summary:
        "Gathering is done and the family is in touch every week. A mentor was a good match, and a new school begins next month.",
      reason: "The family has moved house, and the new school is on your side.",
    },
    select: { id: true },
  });
  return { id, offeredAt };
}

/** The same function that the receiving coordinator's yes calls, so that the copy is what it would be. */
async function takeOn(tx: Tx, world: World, { id }: { id: string }): Promise<Offered> {
  const { chance, today } = world;
  const county = played(world, "w.ashcombe");
  const at = during(world, addDays(today, -27));
  const dataKeyId = chance.id(at);
  const { wrapped, version } = newDataKey(dataKeyId);
  await asIf(tx, county);
  const [opened] = await tx.$queryRaw<{ caseId: string; reference: string; stage: string }[]>`
    select case_id as "caseId", case_reference as reference, case_status as stage
      from accept_transfer(${id}::uuid, ${dataKeyId}::uuid, ${wrapped}, ${version}::int, ${streamOf(dataKeyId)},
                           ${JSON.stringify(outcomeLabels)}::jsonb, ${at})`;
  if (opened) await takeOverSealed({ tx }, id, { id: dataKeyId, wrapped });
  await asNobody(tx);
  if (!opened) throw new Error("The county did not take the case on.");
  return { ...opened, areaId: county.areaId };
}
