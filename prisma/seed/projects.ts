import { addDays, addMonths, type Day, financialYearOf } from "@/lib/dates";
import type { EntryKind, PostState, Source } from "@/lib/funding/labels";
import type { Objective } from "@/lib/plans/labels";
import { type CheckKind, checkKinds, type ProjectStatus } from "@/lib/projects/labels";
import { returnsFor, shownOf } from "@/lib/projects/rules";
import type { CoveredIdeology } from "@/lib/risks/labels";
import { aChance } from "./chance";
import { at, column, nextReference, played, type World } from "./world";

const council = "Northbridge City Council";
const group = "Northbridge and Wyvern Prevent Steering Group";

type Planned = {
  key: string;
  title: string;
  says: string;
  objective: Objective;
  ideologies?: readonly CoveredIdeology[];
  target?: string;
  /** The number of a recommendation of the current edition, or the title of a risk; nothing is general. */
  recommendation?: number;
  risk?: string;
  provider?: string;
  owner: string;
  status: ProjectStatus;
  funder?: string;
  /** In pounds. */
  bid?: number;
  awarded?: number;
  /** Days from today. */
  starts?: number;
  ends?: number;
  actions?: readonly string[];
  measures?: readonly (readonly [
    "output" | "outcome",
    string,
    "sessions" | "products" | "organisations" | "percent",
    number,
    number | null,
  ])[];
  lessons?: string;
};

const planned: readonly Planned[] = [
  {
    key: "women",
    title: "Mothers and daughters: spotting what reaches children online",
    says: "Twelve evenings in two community centres, led by women, on what children meet in games and private channels, and where to turn.",
    objective: "intervene_2023",
    ideologies: ["extreme_right_wing", "mixed"],
    target: "Women who bring up children, in the east of the city",
    recommendation: 1,
    provider: "Harbour Community Trust",
    owner: "Harbour Community Trust",
    status: "delivery",
    funder: "Home Office",
    bid: 24_500,
    awarded: 22_000,
    starts: -150,
    ends: 120,
    actions: ["3.1", "2.1"],
    measures: [
      ["output", "Evenings held", "sessions", 12, 7],
      ["outcome", "Who say that they know where to share a concern", "percent", 80, 86],
    ],
  },
  {
    key: "young",
    title: "Young people’s film workshop",
    says: "Young people write and shoot short films on belonging and being pulled in, and show them in their schools.",
    objective: "causes_2023",
    ideologies: ["extreme_violence", "incel_misogyny"],
    target: "Pupils of 14 to 16, in four schools",
    risk: "Fascination with attacks on schools",
    provider: "Lantern Film Workshop",
    owner: "Northbridge Youth Justice Service",
    status: "evaluation",
    funder: "Wyvern Police and Crime Commissioner",
    bid: 9_800,
    awarded: 9_800,
    starts: -290,
    ends: -40,
    actions: ["2.2"],
    measures: [
      ["output", "Films made", "products", 6, 6],
      ["output", "Schools in which they were shown", "organisations", 4, 5],
    ],
  },
  {
    key: "toolkit",
    title: "Toolkit for form tutors",
    says: "Ten short lessons with notes for tutors, on checking sources, disagreeing well, and asking for help.",
    objective: "causes_2023",
    provider: "Northbridge College",
    owner: "Northbridge College",
    status: "closed",
    funder: "Northbridge City Council",
    bid: 4_200,
    awarded: 4_000,
    starts: -520,
    ends: -250,
    actions: ["2.3"],
    measures: [
      ["output", "Lessons published", "products", 10, 10],
      ["outcome", "Tutors’ groups that still use it after a term", "percent", 60, 71],
    ],
    lessons:
      "Lessons of twenty minutes were used, and those of an hour were not. Begin with tutors who asked for it, and let them show the others.",
  },
  {
    key: "sports",
    title: "Saturday football, with sessions for girls and women",
    says: "Football with mentors on Saturdays in two places that the profile names, with sessions of their own for girls and women, led by women.",
    objective: "intervene_2023",
    ideologies: ["extreme_right_wing", "islamist"],
    target: "Young people of 11 to 17, with sessions for girls and women alone",
    recommendation: 2,
    provider: "Wyvern Sports Trust",
    owner: council,
    status: "approved",
    funder: "Home Office",
    bid: 31_250,
    awarded: 28_750,
    actions: ["5.4"],
    measures: [
      ["output", "Sessions held", "sessions", 60, null],
      ["output", "Sessions for girls and women", "sessions", 30, null],
    ],
  },
  {
    key: "digital",
    title: "Digital workshop: far-right imagery and critical thinking",
    says: "A day’s workshop for sixth forms, on images and jokes that carry more than they show, and how to look twice.",
    objective: "causes_2023",
    ideologies: ["extreme_right_wing"],
    target: "Sixth formers at the college and two schools",
    risk: "Leaflets and stickers in the city centre",
    owner: "Northbridge College",
    status: "outline",
  },
];

type Body = { name: string; organisation?: string; registration?: string; expires: number };
const bodies: readonly Body[] = [
  { name: "Harbour Community Trust", organisation: "Harbour Community Trust", expires: 210 },
  { name: "Northbridge College", organisation: "Northbridge College", expires: 320 },
  { name: "Lantern Film Workshop", registration: "1199001", expires: 95 },
  { name: "Wyvern Sports Trust", registration: "1199002", expires: 12 },
];

const proof =
  "Read from what the body has published and given: accounts, policies, insurance and statements of the last two years.";

/** Five projects at five places on their road, those who deliver them, and two years of money. */
export function makeProjects(town: World): void {
  // Dice of its own, so that the rest of the town falls as it did without it.
  const world = { ...town, chance: aChance(20_260_915) };
  const providers = Object.fromEntries(bodies.map((body) => [body.name, addBody(world, body)]));
  const projects = Object.fromEntries(
    planned.map((project, index) => [project.key, addProject(world, project, providers, index)]),
  );
  addMoney(world, projects as Record<"women" | "young" | "toolkit" | "sports", string>);
}

function addBody(world: World, { name, organisation, registration, expires }: Body): string {
  const { rows, areaId, places, today, chance } = world;
  const { hatId } = played(world, "prevent");
  const addedOn = addDays(today, -540);
  const id = chance.id(at(addedOn, 10));
  rows.provider.push({
    ...{ id, areaId, reference: nextReference(world, "PRV", addedOn), name },
    organisationId: organisation ? (places.organisationId[organisation] as string) : null,
    ...{ registration: registration ?? null, contactPost: "Director of programmes" },
    ...{ addedByHatId: hatId, addedAt: at(addedOn, 10) },
  });
  for (const kind of Object.keys(checkKinds) as CheckKind[]) {
    const checkedOn = addDays(today, expires - 365);
    rows.providerCheck.push({
      ...{ providerId: id, areaId, kind, result: kind === "finance" ? "conditions" : "passed" },
      ...{ checkedBy: "Commissioning manager, Northbridge City Council", note: proof },
      ...{ checkedOn: column(checkedOn), expiresOn: column(addDays(today, expires)) },
      ...{ recordedByHatId: hatId, recordedAt: at(checkedOn, 11) },
    });
  }
  return id;
}

const road: readonly ProjectStatus[] = [
  ...(["idea", "outline", "bid", "approved", "delivery", "evaluation", "closed"] as const),
];

const basisWords =
  "What partners have seen here in the year points to it, as written under evidence. It is about what is done and shared, and not about who people are.";

/** Why this group: found among the rows that the registers have laid out before. */
function evidenceOf({ rows }: World, { recommendation, risk, target }: Planned) {
  if (recommendation) {
    const of = rows.profileEdition.find(({ status }) => status === "current");
    const found = rows.profileRecommendation.find(
      (one) => one.editionId === of?.id && one.number === recommendation,
    );
    if (found?.id)
      return { basis: "recommendation", recommendationId: found.id, targetGroup: target ?? null };
  }
  const found = rows.risk.find(({ title }) => title === risk);
  if (found?.id) return { basis: "risk", riskId: found.id, targetGroup: target ?? null };
  return { basis: "general", targetGroup: null };
}

function addProject(
  world: World,
  project: Planned,
  providers: Record<string, string>,
  index: number,
): string {
  const { rows, areaId, places, today, chance } = world;
  const { hatId } = played(world, "prevent");
  const { status, starts = 30, ends = 30, title, objective } = project;
  const has = (one: ProjectStatus) => road.indexOf(status) >= road.indexOf(one);
  const addedOn = addDays(today, Math.min(starts, 0) - 160 + index * 7);
  const onDay = (days: number) => column(addDays(addedOn, days));
  const id = chance.id(at(addedOn, 10, index));
  const editedAt = at(addDays(addedOn, has("approved") ? 110 : 30), 12);
  rows.project.push({
    ...{ id, areaId, partnershipId: places.partnershipId, title, objective, status },
    ...{ reference: nextReference(world, "PRJ", addedOn), summary: project.says, basisWords },
    ...{ ideologies: [...(project.ideologies ?? [])], ...evidenceOf(world, project) },
    ownerOrganisationId: places.organisationId[project.owner] as string,
    providerId: project.provider ? (providers[project.provider] as string) : null,
    ...(has("outline") && {
      ...{ outline: `${project.says} It costs less than it saves in time.`, outlineGroup: group },
      outlineOn: onDay(20),
    }),
    ...(has("bid") && {
      ...{ answer: "supported", answerOn: onDay(34), bidOn: onDay(50) },
      answerReasons: "The group supports it, and asks for a return each quarter.",
      funder: project.funder ?? "Home Office",
    }),
    ...(has("approved") && {
      decisionReasons: "Approved within the year’s grant, less the cost of publicity.",
      decidedOn: onDay(100),
    }),
    ...(has("delivery") && {
      ...{ startsOn: column(addDays(today, starts)), endsOn: column(addDays(today, ends)) },
      deliveryPlan:
        "A lead and a second are there each time. Dates and places are agreed a term ahead, and each session ends with two questions to those who came.",
      safeguarding:
        "Whoever leads has been vetted and trained. A concern about somebody goes to the safeguarding lead the same day, and never into a return.",
    }),
    ...(has("evaluation") && {
      evaluationMethod:
        "The council’s researcher compares answers before and after, and speaks with those who led.",
    }),
    ...(status === "closed" && {
      findings:
        "Every lesson was published, and seven groups in ten still used it after a term. Teachers asked for shorter ones.",
      lessons: project.lessons ?? "",
      closedOn: column(addDays(today, -150)),
    }),
    ...{ addedByHatId: hatId, addedAt: at(addedOn, 10, index), editedByHatId: hatId, editedAt },
  });
  const row = { projectId: id, areaId };
  if (project.bid)
    rows.projectBid.push({
      ...{ ...row, number: 1, pence: BigInt(project.bid * 100) },
      awardedPence: project.awarded ? BigInt(project.awarded * 100) : null,
    });
  for (const [type, name, unit, target, actual] of project.measures ?? [])
    rows.projectMeasure.push({
      ...{ ...row, type, name, unit, target, actual, source: "The register of the project" },
      actualOn: actual === null ? null : column(addDays(today, -45)),
      ...{ editedByHatId: hatId, editedAt },
    });
  link(world, id, project.actions ?? []);
  if (has("delivery")) addReturns(world, id, addDays(today, starts), addDays(today, ends));
  return id;
}

function link(
  { rows, areaId, now, ...world }: World,
  projectId: string,
  actions: readonly string[],
) {
  const plan = rows.plan.find(({ status }) => status === "approved");
  const by = {
    linkedByHatId: played({ rows, areaId, now, ...world }, "prevent").hatId,
    linkedAt: now,
  };
  for (const reference of actions) {
    const action = rows.planAction.find(
      (one) => one.planId === plan?.id && one.reference === reference,
    );
    if (action)
      rows.projectAction.push({
        ...{ projectId, actionId: action.actionId, planId: action.planId, areaId, ...by },
      });
  }
}

/** What was reported for each quarter that is over, but for the last, which is waited for. */
function addReturns(world: World, projectId: string, startDay: Day, endDay: Day): void {
  const { rows, areaId, today, chance } = world;
  const { hatId } = played(world, "prevent");
  for (const { periodStart, periodEnd, dueDay } of returnsFor(startDay, endDay)) {
    const id = chance.id(at(periodStart, 9));
    const isRecorded = addDays(dueDay, -8) < today;
    const counts = {
      ...{ completed: chance.between(6, 24), continuing: chance.between(5, 15) },
      ...{ left: chance.between(0, 3), helped_on: chance.between(0, 6) },
    };
    rows.projectReturn.push({
      ...{ id, projectId, areaId, periodStart: column(periodStart) },
      ...{ periodEnd: column(periodEnd), dueOn: column(dueDay) },
      ...(isRecorded && {
        recordedOn: column(addDays(dueDay, -8)),
        progress:
          "Every session was held, and more came than in the quarter before. One was moved.",
        ...{ shown: shownOf(counts), recordedByHatId: hatId },
      }),
    });
    if (isRecorded)
      for (const [outcome, people] of Object.entries(counts))
        rows.projectCount.push({ returnId: id, projectId, areaId, outcome, people });
  }
}

type Of = { project?: string; post?: string };
type Entered = readonly [kind: EntryKind, pence: number, words: string, of?: Of];
type Line = {
  name: string;
  source: Source;
  year: Day;
  budget: number;
  note?: string;
  posts?: readonly (readonly [
    key: string,
    title: string,
    state: PostState,
    pence: number,
    note?: string,
  ])[];
  entries: readonly Entered[];
  claims?: readonly (readonly [
    title: string,
    days: number,
    pence: number,
    state: "due" | "made" | "paid",
  ])[];
};

function addMoney(
  world: World,
  of: Record<"women" | "young" | "toolkit" | "sports", string>,
): void {
  const thisYear = financialYearOf(world.today);
  const lastYear = addMonths(thisYear, -12);
  const lines: readonly Line[] = [
    {
      ...{ name: "Home Office co-ordinator", source: "home_office", year: thisYear },
      budget: 6_215_000,
      posts: [
        ["prevent", "Prevent co-ordinator", "filled", 5_480_050],
        [
          "schools",
          "Prevent education officer",
          "planned",
          4_612_500,
          "The schools post: planned for the summer term, and advertised once the grant for next year is known.",
        ],
      ],
      entries: [
        ["allocated", 5_480_050, "The year’s salary and on-costs", { post: "prevent" }],
        ["committed", 5_480_050, "Contract of employment", { post: "prevent" }],
        ["spent", 3_196_698, "Seven months’ pay", { post: "prevent" }],
        ["forecast", 5_480_050, "The year’s salary and on-costs", { post: "prevent" }],
        ["forecast", 384_375, "One month of the schools post", { post: "schools" }],
      ],
      claims: [
        ["First quarter", -120, 1_553_750, "paid"],
        ["Second quarter", -28, 1_553_750, "made"],
        ["Third quarter", 9, 1_553_750, "due"],
      ],
    },
    {
      ...{ name: "Home Office projects", source: "home_office", year: thisYear },
      budget: 5_500_000,
      entries: [
        ["allocated", 2_200_000, "As it was awarded", { project: of.women }],
        ["allocated", 2_875_000, "As it was awarded", { project: of.sports }],
        ["committed", 2_200_000, "Grant agreement", { project: of.women }],
        ["spent", 733_333, "First of three payments", { project: of.women }],
        ["spent", 733_333, "Second of three payments", { project: of.women }],
        ["forecast", 2_200_000, "As agreed", { project: of.women }],
        [
          "forecast",
          2_875_000,
          "As awarded, once due diligence is renewed",
          { project: of.sports },
        ],
      ],
      claims: [
        ["First half", -45, 1_466_666, "made"],
        ["Second half", 130, 3_608_334, "due"],
      ],
    },
    {
      ...{ name: "Police Prevent fund", source: "police", year: thisYear, budget: 1_200_000 },
      entries: [
        ["allocated", 980_000, "As it was awarded", { project: of.young }],
        ["committed", 980_000, "Grant agreement", { project: of.young }],
        ["spent", 980_000, "Paid on delivery of the films", { project: of.young }],
        ["spent", 24_575, "Hire of the hall for the showing", {}],
        ["forecast", 1_004_575, "Films and the showing", {}],
      ],
    },
    {
      ...{ name: "Council base budget", source: "council", year: thisYear, budget: 850_000 },
      entries: [
        ["committed", 312_050, "Printing of the training packs", {}],
        ["spent", 312_050, "Printing of the training packs", {}],
        ["spent", 41_999, "Travel", {}],
        ["forecast", 862_000, "Training packs, travel, and a review of venues", {}],
      ],
    },
    {
      ...{ name: "Home Office co-ordinator", source: "home_office", year: lastYear },
      budget: 5_940_000,
      posts: [["before", "Prevent co-ordinator", "filled", 5_310_000]],
      entries: [
        ["allocated", 5_310_000, "The year’s salary and on-costs", { post: "before" }],
        ["committed", 5_310_000, "Contract of employment", { post: "before" }],
        ["spent", 5_310_000, "Twelve months’ pay", { post: "before" }],
        ["forecast", 5_310_000, "The year’s salary and on-costs", { post: "before" }],
      ],
      claims: [["The year", -200, 5_310_000, "paid"]],
    },
    {
      ...{ name: "Council base budget", source: "council", year: lastYear, budget: 800_000 },
      entries: [
        ["allocated", 400_000, "As it was awarded", { project: of.toolkit }],
        ["committed", 400_000, "Order for the toolkit", { project: of.toolkit }],
        ["spent", 399_995, "Paid for the toolkit", { project: of.toolkit }],
        ["forecast", 399_995, "As paid", { project: of.toolkit }],
      ],
    },
  ];
  for (const line of lines) addLine(world, line);
}

function addLine(world: World, { posts = [], entries, claims = [], ...line }: Line): void {
  const { rows, areaId, places, today, chance } = world;
  const { hatId } = played(world, "prevent");
  const { name, source, year, budget, note = null } = line;
  const addedAt = at(addDays(year, 3), 10);
  const id = chance.id(addedAt);
  const edited = { editedByHatId: hatId, editedAt: addedAt };
  rows.fundingLine.push({
    ...{ id, areaId, partnershipId: places.partnershipId, name, source, note },
    ...{ reference: nextReference(world, "FND", addDays(year, 3)), yearOn: column(year) },
    ...{ addedByHatId: hatId, addedAt },
  });
  const postIds = new Map<string, string>();
  for (const [key, title, state, pence, says] of posts) {
    const postId = chance.id(addedAt);
    postIds.set(key, postId);
    rows.fundingPost.push({
      ...{ id: postId, lineId: id, areaId, title, state, note: says ?? null, ...edited },
      ...{ fromOn: column(state === "planned" ? addDays(year, 334) : year) },
      ...{ toOn: column(addDays(addMonths(year, 12), -1)), costPence: BigInt(pence) },
    });
  }
  const all: readonly Entered[] = [["budget", budget, "The budget of the line"], ...entries];
  for (const [index, [kind, pence, words, of = {}]] of all.entries()) {
    const planned = addDays(year, 4 + index * 20);
    const day = [planned, today].toSorted()[0] ?? today;
    rows.fundingEntry.push({
      ...{ lineId: id, areaId, kind, pence: BigInt(pence), words, enteredOn: column(day) },
      ...{ projectId: of.project ?? null, postId: of.post ? (postIds.get(of.post) ?? null) : null },
      ...{ enteredByHatId: hatId, enteredAt: at(day, 10, index) },
    });
  }
  for (const [title, days, pence, state] of claims) {
    const dueDay = addDays(today, days);
    const isMade = state !== "due";
    rows.fundingClaim.push({
      ...{ lineId: id, areaId, title, dueOn: column(dueDay), pence: BigInt(pence), ...edited },
      ...(isMade && { madeOn: column(addDays(dueDay, -2)), madePence: BigInt(pence) }),
      ...(state === "paid" && { paidOn: column(addDays(dueDay, 26)), paidPence: BigInt(pence) }),
    });
  }
  payFor(world, id, name);
}

/** Which actions of the plan in force a line pays for (0.12). */
function payFor({ rows, areaId, now, ...world }: World, lineId: string, name: string): void {
  const paid: Record<string, string> = {
    "Home Office projects": "2.1",
    "Police Prevent fund": "2.2",
    "Council base budget": "5.1",
  };
  const plan = rows.plan.find(({ status }) => status === "approved");
  const action = rows.planAction.find(
    (one) => one.planId === plan?.id && one.reference === paid[name],
  );
  if (!action) return;
  const { actionId, planId } = action;
  const { hatId } = played({ rows, areaId, now, ...world }, "prevent");
  rows.fundingAction.push({
    ...{ lineId, actionId, planId, areaId, linkedByHatId: hatId, linkedAt: now },
  });
}
