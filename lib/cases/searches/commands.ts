import "server-only";

import { mayEver } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { countCases, type SearchTerms } from "@/lib/cases/list/queries";
import { keyedHash } from "@/lib/crypto/vault";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden } from "@/lib/errors";
import { hasWildcard, nameTokens } from "@/lib/people/rules";
import type { SearchCases } from "./schema";

const reference = /^pc-\d{4}-\d+$/i;

function termsOf(typed: string): SearchTerms {
  if (reference.test(typed)) return { reference: typed.toUpperCase() };
  const words = nameTokens(typed);
  if (hasWildcard(typed) || !words.some((word) => word.length > 1))
    throw new FieldsRefused({ words: ["Enter a case reference, or at least 2 letters of a name"] });
  return { words };
}

/** Looks among the cases this reader holds (IS-19). The words are kept, and travel as a key. */
export async function searchCases(ctx: Context, input: SearchCases): Promise<{ path: string }> {
  const { actor, tx, now } = ctx;
  if (!mayEver(actor, "case:read")) throw new Forbidden("case:read");
  const terms = termsOf(input.words);
  const hits = await countCases(ctx, {}, terms);
  const isExact = "reference" in terms && hits === 1;
  const { id } = await tx.savedSearch.create({
    data: { hatId: actor.hatId, areaId: actor.areaId, kind: "cases", terms, createdAt: now },
    select: { id: true },
  });

  const hashed = ("reference" in terms ? [terms.reference] : terms.words).map(keyedHash);
  await record(ctx, { type: "search.made", facts: { kind: "cases", hits, terms: hashed } });
  return { path: isExact ? `/cases/${terms.reference}` : `/cases?search=${id}` };
}
