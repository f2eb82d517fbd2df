import "server-only";

import { mayEver } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { liveStatuses } from "@/lib/cases/rules";
import { keyedHash } from "@/lib/crypto/vault";
import { dayOf } from "@/lib/dates";
import { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import type { TextSource } from "./labels";
import { found, type TextFilters } from "./rules";

const { sql, empty } = Prisma;

export const mostHits = 25;
/** So many places are looked at, the newest first, whoever asks. */
export const mostPlaces = 1_000;

type Hit = { id: string; reference: string; source: TextSource; at: Date; snippet: string };

/** Words are for those who read the history of a case (IS-15). */
export function assertMaySearch({ actor }: Context): void {
  if (!mayEver(actor, "case:history")) throw new Forbidden("case:history");
}

async function wordsOf({ tx }: Context, searchId: string): Promise<string> {
  const asked = await tx.savedSearch.findUnique({
    where: { id: searchId },
    select: { kind: true, terms: true },
  });
  if (asked?.kind !== "texts") throw new NotFound("search", searchId);
  return (asked.terms as { words: string }).words;
}

/**
 * Words in the cases that the reader holds. The index is asked past the row policies, and each row it
 * names is read through them: what is hidden is not found, and is not counted (IS-19).
 */
async function hitsFor({ tx }: Context, words: string, { source, state }: TextFilters) {
  const from = source ? sql`and t.source = ${source}` : empty;
  const isLive = sql`c.status = any(${[...liveStatuses]}::text[])`;
  const at = state ? (state === "open" ? sql`and ${isLive}` : sql`and not ${isLive}`) : empty;
  const marks = `StartSel=${found.begins}, StopSel=${found.ends}, MaxWords=40, MinWords=15, MaxFragments=2`;
  return tx.$queryRaw<Hit[]>`
    select h.id, h.reference, h.source, h.at,
           ts_headline('english', translate(h.body, ${found.begins + found.ends}, ''), websearch_to_tsquery('english', ${words}), ${marks}) as snippet
      from (select t.id, c.reference, t.source, t.at, t.body, ts_rank(t.words, websearch_to_tsquery('english', ${words})) as rank
              from find_texts(${words}, ${mostPlaces}::int) f
              join case_texts t on t.id = f.id
              join cases c on c.id = t.case_id
             where true ${from} ${at}
             order by rank desc, t.at desc, t.id limit ${mostHits + 1}) h
     order by h.rank desc, h.at desc, h.id`;
}

/** What was asked under this key, and where it is written. Asking again is a search again, and on the log. */
export async function viewTexts(ctx: Context, filters: TextFilters) {
  assertMaySearch(ctx);
  if (!filters.search) return { words: null, hits: [], isCut: false };
  const words = await wordsOf(ctx, filters.search);
  const rows = await hitsFor(ctx, words, filters);
  const hits = rows.slice(0, mostHits).map(({ at, ...hit }) => ({ ...hit, on: dayOf(at) }));

  await record(ctx, {
    type: "search.made",
    facts: { kind: "texts", hits: hits.length, terms: [keyedHash(words)] },
  });
  return { words, hits, isCut: rows.length > mostHits };
}
