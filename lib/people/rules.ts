import { ageOn, type Day, daysBetween, formatDay } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";

// Prepares what the database compares, and puts its answer into words. A match is a question for a
// person to settle: nothing here decides that two records are of one person.

/** Letters that do not come apart into a plain letter and a mark. */
const plainLetters: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ə: "a",
};

/** One way to write a name: no capitals, marks, apostrophes or hyphens. */
export function foldName(name: string): string {
  return name
    .normalize("NFD")
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[ßæœøłđðþıə]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/(?<=\p{L})['’‘`ʼʻ´](?=\p{L})/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();
}

const particles = new Set(
  "al el ul ad as ibn bin bint ben binti de da das do dos del della di du la le van von der den ter".split(
    " ",
  ),
);

/** The words of a name that tell people apart, in alphabetical order: forms disagree on which is first. */
export function nameTokens(name: string): string[] {
  const words = [...new Set(foldName(name).split(" ").filter(Boolean))].sort();
  const telling = words.filter((word) => !particles.has(word));
  return telling.length > 0 ? telling : words;
}

/**
 * Makes one of the spellings of a sound. Vowels go last, since they are what differs most when a
 * name is carried over from another alphabet.
 */
const sounds: [spelling: RegExp, sound: string][] = [
  [/^(?:kn|gn)/g, "n"],
  [/^wr/g, "r"],
  [/gh(?=t)/g, ""],
  [/ph/g, "f"],
  [/sch|sh|zh/g, "s"],
  [/[aeo]w(?=[^aeiouy]|$)/g, "a"],
  [/([kgdtcb])h/g, "$1"],
  [/c(?=[eiy])/g, "s"],
  [/[cq]/g, "k"],
  [/x/g, "ks"],
  [/z/g, "s"],
  [/[vw]/g, "f"],
  [/h$/g, ""],
  [/t(?=[aeiouy]?$)/g, "d"],
  [/^[aeiou]+/g, "A"],
  [/(?!^)[aeiouy]/g, ""],
  [/(.)\1+/g, "$1"],
];

export function soundOf(word: string): string {
  const key = sounds.reduce((heard, [spelling, sound]) => heard.replace(spelling, sound), word);
  return key.toLowerCase() || word;
}

/** The sounds of each word, and of all run together, since Abdul Rahman is Abdulrahman too. */
export function soundKeys(name: string): string[] {
  const together = foldName(name).replaceAll(" ", "");
  return [...new Set([...nameTokens(name), together].map(soundOf))].filter(Boolean);
}

type NameParts = {
  forenames: string | null;
  surname: string | null;
  otherNames?: string | null;
};

/**
 * What is kept of a name for finding it again (people.match_name, match_sound and person_names):
 * forenames, surname and other names, with a bar between them.
 */
export function matchKeys({ forenames, surname, otherNames }: NameParts) {
  const parts = [forenames, surname, otherNames].map((part) => part ?? "");
  return {
    matchName: parts.map((part) => nameTokens(part).join(" ")).join("|"),
    matchSound: parts.map((part) => soundKeys(part).join(" ")).join("|"),
    words: [...new Set(parts.flatMap(nameTokens))],
  };
}

/** A postcode as it is compared: capitals and digits alone. */
export const bare = (postcode: string) => postcode.toUpperCase().replace(/[^A-Z0-9]/g, "");

/** The part before the space: the last three characters of a whole postcode are the inward part. */
export function outwardOf(postcode: string): string {
  const letters = bare(postcode);
  return letters.length > 4 ? letters.slice(0, -3) : letters;
}

/** How one date of birth may have become another. */
export type DateLikeness = "same" | "swapped" | "turned" | "one_digit" | "same_year";

const swapped = (day: Day): Day => `${day.slice(0, 4)}-${day.slice(8)}-${day.slice(5, 7)}`;

/** With two digits the other way round: the last two of the year, those of the month, or of the day. */
const turned = (day: Day): Day[] =>
  [2, 5, 8].map((at) => day.slice(0, at) + day[at + 1] + day[at] + day.slice(at + 2));

const differences = (one: Day, other: Day): number =>
  [...one].filter((digit, at) => digit !== other[at]).length;

export function likenessOf(one: Day, other: Day): DateLikeness | null {
  if (one === other) return "same";
  if (swapped(one) === other) return "swapped";
  if (turned(one).includes(other)) return "turned";
  if (differences(one, other) === 1) return "one_digit";
  return one.slice(0, 4) === other.slice(0, 4) ? "same_year" : null;
}

const isReal = (day: Day): boolean => {
  const date = new Date(`${day}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().slice(0, 10) === day;
};

/** The dates to look for: as given, with day and month swapped, two digits swapped, or one digit out. */
export function dateVariants(day: Day): Day[] {
  const oneDigitOut = [...day].flatMap((digit, at) =>
    digit === "-"
      ? []
      : [..."0123456789"].map((other) => day.slice(0, at) + other + day.slice(at + 1)),
  );
  // The store knows no year nought.
  return [...new Set([day, swapped(day), ...turned(day), ...oneDigitOut])].filter(
    (other) => isReal(other) && other >= "0001",
  );
}

export type NameLikeness = "same" | "sounds" | "similar";

/** What the database found alike in an earlier record. */
export type Candidate = {
  surname?: NameLikeness | null;
  forenames?: NameLikeness | null;
  isSwapped?: boolean;
  isOtherName?: boolean;
  dateOfBirth?: DateLikeness | null;
  ageWithin?: number | null;
  postcode?: "same" | "area" | null;
  place?: boolean;
};

const nameReasons: Record<NameLikeness, string> = {
  same: "is the same",
  sounds: "sounds the same",
  similar: "is spelt nearly the same",
};

const dateReasons: Record<DateLikeness, string> = {
  same: "Date of birth is the same",
  swapped: "Day and month swapped",
  turned: "Two digits of the date of birth are swapped",
  one_digit: "Date of birth is one digit out",
  same_year: "Born in the same year",
};

function ageReason(years: number): string {
  if (years === 0) return "Age is the same";
  return `Age is within ${years} ${years === 1 ? "year" : "years"}`;
}

/** Why this record came up, in words that whoever decides can check (IS-19). */
export function reasonsFor(candidate: Candidate): string[] {
  const { surname, forenames, dateOfBirth, ageWithin, postcode } = candidate;
  return [
    surname && `Surname ${nameReasons[surname]}`,
    forenames && `Forename ${nameReasons[forenames]}`,
    candidate.isSwapped && "Forename and surname the other way round",
    candidate.isOtherName && "Matches another name the person has used",
    dateOfBirth && dateReasons[dateOfBirth],
    typeof ageWithin === "number" && !dateOfBirth && ageReason(ageWithin),
    postcode === "same" && "Postcode is the same",
    postcode === "area" && "Postcode is in the same area",
    candidate.place && "Place is the same",
  ].filter((reason) => typeof reason === "string");
}

export type Search = {
  name: string;
  dateOfBirth?: Day | undefined;
  approximateAge: number | null;
  postcode: string | null;
  place: string | null;
  reason: string;
};

export const hasWildcard = (text: string | null): boolean => /[*%_?\\[\]^$|]/.test(text ?? "");

export const hasSecondIdentifier = (search: Omit<Search, "name" | "reason">): boolean =>
  Boolean(search.dateOfBirth || search.postcode || search.place) ||
  typeof search.approximateAge === "number";

/** One letter would bring up everybody. */
export const isName = (name: string): boolean => nameTokens(name).some((word) => word.length > 1);

/** Nobody browses people: a name, something else that is known, and why (IS-19). */
export function assertSearchable(search: Search): void {
  const { name, postcode, place } = search;
  if ([name, postcode, place].some(hasWildcard)) {
    throw new RuleBroken("Search for whole words, without signs such as * or %");
  }
  if (!isName(name)) throw new RuleBroken("Enter the name of the person");
  if (!hasSecondIdentifier(search)) {
    throw new RuleBroken("Add a date of birth, an age, a postcode or a place to the name");
  }
  if (search.reason.trim().length < 10) throw new RuleBroken("Say why you are searching");
}

type Named = { forenames: string | null; surname: string | null };

export const nameOf = ({ forenames, surname }: Named): string =>
  [forenames, surname].filter(Boolean).join(" ") || "Name not known";

type Aged = { dateOfBirth: Day | null; approximateAge: number | null; ageRecordedOn: Day };

/** How old somebody is on a day. An age that was guessed grows from the day it was guessed. */
export function ageOf({ dateOfBirth, approximateAge, ageRecordedOn }: Aged, day: Day) {
  if (dateOfBirth) return ageOn(dateOfBirth, day);
  if (approximateAge === null) return null;
  return approximateAge + Math.max(0, Math.floor(daysBetween(ageRecordedOn, day) / 365.25));
}

/** Enough to tell who is meant, for an organisation that is asked. */
export function bornText({ dateOfBirth, approximateAge, ageRecordedOn }: Aged): string {
  if (dateOfBirth) return `Born ${formatDay(dateOfBirth)}`;
  if (approximateAge === null) return "Age not known";
  return `About ${approximateAge} on ${formatDay(ageRecordedOn)}`;
}

/** Under 18, or of an age that nobody knows: then whatever protects a child applies. */
export const isChildRecord = (person: Aged, day: Day): boolean => (ageOf(person, day) ?? 0) < 18;
