import type { ClosureCode } from "@/lib/cases/labels";
import { addDays, addMonths, type Day, daysBetween, isWorkingDay } from "@/lib/dates";
import type { Concern, Gender, Sector } from "@/lib/referrals/labels";
import { forenames, surnames } from "./names";
import { firstDay, type World } from "./world";

/** What is going to happen to one referral, as far as there is time for it before today. */
export type Story = {
  submittedOn: Day;
  sector: Sector;
  concern: Concern;
  gender: Gender;
  forenames: string;
  surname: string;
  /** Born that day; or, for some, only a guess at the age. */
  bornOn: Day;
  isAgeGuessed: boolean;
  postcode?: string;
  /** Somebody rang, and whoever took the call wrote it down. */
  channel?: "telephone";
  /** Days until the gateway decides. */
  screenedAfter: number;
  screening: "continue" | "close" | "police_led" | "withdrawn" | "waits";
  closureCode: ClosureCode;
  /** Working days from opening until the section 36 decision. */
  decidedAfter: number;
  section36: "yes" | "no" | "waits";
  panel: "adopt" | "not_adopt" | "police_led";
  defersFirst: boolean;
  consent: "given" | "refused" | "waits";
  support: "exit" | "withdrawn" | "stays";
  monthsOfSupport: number;
  isPaused: boolean;
  isTransferred: boolean;
  /** Days after it is due that each review is held. */
  reviewLate: number;
  isReviewForgotten: boolean;
  /** The stage from which this one is interesting to look at. */
  remark?: string;
};

const sectors: Partial<Record<Sector, number>> = {
  education: 38,
  police: 26,
  local_authority: 11,
  health: 11,
  probation: 4,
  prison: 3,
  community: 3,
  friends_family: 2,
  other: 2,
};

const concerns: Partial<Record<Concern, number>> = {
  no_ideology: 33,
  extreme_right_wing: 21,
  no_ideology_other: 13,
  islamist: 11,
  extreme_violence: 9,
  multiple_ideologies: 6,
  incel_misogyny: 3,
  not_sure: 2,
  left_anarchist_single_issue: 1,
  international: 1,
};

const gatewayClosures: Partial<Record<ClosureCode, number>> = {
  not_radicalisation_other_need: 42,
  no_concern: 22,
  misguided: 14,
  insufficient_information: 9,
  malicious: 4,
  already_open: 4,
  out_of_area: 3,
  person_untraceable: 2,
};

const ages: Partial<Record<Sector, [low: number, high: number][]>> = {
  education: [
    [9, 11],
    [11, 15],
    [11, 15],
    [11, 15],
    [13, 15],
    [16, 17],
    [16, 17],
    [17, 20],
  ],
  prison: [[21, 45]],
  probation: [
    [18, 30],
    [25, 50],
  ],
};
const otherAges: [number, number][] = [
  [12, 15],
  [14, 17],
  [16, 20],
  [18, 25],
  [21, 30],
  [26, 40],
  [35, 60],
];

/** How busy a month is: schools make the seasons. */
const seasons = [1.15, 1.05, 1.15, 0.8, 1.0, 1.05, 0.75, 0.45, 1.0, 1.15, 1.25, 0.8];

/** How many referrals a day brings, rising by half over the two years. */
function expected(day: Day, today: Day): number {
  const start = firstDay(today);
  const grown = 1 + 0.5 * (daysBetween(start, day) / daysBetween(start, today));
  return 0.64 * grown * (seasons[Number(day.slice(5, 7)) - 1] ?? 1);
}

/** The referrals of two years, oldest first. */
export function stories(world: World): Story[] {
  const { chance, today } = world;
  const all: Story[] = [];
  for (let day = firstDay(today); day < today; day = addDays(day, 1)) {
    if (!isWorkingDay(day)) continue;
    const count = Math.floor(expected(day, today) + chance.next());
    for (let one = 0; one < count; one++) all.push(aStory(world, day));
  }
  return all;
}

/** What the police took on a year ago is kept no more, and so is not here (7.4). */
const isKept = (today: Day, submittedOn: Day) => submittedOn >= addMonths(today, -12);

export function aStory(
  { chance, today }: World,
  submittedOn: Day,
  known: Partial<Story> = {},
): Story {
  const sector = chance.weighted<Sector>(sectors);
  const [low, high] = chance.pick(ages[sector] ?? otherAges);
  const gender: Gender = chance.is(0.87) ? "male" : "female";
  return {
    submittedOn,
    sector,
    concern: chance.weighted<Concern>(concerns),
    gender,
    forenames: chance.pick(forenames[gender]),
    surname: chance.pick(surnames),
    bornOn: addDays(
      addMonths(submittedOn, -12 * chance.between(low, high)),
      -chance.between(0, 364),
    ),
    isAgeGuessed: chance.is(0.08),
    screenedAfter: chance.pick([1, 1, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 5, 5, 6, 8]),
    screening: isKept(today, submittedOn)
      ? chance.weighted({ continue: 57, close: 38, police_led: 3, withdrawn: 2 })
      : chance.weighted({ continue: 57, close: 41, withdrawn: 2 }),
    closureCode: chance.weighted<ClosureCode>(gatewayClosures),
    decidedAfter: chance.pick([9, 11, 12, 13, 14, 14, 15, 15, 17, 19]),
    section36: chance.is(0.66) ? "yes" : "no",
    panel: isKept(today, submittedOn)
      ? chance.weighted({ adopt: 57, not_adopt: 39, police_led: 4 })
      : chance.weighted({ adopt: 57, not_adopt: 43 }),
    defersFirst: chance.is(0.1),
    consent: chance.is(0.88) ? "given" : "refused",
    support: chance.is(0.88) ? "exit" : "withdrawn",
    monthsOfSupport: chance.between(3, 6),
    isPaused: false,
    isTransferred: false,
    reviewLate: chance.is(0.75) ? -chance.between(0, 12) : chance.between(3, 40),
    isReviewForgotten: chance.is(0.12),
    ...known,
  };
}
