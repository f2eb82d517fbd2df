import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { keyedHash } from "@/lib/crypto/vault";
import { type Day, dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import {
  bare,
  type Candidate,
  dateVariants,
  hasSecondIdentifier,
  isName,
  likenessOf,
  matchKeys,
  outwardOf,
  reasonsFor,
} from "@/lib/people/rules";
import type { FindPerson } from "@/lib/people/schema";
import { anId } from "@/lib/schema";

type Wanted = {
  forenames: string | null;
  surname: string | null;
  dateOfBirth?: Day | null | undefined;
  approximateAge: number | null;
  /** The day on which the age was right. */
  ageOn: Day;
  postcode: string | null;
  place: string | null;
  reason: string;
  /** The referral that asks, which is no answer to its own question. */
  besides?: string;
};

type Row = Candidate & { referralId: string; score: number };
export type Found = { referralId: string; score: number; reasons: string[] };

/** Asks the one function that may look at people past the row policies, and says what it answered (IS-19). */
async function findPeople({ tx }: Context, wanted: Wanted): Promise<Found[]> {
  const { dateOfBirth, approximateAge, ageOn, place, reason, besides } = wanted;
  const born = dateOfBirth ?? null;
  const near = born ? dateVariants(born) : [];
  const swapped = near.find((day) => born && likenessOf(born, day) === "swapped") ?? null;
  const { matchName, matchSound } = matchKeys(wanted);
  const [forenames = "", surname = ""] = matchName.split("|");
  const [forenamesSounds = "", surnameSounds = ""] = matchSound.split("|");
  const postcode = wanted.postcode && bare(wanted.postcode);
  const outward = wanted.postcode && outwardOf(wanted.postcode);

  const rows = await tx.$queryRaw<Row[]>`
    select referral_id as "referralId", score, surname, forenames, is_swapped as "isSwapped", is_other_name as "isOtherName",
           date_of_birth as "dateOfBirth", age_within as "ageWithin", postcode, place
      from find_people(${forenames}, ${forenamesSounds}, ${surname}, ${surnameSounds}, ${born}::date, ${swapped}::date,
                       ${near}::date[], ${approximateAge}::int, ${ageOn}::date, ${postcode}, ${outward}, ${place},
                       ${reason}, ${besides ?? null}::uuid)`;
  return rows.map(({ referralId, score, ...candidate }) => ({
    referralId,
    score,
    reasons: reasonsFor(candidate),
  }));
}

type Described = Omit<Wanted, "reason" | "besides"> & { referralId: string; dataKeyId: string };

/**
 * Whether the person of a referral may have been referred before. A search like any other: on the log
 * with its hits and a hash of its terms. Without a name and something else that is known, none is made.
 */
export async function findEarlierReferrals(ctx: Context, person: Described): Promise<Found[]> {
  const { referralId, dataKeyId, ...described } = person;
  const name = [described.forenames, described.surname].filter(Boolean).join(" ");
  const { dateOfBirth, ...others } = described;
  if (!isName(name) || !hasSecondIdentifier({ ...others, dateOfBirth: dateOfBirth ?? undefined }))
    return [];

  const wanted = { ...described, reason: "Opening a referral at the gateway", besides: referralId };
  const found = await findPeople(ctx, wanted);
  await record(ctx, {
    type: "people.searched",
    dataKeyId,
    facts: { hits: found.length, terms: keyedHash(JSON.stringify(described)), why: "referral" },
  });
  return found;
}

/** What was asked under this key, and its answer now. Asking again is a search again, and on the log. */
export async function getSearch(ctx: Context, searchId: string) {
  const { actor, tx, now } = ctx;
  authorize(actor, "person:match", { areaId: actor.areaId });
  if (!anId().safeParse(searchId).success) throw new NotFound("search", searchId);
  const search = await tx.savedSearch.findUnique({
    where: { id: searchId, kind: "people" },
    select: { terms: true },
  });
  if (!search) throw new NotFound("search", searchId);
  const terms = search.terms as FindPerson;

  const found = await findPeople(ctx, { ...terms, ...namesOf(terms.name), ageOn: dayOf(now) });
  await record(ctx, {
    type: "people.searched",
    facts: { hits: found.length, terms: keyedHash(JSON.stringify(terms)), why: "asked", searchId },
  });
  return { terms, found };
}

/** The last word of a name as it is typed, or what stands before a comma, is taken for the surname. */
function namesOf(name: string) {
  const [before = "", after] = name.split(",").map((part) => part.trim());
  if (after) return { forenames: after, surname: before };
  const words = before.split(/\s+/);
  return { forenames: words.slice(0, -1).join(" ") || null, surname: words.at(-1) ?? null };
}
