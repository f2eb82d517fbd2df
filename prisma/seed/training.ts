import { addDays, addMonths, type Day } from "@/lib/dates";
import type { CourseKind, OrganisationKind } from "@/lib/training/labels";
import { keptMonths } from "@/lib/training/rules";
import { aChance } from "./chance";
import { at, column, played, type World } from "./world";

type Group = { name: string; who: string; foundIn: readonly OrganisationKind[] };
type Course = { name: string; kind: CourseKind; level: number; refresh?: number; about: string };

const everywhere: readonly OrganisationKind[] = [
  ...(["council", "police", "health", "education", "probation", "prison"] as const),
  ...(["youth_justice", "voluntary"] as const),
];

const groups = {
  front: {
    name: "Front-line staff",
    who: "Everybody who meets the public, pupils, patients or people on probation.",
    foundIn: everywhere,
  },
  managers: {
    name: "Managers of front-line staff",
    who: "Those to whom front-line staff bring what worries them.",
    foundIn: everywhere,
  },
  leads: {
    name: "Safeguarding leads",
    who: "Designated safeguarding leads, Prevent leads and their deputies.",
    foundIn: everywhere,
  },
  councillors: {
    name: "Councillors",
    who: "Every elected member of the council.",
    foundIn: ["council"],
  },
  panel: {
    name: "Members of the Channel panel",
    who: "Those who sit on the panel for their organisation, and their deputies.",
    foundIn: ["council", "police", "health", "education", "probation", "youth_justice"],
  },
  police: {
    name: "Key police personnel",
    who: "Neighbourhood officers, control room supervisors and the gateway team.",
    foundIn: ["police"],
  },
} as const satisfies Record<string, Group>;
type GroupName = keyof typeof groups;

const courses = {
  awareness: {
    ...{ name: "Prevent awareness", kind: "awareness", level: 1, refresh: 24 },
    about: "What radicalisation and extremism are, what to notice, and whom to ask. 40 minutes.",
  },
  referrals: {
    ...{ name: "Prevent referrals", kind: "referrals", level: 2, refresh: 24 },
    about: "Notice, check, share: how a concern is put into words. After awareness. 30 minutes.",
  },
  channel: {
    ...{ name: "Channel and its panel", kind: "channel", level: 4, refresh: 12 },
    about: "What the panel is for, consent, support and what ends it. 40 minutes.",
  },
  wrap: {
    ...{ name: "WRAP workshop", kind: "wrap", level: 3, refresh: 36 },
    about: "A workshop with two accredited trainers, 90 minutes, up to 30 people.",
  },
  seminar: {
    ...{ name: "Seminar for councillors", kind: "members_seminar", level: 2, refresh: 12 },
    about: "The duty of the council, what scrutiny asks, and the local picture in public words.",
  },
  refresher: {
    ...{ name: "Awareness refresher", kind: "refresher", level: 1, refresh: 24 },
    about: "What has changed since awareness was taken. 20 minutes.",
  },
} as const satisfies Record<string, Course>;
type CourseName = keyof typeof courses;

type Need = { group: GroupName; course: CourseName; target?: number; action?: string };
const needs: readonly Need[] = [
  { group: "front", course: "awareness" },
  {
    ...{ group: "managers", course: "referrals" },
    action: "Show emergency department staff how and when to share a concern",
  },
  { group: "leads", course: "referrals", target: 100 },
  { group: "leads", course: "wrap" },
  { group: "councillors", course: "seminar", target: 75 },
  { group: "panel", course: "channel", target: 100 },
  { group: "police", course: "wrap", target: 90 },
];

/** How big each is, and how far it has come: some declare more, some late, and one nothing at all. */
const partners = [
  ["Northbridge City Council", "council", 1840, 0.87, 40],
  ["Wyvern Police", "police", 920, 0.91, 62],
  ["Northbridge NHS Foundation Trust", "health", 2650, 0.83, 35],
  ["Wyvern Probation", "probation", 210, 0.94, 51],
  ["Northbridge Youth Justice Service", "youth_justice", 64, 0.96, 28],
  ["HMP Marlow Vale", "prison", 380, 0.79, 430],
  ["Oakfield Academy", "education", 118, 0.98, 75],
  ["Northbridge College", "education", 340, 0.72, 90],
] as const;

const share: Record<GroupName, number> = {
  ...{ front: 1, managers: 0.08, leads: 0.01, councillors: 0.03, panel: 0.003, police: 0.2 },
};

/** Who needs what in Northbridge, what each organisation declares of itself, and two sessions. */
export function makeTraining(town: World): void {
  // Dice of its own, so that the rest of the town falls as it did without it.
  const world = { ...town, chance: aChance(20_261_123) };
  const { rows, areaId, today, chance } = world;
  const { hatId } = played(world, "prevent");
  const since = addMonths(today, -14);
  const idAt = (day: Day) => chance.id(at(day, 9));
  const edited = { editedByHatId: hatId, editedAt: at(since, 9) };
  const keysOf = <Name extends string>(table: Record<Name, unknown>) =>
    Object.fromEntries(Object.keys(table).map((name) => [name, idAt(since)])) as Record<
      Name,
      string
    >;
  const [groupId, courseId] = [keysOf(groups), keysOf(courses)];
  for (const [name, { foundIn, ...group }] of Object.entries(groups))
    rows.trainingRoleGroup.push({
      ...{ id: groupId[name as GroupName], areaId, ...group, foundIn: [...foundIn], ...edited },
    });
  for (const [name, { refresh, ...course }] of Object.entries(courses))
    rows.trainingCourse.push({
      ...{ id: courseId[name as CourseName], areaId, ...course, refreshMonths: refresh, ...edited },
    });
  for (const { group, course, target, action } of needs) {
    const id = idAt(since);
    const pair = { roleGroupId: groupId[group], courseId: courseId[course] };
    const actionId = rows.action.findLast(({ title }) => title === action)?.id;
    rows.trainingRequirement.push({
      ...{ id, areaId, ...pair, target: target ?? null, actionId },
      ...edited,
    });
    declare(world, id, group);
  }
  holdSessions(world, { groupId, courseId });
}

/** Of each organisation that has anybody of the group; of most a year ago as well. */
function declare(world: World, requirementId: string, group: GroupName): void {
  const { rows, areaId, places, today, chance } = world;
  const { hatId } = played(world, "prevent");
  const foundIn: readonly OrganisationKind[] = groups[group].foundIn;
  for (const [name, kind, staff, trained, ago] of partners) {
    if (!foundIn.includes(kind)) continue;
    const inScope = Math.max(2, Math.round(staff * share[group]));
    const isBehind = group === "managers" || (group === "leads" && kind === "health");
    const reached = Math.floor(inScope * (isBehind ? trained - 0.14 : trained));
    const before = { days: ago + 365, count: Math.floor(reached * 0.8) };
    for (const { days, count } of [before, { days: ago, count: reached }]) {
      const asAt = addDays(today, -days);
      rows.trainingDeclaration.push({
        ...{ id: chance.id(at(asAt, 15)), requirementId, areaId, inScope, trained: count },
        organisationId: places.organisationId[name] as string,
        ...{ asAtOn: column(asAt), declaredByHatId: hatId, declaredAt: at(asAt, 15) },
        evidence: "The report of the learning system on that day, sent to the co-ordinator.",
        disposeOn: column(addMonths(asAt, keptMonths)),
      });
    }
  }
}

type Keys = {
  groupId: Record<GroupName, string>;
  courseId: Record<CourseName, string>;
};

/** The seminar for councillors of last month, and a workshop to come. */
function holdSessions(world: World, { groupId, courseId }: Keys): void {
  const { rows, areaId, places, today, chance } = world;
  const { hatId } = played(world, "prevent");
  const council = places.organisationId["Northbridge City Council"] as string;
  const [held, coming] = [addDays(today, -33), addDays(today, 18)];
  const session = (heldDay: Day) => ({
    ...{ id: chance.id(at(addDays(today, -60), 11)), areaId, heldOn: column(heldDay) },
    ...{ hostOrganisationId: council, editedByHatId: hatId, editedAt: at(addDays(today, -60), 11) },
    disposeOn: column(addMonths(heldDay, keptMonths)),
  });
  const seminar = session(held);
  rows.trainingSession.push(
    {
      ...{ ...seminar, courseId: courseId.seminar, title: "Members' policy seminar: Prevent" },
      ...{ starts: "17:30", venue: "Council chamber, Guildhall", capacity: 48, status: "held" },
      ...{ trainers: "Prevent co-ordinator and Prevent inspector", audience: "councillors" },
    },
    {
      ...{ ...session(coming), courseId: courseId.wrap, title: "WRAP workshop for partners" },
      ...{ starts: "09:30", venue: "Central library, room 2", capacity: 30, status: "planned" },
      ...{ trainers: "Two accredited trainers of the council", audience: "mixed" },
    },
  );
  for (const [group, attended] of [
    ["councillors", 34],
    ["managers", 5],
  ] as const)
    rows.trainingAttendance.push({
      ...{ id: chance.id(at(held, 20)), sessionId: seminar.id, areaId, attended },
      ...{ organisationId: council, roleGroupId: groupId[group] },
      ...{ recordedByHatId: hatId, recordedAt: at(held, 20) },
    });
  for (const [title, link, bodyText, withdrawnBecause] of [
    ["Slides", "https://papers.northbridge.example/prevent-seminar", null, null],
    [
      "What councillors can do",
      null,
      "Ask what the council does under the duty. Know whom to ring. Leave concerns about people to those who are trained for them.",
      null,
    ],
    [
      ...([
        "Whom to ring",
        null,
        "The safeguarding desk of the council, on its old number.",
      ] as const),
      "The desk has moved. Its number stands on the page of the area.",
    ],
  ] as const)
    rows.trainingMaterial.push({
      ...{ id: chance.id(at(held, 21)), sessionId: seminar.id, areaId, title, link, bodyText },
      ...{ addedByHatId: hatId, addedAt: at(held, 21) },
      ...(withdrawnBecause && {
        ...{ withdrawnBecause, withdrawnByHatId: hatId, withdrawnAt: at(addDays(held, 9), 10) },
      }),
    });
}
