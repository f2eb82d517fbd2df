import { addDays, addMonths, type Day, daysBetween, fromDateColumn, quarterOf } from "@/lib/dates";
import type { Better, MeasureType } from "@/lib/plans/parts/labels";
import { aChance } from "./chance";
import { at, column, columnOrNull, played, type World } from "./world";

type Counted = {
  name: string;
  type: MeasureType;
  unit: string;
  better: Better;
  baseline: number | null;
  target: number;
  source: string;
};

const higher = (
  type: MeasureType,
  name: string,
  [baseline, target]: [number | null, number],
  unit: string,
  source: string,
): Counted => ({ name, type, unit, better: "higher", baseline, target, source });

/** By the reference of the action. Those of cohesion work are there too, and count for nothing of Prevent. */
const counted: Record<string, Counted[]> = {
  "1.1": [
    higher("output", "Meetings with every seat filled", [70, 95], "percent", "Panel minutes"),
    higher("quality", "Members who say the panel is well run", [null, 80], "percent", "Survey"),
  ],
  "1.2": [
    higher("outcome", "Decisions inside fifteen days", [74, 90], "percent", "The service's clocks"),
  ],
  "2.1": [
    higher("input", "Hours of instructors paid for", [0, 120], "hours", "Invoices"),
    higher(
      "output",
      "Young people who came twice or more",
      [0, 40],
      "people",
      "Attendance, counted",
    ),
  ],
  "2.5": [higher("output", "Grants paid", [0, 12], "grants", "The grants register")],
  "3.1": [
    higher("output", "Meetings held", [2, 4], "meetings", "Notes of the meetings"),
    higher("outcome", "Leaders who say they were heard", [61, 75], "percent", "Survey"),
  ],
  "4.1": [higher("outcome", "Front-line staff in date", [81, 90], "percent", "The trust's return")],
  "4.2": [
    higher("output", "Schools briefed in the year", [22, 60], "schools", "Register of sessions"),
  ],
  "4.5": [
    {
      ...{ name: "Referrals without having told the person", type: "outcome", unit: "percent" },
      ...{ better: "lower", baseline: 34, target: 17, source: "Quarterly figures" },
    },
  ],
  "5.1": [higher("output", "Bookings checked", [60, 100], "percent", "The bookings system")],
};

const steps = ["The way of doing it is agreed", "Half of it is done", "It is done and looked at"];
const waits: [waiting: string, needs: string][] = [
  ["1.5", "1.3"],
  ["2.3", "2.2"],
  ["3.3", "3.2"],
  ["4.3", "4.1"],
  ["5.2", "5.1"],
];

type PlanAction = World["rows"]["planAction"][number];

/** Steps, figures and evidence of every action of both plans. Chance of its own, so that nothing else falls differently. */
export function addPlanParts(world: World): void {
  const chance = aChance(8_200);
  for (const action of world.rows.planAction) {
    addSteps(world, action, chance);
    addMeasures(world, action, chance);
    if (action.rag === "blue") addEvidence(world, action, chance);
  }
  const { rows, areaId } = world;
  const plan = rows.plan.at(-1);
  const idOf = (reference: string) =>
    rows.planAction.find((one) => one.planId === plan?.id && one.reference === reference)?.actionId;
  for (const [waiting, needs] of waits) {
    const [actionId, needsId] = [idOf(waiting), idOf(needs)];
    if (!plan?.id || !actionId || !needsId) continue;
    const addedAt = plan.createdAt as Date;
    rows.planDependency.push({
      ...{ id: chance.id(addedAt), actionId, needsId, planId: plan.id, areaId, addedAt },
      addedByHatId: played(world, "prevent").hatId,
    });
  }
}

type Chance = ReturnType<typeof aChance>;

const daysOf = ({ rows }: World, { actionId }: PlanAction) => {
  const action = rows.action.find(({ id }) => id === actionId);
  if (!action?.startsOn) throw new Error("A plan action has days.");
  return {
    startDay: fromDateColumn(action.startsOn as Date),
    dueDay: fromDateColumn(action.dueOn as Date),
  };
};

/** Three steps, as far along as the action is. One in a few was moved, and says why. */
function addSteps(world: World, action: PlanAction, chance: Chance): void {
  const { rows, areaId, today } = world;
  const { startDay, dueDay } = daysOf(world, action);
  const length = Math.max(30, daysBetween(startDay, dueDay));
  for (const [index, title] of steps.entries()) {
    const first = addDays(startDay, Math.floor((length * (index + 1)) / steps.length));
    const isFar = (action.percent ?? 0) >= ((index + 1) * 100) / steps.length - 1;
    const isMet = action.rag === "blue" || (isFar && first < today);
    const hasMoved = !isMet && (action.rag === "red" || action.rag === "amber") && index === 1;
    const due = hasMoved ? addDays(first, 42) : first;
    const editedAt = at(
      action.lastUpdateOn ? fromDateColumn(action.lastUpdateOn as Date) : today,
      14,
    );
    rows.planMilestone.push({
      ...{
        id: chance.id(editedAt),
        actionId: action.actionId,
        planId: action.planId,
        areaId,
        title,
      },
      ...{ dueOn: column(due), firstDueOn: column(first), state: isMet ? "met" : "waiting" },
      metOn: columnOrNull(isMet ? earlier(first, fromDateColumn(editedAt)) : null),
      reason: hasMoved ? "Two partners asked for six weeks more, since a post was empty." : null,
      ...{ editedByHatId: played(world, "prevent").hatId, editedAt },
    });
  }
}

/** A figure for each quarter that has ended, on the way from the baseline to the target and a little beside it. */
function addMeasures(world: World, action: PlanAction, chance: Chance): void {
  const { rows, areaId, today } = world;
  const plan = rows.plan.find(({ id }) => id === action.planId);
  if (plan?.status !== "approved") return;
  const startDay = fromDateColumn(plan.periodStart as Date);
  for (const measure of counted[action.reference] ?? []) {
    const editedAt = at(addDays(startDay, -30), 11);
    const id = chance.id(editedAt);
    const row = { actionId: action.actionId, planId: action.planId, areaId };
    const hatId = played(world, "prevent").hatId;
    rows.planMeasure.push({ id, ...row, ...measure, editedByHatId: hatId, editedAt });
    let number = 0;
    for (let quarter = startDay; addMonths(quarter, 3) <= today; quarter = addMonths(quarter, 3)) {
      const share = (number + 1) / 2.2 + (chance.next() - 0.6) / 4;
      const from = measure.baseline ?? measure.target / 2;
      number += 1;
      const recordedAt = at(earlier(addDays(addMonths(quarter, 3), 4), today), 9);
      rows.planActual.push({
        ...{ id: chance.id(recordedAt), ...row, measureId: id, number, recordedByHatId: hatId },
        ...{ quarterOn: column(quarterOf(quarter).start), recordedAt },
        actual: Math.max(0, Math.round(from + (measure.target - from) * share)),
      });
    }
  }
}

const earlier = (one: Day, other: Day): Day => (one < other ? one : other);

function addEvidence(world: World, action: PlanAction, chance: Chance): void {
  const { rows, areaId } = world;
  const datedDay = fromDateColumn(action.lastUpdateOn as Date);
  const editedAt = at(datedDay, 16);
  const [benchmark = null] = (action.benchmarks as string[] | undefined) ?? [];
  rows.planEvidence.push({
    ...{ id: chance.id(editedAt), actionId: action.actionId, planId: action.planId, areaId },
    ...{ title: "Signed note of the meeting", place: "The partnership's folder", benchmark },
    ...{ datedOn: column(datedDay), editedByHatId: played(world, "prevent").hatId, editedAt },
  });
}
