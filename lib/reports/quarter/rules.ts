import { formatDay } from "@/lib/dates";
import type { Rag } from "@/lib/plans/labels";
import { figure, quarterWords } from "@/lib/plans/parts/rules";
import { countsAsPrevent } from "@/lib/plans/rules";
import {
  compare,
  type Difference,
  type FrozenAction,
  whySlipped,
} from "@/lib/plans/snapshots/rules";
import type { Section } from "@/lib/reports/labels";

// The quarter's report, as far as the plan can tell it by itself: exceptions first. It is edited, not
// written. Numbers are placeholders, so that they are those of the version that is frozen.

/** What somebody typed, with nothing in it that Markdown would read. */
export const plain = (text: string): string =>
  text
    .replaceAll(/\s+/g, " ")
    .trim()
    .replaceAll(/[\\`*_[\]<>#|~{}]/g, (sign) => `\\${sign}`);

const nameOf = ({ reference, title, owner }: FrozenAction): string =>
  `**${plain(reference)} ${plain(title)}** (${plain(owner)})`;

const sentence = (said: string | null, otherwise: string): string => {
  const text = plain(said ?? otherwise);
  return /[.!?]$/.test(text) ? text : `${text}.`;
};

const list = (heading: string, items: string[]): string =>
  items.length === 0 ? "" : `### ${heading}\n\n${items.map((item) => `- ${item}`).join("\n")}`;

const redLine = (action: FrozenAction): string =>
  `${nameOf(action)}: ${sentence(action.ragReason, "No reason was recorded")} Recovery plan: ${sentence(action.recoveryPlan, "none was recorded")}`;

const slipLine = (difference: Difference): string => {
  const { before, after, slip } = difference;
  const days =
    slip > 0 ? ` is due ${formatDay(after.dueDay)}, not ${formatDay(before.dueDay)}.` : " slipped.";
  const why = whySlipped(difference);
  return `${nameOf(after)}${days} ${why.length > 0 ? why.map((said) => sentence(said, "")).join(" ") : "No reason was recorded."}`;
};

type Compared = ReturnType<typeof compare>;

function exceptions(actions: readonly FrozenAction[], since: Compared | null): string {
  const prevent = actions.filter(countsAsPrevent);
  const parts = [
    list("Red", prevent.filter(({ rag }) => rag === "red").map(redLine)),
    list(
      "Without an update for 45 days",
      prevent.filter(({ isStale }) => isStale).map((action) => `${nameOf(action)}.`),
    ),
    list(
      "Slipped since the quarter before, and why",
      (since?.slipped ?? []).filter(({ after }) => countsAsPrevent(after)).map(slipLine),
    ),
  ].filter(Boolean);
  return parts.length > 0
    ? parts.join("\n\n")
    : "Nothing is red, without an update, or later than it was.";
}

const colours: Record<Rag, string> = {
  red: "Red: missed, or will be",
  amber: "Amber: may slip",
  green: "Green: on track",
  blue: "Blue: done, with evidence",
  grey: "Grey: not started",
};

const standing = [
  "The plan has {{plan.total}} Prevent actions. Linked work on cohesion and counter-extremism is not counted with them.",
  ["| Colour | Actions |", "| --- | --- |"]
    .concat(Object.entries(colours).map(([rag, words]) => `| ${words} | {{plan.${rag}}} |`))
    .join("\n"),
].join("\n\n");

/** Target and actual of each measure, with the quarter the figure is of (2.7). */
function measures(actions: readonly FrozenAction[]): string {
  const rows = actions
    .filter(countsAsPrevent)
    .flatMap(({ reference, measures: counted }) =>
      counted.map(({ name, unit, target, actual, quarterDay, standing: stands }) =>
        [
          `${plain(reference)} ${plain(name)}`,
          plain(figure(target, unit)),
          actual === null ? "No figure" : plain(figure(actual, unit)),
          quarterDay ? quarterWords(quarterDay) : "–",
          stands === "met" ? "Met" : stands === "not_met" ? "Not met" : "No figure",
        ].join(" | "),
      ),
    );
  if (rows.length === 0) return "";
  const table = [
    "| Measure | Target | Actual | Quarter | Standing |",
    "| --- | --- | --- | --- | --- |",
  ];
  return [
    "{{measures.met}} measures meet their target, {{measures.not_met}} do not, and {{measures.no_figure}} have no figure yet.",
    [...table, ...rows.map((row) => `| ${row} |`)].join("\n"),
  ].join("\n\n");
}

const turned = ({ after, turned: way }: Difference) =>
  way === "better" ? `${nameOf(after)} has turned better: it is ${after.rag} now.` : null;

function changes(since: Compared | null, beforeName: string | null): string {
  if (!since || !beforeName) return "";
  const better = since.moved.flatMap((one) => turned(one) ?? []);
  const parts = [
    `Since ${plain(beforeName)}: ${since.slipped.length} actions slipped, ${since.moved.length} moved in other ways, ${since.added.length} were added, ${since.removed.length} were taken out, and ${since.same} stand as they stood.`,
    list("Better than before", better),
    list(
      "New in the plan",
      since.added.map((action) => `${nameOf(action)}.`),
    ),
    list(
      "No longer in the plan",
      since.removed.map((action) => `${nameOf(action)}.`),
    ),
  ];
  return parts.filter(Boolean).join("\n\n");
}

const supporting = (hasThreat: boolean, hasCasework: boolean): string =>
  [
    hasThreat ? "The national threat level is {{threat.level}}." : "",
    "The risk register has {{risks.open}} agreed risks, of which {{risks.high}} are high or very high after controls, and {{risks.no_evidence}} statements of no evidence above the national background.",
    hasCasework
      ? "In {{casework.period}} there were {{casework.referrals}} referrals. {{casework.discussed}} were discussed at the panel and {{casework.adopted}} were taken on for support. Counts below five are not shown."
      : "",
  ]
    .filter(Boolean)
    .join("\n\n");

type Known = {
  name: string;
  actions: readonly FrozenAction[];
  before: { name: string; actions: readonly FrozenAction[] } | null;
  hasThreat: boolean;
  hasCasework: boolean;
};

/** The sections that the plan, the registers and the snapshot before can write. The others wait for a person. */
export function quarterSections(known: Known): Partial<Record<Section, string>> {
  const { name, actions, before } = known;
  const since = before ? compare(before.actions, actions) : null;
  return {
    summary: `This is how the plan stood in ${plain(name)}. Of {{plan.total}} actions, {{plan.red}} are red, {{plan.amber}} are amber, {{plan.green}} are on track and {{plan.blue}} are done. {{plan.stale}} had no update for 45 days.`,
    exceptions: exceptions(actions, since),
    standing,
    measures: measures(actions),
    changes: changes(since, before?.name ?? null),
    supporting: supporting(known.hasThreat, known.hasCasework),
  };
}
