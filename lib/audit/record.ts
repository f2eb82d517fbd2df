import "server-only";

import { keyedHash } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";

/** Codes, counts, keys and references of our own making. Never a name, never free text (IS-23). */
export type Facts = Record<string, string | number | boolean | readonly string[] | null>;

/** Something worth remembering. What belongs to a referral or case goes to its own stream. */
export type AuditedEvent = {
  /** noun.past, such as "decision.recorded" */
  type: `${string}.${string}`;
  /** The key of the referral and the case that came of it: their common stream. */
  dataKeyId?: string | null;
  /** The stream itself, for those who read a log and not the case it is of. */
  stream?: string;
  facts?: Facts;
};

export const fileStream = (dataKeyId: string): string => `file:${keyedHash(dataKeyId)}`;
const actorStream = (userId: string): string => `actor:${keyedHash(userId)}`;

/**
 * Joins the caller's transaction: what happened and its record are kept together or not at all.
 * The last statement before the end, since it holds the lock of its stream until then. Who, when
 * and in which hat are written by the database.
 */
export async function record(
  { actor, tx }: Context,
  { type, dataKeyId, stream, facts = {} }: AuditedEvent,
): Promise<void> {
  const into = stream ?? (dataKeyId ? fileStream(dataKeyId) : actorStream(actor.userId));
  await tx.$executeRaw`
    insert into audit_events (stream, type, facts) values (${into}, ${type}, ${toJson(facts)}::jsonb)`;
}

/** An address may hold a character that the database keeps in no text; that somebody asked for it is written down all the same. */
const toJson = (facts: Facts): string =>
  JSON.stringify(facts, (_, fact) => (typeof fact === "string" ? fact.replaceAll("\0", "") : fact));

/** Several at once, each into its own stream, always in the same order so that no two wait for each other. */
export async function recordEach(
  { actor, tx }: Context,
  events: readonly AuditedEvent[],
): Promise<void> {
  const streams = events.map(({ stream, dataKeyId }) => {
    return stream ?? (dataKeyId ? fileStream(dataKeyId) : actorStream(actor.userId));
  });
  const types = events.map(({ type }) => type);
  const facts = events.map((event) => toJson(event.facts ?? {}));
  await tx.$executeRaw`
    insert into audit_events (stream, type, facts)
    select e.stream, e.type, e.facts::jsonb
      from unnest(${streams}::text[], ${types}::text[], ${facts}::text[]) as e (stream, type, facts)
     order by e.stream`;
}

/** Begins the stream of a new referral, so that whoever may read the referral may read its log. */
export async function beginStream(
  { actor, tx }: Context,
  { dataKeyId, referralId }: { dataKeyId: string; referralId: string },
): Promise<void> {
  await tx.$executeRaw`
    insert into audit_streams (stream, area_id, referral_id)
    values (${fileStream(dataKeyId)}, ${actor.areaId}::uuid, ${referralId}::uuid)`;
}
