import { addDays, addMonths, type Day, daysBetween, quarterOf } from "@/lib/dates";
import { objectivesIn, type Rag, templateThemes } from "@/lib/plans/labels";
import type { ActionStatus } from "@/lib/tracker/labels";
import { lastYear, type PlannedAction, thisYear } from "./plan-actions";
import { addPlanImport } from "./plan-import";
import { addPlanParts } from "./plan-parts";
import { keepQuarters } from "./plan-snapshots";
import { at, column, columnOrNull, played, type World } from "./world";

const yearStart = (today: Day): Day => {
  const { start, quarter } = quarterOf(today);
  return addMonths(start, -3 * (quarter - 1));
};

/** Two years of the partnership's plan: last year's, and the one in force. */
export function makePlans(world: World): void {
  const start = yearStart(world.today);
  aPlan(world, { start: addMonths(start, -12), status: "superseded", actions: lastYear });
  aPlan(world, { start, status: "approved", actions: thisYear });
  addPlanParts(world);
  addPlanImport(world);
  keepQuarters(world);
}

type APlan = { start: Day; status: "approved" | "superseded"; actions: readonly PlannedAction[] };
type OfPlan = { planId: string; start: Day; end: Day; lastDay: Day; themeIds: string[] };

function aPlan(world: World, { start, status, actions }: APlan): void {
  const { rows, chance, areaId, places, today } = world;
  const end = addDays(addMonths(start, 12), -1);
  const createdAt = at(addDays(start, -60), 10);
  const planId = chance.id(createdAt);
  const { year } = quarterOf(start);
  rows.plan.push({
    id: planId,
    areaId,
    partnershipId: places.partnershipId,
    title: `Northbridge and Wyvern Prevent plan ${year}`,
    periodStart: column(start),
    periodEnd: column(end),
    status,
    objectiveScheme: "prevent_2023",
    eiaStatus: "complete",
    approvedBy: "Northbridge and Wyvern Prevent Steering Group",
    approvedOn: column(addDays(start, -12)),
    createdAt,
  });
  for (const area of Object.values(places.areaId))
    rows.planArea.push({ planId, areaId: area, keptBy: areaId, status });
  const themeIds = templateThemes.five_elements.map(({ title, duty }, index) => {
    const id = chance.id(createdAt);
    rows.planTheme.push({
      ...{ id, planId, areaId, title, position: index + 1 },
      dutyTheme: duty.prevent_2023,
    });
    return id;
  });
  const of = { planId, start, end, lastDay: earlier(today, end), themeIds };
  const counts: Record<number, number> = {};
  for (const action of actions) {
    const number = (counts[action.theme] ?? 0) + 1;
    counts[action.theme] = number;
    planAction(world, of, action, `${action.theme}.${number}`);
  }
}

const said: Record<Rag, string> = {
  grey: "Not begun yet. It is planned for later in the year.",
  green: "Going as planned. The next step is agreed and dated.",
  amber: "One partner has been slow to answer, and the date may slip.",
  red: "The date has been missed.",
  blue: "Done, and the evidence is with the co-ordinator.",
};
const reasons: Partial<Record<Rag, string>> = {
  amber: "The lead has been away since last month and the work has not been handed over.",
  red: "The money that was expected did not come, and the date in the plan has passed.",
};
const recovery =
  "A deputy has been named and takes it on from Monday. A new date is set with both partners.";
const evidence =
  "The signed note of the meeting, and the page as it was published, are with the co-ordinator.";

/** By theme: how the work could help or harm trust, and the part of the toolkit it serves. */
const cohesion = [
  "Nobody outside the panel knows who is discussed, so that no community feels watched.",
  "A project for one group may look like a judgement on it, so each is open to all who want to come.",
  "Listening first is the point. It harms trust if nothing is done about what people raise.",
  "Training speaks of every ideology, so that no pupil is looked at twice for their faith.",
  "Lawful speech stays welcome. A refusal without reasons would be taken as unfair.",
];
const benchmarkOf = [
  "channel_panel",
  "permissive_environments",
  "communications",
  "training",
  "permissive_environments",
];

const statusOf: Record<Rag, ActionStatus> = {
  grey: "not_started",
  green: "in_progress",
  amber: "in_progress",
  red: "in_progress",
  blue: "done",
};

function planAction(world: World, of: OfPlan, action: PlannedAction, reference: string): void {
  const { rows, chance, areaId, places } = world;
  const { planId, start, end, lastDay, themeIds } = of;
  const { rag } = action;
  const elapsed = daysBetween(start, lastDay);
  const startsOn =
    rag === "grey"
      ? earlier(addDays(lastDay, 25), end)
      : addDays(start, Math.floor(elapsed * 0.2 * chance.next()));
  const dueOn = dueDayOf(world, rag, lastDay, end);
  const lastSaidOn = rag === "grey" ? start : lastWord(world, action, startsOn, lastDay);
  const addedAt = at(addDays(start, -40), 11);
  const id = chance.id(addedAt);
  const organisationId = places.organisationId[action.owner] as string;
  const percent = {
    grey: 0,
    blue: 100,
    green: chance.between(30, 80),
    amber: chance.between(20, 60),
    red: chance.between(5, 35),
  }[rag];
  rows.action.push({
    id,
    areaId,
    kind: "plan",
    planId,
    title: action.text,
    ownerOrganisationId: organisationId,
    startsOn: column(startsOn),
    dueOn: column(dueOn),
    firstDueOn: column(dueOn),
    status: statusOf[rag],
    doneOn: columnOrNull(rag === "blue" ? lastSaidOn : null),
    addedByHatId: played(world, "prevent").hatId,
    addedAt,
  });
  rows.planAction.push({
    actionId: id,
    planId,
    areaId,
    themeId: themeIds[action.theme - 1] as string,
    objective: chance.pick(objectivesIn.prevent_2023),
    reference,
    ownerRole: action.role,
    priority: action.priority ?? chance.pick(["medium", "medium", "low"]),
    workstream: action.workstream ?? "prevent",
    evidenceBasis: action.theme === 3 ? "background" : "local",
    proportionality:
      "It is open to everybody, singles nobody out, and was talked through with the community leaders' group.",
    cohesionImpact: cohesion[action.theme - 1] as string,
    benchmarks: [benchmarkOf[action.theme - 1] as string],
    forAreas: action.only ? [places.areaId[action.only] as string] : [],
    rag,
    ragReason:
      action.isSilent && rag === "amber" ? "No update for 45 days." : (reasons[rag] ?? null),
    recoveryPlan: rag === "amber" && !action.isSilent ? recovery : null,
    evidence: rag === "blue" ? evidence : null,
    isStale: Boolean(action.isSilent) && rag === "amber",
    percent,
    lastUpdateOn: column(lastSaidOn),
  });
  for (const name of action.contributors ?? []) {
    const contributor = places.organisationId[name] as string;
    rows.planActionContributor.push({ actionId: id, organisationId: contributor, planId, areaId });
  }
  if (rag !== "grey")
    history(world, of, { id, rag, percent, startsOn, lastSaidOn, isSilent: action.isSilent });
}

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

function dueDayOf({ chance }: World, rag: Rag, lastDay: Day, end: Day): Day {
  if (rag === "red") return addDays(lastDay, -chance.between(6, 30));
  if (rag === "blue") return addDays(lastDay, chance.between(-40, 20));
  return earlier(addDays(lastDay, chance.between(20, 120)), end);
}

function lastWord(
  { chance }: World,
  { isSilent }: PlannedAction,
  startsOn: Day,
  lastDay: Day,
): Day {
  const day = addDays(lastDay, isSilent ? -chance.between(52, 75) : -chance.between(1, 34));
  return day > startsOn ? day : startsOn;
}

type OfAction = {
  id: string;
  rag: Rag;
  percent: number;
  startsOn: Day;
  lastSaidOn: Day;
  isSilent?: boolean | undefined;
};

/** What was said month by month, each saying kept, and what went to the steering group. */
function history(world: World, { planId, lastDay }: OfPlan, action: OfAction): void {
  const { rows, chance, areaId } = world;
  const prevent = played(world, "prevent");
  const days: Day[] = [];
  for (
    let day = action.lastSaidOn;
    day >= action.startsOn && days.length < 7;
    day = addDays(day, -30)
  )
    days.unshift(day);
  const hadTrouble = action.rag === "blue" && chance.is(0.25);
  for (const [index, day] of days.entries()) {
    const isLast = index === days.length - 1;
    const isBad = hadTrouble && index === days.length - 2;
    const colour: Rag = isLast ? action.rag : isBad ? "red" : "green";
    const share = days.length === 1 ? 1 : index / (days.length - 1);
    const updatedAt = at(day, 15, index);
    const isAutomatic = isLast && Boolean(action.isSilent) && action.rag === "amber";
    rows.planUpdate.push({
      id: chance.id(updatedAt),
      actionId: action.id,
      planId,
      areaId,
      rag: isAutomatic ? "green" : colour,
      reason: isAutomatic ? null : (reasons[colour] ?? null),
      recoveryPlan: colour === "amber" && !isAutomatic ? recovery : null,
      evidence: colour === "blue" ? evidence : null,
      percent: Math.round(action.percent * share),
      note: isAutomatic ? said.green : said[colour],
      updatedByHatId: prevent.hatId,
      updatedAt,
    });
    if (isBad) escalate(world, planId, action.id, day, addDays(day, 30));
    if (isLast && colour === "red") escalate(world, planId, action.id, day, null);
  }
  if (!action.isSilent || action.rag !== "amber") return;
  const turnedAt = at(earlier(addDays(action.lastSaidOn, 46), lastDay), 6);
  rows.planUpdate.push({
    id: chance.id(turnedAt),
    actionId: action.id,
    planId,
    areaId,
    rag: "amber",
    reason: "No update for 45 days.",
    percent: action.percent,
    note: "",
    isAutomatic: true,
    updatedAt: turnedAt,
  });
}

function escalate(
  { rows, areaId, chance }: World,
  planId: string,
  actionId: string,
  on: Day,
  end: Day | null,
) {
  const raisedAt = at(on, 15, 30);
  rows.planEscalation.push({
    id: chance.id(raisedAt),
    actionId,
    planId,
    areaId,
    raisedAt,
    reason: reasons.red ?? "",
    endedAt: end ? at(end, 10) : null,
  });
}
