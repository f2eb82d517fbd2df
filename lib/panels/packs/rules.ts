import {
  type AssessmentPurpose,
  assessmentPurposes,
  type MandatoryBlock,
  mandatoryBlocks,
} from "@/lib/assessments/labels";
import {
  type CaseStatus,
  caseStatuses,
  type DeconflictionOutcome,
  deconflictionOutcomes,
} from "@/lib/cases/labels";
import { type Day, formatDay, formatDayShort, formatTime } from "@/lib/dates";
import { type ItemKind as InformationKind, itemKindLabels } from "@/lib/information/labels";
import { agendaHeadings, timesNote } from "@/lib/panels/agenda/labels";
import { headingOf } from "@/lib/panels/agenda/rules";
import { type ItemKind, itemKinds, type Outcome, outcomeLabels } from "@/lib/panels/labels";
import type { Block } from "@/lib/paper/rules";

type Plan = {
  objective: string;
  nature: string;
  provider: string;
  delivery: string;
  exitCriteria: string;
};

export type PackItem = {
  id: string;
  reference: string;
  kind: ItemKind;
  startsAt: string;
  minutes: number;
  status: CaseStatus;
  name: string;
  age: number | null;
  defers: number;
  residentForce: string | null;
  deconfliction: DeconflictionOutcome | null;
  assessment: {
    number: number;
    purpose: AssessmentPurpose;
    blocks: Partial<Record<MandatoryBlock, string | null>>;
  } | null;
  plan: Plan | null;
  information: {
    kind: InformationKind;
    from: string;
    source: string;
    datedOn: Day;
    finding: string;
  }[];
  papers: { name: string; isLate: boolean }[];
  decisions: { outcome: Outcome; decidedOn: Day; reasons: string }[];
  actions: PackAction[];
};
export type PackAction = { title: string; organisation: string; dueOn: Day };

/** What somebody who is asked in for one case gets of it: when, what they are asked, and what they have to do (IS-15). */
export type InvitedItem = {
  reference: string;
  calledFor: string | null;
  requests: { question: string; dueDay: Day }[];
  actions: PackAction[];
};

export type Pack = {
  title: string;
  heldOn: Day;
  startsAt: string;
  place: string;
  items: PackItem[];
  invitedTo: InvitedItem[];
};

const text = (heading: string, words: string | null | undefined): Block[] =>
  words
    ? [
        { kind: "heading", level: 3, text: heading },
        { kind: "text", text: words },
      ]
    : [];

const actionList = (actions: PackAction[]): Block[] =>
  actions.length === 0
    ? []
    : [
        { kind: "heading", level: 3, text: "Actions not done yet" },
        {
          kind: "list",
          items: actions.map(
            ({ title, organisation, dueOn }) =>
              `${title}: ${organisation}, due ${formatDayShort(dueOn)}`,
          ),
        },
      ];

const papersOf = ({ papers }: PackItem): Block[] =>
  papers.length === 0
    ? []
    : [
        { kind: "heading", level: 2, text: "Papers" },
        {
          kind: "list",
          items: papers.map(({ name, isLate }) => (isLate ? `${name} (late paper)` : name)),
        },
      ];

function assessed({ assessment }: PackItem): Block[] {
  if (!assessment) return [];
  const { number, purpose, blocks } = assessment;
  const names = Object.keys(mandatoryBlocks) as MandatoryBlock[];
  return [
    {
      kind: "heading",
      level: 2,
      text: `Assessment ${number}, ${assessmentPurposes[purpose].toLowerCase()}`,
    },
    ...names.flatMap((name) => text(mandatoryBlocks[name], blocks[name])),
  ];
}

function planned({ plan }: PackItem): Block[] {
  if (!plan) return [];
  return [
    { kind: "heading", level: 2, text: "Support plan" },
    ...text("Objective", plan.objective),
    ...text("Nature of the support", plan.nature),
    ...text("Who provides it", plan.provider),
    ...text("How and when", plan.delivery),
    ...text("When support can end", plan.exitCriteria),
  ];
}

/** What there is to go by, each with what has been found of it (IS-10). The words are in the case file. */
const informed = ({ information }: PackItem): Block[] =>
  information.length === 0
    ? []
    : [
        { kind: "heading", level: 2, text: "Information from partners" },
        {
          kind: "list",
          items: information.map(
            ({ kind, from, source, datedOn, finding }) =>
              `${itemKindLabels[kind]} from ${from}: ${source}, ${formatDayShort(datedOn)}. ${finding}`,
          ),
        },
      ];

const decided = ({ decisions }: PackItem): Block[] =>
  decisions.length === 0
    ? []
    : [
        { kind: "heading", level: 2, text: "What the panel decided before" },
        ...decisions.flatMap(({ outcome, decidedOn, reasons }) =>
          text(`${formatDay(decidedOn)}: ${outcomeLabels[outcome]}`, reasons),
        ),
      ];

/** One case on a sheet of its own. */
function ofItem(item: PackItem): Block[] {
  const { reference, kind, name, age, status, defers, residentForce, deconfliction } = item;
  return [
    { kind: "page" },
    { kind: "heading", level: 1, text: `${reference}: ${itemKinds[kind].toLowerCase()}` },
    {
      kind: "facts",
      rows: [
        ["Person", name],
        ["Age", age === null ? "Not known" : `${age}`],
        ["Stage", caseStatuses[status]],
        ["Taken at", `${formatTime(item.startsAt)}, ${item.minutes} minutes`],
        ...(defers > 0
          ? [["Put off before", defers === 1 ? "Once" : `${defers} times`] as [string, string]]
          : []),
        ["Deconfliction", deconfliction ? deconflictionOutcomes[deconfliction] : "Not recorded"],
        ...(residentForce ? [["Police where they live", residentForce] as [string, string]] : []),
      ],
    },
    ...papersOf(item),
    ...assessed(item),
    ...informed(item),
    ...planned(item),
    ...decided(item),
    ...actionList(item.actions),
  ];
}

function ofInvitation({ reference, calledFor, requests, actions }: InvitedItem): Block[] {
  return [
    { kind: "heading", level: 2, text: reference },
    {
      kind: "text",
      text: calledFor
        ? `You are wanted for this case at ${formatTime(calledFor)}.`
        : "The coordinator will tell you when you are wanted for this case.",
    },
    ...requests.flatMap(({ question, dueDay }) =>
      text(`You are asked to answer by ${formatDay(dueDay)}`, question),
    ),
    ...actionList(actions),
  ];
}

/** The pack as it is read, on a page or on paper: the two are made of the same. */
export function toBlocks({ title, heldOn, startsAt, place, items, invitedTo }: Pack): Block[] {
  const when = `${formatDay(heldOn)} at ${formatTime(startsAt)}`;
  return [
    { kind: "heading", level: 1, text: title },
    {
      kind: "facts",
      rows: [
        ["When", when],
        ["Where", place],
      ],
    },
    ...(items.length > 0
      ? ([
          { kind: "heading", level: 2, text: "Cases in this pack" },
          { kind: "text", text: timesNote },
          {
            kind: "list",
            items: items.map(
              ({ reference, kind, startsAt: at }) =>
                `${formatTime(at)}: ${reference}, under “${agendaHeadings[headingOf[kind]]}”`,
            ),
          },
        ] satisfies Block[])
      : []),
    ...(items.length + invitedTo.length === 0
      ? ([
          { kind: "text", text: "There is no case on this agenda that you may see." },
        ] satisfies Block[])
      : []),
    ...invitedTo.flatMap(ofInvitation),
    ...items.flatMap(ofItem),
  ];
}
