import { addDays, addMonths, type Day, fromDateColumn, quarterOf } from "@/lib/dates";
import type { ChangedPart, Disposition, SourceKind } from "@/lib/plans/consultation/labels";
import { type ObjectiveScheme, objectivesIn, templateThemes } from "@/lib/plans/labels";
import { publicThemes, slugOf } from "@/lib/plans/publication/rules";
import { aChance } from "./chance";
import { boards } from "./governance";
import { draftActions, earlierActions, type OldAction } from "./plan-drafts";
import { at, column, played, type World } from "./world";

const { steering } = boards;
const trust = "Northbridge NHS Foundation Trust";
const harbour = "Harbour Community Trust";

/** What each plan went through: this year's, next year's draft that is out now, and one of long ago in two versions. */
export function makeConsultations(town: World): void {
  // Dice of its own, so that the rest of the town falls as it did without it.
  const world = { ...town, chance: aChance(20_261_122) };
  const inForce = world.rows.plan.find(({ status }) => status === "approved");
  if (inForce) ofThisYear(world, inForce.id as string, fromDateColumn(inForce.periodStart as Date));
  nextYear(world);
  longAgo(world);
}

type Said = {
  kind: SourceKind;
  from: string;
  on: Day;
  /** The reference of the action; nothing is the plan as a whole. */
  about?: string;
  text: string;
  answer?: { as: Disposition; why: string; part?: ChangedPart; before?: string; after?: string };
};
type Round = {
  planId: string;
  opened: Day;
  closes: Day;
  isOpen?: boolean;
  asked: string[];
  bodies: string[];
};

const question =
  "Does the draft do what the city and the county need, and would any line of it do harm? Say it line by line where you can.";

function aRound(world: World, round: Round, said: readonly Said[]): void {
  const { rows, areaId, places, chance } = world;
  const { hatId } = played(world, "prevent");
  const { planId, opened, closes, isOpen = false, asked, bodies } = round;
  const roundId = chance.id(at(opened, 9));
  rows.planRound.push({
    ...{ id: roundId, planId, areaId, number: 1, question, closesOn: column(closes) },
    ...{ openedByHatId: hatId, openedAt: at(opened, 9) },
    ...(!isOpen && { closedByHatId: hatId, closedAt: at(addDays(closes, 3), 16) }),
  });
  for (const name of asked)
    rows.planAsked.push({
      ...{ roundId, planId, areaId, organisationId: places.organisationId[name] as string },
    });
  for (const body of bodies) rows.planAsked.push({ roundId, planId, areaId, body });
  for (const [index, one] of said.entries()) {
    const about = rows.planAction.find(
      (action) => action.planId === planId && action.reference === one.about,
    )?.actionId;
    const { answer } = one;
    rows.planComment.push({
      ...{ id: chance.id(at(one.on, 11, index)), roundId, planId, areaId, number: index + 1 },
      ...{ about: about ? "action" : "plan", actionId: about ?? null, text: one.text },
      ...{ sourceKind: one.kind, saidOn: column(one.on), madeByHatId: hatId },
      ...{ madeAt: at(one.on, 11, index) },
      ...(one.kind === "partner"
        ? { organisationId: places.organisationId[one.from] as string }
        : { sourceTitle: one.from }),
      ...(answer && {
        ...{ disposition: answer.as, reason: answer.why, settledByHatId: hatId },
        settledAt: at(addDays(one.on, 6), 14, index),
        ...(answer.after && {
          ...{ changedPart: answer.part ?? "elsewhere", changedActionId: about ?? null },
          ...{ beforeText: answer.before ?? null, afterText: answer.after },
        }),
      }),
    });
  }
}

function assessed(world: World, planId: string, written: Day, signed: Day | null): void {
  const { hatId } = played(world, "prevent");
  world.rows.planEquality.push({
    ...{ planId, areaId: world.areaId, number: 1, affected: ["age", "race", "religion"] },
    proposal:
      "A plan of training, advice and support that is offered to everybody who lives, works or learns here.",
    whoAffected:
      "Young people, since most referrals are of those under 20; and people who are or seem to be Muslim, who have told us that they expect to be looked at first.",
    evidence:
      "Four years of referrals as counts, the census, and what was said at two open evenings and by the community leaders' group.",
    effect:
      "Earlier help for those who need it. Harm, if the work is seen as being about one faith: people would come forward less.",
    mitigation:
      "Training speaks of every ideology. Figures are published every year. The community leaders' group reads drafts before they go out.",
    cohesion:
      "It helps where partners answer what is raised with them, and harms where they do not. Each action says which, and what is done about it.",
    ...{ writtenByHatId: hatId, writtenAt: at(written, 15) },
    ...(signed && {
      ...{ signedBy: "Head of equality, Northbridge City Council", signedByHatId: hatId },
      signedOn: column(signed),
    }),
  });
}

type Decided = {
  planId: string;
  edition: number;
  body: string;
  put: Day;
  on: Day;
  conditions?: string;
};

function decided(world: World, { planId, edition, body, put, on, conditions }: Decided): void {
  const { hatId } = played(world, "prevent");
  world.rows.planSubmission.push({
    ...{ planId, areaId: world.areaId, edition, body, submittedOn: column(put) },
    ...{ submittedByHatId: hatId, submittedAt: at(put, 12) },
    decision: conditions ? "approved_with_conditions" : "approved",
    ...{ decidedBy: body, decidedOn: column(on), conditions: conditions ?? null },
    ...{ recordedByHatId: hatId, recordedAt: at(addDays(on, 1), 10) },
  });
}

/** The plan in force, as it became what it is, and what of it anybody may read. */
function ofThisYear(world: World, planId: string, start: Day): void {
  const before = (days: number) => addDays(start, -days);
  aRound(
    world,
    {
      ...{
        planId,
        opened: before(55),
        closes: before(30),
        asked: [trust, harbour, "Wyvern Police"],
      },
      bodies: ["Northbridge interfaith network"],
    },
    [
      {
        ...{ kind: "partner", from: trust, on: before(48), about: "1.4" },
        text: "Mentors ring three different numbers before they reach anybody. Name one contact.",
        answer: {
          ...{
            as: "accepted",
            part: "text",
            why: "A named contact is what mentors have asked for.",
          },
          before: "Make it easier for mentors to reach mental health services",
          after: "Give every mentor a named contact in mental health services",
        },
      },
      {
        ...{ kind: "event", from: "Open evening at Northbridge College", on: before(41) },
        text: "Say in public what the plan is and is not. People hear of it from those who oppose it.",
        answer: {
          ...{
            as: "partly",
            why: "A public version is published. A leaflet would be out of date soon.",
          },
          after: "A public version of the plan is published once it is approved.",
        },
      },
      {
        ...{ kind: "body", from: "Letter from the Northbridge interfaith network", on: before(36) },
        text: "Leave out work with places of worship altogether.",
        answer: {
          as: "not_accepted",
          why: "Several have asked to be kept in. Nothing in the plan is done without being asked for.",
        },
      },
    ],
  );
  assessed(world, planId, before(30), before(24));
  decided(world, { planId, edition: 1, body: steering, put: before(20), on: before(12) });
  publish(world, planId, addDays(start, 3));
}

const publicText: Record<string, string> = {
  "1.1":
    "We meet every four weeks to decide, together, what help to offer people who are referred.",
  "1.4": "Mentors can reach mental health services by one named contact.",
  "2.1": "A climbing group for young people, open to all who want to come.",
  "3.1": "We meet community leaders every quarter, and say what we did about what they raised.",
  "3.2": "We explain in plain words what support is offered and how it works.",
  "4.2": "Every school can have a briefing for its safeguarding lead each term.",
  "5.1": "Staff who hire out rooms know what to look for, and whom to ask.",
};

function publish(world: World, planId: string, on: Day): void {
  const { rows, areaId } = world;
  const plan = rows.plan.find(({ id }) => id === planId);
  if (!plan) return;
  const by = { setByHatId: played(world, "prevent").hatId, setAt: at(on, 9) };
  const own = rows.planAction.filter((one) => one.planId === planId);
  const lines = own.flatMap(({ actionId, themeId, reference }) =>
    publicText[reference] ? [{ actionId, themeId, text: publicText[reference] }] : [],
  );
  for (const line of lines) rows.planPublicLine.push({ ...line, planId, areaId, ...by });
  const themes = rows.planTheme
    .filter((one) => one.planId === planId)
    .map(({ id, title }) => ({ id: id as string, title }));
  rows.planPublication.push({
    ...{
      planId,
      areaId,
      title: plan.title,
      edition: 1,
      contents: publicThemes(themes, own, lines),
    },
    slug: slugOf({ id: planId, title: plan.title, edition: 1 }),
    coverage: "Northbridge and Wyvern",
    ...{ periodStart: plan.periodStart, periodEnd: plan.periodEnd, approvedBy: steering },
    approvedOn: plan.approvedOn as Date,
    introduction:
      "Partners in the city and the county share the duty to help people who might be drawn into terrorism. This is what they do about it this year. Nobody in it is a suspect, and support is always a choice.",
    contact: "The community safety team, Northbridge City Council, Town Hall, Northbridge.",
    ...{ publishedOn: column(on), publishedByHatId: by.setByHatId, publishedAt: at(on, 9) },
  });
}

type NewPlan = {
  title: string;
  start: Day;
  end: Day;
  scheme: ObjectiveScheme;
  template: keyof typeof templateThemes;
  created: Day;
  isShared?: boolean;
  row?: Partial<World["rows"]["plan"][number]>;
};

function aPlan(
  world: World,
  plan: NewPlan,
  actions: readonly OldAction[],
  continued: string[] = [],
) {
  const { rows, areaId, places, chance } = world;
  const { hatId } = played(world, "prevent");
  const { scheme, start, end, created } = plan;
  const createdAt = at(created, 10);
  const planId = chance.id(createdAt);
  const status = plan.row?.status ?? "consultation";
  rows.plan.push({
    ...{ id: planId, areaId, partnershipId: plan.isShared ? places.partnershipId : null },
    ...{ title: plan.title, periodStart: column(start), periodEnd: column(end), status },
    ...{ objectiveScheme: scheme, createdAt, ...plan.row },
  });
  for (const area of plan.isShared ? Object.values(places.areaId) : [areaId])
    rows.planArea.push({ planId, areaId: area, keptBy: areaId, status });
  const themeIds = templateThemes[plan.template].map(({ title, duty }, index) => {
    const id = chance.id(createdAt);
    const dutyTheme = duty[scheme];
    rows.planTheme.push({ id, planId, areaId, title, dutyTheme, position: index + 1 });
    return id;
  });
  const made = actions.map((action, index) => {
    const id = chance.id(createdAt);
    const isDone = action.isDone ?? false;
    const owner = places.organisationId[action.owner] as string;
    rows.action.push({
      ...{ id, areaId, kind: "plan", planId, title: action.text, ownerOrganisationId: owner },
      ...{ startsOn: column(start), dueOn: column(end), firstDueOn: column(end) },
      ...{ status: isDone ? "done" : "not_started", doneOn: isDone ? column(end) : null },
      ...{ addedByHatId: hatId, addedAt: createdAt },
    });
    rows.planAction.push({
      ...{ actionId: id, planId, areaId, themeId: themeIds[action.theme - 1] as string },
      objective: objectivesIn[scheme][index % 3] as string,
      ...{ reference: action.reference, ownerRole: action.role, priority: "medium" },
      ...{ workstream: action.workstream ?? "prevent", evidenceBasis: "background" },
      proportionality:
        "No more than the risk here asks for: little is known of above what is seen in the country as a whole.",
      cohesionImpact: action.cohesion,
      forAreas: action.only ? [places.areaId[action.only] as string] : [],
      ...(isDone && { rag: "blue", percent: 100, evidence: "The note of its last meeting." }),
      ...{ lastUpdateOn: column(isDone ? end : created), continuesId: continued[index] ?? null },
    });
    return id;
  });
  return { planId, made };
}

/** The toolkit's eight parts for city and county, out for consultation now. */
function nextYear(world: World): void {
  const { today } = world;
  const { start: quarter, quarter: number } = quarterOf(today);
  const start = addMonths(quarter, 12 - 3 * (number - 1));
  const title = `Northbridge and Wyvern Prevent plan ${quarterOf(start).year}`;
  const { planId } = aPlan(
    world,
    {
      ...{ title, start, end: addDays(addMonths(start, 12), -1), scheme: "prevent_2023" },
      ...{ template: "toolkit_2024", created: addDays(today, -40), isShared: true },
      row: { eiaStatus: "in_progress" },
    },
    draftActions,
  );
  aRound(
    world,
    {
      ...{ planId, opened: addDays(today, -12), closes: addDays(today, 9), isOpen: true },
      asked: [trust, harbour, "Wyvern Police", "Wyvern County Council", "Northbridge College"],
      bodies: ["Regional Prevent office", "Northbridge interfaith network"],
    },
    [
      {
        ...{ kind: "partner", from: harbour, on: addDays(today, -9), about: "8.1" },
        text: "Ask people who have had support before the words are written, and not afterwards.",
        answer: {
          ...{
            as: "accepted",
            part: "text",
            why: "They know best what would have helped to hear.",
          },
          before: "Write plain words about support, and ask people what they think of them",
          after: "Write plain words about support with people who have had it",
        },
      },
      {
        ...{ kind: "event", from: "Awareness evening at the town hall", on: addDays(today, -6) },
        text: "The evening asked what the plan does about hatred of Muslims. The draft does not say.",
      },
      {
        ...{
          kind: "body",
          from: "Letter from the Regional Prevent office",
          on: addDays(today, -4),
        },
        about: "2.1",
        text: "Say how often the risk assessment is looked at again, and by whom.",
      },
    ],
  );
  assessed(world, planId, addDays(today, -20), null);
}

const northbridgeSafe = "Northbridge Safer City Partnership";

/** A plan of 2011 on the objectives of then: a first version, and the one that a letter and an event made better. */
function longAgo(world: World): void {
  const plan = {
    ...{ title: "Northbridge preventing violent extremism plan 2011", isShared: false },
    ...{ start: "2011-04-01", end: "2013-03-31", scheme: "prevent_2011" as const },
    template: "five_elements" as const,
  };
  const approved = { eiaStatus: "complete", approvedBy: northbridgeSafe };
  const first = aPlan(
    world,
    {
      ...{ ...plan, created: "2011-01-10" },
      row: { ...approved, status: "superseded", approvedOn: column("2011-03-14") },
    },
    earlierActions.map((action) => ({ ...action, text: action.before ?? action.text })),
  );
  assessed(world, first.planId, "2011-02-07", "2011-02-21");
  const body = northbridgeSafe;
  decided(world, {
    ...{ planId: first.planId, edition: 1, body },
    put: "2011-03-01",
    on: "2011-03-14",
  });
  const second = aPlan(
    world,
    {
      ...{ ...plan, created: "2011-09-05" },
      row: {
        ...{ ...approved, status: "approved", approvedOn: column("2011-12-12") },
        ...{ edition: 2, replacesId: first.planId },
      },
    },
    earlierActions,
    first.made,
  );
  const { planId } = second;
  const changed = (reference: string) => earlierActions.find((one) => one.reference === reference);
  const rewritten = (reference: string) => ({
    ...{ as: "accepted" as const, part: "text" as const },
    ...{ before: changed(reference)?.before ?? "", after: changed(reference)?.text ?? "" },
  });
  aRound(
    world,
    {
      ...{ planId, opened: "2011-09-12", closes: "2011-10-31" },
      ...{
        asked: ["Wyvern Police", harbour],
        bodies: ["Regional government office", "Faith network"],
      },
    },
    [
      {
        ...{ kind: "body", from: "Letter from the regional government office", on: "2011-10-04" },
        ...{ about: "4.1", text: "Say how many are to be trained, and by when." },
        answer: { ...rewritten("4.1"), why: "A number can be held against what was done." },
      },
      {
        ...{
          kind: "event",
          from: "Awareness event at the town hall, 18 October",
          on: "2011-10-18",
        },
        ...{ about: "3.1", text: "Come to us, and do not wait for us to come to you." },
        answer: { ...rewritten("3.1"), why: "Everybody who spoke at the event said so." },
      },
      {
        ...{
          kind: "event",
          from: "Awareness event at the town hall, 18 October",
          on: "2011-10-18",
        },
        text: "Drop the word extremism from the title.",
        answer: {
          as: "not_accepted",
          why: "The title is the national one, and another would not be found by those who look for it.",
        },
      },
    ],
  );
  assessed(world, planId, "2011-11-03", "2011-11-14");
  decided(world, {
    ...{ planId, edition: 2, body, put: "2011-11-28", on: "2011-12-12" },
    conditions: "Report to the partnership every six months.",
  });
}
