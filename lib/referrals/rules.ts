import { ageOn, type Day } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import { bare, outwardOf } from "@/lib/people/rules";
import type { AgeBand, CoarseStatus, ReferralStatus, SubSector } from "@/lib/referrals/labels";
import { type Sector, subSectorsOf } from "@/lib/referrals/labels";

const bands: [upTo: number, AgeBand][] = [
  [10, "10_and_under"],
  [15, "11_15"],
  [17, "16_17"],
  [20, "18_20"],
  [25, "21_25"],
  [30, "26_30"],
  [40, "31_40"],
  [50, "41_50"],
  [Number.POSITIVE_INFINITY, "over_50"],
];

/** The age group of the statistics, here as the database counts it. */
export const ageBand = (age: number | null): AgeBand =>
  (age !== null && bands.find(([upTo]) => age <= upTo)?.[1]) || "unknown";

/** Somebody whose age is not known is treated as a child until it is (domain 4.2 C). */
export const mayBeChild = (age: number | null): boolean => age === null || age < 18;

type GivenAge = { dateOfBirth?: Day | undefined; approximateAge: number | null };

export const ageGiven = ({ dateOfBirth, approximateAge }: GivenAge, today: Day): number | null =>
  dateOfBirth ? ageOn(dateOfBirth, today) : approximateAge;

export const isSubSectorOf = (subSector: SubSector, sector: Sector): boolean =>
  subSectorsOf[sector]?.includes(subSector) ?? false;

const coarse: Record<
  Exclude<ReferralStatus, "draft" | "closed_not_prevent" | "case_ended">,
  CoarseStatus
> = {
  submitted: "received",
  gateway: "being_assessed",
  taken_forward: "taken_forward",
  // Naming the police here would tell the referrer of an investigation.
  police_led: "closed",
  withdrawn: "closed",
};

/** What a referrer sees (IS-16). A draft is still theirs, so there is nothing to tell yet. */
export function coarseStatus(status: ReferralStatus, signposted: boolean): CoarseStatus | null {
  if (status === "draft") return null;
  if (status === "closed_not_prevent" || status === "case_ended")
    return signposted ? "closed_other_help" : "closed";
  return coarse[status];
}

/** T05: what was written is frozen with its ending. The same for every ending, so that none shows. */
export const canAdd = (status: ReferralStatus): boolean =>
  canWithdraw(status) || status === "taken_forward";

export function assertCanAdd(status: ReferralStatus): void {
  if (canAdd(status)) return;
  throw new RuleBroken("This referral is closed. If there is something new, make a new referral.");
}

/** RF-09: until the gateway has decided. */
export const canWithdraw = (status: ReferralStatus): boolean =>
  status === "submitted" || status === "gateway";

export function assertCanWithdraw(status: ReferralStatus): void {
  if (canWithdraw(status)) return;
  throw new RuleBroken("The gateway has already decided, so this can no longer be withdrawn");
}

/** What would help somebody find the family. */
const contactFields = ["address", "contactDetails", "parentContact", "callBackNumber"] as const;
/** What would give away a referrer who asked for their name to be kept (IS-07). */
const referrerFields = ["name", "role", "contact", "firstNoticedBy", "preventLead"] as const;

/**
 * What was sent in two halves: what is kept as it was written, and what is sealed besides. Ethnicity
 * is in neither, since it goes to its own table (IS-20).
 */
export function splitAnswers({ ethnicity: _, ...flat }: Readonly<Record<string, unknown>>) {
  const hidden: readonly string[] =
    flat.anonymous === "yes" ? [...contactFields, ...referrerFields] : contactFields;
  const half = (isSealed: boolean) =>
    Object.fromEntries(
      Object.entries(flat).filter(
        ([name, value]) =>
          hidden.includes(name) === isSealed && value !== null && value !== undefined,
      ),
    );
  return { open: half(false), sealed: half(true) };
}

/** One way to write a postcode, so that two of them can be compared. */
export const tidyPostcode = (postcode: string): string =>
  bare(postcode).replace(/^(.+)(.{3})$/, "$1 $2");

/** The same from what the referral itself keeps: one closure code says that another service was suggested. */
export const toldStatus = (status: ReferralStatus, closureCode: string | null) =>
  coarseStatus(status, closureCode === "not_radicalisation_other_need");

/** Outward prefixes and the authorities they lie in; a prefix on a border has more than one. */
export type Prefixes = Readonly<Record<string, readonly string[]>>;

/** The authorities a postcode may lie in, by the longest prefix that is listed (RF-03). */
export function authoritiesFor(postcode: string, prefixes: Prefixes): readonly string[] {
  const outward = outwardOf(postcode);
  for (let length = outward.length; length > 0; length--) {
    const found = prefixes[outward.slice(0, length)];
    if (found && !splitsDigits(outward, length)) return found;
  }
  return [];
}

/** NB1 is no prefix of NB12: a district's number is not to be cut in two. */
const splitsDigits = (outward: string, length: number) =>
  /\d/.test(outward.charAt(length - 1)) && /\d/.test(outward.charAt(length));

/** A warning and no more: only somebody who knows the address can say which is right (RF-03). */
export function authorityWarning(
  postcode: string,
  authority: string,
  prefixes: Prefixes,
): string | null {
  const found = authoritiesFor(postcode, prefixes);
  if (found.length === 0 || found.includes(authority)) return null;
  return `${postcode} looks as if it is in ${found.join(" or ")}. Check the local authority.`;
}

/** What a referrer confirms. Each wording is kept, since a referral says which was agreed to. */
export const declarations = {
  "2026-01":
    "What I have written is accurate as far as I know. I have kept apart what I know, what I was told and what I think. I am sharing it to safeguard the person, and only with those who need it for that. I have not included anything that comes from an intelligence service.",
} as const;
export type DeclarationVersion = keyof typeof declarations;

export const currentDeclaration: DeclarationVersion = "2026-01";

export const whatHappensNext = [
  "The police gateway and the council receive your referral at the same time, and you are told that it has arrived.",
  "The gateway reads it within five working days. They may ask you for more.",
  "If another service is a better fit, the concern is closed and that help is suggested.",
  "If it is taken forward, partners are asked only for what is needed. A panel led by the council then decides whether to offer support.",
  "Support is voluntary. Nothing starts unless the person agrees, or a parent or guardian if they are under 18.",
  "You are told when it is taken forward or closed. You are not told what the panel discussed.",
] as const;

const any = (...words: string[]) => new RegExp(`\\b(?:${words.join("|")})\\b`, "i");

const groups =
  "muslims?|islam|islamic|jew|jews|jewish|christians?|catholics?|sikhs?|hindus?|buddhists?|atheists?|arabs?|asians?|pakistanis?|bangladeshis?|somalis?|afghans?|syrians?|iraqis?|iranians?|kurds?|kurdish|turks?|turkish|indians?|africans?|nigerians?|eastern europeans?|poles|romanians?|gyps(?:y|ies)|roma|travellers?|(?:black|white|brown|mixed[- ]race) (?:people|person|man|men|woman|women|boys?|girls?|lads?|famil(?:y|ies)|communit(?:y|ies)|males?|females?|kids?|students?|pupils?)";

/** Faith, its practice and its dress, and ethnicity. None of them is a reason to worry. */
const identity = any(
  groups,
  "prays?|praying|prayers?|prayer (?:mat|room)s?|mosques?|churche?s?|synagogues?|temples?|gurdwaras?|qur'?an|koran|bible|torah|ramadan|eid|hajj|umrah|sabbath|halal|kosher|fast(?:s|ing)|convert(?:s|ed|ing)?|reverted",
  "hijabs?|headscar(?:f|ves)|niqabs?|burk?[hq]?as?|jilbabs?|abayas?|thobes?|turbans?|kippahs?|beards?|devout|very religious|more religious|arabic",
  "(?:his|her|their) (?:religion|faith|race|ethnicity|nationality|skin colou?r|culture|background)",
);

/** What a person did or said, or what was done: enough to be read as behaviour. */
const behaviour = any(
  "sa(?:id|ys|ying)|told|tells|talk(?:s|ed|ing)|spoke|speaks|ask(?:s|ed)|argu(?:es|ed|ing)|shout(?:s|ed|ing)|threat(?:s|en|ens|ened|ening)?|wr(?:ote|ites|iting)|written|post(?:s|ed|ing)|shar(?:es|ed|ing)|sent|sends|messag(?:es|ed|ing)|show(?:s|ed|ing)|watch(?:es|ed|ing)|search(?:es|ed|ing)|download(?:s|ed|ing)|dr(?:ew|aws|awing)",
  "prais(?:es|ed|ing)|support(?:s|ed|ing)|admir(?:es|ed|ing)|justif(?:ies|ied|ying)|hop(?:es|ed)|want(?:s|ed)|plan(?:s|ned|ning)|collect(?:s|ed|ing)|bought|buys|ma(?:de|kes|king)|carr(?:ies|ied|ying)|hit|hits|attack(?:s|ed|ing)|fought|push(?:es|ed)|kill(?:s|ed|ing)?|hurt|harm(?:s|ed)?|abus(?:es|ed|ing)|insult(?:s|ed|ing)|bull(?:ies|ied|ying)|refus(?:es|ed|ing)|stopped|left|ran|travelled|met|meets|join(?:s|ed|ing)",
);

/** A group spoken of as one, or a faith given as the reason. What else is said does not mend it. */
const generalising = [
  new RegExp(`\\b(?:all|every|most|these|those|typical(?:ly)?) (?:the )?(?:${groups})\\b`, "i"),
  /\b(?:people|families|boys|girls|kids|men|women) like (?:him|her|them|that)\b/i,
  /\b(?:they are|they're) all (?:the same|alike|like (?:that|this))\b/i,
  /\btypical (?:of|for) (?:his|her|their) (?:religion|faith|community|culture|background|race)\b/i,
  new RegExp(
    `\\b(?:because|since|as|due to|given) (?:(?:he|she|they)(?:'s|'re| is| are| has| have)?|(?:of )?(?:his|her|their)) (?:(?:a|an|the|very|now|always|often|been|become|is|has|wears?|wearing|goes|going|to|started|grown) ){0,4}(?=${identity.source})`,
    "i",
  ),
];

const sentences = (text: string) =>
  text
    .split(/(?<=[.!?])\s+|\n+/)
    .map((sentence) => sentence.trim())
    .filter((sentence) => sentence !== "");

/**
 * The sentences that speak of religion or ethnicity and not of behaviour (RF-05). A warning only:
 * it asks for the behaviour, and stops nothing.
 */
export function generalisations(text: string): string[] {
  return sentences(text).filter(
    (sentence) =>
      generalising.some((pattern) => pattern.test(sentence)) ||
      (identity.test(sentence) && !behaviour.test(sentence)),
  );
}

export const askForBehaviour =
  "This speaks of religion or ethnicity, but not of something the person did or said. Describe the behaviour that worries you instead.";
