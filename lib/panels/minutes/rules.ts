import { type Day, formatDay, formatInstant } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import {
  type ItemKind,
  itemKinds,
  type Outcome,
  outcomeLabels,
  type Seat,
  seats,
  tellers,
  type Vote,
  votes,
} from "@/lib/panels/labels";
import {
  type ExportPurpose,
  exportPurposes,
  type RedactionLayer,
  redactionLayers,
  removed,
} from "./labels";

type Signable = { signedAt: Date | null };

export function assertDraft({ signedAt }: Signable): void {
  if (signedAt) {
    throw new RuleBroken("These minutes are signed, so they can be corrected only by an addition");
  }
}

export function assertSigned({ signedAt }: Signable): void {
  if (!signedAt)
    throw new RuleBroken("These minutes are a draft, so they can be changed as they are");
}

type Agency = { seat: Seat; organisation: string };
type Decided = {
  outcome: Outcome;
  reasons: string;
  vote: Vote;
  dissent: string | null;
  details: Record<string, unknown>;
};

/** Everything that was recorded of one case at one meeting. */
export type ItemRecord = {
  heldOn: Day;
  kind: ItemKind;
  present: readonly Agency[];
  conflicted: readonly Agency[];
  isQuorate: boolean;
  /** What was considered: who supplied it, and what had been found of it then (IS-10). */
  information: readonly { from: string; finding: string }[];
  decisions: readonly Decided[];
  actions: readonly { title: string; organisation: string; dueOn: Day }[];
};

const inSeat = ({ seat, organisation }: Agency) => `${seats[seat]} (${organisation})`;
const listed = (things: readonly string[]) => [...new Set(things)].join(", ");
const text = (value: unknown) => (typeof value === "string" && value.trim() ? value : null);
const day = (value: unknown) => (typeof value === "string" ? formatDay(value) : null);
const line = (title: string, value: string | null) => (value ? [`${title}: ${value}`] : []);

/** The minute of one case, from its record: organisations speak in it, and never a person (M-01, M-03). */
export function writeBlock(item: ItemRecord): string {
  const { heldOn, kind, present, conflicted, isQuorate, information, decisions, actions } = item;
  const parts = [
    [
      `${itemKinds[kind]}, panel meeting of ${formatDay(heldOn)}.`,
      `In the room: ${listed(present.map(inSeat)) || "nobody was recorded"}.`,
      ...(conflicted.length > 0
        ? [`Not in the room, with a conflict of interest: ${listed(conflicted.map(inSeat))}.`]
        : []),
      isQuorate ? "The panel was quorate." : "The panel was not quorate.",
      ...new Set(
        information.map(({ from, finding }) => `Information considered from ${from}: ${finding}`),
      ),
    ],
    ...decisions.map(decided),
    actions.length > 0
      ? [
          "Actions:",
          ...actions.map(
            (one) => `- ${one.title} (${one.organisation}, by ${formatDay(one.dueOn)})`,
          ),
        ]
      : ["Actions: none."],
  ];
  return parts.map((lines) => lines.join("\n")).join("\n\n");
}

function decided({ outcome, reasons, vote, dissent, details }: Decided): string[] {
  if (outcome === "discussed_only") return [`${outcomeLabels[outcome]}.`, `Said: ${reasons}`];
  const { agree, disagree } = details;
  const count = typeof agree === "number" ? ` (${agree} agreed, ${disagree} did not)` : "";
  const toldBy = tellers[details.toldBy as keyof typeof tellers];
  return [
    `Decision: ${outcomeLabels[outcome]}.`,
    ...line("Options considered", text(details.optionsConsidered)),
    `Reasons: ${reasons}`,
    `Agreement: ${votes[vote]}${count}.`,
    ...line("Those who did not agree", dissent),
    ...line("Health or social care", text(details.careArrangements)),
    ...line("Information the panel waits for", text(details.informationGap)),
    ...line("Next meeting", day(details.nextMeetingOn)),
    ...line("Next review", day(details.nextReviewOn)),
    ...line("Changes to the plan", text(details.planChanges)),
    ...line("Referred on to", text(details.onwardTo)),
    ...line("Receiving area", text(details.receivingArea)),
    ...line("New concern", text(details.newConcern)),
    ...line("Who tells the person", toldBy ?? null),
    ...line("Told on", day(details.tellOn)),
    ...line("Not told yet because", text(details.notTold)),
  ];
}

type Named = { name: string; organisation: string };

/** M-03: the people at the table whom a text names, whatever its capitals. */
export function namesIn(body: string, people: readonly Named[]): string[] {
  const said = body.toLowerCase();
  return people.map(({ name }) => name).filter((name) => said.includes(name.toLowerCase()));
}

/** M-03: what somebody said becomes what their organisation said. */
export function withoutNames(body: string, people: readonly Named[]): string {
  return people.reduce((so, { name, organisation }) => replaceWord(so, name, organisation), body);
}

function replaceWord(body: string, word: string, instead: string): string {
  if (word === "") return body;
  const parts: string[] = [];
  const said = body.toLowerCase();
  const wanted = word.toLowerCase();
  let from = 0;
  for (let at = said.indexOf(wanted); at >= 0; at = said.indexOf(wanted, from)) {
    parts.push(body.slice(from, at), instead);
    from = at + wanted.length;
  }
  return [...parts, body.slice(from)].join("");
}

const layers = Object.keys(redactionLayers) as RedactionLayer[];
/** How each layer is marked in the text. */
export const marks = { third_party: "third party", referrer: "referrer", harm: "harm" } as const;
const opens = (layer: RedactionLayer) => `[${marks[layer]}]`;
const closes = (layer: RedactionLayer) => `[/${marks[layer]}]`;

/** The first mark that is opened and not closed, or closed and never opened. Marks do not stand in each other. */
export function brokenMark(body: string): string | null {
  let open: RedactionLayer | null = null;
  for (const [mark] of body.matchAll(/\[\/?(?:third party|referrer|harm)\]/g)) {
    const layer = layers.find((one) => mark === opens(one) || mark === closes(one));
    const isClosing = mark.startsWith("[/");
    if (!layer || (isClosing ? open !== layer : open !== null)) return mark;
    open = isClosing ? null : layer;
  }
  return open && opens(open);
}

/** The text without what these layers take out. A mark that is not closed takes out all that follows it. */
export function redact(body: string, without: readonly RedactionLayer[]): string {
  return layers.reduce((so, layer) => {
    const [first = "", ...marked] = so.split(opens(layer));
    const rest = marked.map((part) => {
      const end = part.indexOf(closes(layer));
      const [inside, after] =
        end < 0 ? [part, ""] : [part.slice(0, end), part.slice(end + closes(layer).length)];
      return (without.includes(layer) ? removed : inside) + after;
    });
    return [first, ...rest].join("");
  }, body);
}

/** The words by which a referrer would be known, wherever they stand (IS-07). The longest first: one may hold another. */
export const withoutWords = (body: string, words: readonly string[]): string =>
  words
    .toSorted((one, other) => other.length - one.length)
    .reduce((so, word) => replaceWord(so, word, removed), body);

/** The person themselves is given nothing of others, whatever was chosen; a court or inspector what they need. */
export const layersFor = (
  purpose: ExportPurpose,
  chosen: readonly RedactionLayer[],
): RedactionLayer[] =>
  purpose === "subject_access" ? layers : layers.filter((one) => chosen.includes(one));

type Copy = {
  reference: string;
  purpose: ExportPurpose;
  layers: readonly RedactionLayer[];
  meeting: { heldOn: Day };
  signedAt: Date | null;
  body: string;
  addenda: readonly { body: string; writtenAt: Date }[];
  takenBy: string;
  takenAt: Date;
};

/** A copy as plain text: what it is, for whom, and what is not in it stand on top. */
export function copyAsText(copy: Copy): string {
  const without = copy.layers.map((layer) => redactionLayers[layer].toLowerCase()).join("; ");
  return [
    "OFFICIAL-SENSITIVE",
    `${copy.signedAt ? "Signed minutes" : "Draft minutes, not signed"} of ${copy.reference}, panel meeting of ${formatDay(copy.meeting.heldOn)}`,
    `Copied by ${copy.takenBy} on ${formatInstant(copy.takenAt)}`,
    `For: ${exportPurposes[copy.purpose]}`,
    `Taken out: ${without || "nothing"}`,
    "",
    copy.body,
    ...copy.addenda.flatMap(({ body, writtenAt }) => [
      "",
      `Correction added on ${formatInstant(writtenAt)}`,
      body,
    ]),
    "",
  ].join("\r\n");
}
