import { type ConsultationStatus, type Stance, stanceLabels } from "@/lib/consultations/labels";
import type { Day } from "@/lib/dates";
import { formatDay } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import type { Block } from "@/lib/paper/rules";

export type FrozenAnswer = {
  number: number;
  text: string;
  stance: Stance | null;
  draft: string;
};

/** A response as it was submitted, or as it stands. */
export type FrozenResponse = {
  reference: string;
  title: string;
  askedBy: string;
  area: string;
  regionalBody: string | null;
  closesDay: Day;
  signedBy: string | null;
  signedDay: Day | null;
  submittedDay: Day | null;
  receipt: string | null;
  answers: FrozenAnswer[];
};

type Drafted = { stance: Stance | null; draft: string };

/** Support for somebody else's answer, or no answer, may stand by itself. Everything else is said. */
const speaksForItself: readonly (Stance | null)[] = ["support_whole", "no_answer"];

export const isAnswered = ({ stance, draft }: Drafted): boolean =>
  stance !== null && (speaksForItself.includes(stance) || draft.trim() !== "");

/** Why a draft answer cannot stand as it is written. */
export function draftErrors(
  { stance, draft }: { stance: Stance; draft: string },
  regionalBody: string | null,
): Record<string, string[]> {
  if (stance.includes("support") && !regionalBody)
    return { stance: ["Say first which regional body answers as well, in the details"] };
  if (!isAnswered({ stance, draft }))
    return { draft: [stance === "own" ? "Enter our answer" : "Enter what we add, and why"] };
  return {};
}

type Response = { status: ConsultationStatus; questions: readonly Drafted[] };

export function assertNotSubmitted({ status }: { status: ConsultationStatus }): void {
  if (status === "submitted")
    throw new RuleBroken("This response was submitted, and stays as it was");
}

export function assertCanSignOff({ status, questions }: Response): void {
  assertNotSubmitted({ status });
  if (questions.length === 0) throw new RuleBroken("Add the questions first");
  const open = questions.filter((one) => !isAnswered(one)).length;
  if (open > 0)
    throw new RuleBroken(
      `${open === 1 ? "One question has" : `${open} questions have`} no answer yet. Say at least that none is given.`,
    );
}

export function assertCanSubmit({ status }: { status: ConsultationStatus }): void {
  assertNotSubmitted({ status });
  if (status !== "signed_off")
    throw new RuleBroken("Record who signed the response off, and when, before it is submitted");
}

/** Those who were asked and have said nothing to any question. */
export const stillWaiting = <One extends { hatId: string }>(
  contributors: readonly One[],
  answers: readonly { hatId: string }[],
): One[] => contributors.filter(({ hatId }) => !answers.some((answer) => answer.hatId === hatId));

type Said = { questionId: string; hatId: string; saidAt: Date };

/** What each contributor says to each question now: what they said last. */
export function latestAnswers<One extends Said>(answers: readonly One[]): One[] {
  const last = new Map<string, One>();
  for (const answer of answers) {
    const key = `${answer.questionId} ${answer.hatId}`;
    const before = last.get(key);
    if (!before || before.saidAt <= answer.saidAt) last.set(key, answer);
  }
  return [...last.values()];
}

type Read = (markdown: string) => Block[];

const stanceText = ({ stance }: FrozenAnswer, regionalBody: string | null): string | null => {
  if (stance === null || stance === "own") return null;
  return `${stanceLabels[stance]}${regionalBody && stance !== "no_answer" ? ` (${regionalBody})` : ""}`;
};

/** The response as a document: question by question. */
export function blocksOf(response: FrozenResponse, read: Read): Block[] {
  const facts: [string, string][] = [
    ["Consultation of", response.askedBy],
    ["Response of", response.area],
    ["Reference", response.reference],
    ["Closes on", formatDay(response.closesDay)],
    ...(response.signedBy && response.signedDay
      ? [
          ["Signed off by", `${response.signedBy}, ${formatDay(response.signedDay)}`] as [
            string,
            string,
          ],
        ]
      : []),
    ...(response.submittedDay
      ? [["Submitted", formatDay(response.submittedDay)] as [string, string]]
      : []),
    ...(response.receipt ? [["Receipt", response.receipt] as [string, string]] : []),
  ];
  return [
    { kind: "heading", level: 1, text: response.title },
    { kind: "facts", rows: facts },
    ...response.answers.flatMap((answer): Block[] => {
      const stance = stanceText(answer, response.regionalBody);
      let paragraph = 0;
      const said = [
        ...(stance ? [{ kind: "text", text: `${stance}.` } as const] : []),
        ...read(answer.draft),
      ];
      return [
        { kind: "heading", level: 2, text: `Question ${answer.number}. ${answer.text}` },
        ...said.map((block): Block => {
          if (block.kind !== "text") return block;
          paragraph += 1;
          return { ...block, number: `${answer.number}.${paragraph}` };
        }),
      ];
    }),
  ];
}

export const csvColumns = ["Number", "Question", "Position", "Answer"];

export const csvRows = ({ answers }: FrozenResponse): string[][] =>
  answers.map(({ number, text, stance, draft }) => [
    `${number}`,
    text,
    stance ? stanceLabels[stance] : "Not answered yet",
    draft,
  ]);
