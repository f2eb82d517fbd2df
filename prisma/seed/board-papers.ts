import { buffer } from "node:stream/consumers";

import { paperPlace } from "@/lib/attachments/queries";
import { newDataKey, seal, sha256 } from "@/lib/crypto/vault";
import { addDays, type Day } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import { toPdf } from "@/lib/pdf";
import { at, played, type World } from "./world";

type Tx = Prisma.TransactionClient;
type At = { itemId: string; meetingId: string; bodyId: string; areaId: string; day: Day };

const title = "Sessions for schools, by term";

const sheet = (createdAt: Date): Promise<Buffer> =>
  buffer(
    toPdf(
      [
        { kind: "heading", level: 1, text: title },
        {
          kind: "text",
          text: "Schools ask for more sessions than one education officer can hold. What could not be held goes to the next term.",
        },
        {
          kind: "table",
          columns: ["Term", "Asked for", "Held"],
          rows: [
            ["Autumn", "9", "6"],
            ["Spring", "8", "5"],
            ["Summer", "9", "3"],
          ],
        },
      ],
      { title, marking: "OFFICIAL", footer: "Demonstration", createdAt },
    ),
  );

/** A paper of a meeting that is a file, as it would have been uploaded. */
export async function addFilePaper(tx: Tx, world: World, { itemId, day, ...of }: At) {
  const addedAt = at(addDays(day, -7), 11);
  const [paperId, dataKeyId] = [world.chance.id(addedAt), world.chance.id(addedAt)];
  const added = { addedByHatId: played(world, "prevent").hatId, addedAt };
  const { wrapped, version } = newDataKey(dataKeyId);
  const file = await sheet(addedAt);
  await tx.governancePaper.create({
    data: { id: paperId, itemId, ...of, title, marking: "official", isFile: true, ...added },
  });
  await tx.dataKey.create({
    data: {
      ...{ id: dataKeyId, areaId: of.areaId, bodyId: of.bodyId, wrapped },
      ...{ wrappingVersion: version, createdAt: addedAt },
    },
  });
  await tx.governanceFile.create({
    data: {
      ...{ paperId, ...of, dataKeyId, name: "sessions-by-term.pdf", bytes: file.length },
      ...{ contentType: "application/pdf", sha256: sha256(file), scan: "not_scanned", ...added },
      sealed: seal({ id: dataKeyId, wrapped }, paperPlace(paperId), file),
    },
  });
}
