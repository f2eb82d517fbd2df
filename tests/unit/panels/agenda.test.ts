import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";

import { StandingAgenda } from "@/components/panels/standing-agenda";
import { agendaHeadings, timesNote } from "@/lib/panels/agenda/labels";
import {
  type CaseDue,
  dueAt,
  layOutAgenda,
  lengthText,
  placed,
  placeOf,
} from "@/lib/panels/agenda/rules";
import type { ItemKind } from "@/lib/panels/labels";

const heldOn = "2026-12-03";
const nothing: CaseDue = {
  status: "in_support",
  defers: 0,
  isExitAssessed: false,
  lastOutcome: null,
  hasLateActions: false,
  reviews: [],
  listedFor: [],
};
const due = (found: Partial<CaseDue>) => {
  const answer = dueAt(heldOn, { ...nothing, ...found });
  return answer && `${answer.kind}, ${answer.why}`;
};
const sixMonths = (dueOn: string) => [{ kind: "review_6m" as const, dueOn }];

test.for<[rule: string, found: Partial<CaseDue>, answer: string | null]>([
  ["TL-04 a new case waits", { status: "panel_listed" }, "new_case, waits"],
  ["T13 put off, it returns", { status: "panel_listed", defers: 1 }, "new_case, deferred"],
  ["TL-04 listed elsewhere", { status: "panel_listed", listedFor: ["new_case"] }, null],
  ["before the panel's turn", { status: "info_gathering" }, null],
  ["TL-06 every meeting", {}, "monthly_review, adopted"],
  ["TL-06 another's too", { listedFor: ["monthly_review"] }, "monthly_review, adopted"],
  ["consent open", { status: "consent_pending" }, "consent, consent_open"],
  ["exit assessed", { isExitAssessed: true }, "closure, exit_assessed"],
  ["exit not assessed", { isExitAssessed: false }, "monthly_review, adopted"],
  ["transfer first", { lastOutcome: "transfer" }, "transfer, transfer_decided"],
  [
    "closure elsewhere",
    { isExitAssessed: true, listedFor: ["closure"] },
    "monthly_review, adopted",
  ],
  ["TL-09 due on the day", { status: "exited", reviews: sixMonths(heldOn) }, "review_6m, review"],
  ["TL-09 due the day after", { status: "exited", reviews: sixMonths("2026-12-04") }, null],
  [
    "TL-09 begun by the timer",
    { status: "review_6m", reviews: sixMonths("2026-11-01") },
    "review_6m, review",
  ],
  ["TL-09 held already", { status: "review_6m" }, null],
  ["M-04 late actions", { status: "exited", hasLateActions: true }, "action_log, actions_late"],
  ["no late actions", { status: "exited" }, null],
  ["closed", { status: "closed_declined", hasLateActions: true }, null],
])("what is due by itself, %s: %o gives %s", ([, found, answer]) => {
  expect(due(found)).toBe(answer);
});

let nextId = 0;
const item = (kind: ItemKind, position: number, minutes = 10) => ({
  ...{ id: `${kind}-${++nextId}`, kind, position, minutes },
});

test("the standing items come in their order, each case under its own (6.4)", () => {
  const review = item("monthly_review", 1);
  const fresh = item("new_case", 2);

  const { parts } = layOutAgenda("14:00", [review, fresh]);

  expect(parts.map(({ heading }) => heading)).toEqual(Object.keys(agendaHeadings));
  const under = (heading: string) => parts.find((part) => part.heading === heading)?.items;
  expect(under("new_case")).toMatchObject([{ id: fresh.id }]);
  expect(under("monthly_review")).toMatchObject([{ id: review.id }]);
});

test("each begins when what is before it ends", () => {
  const first = item("new_case", 1, 20);
  const second = item("new_case", 2, 15);

  const { parts, minutes, endsAt } = layOutAgenda("13:50", [second, first]);

  const times = parts.flatMap(({ items }) => items.map(({ id, startsAt }) => [id, startsAt]));
  expect(times).toEqual([
    [first.id, "14:15"],
    [second.id, "14:35"],
  ]);
  expect([minutes, endsAt]).toEqual([75, "15:05"]);
});

test("an item that a reader may not see leaves no gap in the times (IS-18)", () => {
  const hidden = item("new_case", 1, 45);
  const seen = item("new_case", 2);

  const times = (items: (typeof seen)[]) =>
    layOutAgenda("14:00", items).parts.flatMap((part) => part.items.map((one) => one.startsAt));

  expect(times([hidden, seen])).toEqual(["14:25", "15:10"]);
  expect(times([seen])).toEqual(["14:25"]);
});

test("two readers may have two times for one case, and each is told so, with or without a hidden one (IS-18)", () => {
  const hidden = { ...item("new_case", 1, 45), reference: "PC-2026-000001" };
  const seen = { ...item("new_case", 2), reference: "PC-2026-000002" };
  const about = { outcome: null, isSpokenOf: false, deconfliction: null };
  const printed = (items: (typeof seen)[]) => {
    const shown = items.map((one) => ({
      ...{ ...one, ...about },
      quorum: { isQuorate: true, missing: [] },
    }));
    const { parts } = layOutAgenda("14:00", shown);
    return renderToStaticMarkup(StandingAgenda({ meetingId: "m", parts }));
  };

  expect(printed([hidden, seen])).toContain("3:10pm");
  expect(printed([seen])).not.toContain("3:10pm");
  for (const page of [printed([hidden, seen]), printed([seen])]) expect(page).toContain(timesNote);
});

const three = [item("new_case", 2), item("new_case", 5), item("new_case", 9)];
const other = item("consent", 1);
const [one, two, last] = three.map(({ id }) => id) as [string, string, string];
test.for([
  ["to the front", last, 1, [last, one, two]],
  ["down by one", one, 2, [two, one, last]],
  ["past the end", one, 99, [two, last, one]],
  ["before the start", two, 0, [two, one, last]],
  ["to where it is", two, 2, [one, two, last]],
] as const)("an item moves %s, under its heading alone", ([, id, place, order]) => {
  const moved = placed([...three, other], id, place);

  expect(moved.map((item) => item.id)).toEqual(order);
  expect(moved.map(({ position }) => position)).toEqual([2, 5, 9]);
});

test("items that share a position are told apart by a move", () => {
  const same = [item("new_case", 3), item("new_case", 3)];

  const moved = placed(same, same[1]?.id ?? "", 1);

  expect(moved).toEqual([
    { id: same[1]?.id, position: 3 },
    { id: same[0]?.id, position: 4 },
  ]);
  expect(placeOf(three, three[1] as (typeof three)[0])).toBe(2);
  expect(placed(three, "another", 1)).toEqual([]);
});

test.for([
  [180, "3 hours"],
  [60, "1 hour"],
  [61, "1 hour 1 minute"],
  [350, "5 hours 50 minutes"],
  [45, "45 minutes"],
  [0, "0 minutes"],
] as const)("%i minutes read as %s", ([minutes, text]) => {
  expect(lengthText(minutes)).toBe(text);
});
