import type { Priority, Rag, Workstream } from "@/lib/plans/labels";

export type PlannedAction = {
  theme: number;
  text: string;
  owner: string;
  role: string;
  rag: Rag;
  priority?: Priority;
  workstream?: Workstream;
  contributors?: string[];
  /** For one area of the partnership alone. */
  only?: "Northbridge" | "Wyvern County";
  /** Nobody has said anything of it for longer than 45 days. */
  isSilent?: boolean;
};

const city = "Northbridge City Council";
const county = "Wyvern County Council";
const police = "Wyvern Police";
const health = "Northbridge NHS Foundation Trust";
const probation = "Wyvern Probation";
const youth = "Northbridge Youth Justice Service";
const college = "Northbridge College";
const harbour = "Harbour Community Trust";
const prison = "HMP Marlow Vale";

/** This year's plan, theme by theme, in every colour. */
export const thisYear: readonly PlannedAction[] = [
  {
    theme: 1,
    text: "Hold a panel every four weeks, with every seat filled or covered",
    owner: city,
    role: "Head of community safety",
    rag: "green",
    priority: "high",
  },
  {
    theme: 1,
    text: "Bring the section 36 decision inside fifteen working days in nine cases of ten",
    owner: police,
    role: "Prevent sergeant",
    rag: "amber",
    priority: "high",
    contributors: [city],
  },
  {
    theme: 1,
    text: "Agree who sits for adult social care when the lead is away",
    owner: city,
    role: "Principal social worker",
    rag: "blue",
  },
  {
    theme: 1,
    text: "Give every mentor a named contact in mental health services",
    owner: health,
    role: "Trust Prevent lead",
    rag: "green",
    contributors: [harbour],
  },
  {
    theme: 1,
    text: "Review ten closed cases together and write down what was learnt",
    owner: city,
    role: "Channel chair",
    rag: "grey",
  },
  {
    theme: 1,
    text: "Sign the new information sharing agreement in all partner organisations",
    owner: city,
    role: "Information governance lead",
    rag: "red",
    priority: "high",
    contributors: [police, health, probation],
  },
  {
    theme: 1,
    text: "Share licence conditions with the panel five days before each meeting",
    owner: probation,
    role: "Head of service",
    rag: "amber",
    isSilent: true,
  },
  {
    theme: 2,
    text: "Run the climbing group for young people referred by schools",
    owner: harbour,
    role: "Youth manager",
    rag: "green",
    contributors: [youth],
  },
  {
    theme: 2,
    text: "Test a mentoring offer for adults leaving custody",
    owner: prison,
    role: "Head of reducing reoffending",
    rag: "amber",
    contributors: [probation],
  },
  {
    theme: 2,
    text: "Find a provider for parents who worry about what their child sees online",
    owner: county,
    role: "Early help manager",
    rag: "red",
    priority: "high",
    only: "Wyvern County",
  },
  {
    theme: 2,
    text: "Evaluate last year's three projects and publish a summary",
    owner: city,
    role: "Prevent co-ordinator",
    rag: "blue",
  },
  {
    theme: 2,
    text: "Offer small grants to community groups in four wards",
    owner: city,
    role: "Prevent co-ordinator",
    rag: "green",
    only: "Northbridge",
  },
  {
    theme: 2,
    text: "Bring drama about online influence to twelve schools",
    owner: college,
    role: "Head of student services",
    rag: "blue",
  },
  {
    theme: 3,
    text: "Meet community leaders every quarter and say what was done about what they raised",
    owner: city,
    role: "Cohesion manager",
    rag: "green",
    workstream: "cohesion",
  },
  {
    theme: 3,
    text: "Explain Channel in plain words on both councils' websites",
    owner: city,
    role: "Prevent co-ordinator",
    rag: "blue",
  },
  {
    theme: 3,
    text: "Ask people who have had support what helped, and publish what they say",
    owner: harbour,
    role: "Trust manager",
    rag: "grey",
  },
  {
    theme: 3,
    text: "Write to every place of worship and sports club with the advice line",
    owner: county,
    role: "Communities officer",
    rag: "amber",
    isSilent: true,
  },
  {
    theme: 3,
    text: "Hold one open evening for parents in each quarter",
    owner: college,
    role: "Head of student services",
    rag: "green",
  },
  {
    theme: 3,
    text: "Agree what is said, and by whom, in the first day after an incident",
    owner: police,
    role: "Prevent inspector",
    rag: "green",
    workstream: "prepare",
  },
  {
    theme: 4,
    text: "Train nine in ten front-line staff of the trust, and keep it so",
    owner: health,
    role: "Trust Prevent lead",
    rag: "green",
    priority: "high",
  },
  {
    theme: 4,
    text: "Offer every school a safeguarding lead briefing each term",
    owner: city,
    role: "Education safeguarding officer",
    rag: "green",
  },
  {
    theme: 4,
    text: "Show emergency department staff how and when to share a concern",
    owner: health,
    role: "Matron, emergency care",
    rag: "red",
    priority: "high",
  },
  {
    theme: 4,
    text: "Bring the referral form into the induction of new probation staff",
    owner: probation,
    role: "Training manager",
    rag: "blue",
  },
  {
    theme: 4,
    text: "Halve the referrals that come without having told the person",
    owner: city,
    role: "Prevent co-ordinator",
    rag: "amber",
  },
  {
    theme: 4,
    text: "Train youth justice workers to look again at older cases",
    owner: youth,
    role: "Service manager",
    rag: "green",
  },
  {
    theme: 5,
    text: "Check every booking of a council room against the venue guidance",
    owner: city,
    role: "Venues manager",
    rag: "green",
  },
  {
    theme: 5,
    text: "Ask independent venues to sign the speaker checklist",
    owner: county,
    role: "Communities officer",
    rag: "grey",
  },
  {
    theme: 5,
    text: "Keep one list of venues and their contacts, and test it twice a year",
    owner: police,
    role: "Prevent sergeant",
    rag: "blue",
    workstream: "protect",
  },
  {
    theme: 5,
    text: "Agree with the college how outside speakers are approved",
    owner: college,
    role: "Head of student services",
    rag: "green",
  },
  {
    theme: 5,
    text: "Support hospital chaplaincy with advice on visiting speakers",
    owner: health,
    role: "Lead chaplain",
    rag: "green",
    isSilent: true,
  },
];

/** Last year's, nearly all of it done. */
export const lastYear: readonly PlannedAction[] = [
  {
    theme: 1,
    text: "Move the panel to a fixed day in each four weeks",
    owner: city,
    role: "Head of community safety",
    rag: "blue",
  },
  {
    theme: 1,
    text: "Write a guide for new members of the panel",
    owner: city,
    role: "Channel chair",
    rag: "blue",
  },
  {
    theme: 1,
    text: "Name a deputy for the chair and for each seat",
    owner: city,
    role: "Channel chair",
    rag: "blue",
  },
  {
    theme: 1,
    text: "Renew the information sharing agreement",
    owner: city,
    role: "Information governance lead",
    rag: "amber",
  },
  {
    theme: 2,
    text: "Commission three projects for young people",
    owner: city,
    role: "Prevent co-ordinator",
    rag: "blue",
  },
  {
    theme: 2,
    text: "Run a mentoring pilot in two schools",
    owner: harbour,
    role: "Youth manager",
    rag: "blue",
  },
  {
    theme: 2,
    text: "Bid for a project for parents",
    owner: county,
    role: "Early help manager",
    rag: "red",
  },
  {
    theme: 3,
    text: "Meet community leaders twice in the year",
    owner: city,
    role: "Cohesion manager",
    rag: "blue",
    workstream: "cohesion",
  },
  {
    theme: 3,
    text: "Publish a yearly report in plain words",
    owner: city,
    role: "Prevent co-ordinator",
    rag: "blue",
  },
  {
    theme: 3,
    text: "Visit ten community groups in the county",
    owner: county,
    role: "Communities officer",
    rag: "blue",
  },
  {
    theme: 4,
    text: "Train every safeguarding lead in the city",
    owner: city,
    role: "Education safeguarding officer",
    rag: "blue",
  },
  {
    theme: 4,
    text: "Put the referral pathway on one page",
    owner: police,
    role: "Prevent sergeant",
    rag: "blue",
  },
  {
    theme: 4,
    text: "Train eight in ten front-line staff of the trust",
    owner: health,
    role: "Trust Prevent lead",
    rag: "blue",
  },
  {
    theme: 5,
    text: "Write venue guidance with four venues",
    owner: city,
    role: "Venues manager",
    rag: "blue",
  },
  {
    theme: 5,
    text: "Brief hotel managers on how to check a booking",
    owner: police,
    role: "Prevent sergeant",
    rag: "blue",
  },
];
