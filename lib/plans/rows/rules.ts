import { type Day, formatDayShort } from "@/lib/dates";
import {
  type Benchmark,
  benchmarkLabels,
  type EvidenceBasis,
  evidenceBasisLabels,
  type Objective,
  type ObjectiveScheme,
  objectiveLabels,
  objectivesIn,
  type Priority,
  priorityLabels,
  type Rag,
  ragLabels,
  type Workstream,
  workstreamLabels,
} from "@/lib/plans/labels";
import type { ProblemLevel, RowOutcome } from "@/lib/plans/rows/labels";
import { percentDisagrees } from "@/lib/plans/rules";
import { addPlanActionSchema } from "@/lib/plans/schema";
import { type Field, fieldLabels, fields } from "@/lib/plans/sheet/labels";
import type { Mapping } from "@/lib/plans/sheet/rules";
import {
  asWritten,
  codeOf,
  listed,
  plain,
  putsDayFirst,
  type Read,
  ragWords,
  readDay,
  readPercent,
} from "@/lib/plans/sheet/words/rules";
import { type Cell, cellName, isFormulaLike, type Row } from "@/lib/spreadsheets/rules";

/** What an action is, as a row can say it. */
export type Details = {
  reference: string;
  text: string;
  themeId: string;
  objective: Objective;
  workstream: Workstream;
  ownerOrganisationId: string;
  ownerRole: string;
  contributorIds: string[];
  startDay: Day;
  dueDay: Day;
  priority: Priority;
  evidenceBasis: EvidenceBasis;
  proportionality: string;
  cohesionImpact: string;
  benchmarks: Benchmark[];
  forAreas: string[];
};

/** How it stands, with what makes a colour believable. */
export type Standing = {
  rag: Rag;
  percent: number;
  reason: string | null;
  recoveryPlan: string | null;
  evidence: string | null;
};

/** An action that the plan has already. */
export type Existing = Standing &
  Omit<Details, "evidenceBasis" | "cohesionImpact"> & {
    evidenceBasis: EvidenceBasis | null;
    cohesionImpact: string | null;
    actionId: string;
    owner: Named;
    contributors: readonly Named[];
    /** As the pages show it: silence may have turned it amber. */
    shownRag: Rag;
    /** Which state of it was compared. */
    version: number;
    standingVersion: number;
  };

type Named = { id: string; name: string };

export type Surroundings = {
  scheme: ObjectiveScheme;
  planStart: Day;
  planEnd: Day;
  themes: readonly { id: string; title: string }[];
  organisations: readonly Named[];
  areas: readonly Named[];
  existing: readonly Existing[];
  /** What was chosen for names that the plan does not know, by "owner:name" or "theme:name". */
  choices: Readonly<Record<string, string>>;
};

export const leftOut = "leave";

export type Problem = { row: number; cell: string; level: ProblemLevel; text: string };
export type UnknownName = { key: string; kind: "owner" | "theme"; name: string; rows: number[] };

/** A row as it would be written. `changes` are what differs from the plan. */
export type CheckedRow = {
  number: number;
  reference: string;
  text: string;
  outcome: RowOutcome;
  changes: Field[];
  /** Present where the row can be written. */
  details?: Details;
  standing?: Standing;
  existing?: Existing;
};

export type Checked = { rows: CheckedRow[]; problems: Problem[]; unknown: UnknownName[] };

const schemaFields: Readonly<Record<string, Field>> = {
  themeId: "theme",
  ownerOrganisationId: "owner",
  contributorIds: "contributors",
};

const priorityWords = { high: ["h", "1"], medium: ["m", "med", "2"], low: ["l", "3"] };
const basisWords = {
  local: ["local", "yes", "local evidence"],
  background: ["none", "no", "national", "no local evidence"],
};
const nobody = "00000000-0000-4000-8000-000000000000";

/** What the rows of a file come to in a plan: what each would add or change, and what is wrong with it, by cell. */
export function checkRows(
  rows: readonly Row[],
  mapping: Mapping,
  surroundings: Surroundings,
): Checked {
  const used = Object.values(mapping.columns);
  const filled = rows.filter(({ cells }) => used.some((column) => cells[column]?.text));
  const dayFirst = (field: "startDay" | "dueDay") => {
    const column = mapping.columns[field];
    return putsDayFirst(filled.flatMap(({ cells }) => cells[column ?? -1] ?? []));
  };
  const file = {
    mapping,
    surroundings,
    isDayFirst: { startDay: dayFirst("startDay"), dueDay: dayFirst("dueDay") },
    sharers: rowsByReference(filled, mapping),
    themes: byName(surroundings.themes.map(({ id, title }) => ({ id, name: title }))),
    organisations: byName(surroundings.organisations),
    areas: byName(surroundings.areas),
    existing: new Map(surroundings.existing.map((one) => [one.reference.toLowerCase(), one])),
    unknown: new Map<string, UnknownName>(),
  };
  const problems: Problem[] = [];
  const checked = filled.map((row) => checkRow(row, file, problems));
  return { rows: checked, problems, unknown: [...file.unknown.values()] };
}

const byName = (all: readonly Named[]) => new Map(all.map(({ id, name }) => [plain(name), id]));

function rowsByReference(rows: readonly Row[], { columns }: Mapping): Map<string, number[]> {
  const sharers = new Map<string, number[]>();
  for (const { number, cells } of rows) {
    const reference = cells[columns.reference ?? -1]?.text.toLowerCase();
    if (reference) sharers.set(reference, [...(sharers.get(reference) ?? []), number]);
  }
  return sharers;
}

type File = {
  mapping: Mapping;
  surroundings: Surroundings;
  isDayFirst: { startDay: boolean; dueDay: boolean };
  sharers: Map<string, number[]>;
  themes: Map<string, string>;
  organisations: Map<string, string>;
  areas: Map<string, string>;
  existing: Map<string, Existing>;
  unknown: Map<string, UnknownName>;
};

type Said = Partial<Details> & Partial<Standing>;

/** One row while it is read: where each answer stands, and what is to be said of it. */
function aReading({ number, cells }: Row, { mapping }: File, problems: Problem[]) {
  const wrong = new Set<Field>();
  const at = (field: Field) => {
    const column = mapping.columns[field];
    return column === undefined ? `Row ${number}` : cellName(number, column);
  };
  const say = (level: ProblemLevel, field: Field, text: string) => {
    problems.push({ row: number, cell: at(field), level, text });
    if (level === "error") wrong.add(field);
  };
  return {
    wrong,
    error: (field: Field, text: string) => say("error", field, text),
    warn: (field: Field, text: string) => say("warning", field, text),
    cell(field: Field): Cell | undefined {
      const cell = cells[mapping.columns[field] ?? -1];
      return cell && cell.text !== "" ? cell : undefined;
    },
    /** Also the cell of a formula that gave nothing. */
    raw: (field: Field): Cell | undefined => cells[mapping.columns[field] ?? -1],
    isMapped: (field: Field) => mapping.columns[field] !== undefined,
  };
}

type Reading = ReturnType<typeof aReading>;

function checkRow(row: Row, file: File, problems: Problem[]): CheckedRow {
  const reading = aReading(row, file, problems);
  noteCells(reading);
  const reference = reading.cell("reference")?.text ?? "";
  const existing = file.existing.get(reference.toLowerCase());
  const [said, isLeft] = readRow(row.number, reading, file, existing);
  noteSharers(row.number, reference, reading, file);

  const details = detailsOf(said, existing, reading, file);
  const standing = standingOf(said, existing, reading);
  const base = { number: row.number, reference, text: said.text ?? existing?.text ?? "" };
  if (isLeft) return { ...base, outcome: "left", changes: [] };
  if (reading.wrong.size > 0 || !details) return { ...base, outcome: "wrong", changes: [] };
  const changes = existing ? changesOf(details, standing, existing) : [];
  const outcome = existing ? (changes.length > 0 ? "changed" : "same") : "added";
  return { ...base, outcome, changes, details, standing, existing };
}

/** What the file did not say in so many words: the result of a formula, or a cell over several rows. */
function noteCells({ raw, isMapped, error, warn }: Reading): void {
  for (const field of fields.filter(isMapped)) {
    const { note, text = "" } = raw(field) ?? {};
    if (note === "formula") warn(field, `This is a formula. Its last result, “${text}”, is taken`);
    if (note === "no_result") warn(field, "This is a formula that has no result, so it is empty");
    if (note === "merged") warn(field, `“${text}” is taken from the merged cell above`);
    if (note === "error") error(field, `This cell holds the error “${text}”`);
    if (note === undefined && isFormulaLike(text))
      warn(field, `“${text.slice(0, 40)}” is kept as text, and is never calculated`);
  }
}

function noteSharers(number: number, reference: string, { error }: Reading, file: File): void {
  const others = (file.sharers.get(reference.toLowerCase()) ?? []).filter((one) => one !== number);
  if (others.length === 0) return;
  const shown = others.slice(0, 5).join(", ");
  const where = others.length === 1 ? `row ${shown}` : `rows ${shown}`;
  error("reference", `“${reference}” is also the reference of ${where}`);
}

/** What the cells of a row say, each read by its own rule. */
function readRow(
  number: number,
  reading: Reading,
  file: File,
  existing?: Existing,
): [Said, boolean] {
  const { cell, error, warn } = reading;
  const { scheme, choices, themes } = file.surroundings;
  const said: Said = {};
  let isLeft = false;

  const take = <T>(field: Field, read: Read<T>): T | undefined => {
    if (read.error !== undefined) {
      error(field, read.error);
      return undefined;
    }
    if (read.warning) warn(field, read.warning);
    return read.value;
  };
  const coded = <C extends string>(field: Field, find: (text: string) => C | undefined) => {
    const text = cell(field)?.text;
    if (text === undefined) return undefined;
    const code = find(text);
    if (!code) error(field, `“${text}” is nothing that “${fieldLabels[field]}” can say`);
    return code;
  };
  /** A name that the action has already or the plan knows, or what was chosen for it. */
  const named = (field: "owner" | "theme", ids: Map<string, string>, what: string, now?: Named) => {
    const name = cell(field)?.text;
    if (name === undefined) return undefined;
    const id = idIn(now ? [now] : [], name) ?? ids.get(plain(name));
    if (id) return id;
    const key = `${field}:${plain(name)}`;
    const seen = file.unknown.get(key) ?? { key, kind: field, name, rows: [] };
    file.unknown.set(key, seen);
    seen.rows.push(number);
    const chosen = choices[key];
    if (chosen === leftOut) isLeft = true;
    else if (!chosen) error(field, `There is no ${what} called “${name}”`);
    return chosen && chosen !== leftOut ? chosen : undefined;
  };

  said.reference = cell("reference")?.text;
  said.text = cell("text")?.text;
  said.ownerRole = cell("ownerRole")?.text;
  said.proportionality = cell("proportionality")?.text;
  said.cohesionImpact = cell("cohesionImpact")?.text;
  said.reason = cell("reason")?.text;
  said.recoveryPlan = cell("recoveryPlan")?.text;
  said.evidence = cell("evidence")?.text;
  said.themeId = named("theme", file.themes, "theme of the plan", themeOf(existing, themes));
  const lead = existing?.owner;
  said.ownerOrganisationId = named("owner", file.organisations, "organisation here", lead);
  said.objective = coded("objective", (text) => objectiveNamed(text, scheme, existing?.objective));
  said.workstream = coded("workstream", (text) => codeOf(text, workstreamLabels));
  said.priority = coded("priority", (text) => codeOf(text, priorityLabels, priorityWords));
  said.evidenceBasis = coded("evidenceBasis", (text) =>
    codeOf(text, evidenceBasisLabels, basisWords),
  );
  said.rag = coded("rag", (text) => codeOf(text, ragLabels, ragWords));
  for (const field of ["startDay", "dueDay"] as const) {
    const found = cell(field);
    if (found) said[field] = take(field, readDay(found, file.isDayFirst[field]));
  }
  const percent = cell("percent");
  if (percent) said.percent = take("percent", readPercent(percent));
  readLists(said, reading, file, existing?.contributors);
  return [said, isLeft];
}

const idIn = (all: readonly Named[], name: string) =>
  all.find((one) => plain(one.name) === plain(name))?.id;

function themeOf(existing: Existing | undefined, themes: Surroundings["themes"]) {
  const theme = themes.find(({ id }) => id === existing?.themeId);
  return theme && { id: theme.id, name: theme.title };
}

/** An objective by its words, or by its number in the list that the plan follows. The action's own stays. */
function objectiveNamed(text: string, scheme: ObjectiveScheme, now?: Objective) {
  if (now && plain(objectiveLabels[now]) === plain(text)) return now;
  const [, number] = /^(?:prevent )?(?:objective )?([1-9])$/.exec(plain(text)) ?? [];
  if (number) return objectivesIn[scheme][Number(number) - 1];
  const code = codeOf(text, objectiveLabels);
  return code && objectivesIn[scheme].includes(code) ? code : undefined;
}

function benchmarkNamed(text: string): Benchmark | undefined {
  const [, number] = /^([1-8])$/.exec(plain(text)) ?? [];
  const all = Object.keys(benchmarkLabels) as Benchmark[];
  return number ? all[Number(number) - 1] : codeOf(text, benchmarkLabels);
}

/** Of a list, what is known is taken, and of the rest it is said that it is left out. */
function readLists(
  said: Said,
  { cell, warn, error }: Reading,
  file: File,
  now: readonly Named[] = [],
): void {
  const known = <T>(field: Field, find: (text: string) => T | undefined, refuse = warn) => {
    const text = cell(field)?.text;
    if (text === undefined) return undefined;
    return listed(text).flatMap((one) => {
      const found = find(one);
      if (found === undefined)
        refuse(field, `There is no “${one}” here${refuse === warn ? ", so it is left out" : ""}`);
      return found === undefined ? [] : [found];
    });
  };
  const { choices } = file.surroundings;
  said.contributorIds = known("contributors", (name) => {
    const chosen = choices[`owner:${plain(name)}`];
    const id = idIn(now, name) ?? file.organisations.get(plain(name));
    return id ?? (chosen === leftOut ? undefined : chosen);
  });
  said.benchmarks = known("benchmarks", benchmarkNamed);
  said.forAreas = known("forAreas", (name) => file.areas.get(plain(name)), error);
}

/** The whole action: what the row says, on top of what the plan has; or of what every silent row says. */
function detailsOf(
  said: Said,
  existing: Existing | undefined,
  reading: Reading,
  { mapping: { fallbacks }, surroundings }: File,
): Details | undefined {
  const { planStart, planEnd } = surroundings;
  const { error, warn, wrong, cell, isMapped } = reading;
  const silent: Partial<Record<string, unknown>> = existing ?? {
    ...fallbacks,
    themeId: fallbacks.theme,
    startDay: planStart,
    contributorIds: [],
    benchmarks: [],
    forAreas: [],
  };
  if (!existing && isMapped("startDay") && !cell("startDay"))
    warn("startDay", `There is no start date, so it starts with the plan`);
  const answered = Object.fromEntries(Object.entries(said).filter(([, one]) => one !== undefined));
  const whole = { ...silent, ...answered } as Details;
  if (existing && whole.dueDay < existing.dueDay) {
    warn(
      "dueDay",
      `The plan says ${formatDayShort(existing.dueDay)}, and a due date only moves on`,
    );
    whole.dueDay = existing.dueDay;
  }

  const parsed = addPlanActionSchema.safeParse({ planId: nobody, ...formOf(whole) });
  // What the plan has already may be older than a rule: a row that says the same makes no mistake.
  const isNew = (name: string) =>
    name in answered && !isSame(answered[name], existing?.[name as keyof Details]);
  for (const { path, message } of parsed.error?.issues ?? []) {
    const name = String(path[0]);
    const field = schemaFields[name] ?? (name as Field);
    const isOurs = !existing || isNew(name) || (name === "dueDay" && isNew("startDay"));
    if (isOurs && field in fieldLabels && !wrong.has(field)) error(field, message);
  }
  if (whole.dueDay && (whole.dueDay > planEnd || whole.dueDay < planStart) && !wrong.has("dueDay"))
    warn("dueDay", `${formatDayShort(whole.dueDay)} is outside the period of the plan`);
  if (wrong.size > 0) return undefined;
  return formOf(parsed.success ? parsed.data : whole);
}

/** As a form would send it: the same schema decides for both. */
const formOf = (whole: Details) => ({
  ...{ themeId: whole.themeId, objective: whole.objective, workstream: whole.workstream },
  ...{ reference: whole.reference, text: whole.text, ownerRole: whole.ownerRole },
  ...{ ownerOrganisationId: whole.ownerOrganisationId, contributorIds: whole.contributorIds },
  ...{ startDay: whole.startDay, dueDay: whole.dueDay, priority: whole.priority },
  ...{ evidenceBasis: whole.evidenceBasis, proportionality: whole.proportionality },
  ...{ cohesionImpact: whole.cohesionImpact, benchmarks: whole.benchmarks },
  forAreas: whole.forAreas,
});

const unsaid: Standing = {
  ...{ rag: "grey", percent: 0, reason: null, recoveryPlan: null, evidence: null },
};

/** How the action stands by the file. Nothing where the file says what the plan says already. */
function standingOf(
  said: Said,
  existing: Existing | undefined,
  { error, warn, wrong }: Reading,
): Standing | undefined {
  const before = existing ?? unsaid;
  const rag = said.rag && said.rag !== existing?.shownRag ? said.rag : before.rag;
  const percent = rag === "blue" ? 100 : (said.percent ?? before.percent);
  const isSaid = (mine: string | null | undefined, theirs: string | null) =>
    !!mine && !isSame(mine, theirs);
  const isMoved =
    rag !== before.rag ||
    percent !== before.percent ||
    ((rag === "amber" || rag === "red") && isSaid(said.reason, before.reason)) ||
    (rag === "amber" && isSaid(said.recoveryPlan, before.recoveryPlan)) ||
    (rag === "blue" && isSaid(said.evidence, before.evidence));
  if (!isMoved || wrong.has("rag") || wrong.has("percent")) return undefined;

  const word = ragLabels[rag].split(":")[0];
  const explains = rag === "amber" || rag === "red";
  const reason = explains ? (said.reason ?? before.reason) : null;
  const evidence = rag === "blue" ? (said.evidence ?? said.reason ?? before.evidence) : null;
  if (explains && !reason) error("rag", `${word} needs a reason`);
  if (rag === "blue" && !evidence) error("rag", `${word} needs the evidence that it is done`);
  const recoveryPlan = rag === "amber" ? (said.recoveryPlan ?? before.recoveryPlan) : null;
  if (rag === "amber" && !recoveryPlan) warn("rag", `${word} has no recovery plan yet`);
  if (rag === "blue" && said.percent !== undefined && said.percent !== 100)
    warn("percent", "What is done is 100 percent done, and is kept so");
  const disagreement = percentDisagrees(rag, percent);
  if (disagreement) error(said.percent === undefined ? "rag" : "percent", disagreement);
  return { rag, percent, reason, recoveryPlan, evidence };
}

function isSame(one: unknown, other: unknown): boolean {
  if (Array.isArray(one) && Array.isArray(other))
    return one.toSorted().join() === other.toSorted().join();
  if (typeof one !== "string" || typeof other !== "string") return one === other;
  return asWritten(one) === asWritten(other);
}

function changesOf(details: Details, standing: Standing | undefined, existing: Existing): Field[] {
  const changed = (Object.keys(details) as (keyof Details)[])
    .filter((name) => name !== "reference" && name in existing)
    .filter((name) => !isSame(details[name], existing[name]))
    .map((name) => schemaFields[name] ?? (name as Field));
  if (!standing) return changed;
  const moved = (["rag", "percent", "reason", "recoveryPlan", "evidence"] as const).filter(
    (name) => !isSame(standing[name], existing[name]),
  );
  return [...changed, ...moved];
}

/** How many rows come to what. */
export function countRows(rows: readonly CheckedRow[]): Record<RowOutcome, number> {
  const counts = { added: 0, changed: 0, same: 0, wrong: 0, left: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return counts;
}
