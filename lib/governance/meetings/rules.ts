import { type Day, formatDay } from "@/lib/dates";
import { RuleBroken } from "@/lib/errors";
import {
  type AttendanceState,
  attendanceStates,
  type DecisionKind,
  decisionKinds,
  type GovernanceItemKind,
} from "@/lib/governance/labels";
import { placeOf } from "@/lib/governance/rules";

type OnAgenda = { id: string; kind: GovernanceItemKind };

/** Where what is due is put: after whatever is taken before it, and so that nothing that was moved moves again. */
export function placeDue<Due extends { kind: GovernanceItemKind }>(
  items: readonly OnAgenda[],
  due: readonly Due[],
): (OnAgenda | Due)[] {
  const agenda: (OnAgenda | Due)[] = [...items];
  for (const one of due) {
    const before = agenda.findLastIndex(({ kind }) => placeOf(kind) <= placeOf(one.kind));
    agenda.splice(before + 1, 0, one);
  }
  return agenda;
}

/** The item that changes places with another, or nothing at the end of the list. */
export function neighbourOf(
  itemId: string,
  to: "up" | "down",
  itemIds: readonly string[],
): string | null {
  const at = itemIds.indexOf(itemId);
  return at < 0 ? null : (itemIds[at + (to === "up" ? -1 : 1)] ?? null);
}

type Lists = Record<"presentIds" | "deputyIds" | "apologyIds", readonly string[]>;

/** What each member is written down as: absent, unless a list names them. */
export function attendanceOf(
  memberIds: readonly string[],
  { presentIds, deputyIds, apologyIds }: Lists,
): { memberId: string; state: AttendanceState }[] {
  return memberIds.map((memberId) => ({
    memberId,
    state: presentIds.includes(memberId)
      ? "present"
      : deputyIds.includes(memberId)
        ? "deputy"
        : apologyIds.includes(memberId)
          ? "apologies"
          : "absent",
  }));
}

/** Whoever is named in two lists at once. */
export const namedTwice = (lists: Lists): string[] => {
  const all = [...lists.presentIds, ...lists.deputyIds, ...lists.apologyIds];
  return all.filter((id, index) => all.indexOf(id) !== index);
};

type Person = {
  name: string;
  organisation: string;
  deputyName: string | null;
  state: AttendanceState | null;
};
type Minuted = {
  title: string;
  isExempt: boolean;
  note: string | null;
  decisionKind: DecisionKind | null;
  decision: string | null;
  escalation: { question: string; answerReasons: string | null } | null;
  actions: readonly { title: string; owner: string; dueDay: Day }[];
};
type Meeting = { bodyName: string; heldDay: Day; place: string };

/** Minutes write themselves from what was written down of each item. A line of its own that begins with # is a heading. */
export function minutesText(
  { bodyName, heldDay, place }: Meeting,
  members: readonly Person[],
  items: readonly Minuted[],
): string {
  const came = (state: AttendanceState) =>
    members
      .filter((member) => member.state === state)
      .map(({ name, organisation, deputyName }) =>
        state === "deputy"
          ? `${deputyName ?? "a deputy"} for ${name} (${organisation})`
          : `${name} (${organisation})`,
      );
  const attendance = (["present", "deputy", "apologies", "absent"] as const)
    .map((state) => [attendanceStates[state], came(state)] as const)
    .filter(([, names]) => names.length > 0)
    .map(([word, names]) => `${word}: ${names.join("; ")}.`);
  const taken = items.map((item, index) =>
    [
      `# ${index + 1}. ${item.title}${item.isExempt ? " (exempt)" : ""}`,
      item.escalation && `Question: ${item.escalation.question}`,
      item.note,
      item.decisionKind && `${decisionKinds[item.decisionKind]}: ${item.decision}`,
      item.escalation?.answerReasons && `Reasons: ${item.escalation.answerReasons}`,
      !item.decisionKind && "Nothing was decided.",
      ...item.actions.map(
        ({ title, owner, dueDay }) => `Action: ${title} (${owner}, by ${formatDay(dueDay)})`,
      ),
    ]
      .filter((line) => line)
      .join("\n"),
  );
  return [`Minutes of ${bodyName}, ${formatDay(heldDay)}, ${place}`, ...attendance, ...taken].join(
    "\n\n",
  );
}

type Signing = { mayWrite: boolean; isChair: boolean };
type Chair = { name: string; hatId: string | null } | null;

/** The chair signs. Where the chair has no account, whoever keeps the minutes writes down that they did. */
export function signerOf(chair: Chair, { mayWrite, isChair }: Signing): string {
  if (!chair)
    throw new RuleBroken("Nobody holds the chair of this body, so nobody can sign its minutes");
  if (isChair || (mayWrite && !chair.hatId)) return chair.name;
  throw new RuleBroken(`${chair.name} holds the chair, and signs the minutes here`);
}
