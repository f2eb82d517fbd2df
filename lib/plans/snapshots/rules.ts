import { addDays, addMonths, type Day, daysBetween, quarterOf } from "@/lib/dates";
import type { Objective, Priority, Rag, Workstream } from "@/lib/plans/labels";
import type { MilestoneState, Standing } from "@/lib/plans/parts/labels";
import { byReference, countsAsPrevent } from "@/lib/plans/rules";

export type FrozenMilestone = {
  id: string;
  title: string;
  dueDay: Day;
  state: MilestoneState;
  reason: string | null;
};
export type FrozenMeasure = {
  id: string;
  name: string;
  unit: string;
  target: number;
  actual: number | null;
  quarterDay: Day | null;
  standing: Standing;
};

/** An action as a snapshot keeps it. */
export type FrozenAction = {
  actionId: string;
  reference: string;
  title: string;
  theme: string;
  objective: Objective;
  workstream: Workstream;
  priority: Priority;
  owner: string;
  ownerRole: string;
  forAreas: string[];
  rag: Rag;
  isStale: boolean;
  ragReason: string | null;
  recoveryPlan: string | null;
  percent: number;
  startDay: Day;
  dueDay: Day;
  firstDueDay: Day;
  movedBecause: string | null;
  milestones: FrozenMilestone[];
  measures: FrozenMeasure[];
};

/** How the Prevent actions stood. Linked work was never counted with them (0.3). */
export const frozenCounts = (actions: readonly FrozenAction[]): Record<Rag, number> =>
  countedByColour(actions.map(({ workstream, rag }) => ({ workstream, rag, count: 1 })));

type Counted = { workstream: Workstream; rag: Rag; count: number };

/** The same of what the database has counted. */
export function countedByColour(counted: readonly Counted[]): Record<Rag, number> {
  const counts: Record<Rag, number> = { green: 0, amber: 0, red: 0, blue: 0, grey: 0 };
  for (const { rag, count } of counted.filter(countsAsPrevent)) counts[rag] += count;
  return counts;
}

/** The quarter that ended last: the one there is to close. */
export const quarterToClose = (today: Day): Day => addMonths(quarterOf(today).start, -3);

/** Owners have a fortnight after the quarter to say how it went. Then it closes by itself. */
export const closesAfterDays = 14;

export const closesByItself = (quarter: Day, today: Day): boolean =>
  daysBetween(addDays(addMonths(quarter, 3), -1), today) > closesAfterDays;

/** A plan has the quarters that its period touches. */
export const isQuarterOf = ({ startDay, endDay }: { startDay: Day; endDay: Day }, quarter: Day) =>
  quarter <= endDay && addDays(addMonths(quarter, 3), -1) >= startDay;

const worse: readonly Rag[] = ["blue", "green", "grey", "amber", "red"];

type MovedMilestone = { title: string; from: Day; to: Day; because: string | null };
type MovedMeasure = {
  id: string;
  name: string;
  unit: string;
  from: number | null;
  to: number | null;
};

export type Difference = {
  before: FrozenAction;
  after: FrozenAction;
  /** Which way the colour went, if it did. */
  turned: "better" | "worse" | null;
  /** How many days later it is due. */
  slip: number;
  slippedMilestones: MovedMilestone[];
  metMilestones: string[];
  measures: MovedMeasure[];
};

function turnedTo(before: Rag, after: Rag): Difference["turned"] {
  if (before === after) return null;
  return worse.indexOf(after) > worse.indexOf(before) ? "worse" : "better";
}

function differenceOf(before: FrozenAction, after: FrozenAction): Difference {
  const stepBefore = new Map(before.milestones.map((one) => [one.id, one]));
  const figureBefore = new Map(before.measures.map((one) => [one.id, one.actual]));
  return {
    before,
    after,
    turned: turnedTo(before.rag, after.rag),
    slip: daysBetween(before.dueDay, after.dueDay),
    slippedMilestones: after.milestones.flatMap(({ id, title, dueDay, reason }) => {
      const from = stepBefore.get(id)?.dueDay;
      return from && dueDay > from ? [{ title, from, to: dueDay, because: reason }] : [];
    }),
    metMilestones: after.milestones
      .filter(({ id, state }) => state === "met" && stepBefore.get(id)?.state !== "met")
      .map(({ title }) => title),
    measures: after.measures.flatMap(({ id, name, unit, actual }) => {
      const from = figureBefore.get(id) ?? null;
      return from === actual ? [] : [{ id, name, unit, from, to: actual }];
    }),
  };
}

const hasChanged = ({ before, after, ...found }: Difference): boolean =>
  found.turned !== null ||
  found.slip !== 0 ||
  before.percent !== after.percent ||
  found.slippedMilestones.length > 0 ||
  found.metMilestones.length > 0 ||
  found.measures.length > 0;

/** Later, worse, or a step that moved on: what a steering group asks about first. */
export const hasSlipped = ({ slip, turned, slippedMilestones }: Difference): boolean =>
  slip > 0 || turned === "worse" || slippedMilestones.length > 0;

/** Why it slipped, in the words of whoever moved it or turned it: each reason once. */
export function whySlipped({
  before,
  after,
  slip,
  turned,
  slippedMilestones,
}: Difference): string[] {
  const said = [
    slip > 0 ? after.movedBecause : null,
    turned === "worse" ? after.ragReason : null,
    ...slippedMilestones.map(({ because }) => because),
    // Nothing new was said: what was said before still holds.
    slip > 0 && !after.movedBecause ? before.ragReason : null,
  ];
  return [...new Set(said.filter((reason) => reason !== null))];
}

/** What became of each action between two states of one plan. */
export function compare(before: readonly FrozenAction[], after: readonly FrozenAction[]) {
  const then = new Map(before.map((action) => [action.actionId, action]));
  const now = new Set(after.map(({ actionId }) => actionId));
  const pairs = after.flatMap((action) => {
    const earlier = then.get(action.actionId);
    return earlier ? [differenceOf(earlier, action)] : [];
  });
  const changed = pairs.filter(hasChanged).sort((a, b) => byReference(a.after, b.after));
  return {
    slipped: changed.filter(hasSlipped),
    moved: changed.filter((difference) => !hasSlipped(difference)),
    added: after.filter(({ actionId }) => !then.has(actionId)).toSorted(byReference),
    removed: before.filter(({ actionId }) => !now.has(actionId)).toSorted(byReference),
    same: pairs.length - changed.length,
  };
}

/** Changes and snapshots are read a page at a time; what is counted is of all of them. */
export const snapshotPageSize = 25;

/** A page too far is the last one. */
export function pageWithin(page: number, all: number) {
  const pages = Math.max(1, Math.ceil(all / snapshotPageSize));
  return { page: Math.min(page, pages), pages };
}

type Compared = ReturnType<typeof compare>;

/** One page of what became of a plan: what slipped first, then the rest, in the order in which they are shown. No page is all of it. */
export function pageOfChanges({ slipped, moved, added, removed }: Compared, wanted: number | null) {
  const all = slipped.length + moved.length + added.length + removed.length;
  if (wanted === null) return { slipped, moved, added, removed, page: 1, pages: 1, all };
  const { page, pages } = pageWithin(wanted, all);
  let before = 0;
  const shown = <T>(rows: T[]): T[] => {
    const from = (page - 1) * snapshotPageSize - before;
    before += rows.length;
    return rows.slice(Math.max(0, from), Math.max(0, from + snapshotPageSize));
  };
  return {
    ...{ slipped: shown(slipped), moved: shown(moved) },
    ...{ added: shown(added), removed: shown(removed), page, pages, all },
  };
}
