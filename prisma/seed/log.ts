import type { Prisma } from "@/lib/db/generated/client";
import type { Worn } from "./accounts";
import type { Opened } from "./casework";
import { played, streamOf, type World } from "./world";

const pages = ["overview", "information", "chronology", "panel"];

/** Who has looked at some of the cases, written through the log's own trigger so that the chain holds. */
export async function lookAtCases(
  tx: Prisma.TransactionClient,
  world: World,
  cases: Opened[],
): Promise<void> {
  const { chance } = world;
  const open = cases.filter(({ row }) => row.status !== "retention").slice(-40);
  for (const part of ["coordinator", "chair", "gateway", "panel.health"]) {
    const who = played(world, part);
    await asIf(tx, who);
    const theirs = open.filter(({ caseId }) => mayLook(world, who, caseId));
    for (const { dataKeyId, caseReference: reference } of chance.some(theirs, 14)) {
      for (const page of chance.some(pages, chance.between(1, 2))) {
        const facts = JSON.stringify({ reference, page });
        await tx.$executeRaw`
          insert into audit_events (stream, type, facts)
          values (${streamOf(dataKeyId)}, 'case.viewed', ${facts}::jsonb)`;
      }
    }
  }
  await asNobody(tx);
}

export const asNobody = (tx: Prisma.TransactionClient) => tx.$executeRaw`
  select set_config('app.actor_id', '', true), set_config('app.actor_hat', '', true),
         set_config('app.actor_role', '', true), set_config('app.actor_area', '', true)`;

const mayLook = ({ rows }: World, { hatId, userId, role }: Worn, caseId: string) =>
  !rows.caseConflict.some((one) => one.caseId === caseId && one.userId === userId) &&
  (role === "gateway_officer" ||
    rows.caseWorker.some((one) => one.caseId === caseId && one.hatId === hatId) ||
    rows.panelAttendee.some((one) => one.caseId === caseId && one.hatId === hatId));

/** From here on, in this transaction, the database takes this person to be asking. */
export const asIf = (tx: Prisma.TransactionClient, who: Worn) => tx.$executeRaw`
  select set_config('app.actor_id', ${who.userId}, true), set_config('app.actor_hat', ${who.hatId}, true),
         set_config('app.actor_role', ${who.role}, true), set_config('app.actor_area', ${who.areaId}, true),
         set_config('app.actor_organisation', ${who.organisationId}, true)`;
