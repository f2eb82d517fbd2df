import type { Workstream } from "@/lib/plans/labels";

export type OldAction = {
  theme: number;
  reference: string;
  text: string;
  /** What it said in the version before. */
  before?: string;
  owner: string;
  role: string;
  cohesion: string;
  workstream?: Workstream;
  only?: "Northbridge" | "Wyvern County";
  isDone?: boolean;
};

const city = "Northbridge City Council";
const county = "Wyvern County Council";
const police = "Wyvern Police";
const harbour = "Harbour Community Trust";

const forAll = "It is for everybody alike, and says so, so that nobody feels singled out.";
const inTheOpen =
  "Done in the open and explained first, it builds trust. Done quietly, it costs it.";

/** Next year's draft, by the eight parts of the toolkit, for city and county. */
export const draftActions: readonly OldAction[] = [
  {
    ...{ theme: 1, reference: "1.1", owner: city, role: "Head of community safety" },
    text: "Hold a meeting of the steering group every quarter, with papers a week before",
    cohesion: inTheOpen,
  },
  {
    ...{ theme: 2, reference: "2.1", owner: police, role: "Prevent inspector" },
    text: "Write the local risk assessment anew from the profile and partners' figures",
    cohesion: "It speaks of what is done and shared, and never of who people are.",
  },
  {
    ...{ theme: 3, reference: "3.1", owner: city, role: "Prevent co-ordinator" },
    text: "Publish a version of this plan that anybody can read",
    cohesion: inTheOpen,
  },
  {
    ...{ theme: 4, reference: "4.1", owner: county, role: "Head of safeguarding" },
    text: "Bring adult social care onto the one referral pathway",
    cohesion: forAll,
    only: "Wyvern County",
  },
  {
    ...{ theme: 5, reference: "5.1", owner: city, role: "Channel chair" },
    text: "Fill the seat for housing at every panel",
    cohesion: forAll,
  },
  {
    ...{ theme: 6, reference: "6.1", owner: city, role: "Education safeguarding officer" },
    text: "Train every designated lead who is new to the post within a term",
    cohesion:
      "Training speaks of every ideology, so that no pupil is looked at twice for their faith.",
    only: "Northbridge",
  },
  {
    ...{ theme: 7, reference: "7.1", owner: county, role: "Head of property" },
    text: "Check speakers in the same way in every hall that is hired out",
    cohesion: "Lawful speech stays welcome. A refusal without reasons would be taken as unfair.",
    workstream: "protect",
  },
  {
    ...{ theme: 8, reference: "8.1", owner: harbour, role: "Trust manager" },
    text: "Write plain words about support with people who have had it",
    cohesion: inTheOpen,
  },
  {
    ...{ theme: 8, reference: "8.2", owner: city, role: "Cohesion manager" },
    text: "Bring neighbours of different faiths together in four wards",
    cohesion: "It is cohesion work: linked to Prevent, and never counted as it.",
    workstream: "cohesion",
    only: "Northbridge",
  },
];

/** The plan of 2011, long since done, in the words of its second version. */
export const earlierActions: readonly OldAction[] = [
  {
    ...{ theme: 1, reference: "1.1", owner: police, role: "Community safety superintendent" },
    text: "Set up a panel of partners for people who need support",
    ...{ cohesion: forAll, isDone: true },
  },
  {
    ...{ theme: 2, reference: "2.1", owner: city, role: "Head of youth services" },
    text: "Run a summer project that young people of all backgrounds choose for themselves",
    ...{ cohesion: forAll, isDone: true },
  },
  {
    ...{ theme: 3, reference: "3.1", owner: harbour, role: "Trust manager" },
    text: "Meet community groups where they meet, at least twice a year",
    before: "Invite community groups to the town hall",
    ...{ cohesion: inTheOpen, isDone: true },
  },
  {
    ...{ theme: 4, reference: "4.1", owner: city, role: "Director of children's services" },
    text: "Train 200 front-line staff by the end of 2012",
    before: "Train front-line staff",
    cohesion:
      "Training speaks of every ideology, so that nobody is looked at twice for their faith.",
    isDone: true,
  },
  {
    ...{ theme: 5, reference: "5.1", owner: city, role: "Head of property" },
    text: "Give those who hire out halls somebody to ask",
    cohesion: "Lawful speech stays welcome. A refusal without reasons would be taken as unfair.",
    isDone: true,
  },
];
