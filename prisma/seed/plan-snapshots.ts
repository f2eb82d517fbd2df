import { addDays, addMonths, type Day, fromDateColumn, quarterOf } from "@/lib/dates";
import { standingOf } from "@/lib/plans/parts/rules";
import type { SnapshotKind } from "@/lib/plans/snapshots/labels";
import { aChance } from "./chance";
import { at, column, played, type World } from "./world";

type PlanRow = World["rows"]["plan"][number];
type PlanAction = World["rows"]["planAction"][number];

/** What each plan was when it was approved, and when each of its quarters closed. */
export function keepQuarters(world: World): void {
  const { rows, today } = world;
  const chance = aChance(8_300);
  moveTwo(world, chance);
  for (const plan of rows.plan) {
    const start = fromDateColumn(plan.periodStart as Date);
    const approvedDay = fromDateColumn(plan.approvedOn as Date);
    keep(world, chance, plan, { kind: "approval", day: approvedDay, quarter: approvedDay });
    for (let index = 0; index < 4; index += 1) {
      const quarter = addMonths(start, 3 * index);
      const closedDay = addDays(addMonths(quarter, 3), 5);
      if (closedDay < today)
        keep(world, chance, plan, { kind: "quarter", day: closedDay, quarter });
    }
  }
}

type Chance = ReturnType<typeof aChance>;

/** Two actions of this year were given longer last week, so that something has slipped since the quarter closed. */
function moveTwo({ rows, areaId, today, ...world }: World, chance: Chance): void {
  const plan = rows.plan.at(-1);
  const slow = rows.planAction.filter(
    ({ planId, rag, isStale }) => planId === plan?.id && rag === "amber" && !isStale,
  );
  for (const { actionId } of slow.slice(0, 2)) {
    const action = rows.action.find(({ id }) => id === actionId);
    if (!action) continue;
    const toDay = fromDateColumn(action.dueOn as Date);
    const fromDay = addDays(toDay, -45);
    const extendedAt = at(addDays(today, -4), 11);
    action.firstDueOn = column(fromDay);
    rows.actionExtension.push({
      ...{ id: chance.id(extendedAt), actionId, planId: plan?.id ?? null, areaId, extendedAt },
      ...{ fromDay: column(fromDay), toDay: column(toDay) },
      reason: "The post that does this was empty for six weeks and has been filled since.",
      extendedByHatId: played({ rows, areaId, today, ...world }, "prevent").hatId,
    });
  }
}

type Kept = { kind: SnapshotKind; day: Day; quarter: Day };

function keep(world: World, chance: Chance, plan: PlanRow, { kind, day, quarter }: Kept): void {
  const { rows, areaId } = world;
  const planId = plan.id as string;
  const takenAt = at(day, 16);
  const snapshotId = chance.id(takenAt);
  rows.planSnapshot.push({
    ...{ id: snapshotId, planId, areaId, kind, takenAt, takenOn: column(day) },
    quarterOn: column(quarterOf(quarter).start),
    takenByHatId: played(world, "prevent").hatId,
  });
  for (const action of rows.planAction.filter((one) => one.planId === planId))
    rows.planSnapshotAction.push({ snapshotId, planId, areaId, ...asOf(world, action, takenAt) });
}

/** An action as far as anybody had said by then. */
function asOf({ rows, places }: World, one: PlanAction, then: Date) {
  const { actionId } = one;
  const action = rows.action.find(({ id }) => id === actionId);
  if (!action) throw new Error("A plan action is an action.");
  const said = rows.planUpdate
    .filter((update) => update.actionId === actionId && (update.updatedAt as Date) <= then)
    .sort((a, b) => Number(b.updatedAt) - Number(a.updatedAt))[0];
  const moved = rows.actionExtension.find((extension) => extension.actionId === actionId);
  const hasMoved = moved && (moved.extendedAt as Date) <= then;
  const owners = Object.entries(places.organisationId);
  const themes = rows.planTheme.filter(({ id }) => id === one.themeId);
  return {
    ...{ actionId, reference: one.reference, title: action.title, objective: one.objective },
    ...{ theme: themes[0]?.title ?? "", workstream: one.workstream, priority: one.priority },
    owner: owners.find(([, id]) => id === action.ownerOrganisationId)?.[0] ?? "",
    ...{ ownerRole: one.ownerRole, forAreas: (one.forAreas as string[] | undefined) ?? [] },
    ...{ rag: said?.rag ?? "grey", isStale: Boolean(said?.isAutomatic) },
    ...{ ragReason: said?.reason ?? null, recoveryPlan: said?.recoveryPlan ?? null },
    ...{ percent: said?.percent ?? 0, startOn: action.startsOn as Date },
    dueOn: moved && !hasMoved ? moved.fromDay : action.dueOn,
    firstDueOn: action.firstDueOn,
    movedBecause: hasMoved ? moved.reason : null,
    milestones: rows.planMilestone
      .filter((step) => step.actionId === actionId)
      .map((step) => {
        const isMet = step.metOn && (step.metOn as Date) <= then;
        const isMoved = step.reason && (step.editedAt as Date) <= then;
        return {
          ...{ id: step.id as string, title: step.title, state: isMet ? "met" : "waiting" },
          dueDay: fromDateColumn((step.reason && !isMoved ? step.firstDueOn : step.dueOn) as Date),
          reason: isMoved ? (step.reason as string) : null,
        };
      }),
    measures: rows.planMeasure
      .filter((measure) => measure.actionId === actionId)
      .map((measure) => {
        const { name, unit, target } = measure;
        const last = rows.planActual
          .filter(({ measureId, recordedAt }) => measureId === measure.id && recordedAt <= then)
          .at(-1);
        const better = measure.better === "lower" ? "lower" : "higher";
        return {
          ...{ id: measure.id as string, name, unit, target, actual: last?.actual ?? null },
          quarterDay: last ? fromDateColumn(last.quarterOn as Date) : null,
          standing: standingOf({ better, target }, last?.actual),
        };
      }),
  };
}
