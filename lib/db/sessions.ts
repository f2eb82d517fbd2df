import "server-only";

import type { Role } from "@/lib/access/labels";
import { prisma } from "@/lib/db/client";
import { Prisma } from "@/lib/db/generated/client";

/** A session as it is now: account, hat and rights are read afresh each time. */
export type OpenSession = {
  sessionId: string;
  userId: string;
  userName: string;
  email: string;
  hatId: string | null;
  role: Role | null;
  areaId: string | null;
  areaName: string | null;
  organisationId: string | null;
  organisationName: string | null;
  seat: string | null;
  factorLevel: number;
  idleUntil: Date;
  expiresAt: Date;
  hatCount: number;
};

/**
 * The one read outside withActor, since it is what says who the actor is. One round trip. A page that
 * asks by itself whether anything has changed does not wind the clock of idleness.
 */
export async function findSession(
  hashed: Uint8Array<ArrayBuffer>,
  now: Date,
  { isWatching = false } = {},
): Promise<OpenSession | null> {
  const source = isWatching
    ? Prisma.sql`watch_session(${hashed}, ${now})`
    : Prisma.sql`open_session(${hashed}, ${now})`;
  const [row] = await prisma.$queryRaw<OpenSession[]>`
    select session_id as "sessionId", user_id as "userId", user_name as "userName", email,
           hat_id as "hatId", role, area_id as "areaId", area_name as "areaName",
           organisation_id as "organisationId", organisation_name as "organisationName", seat,
           factor_level as "factorLevel", idle_until as "idleUntil", expires_at as "expiresAt",
           hat_count::int as "hatCount"
      from ${source}`;
  return row ?? null;
}
