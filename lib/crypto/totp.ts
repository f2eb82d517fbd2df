import "server-only";

import { generateSecret, generateURI, verify } from "otplib";

/** A new seed for an app that shows codes: 160 bits, as such apps write them. */
export const newSeed = (): string => generateSecret({ length: 20 });

/** What the square carries to the app. */
export const seedAddress = (seed: string, label: string): string =>
  generateURI({ secret: seed, label, issuer: "Prevent Casebook" });

/** The time step whose code this is, now or one step either side; or nothing. */
export async function stepOf(seed: string, code: string, now: Date): Promise<number | null> {
  if (!/^\d{6}$/.test(code)) return null;
  const epoch = Math.floor(now.getTime() / 1_000);
  const answer = await verify({ secret: seed, token: code, epoch, epochTolerance: 30 });
  return answer.valid && "timeStep" in answer ? answer.timeStep : null;
}
