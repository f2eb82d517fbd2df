import { expect, test } from "vitest";

import { type CaseStatus, caseStatuses } from "@/lib/cases/labels";
import { type Outcome, outcomeLabels, type Seat } from "@/lib/panels/labels";
import {
  assertCanList,
  assertDecidable,
  assertMeetingCanBecome,
  missingSeats,
  movesAfter,
  outcomesFor,
  papersCloseOn,
  quorumProof,
  statusAfter,
} from "@/lib/panels/rules";

const present = (seat: Seat, organisationId = "other") => ({
  seat,
  isPresent: true,
  hasConflict: false,
  organisationId,
});
const absent = (seat: Seat, organisationId = "other") => ({
  ...present(seat, organisationId),
  isPresent: false,
});
const conflicted = (seat: Seat) => ({ ...present(seat), hasConflict: true });

const [chair, police, health] = [present("chair"), present("police"), present("health")];
const adult = { isChild: false };
const child = { isChild: true };
const chairs: Seat[] = ["chair", "deputy_chair"];
const forChild: Seat[] = ["childrens_social_care", "education"];
const forAdult: Seat[] = ["adult_social_care", "health"];
const elsewhere = { isChild: false, residentForce: "Another force" };
const known = { isChild: false, keyOrganisationId: "school" };

test.for([
  ["everyone is there", [chair, police, health], adult, []],
  ["nobody is there", [], adult, [chairs, ["police"], forAdult]],
  ["Q-01 no chair", [police, health], adult, [chairs]],
  ["Q-01 a deputy will do", [present("deputy_chair"), police, health], adult, []],
  ["Q-02 police are away", [chair, absent("police"), health], adult, [["police"]]],
  ["Q-03, P-03 lives elsewhere", [chair, police, health], elsewhere, [["resident_police"]]],
  [
    "Q-03, P-03 both forces came",
    [chair, police, health, present("resident_police")],
    elsewhere,
    [],
  ],
  [
    "Q-03 the home force alone",
    [chair, health, present("resident_police")],
    elsewhere,
    [["police"]],
  ],
  ["Q-04 a child's needs", [chair, police, health], child, [forChild]],
  ["Q-04 either will do for a child", [chair, police, present("education")], child, []],
  ["Q-04 an adult's needs", [chair, police, present("education")], adult, [forAdult]],
  ["Q-04 either will do for an adult", [chair, police, present("adult_social_care")], adult, []],
  [
    "Q-05 who knows most is away",
    [chair, police, health, absent("education", "school")],
    known,
    [["education"]],
  ],
  ["Q-05 who knows most was not asked", [chair, police, health], known, [["other"]]],
  ["Q-05 who knows most came", [chair, police, health, present("education", "school")], known, []],
  ["Q-07 a conflict counts out", [chair, conflicted("police"), health], adult, [["police"]]],
] as const)("quorum: %s", ([, attendees, person, missing]) => {
  expect(missingSeats(attendees, person)).toEqual(missing);
});

test("the proof of quorum says who counted and who did not come (Q-06)", () => {
  expect(quorumProof([chair, conflicted("police"), health], adult)).toEqual({
    isQuorate: false,
    present: ["chair", "health"],
    missing: [["police"]],
  });
  expect(quorumProof([chair, police, health], adult).isQuorate).toBe(true);
});

const always = ["pause", "transfer", "discussed_only"];
const lawful: Partial<Record<CaseStatus, string[]>> = {
  panel_listed: ["adopt", "not_adopt", "defer", "police_led", ...always],
  consent_pending: ["continue", ...always],
  in_support: ["continue", "revise_plan", "exit", ...always],
  exited: ["discussed_only"],
  review_6m: ["review_ok", "new_s36", "transfer", "discussed_only"],
  review_12m: ["review_ok", "new_s36", "transfer", "discussed_only"],
};

test.for(Object.keys(caseStatuses) as CaseStatus[])("what the panel can decide at %s", (status) => {
  expect(new Set(outcomesFor(status))).toEqual(new Set(lawful[status] ?? []));
  for (const outcome of Object.keys(outcomeLabels) as Outcome[]) {
    const ask = () => movesAfter(outcome, status);
    if (lawful[status]?.includes(outcome)) expect(ask).not.toThrow();
    else expect(ask).toThrow("cannot decide this");
  }
});

test.for([
  ["adopt", "panel_listed", ["T10", "T11"], "consent_pending"],
  ["not_adopt", "panel_listed", ["T10", "T12"], "closed_not_prevent"],
  ["defer", "panel_listed", ["T10", "T13"], "panel_listed"],
  ["police_led", "panel_listed", ["T10", "T14"], "police_led"],
  ["discussed_only", "panel_listed", [], "panel_listed"],
  ["continue", "consent_pending", [], "consent_pending"],
  ["continue", "in_support", [], "in_support"],
  ["revise_plan", "in_support", ["T17"], "in_support"],
  ["pause", "in_support", [], "in_support"],
  ["transfer", "in_support", [], "in_support"],
  ["exit", "in_support", ["T20"], "exited"],
  ["review_ok", "review_6m", ["T22"], "review_12m"],
  ["review_ok", "review_12m", ["T24"], "retention"],
  ["new_s36", "review_6m", ["T23", "T22"], "review_12m"],
  ["new_s36", "review_12m", ["T23", "T24"], "retention"],
] as const)("to %s a case at %s makes %o, and leaves it at %s", ([outcome, from, moves, to]) => {
  expect(movesAfter(outcome, from)).toEqual(moves);
  expect(statusAfter(outcome, from)).toBe(to);
});

const item = {
  attendees: [chair, police, health],
  case: { ...adult, status: "panel_listed" as CaseStatus },
  decision: null,
  meetingStatus: "in_progress" as const,
  defers: 0,
};
const inquorate = { ...item, attendees: [police, health] };
const paused = { ...item, case: { ...item.case, isPaused: true } };
const notQuorate = "The panel is not quorate for this item, so it can only be discussed";

test.for([
  ["a quorate item", item, { outcome: "adopt" }, null],
  ["a decided item", { ...item, decision: {} }, { outcome: "adopt" }, "already decided"],
  ["a closed meeting", { ...item, meetingStatus: "closed" }, { outcome: "adopt" }, "closed"],
  ["the wrong stage", item, { outcome: "exit" }, "cannot decide this"],
  ["an inquorate item (Q-06)", inquorate, { outcome: "adopt" }, notQuorate],
  ["an inquorate item, discussed", inquorate, { outcome: "discussed_only" }, null],
  ["a paused case (T28)", paused, { outcome: "adopt" }, "paused"],
  ["a paused case, discussed", paused, { outcome: "discussed_only" }, null],
  ["a second deferral (T13)", { ...item, defers: 1 }, { outcome: "defer" }, null],
  ["a third deferral (T13)", { ...item, defers: 2 }, { outcome: "defer" }, "deferred twice"],
  [
    "a third, with the chair (T13)",
    { ...item, defers: 2 },
    { outcome: "defer", chairOverride: true },
    null,
  ],
] as const)("to decide %s", ([, about, wish, refusal]) => {
  const decide = () => assertDecidable(about, wish);

  if (refusal) expect(decide).toThrow(refusal);
  else expect(decide).not.toThrow();
});

test("papers close two working days before the meeting", () => {
  expect(papersCloseOn("2026-04-08")).toBe("2026-04-02"); // over Easter
  expect(papersCloseOn("2026-04-08", [])).toBe("2026-04-06");
});

// prettier-ignore
test.for([
  ["new_case", "panel_listed", true],
  ["consent", "consent_pending", true],
  ["monthly_review", "in_support", true],
  ["review_6m", "review_6m", true],
  ["review_12m", "review_6m", false],
  ["new_case", "in_support", false],
  ["monthly_review", "retention", false],
] as const)("a case comes before the panel for %s at %s: %s", ([kind, status, may]) => {
  const list = () => assertCanList(kind, status);
  if (may) expect(list).not.toThrow();
  else expect(list).toThrow();
});

// prettier-ignore
test.for([
  ["planned", "in_progress", true],
  ["in_progress", "closed", true],
  ["planned", "closed", false],
  ["closed", "in_progress", false],
] as const)("a meeting goes from %s to %s: %s", ([from, to, may]) => {
  const go = () => assertMeetingCanBecome(from, to);
  if (may) expect(go).not.toThrow();
  else expect(go).toThrow();
});
