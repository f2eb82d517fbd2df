import { addDays, addMonths, addWorkingDays, type Day } from "@/lib/dates";
import { aStory, type Story } from "./story";
import type { World } from "./world";

/** Referrals that have to be there whatever chance brings, so that every stage can be seen. */
export function specialStories(world: World): Story[] {
  const { today } = world;
  const ago = (days: number): Day => addWorkingDays(addDays(today, -days), 0);
  const tell = (on: Day, known: Partial<Story>) => aStory(world, workingDay(on), known);
  const onward = {
    screening: "continue",
    screenedAfter: 2,
    section36: "yes",
    panel: "adopt",
    defersFirst: false,
  } as const;
  const supported = {
    ...onward,
    consent: "given",
    support: "exit",
    isReviewForgotten: false,
  } as const;
  return [
    ...matching(world, tell),
    // At the gateway: new this morning, and one that should have been read by now.
    tell(today, { screening: "waits", sector: "education" }),
    tell(ago(2), { screening: "waits", sector: "health" }),
    tell(ago(13), { screening: "waits", sector: "police" }),
    tell(ago(40), { screening: "police_led" }),
    tell(ago(30), { screening: "withdrawn", sector: "education" }),
    // Gathering information, on time and late; waiting for a section 36 decision, and late for it.
    tell(ago(6), { ...onward, section36: "waits", screenedAfter: 1 }),
    tell(ago(12), { ...onward, section36: "waits", screenedAfter: 2 }),
    tell(ago(16), { ...onward, section36: "waits", isPaused: true, decidedAfter: 19 }),
    tell(ago(27), { ...onward, section36: "waits", decidedAfter: 11 }),
    tell(ago(42), { ...onward, section36: "waits", decidedAfter: 12 }),
    // On the agenda to come.
    tell(ago(24), { ...onward, decidedAfter: 9 }),
    tell(ago(26), { ...onward, decidedAfter: 9 }),
    tell(ago(60), { ...onward, decidedAfter: 9, defersFirst: true }),
    // Waiting for consent, and a no.
    tell(ago(58), { ...onward, decidedAfter: 9, consent: "waits" }),
    tell(ago(60), { ...onward, decidedAfter: 9, consent: "waits" }),
    tell(ago(100), { ...onward, decidedAfter: 9, consent: "refused" }),
    // Adopted at the last meeting, and support just begun.
    tell(ago(62), { ...supported, decidedAfter: 11 }),
    tell(ago(64), { ...supported, decidedAfter: 11 }),
    tell(ago(66), { ...supported, decidedAfter: 13 }),
    // In support, one of them standing still; a yes that was taken back.
    tell(ago(120), { ...supported, support: "stays" }),
    tell(ago(150), { ...supported, support: "stays" }),
    tell(ago(170), { ...supported, support: "stays", isPaused: true }),
    tell(ago(260), { ...supported, support: "withdrawn", monthsOfSupport: 3 }),
    // Afterwards: just left, a review that is due, one that is late, one year on, and kept until disposal.
    tell(addMonths(today, -9), { ...supported, monthsOfSupport: 4 }),
    tell(addMonths(today, -14), { ...supported, monthsOfSupport: 4, reviewLate: 60 }),
    tell(addMonths(today, -15), { ...supported, monthsOfSupport: 4, isReviewForgotten: true }),
    tell(addMonths(today, -20), { ...supported, monthsOfSupport: 4, reviewLate: 0 }),
    tell(addMonths(today, -23), { ...supported, monthsOfSupport: 3, reviewLate: 2 }),
    tell(ago(100), { ...onward, panel: "police_led", decidedAfter: 9 }),
    tell(ago(110), { ...onward, isTransferred: true, section36: "waits" }),
    ...intake(world, tell, ago),
  ];
}

const workingDay = (day: Day): Day => addWorkingDays(addDays(day, 1), -1);

type Tell = (on: Day, known: Partial<Story>) => Story;

/** How concerns come in and go out again: by telephone, a third time, from the wrong area, and on to other help. */
function intake({ today }: World, tell: Tell, ago: (days: number) => Day): Story[] {
  const closed = { screening: "close", screenedAfter: 2, isAgeGuessed: false } as const;
  const helped = { ...closed, closureCode: "not_radicalisation_other_need" } as const;
  const corin = { forenames: "Corin", surname: "Ashfielde", gender: "male" } as const;
  const tamsin = { forenames: "Tamsin", surname: "Oakhurst", gender: "female" } as const;
  const born = (years: number, monthAndDay: string): Day =>
    `${Number(today.slice(0, 4)) - years}-${monthAndDay}`;
  const [his, hers] = [{ bornOn: born(16, "04-18") }, { bornOn: born(15, "09-02") }];
  return [
    // Three concerns in a row about one person, of which the last waits.
    tell(addMonths(today, -9), { ...corin, ...his, ...closed, closureCode: "misguided" }),
    tell(addMonths(today, -4), { ...corin, ...his, ...closed, closureCode: "no_concern" }),
    tell(ago(3), { ...corin, ...his, screening: "waits", sector: "health", isAgeGuessed: false }),
    // Closed in the spring, and now a case that waits for its section 36 decision.
    tell(addMonths(today, -7), { ...tamsin, ...hers, ...closed, closureCode: "misguided" }),
    tell(ago(28), {
      ...{ ...tamsin, ...hers, isAgeGuessed: false, screening: "continue", screenedAfter: 2 },
      ...{ section36: "waits", decidedAfter: 11 },
    }),
    tell(ago(2), {
      ...{ screening: "waits", sector: "friends_family", channel: "telephone" },
      ...{ forenames: "Idris", surname: "Fernhollow", gender: "male", isAgeGuessed: false },
    }),
    tell(ago(6), {
      ...{ screening: "waits", sector: "education", gender: "female", isAgeGuessed: false },
      ...{ forenames: "Orla", surname: "Elverstone", postcode: "WV2 3DK" },
    }),
    // Other help was named: one service has agreed, one is asked again, and one is late.
    tell(ago(36), { ...helped, surname: "Larkhollow" }),
    tell(ago(29), { ...helped, surname: "Merrowdene" }),
    tell(ago(22), { ...helped, surname: "Thornleigh" }),
  ];
}

/** The same few people, spelt another way each time (IS-19). Every name here is made up. */
function matching({ today }: World, tell: Tell): Story[] {
  const months = (count: number) => addMonths(today, -count);
  const born = (years: number, monthAndDay: string): Day =>
    `${Number(today.slice(0, 4)) - years}-${monthAndDay}`;
  const closed = {
    screening: "close",
    closureCode: "not_radicalisation_other_need",
    screenedAfter: 3,
  } as const;
  const waits = { screening: "waits", isAgeGuessed: false, gender: "male" } as const;
  const same = { isAgeGuessed: false, gender: "male" } as const;
  return [
    // Kieran and Kieron: another spelling, and day and month swapped.
    tell(months(14), {
      ...same,
      ...closed,
      forenames: "Kieran",
      surname: "Aldermoor",
      bornOn: born(15, "03-07"),
      postcode: "NB2 4LT",
      sector: "education",
      concern: "extreme_right_wing",
    }),
    tell(addDays(today, -1), {
      ...waits,
      forenames: "Kieron",
      surname: "Aldermore",
      bornOn: born(15, "07-03"),
      postcode: "NB2 4LT",
      sector: "education",
      concern: "extreme_right_wing",
    }),
    // Muhammad, Mohammed and Mohamed: one name out of another alphabet.
    tell(months(19), {
      ...same,
      ...closed,
      closureCode: "no_concern",
      forenames: "Muhammad",
      surname: "Rahimvale",
      bornOn: born(20, "11-21"),
      postcode: "NB1 6QS",
      sector: "police",
      concern: "not_sure",
    }),
    tell(months(8), {
      ...same,
      ...closed,
      forenames: "Mohammed",
      surname: "Raheem-Vale",
      bornOn: born(20, "11-21"),
      postcode: "NB1 6QS",
      sector: "health",
      concern: "no_ideology",
    }),
    tell(addDays(today, -2), {
      ...waits,
      forenames: "Mohamed",
      surname: "Rahim Vale",
      bornOn: born(20, "11-12"),
      postcode: "NB1 6QS",
      sector: "police",
      concern: "no_ideology",
    }),
    // Written the other way round.
    tell(months(11), {
      ...same,
      ...closed,
      gender: "female",
      forenames: "Zofia",
      surname: "Lindwold",
      bornOn: born(16, "01-30"),
      sector: "education",
      concern: "no_ideology_other",
    }),
    tell(addDays(today, -3), {
      ...waits,
      gender: "female",
      forenames: "Lindwold",
      surname: "Zofia",
      bornOn: born(16, "01-30"),
      sector: "local_authority",
      concern: "no_ideology_other",
    }),
    // Nearly the same name, and somebody else.
    tell(months(6), {
      ...same,
      ...closed,
      forenames: "Stefan",
      surname: "Marlbourne",
      bornOn: born(17, "05-14"),
      sector: "education",
      concern: "islamist",
    }),
    tell(addDays(today, -5), {
      ...waits,
      forenames: "Stephan",
      surname: "Marlborne",
      bornOn: born(22, "05-19"),
      sector: "probation",
      concern: "extreme_right_wing",
    }),
  ];
}
