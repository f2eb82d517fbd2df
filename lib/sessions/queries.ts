import "server-only";

import { tokenHash } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";
import { idleMinutes } from "./rules";

/** Who an e-mail address belongs to, and the area whose log remembers the try. */
export async function findAccount({ tx }: Context, email: string) {
  const user = await tx.user.findFirst({
    where: { email: { equals: email, mode: "insensitive" } },
    select: {
      id: true,
      status: true,
      userCredential: { select: { passwordHash: true } },
      hats: { where: { endedAt: null }, select: { areaId: true }, take: 1 },
    },
  });
  return {
    userId: user?.status === "active" ? user.id : null,
    areaId: user?.hats[0]?.areaId,
    passwordHash: user?.status === "active" ? user.userCredential?.passwordHash : null,
  };
}

/** Seconds until a session ends by itself. Asking does not prolong it. */
export async function getSecondsLeft({ tx, now }: Context, token: string): Promise<number> {
  const session = await tx.session.findUnique({
    where: { tokenHash: tokenHash(token) },
    select: {
      lastSeenAt: true,
      expiresAt: true,
      endedAt: true,
      user: { select: { status: true } },
    },
  });
  if (!session || session.endedAt || session.user.status !== "active") return 0;
  const idleUntil = session.lastSeenAt.getTime() + idleMinutes * 60_000;
  const end = Math.min(idleUntil, session.expiresAt.getTime());
  return Math.max(0, Math.floor((end - now.getTime()) / 1_000));
}

/** The hats somebody may put on. */
export async function listHats({ tx }: Context, userId: string) {
  const hats = await tx.hat.findMany({
    where: { userId, endedAt: null },
    select: {
      id: true,
      role: true,
      organisation: { select: { name: true } },
      area: { select: { name: true } },
    },
    orderBy: { grantedAt: "asc" },
  });
  return hats.map(({ organisation, area, ...hat }) => ({
    ...hat,
    organisationName: organisation.name,
    areaName: area.name,
  }));
}
