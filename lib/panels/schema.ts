import { z } from "zod";
import { guards } from "@/lib/cases/guards/rules";
import { panelClosureCodes, pauseReasons } from "@/lib/cases/labels";
import { lookFields } from "@/lib/cases/pattern/schema";
import { aDay, aTime } from "@/lib/dates";
import { besideInvestigation, itemKinds, seats, tellers, votes } from "@/lib/panels/labels";
import {
  aChoice,
  aForm,
  always,
  anId,
  anOptionalId,
  anOptionalText,
  anOptionalTick,
  anOptionalWholeNumber,
  aText,
  aTick,
  someIds,
} from "@/lib/schema";
import {
  careFields,
  exitFields,
  exitIsAssessed,
  exitNotAssessed,
  onwardIsNamed,
  onwardNotNamed,
} from "@/lib/support/schema";

const { unsuitable_police_led, consent_refused, ...notAdoptedCodes } = panelClosureCodes;
const most = { min: 0, max: 100 };
const heads = (name: string) => anOptionalWholeNumber({ name, ...most });

const reasons = aText({
  name: "Reasons",
  enter: "Enter the panel's reasons",
  min: 50,
  max: 4000,
});

const decision = aForm({
  itemId: anId(),
  informationConsidered: someIds("Select the information the panel considered"),
  optionsConsidered: aText({
    name: "Options considered",
    enter: "Enter the options the panel considered, including help outside Channel",
    max: 4000,
  }),
  reasons,
  vote: aChoice(votes, "Select how the panel agreed"),
  agree: heads("Number who agreed"),
  disagree: heads("Number who did not agree"),
  dissent: anOptionalText({ name: "What those who did not agree said", max: 2000 }),
  toldBy: aChoice(tellers, "Select who tells the person"),
  tellOn: aDay({ name: "Date the person is told", optional: true }),
  notTold: anOptionalText({ name: "Reason the person is not told yet", max: 1000 }),
});

const nextReviewOn = aDay({ name: "Next review date", future: "not today" });

/** What the chair submits. Saying no, or not yet, asks for more than saying yes. */
export const recordDecisionSchema = z
  .discriminatedUnion(
    "outcome",
    [
      decision.extend({
        outcome: z.literal("adopt"),
        personTold: anOptionalTick(besideInvestigation.personTold),
        actionTaken: anOptionalTick(besideInvestigation.actionTaken),
        riskAgreed: anOptionalTick(besideInvestigation.riskAgreed),
      }),
      decision.extend({
        outcome: z.literal("not_adopt"),
        closureCode: aChoice(notAdoptedCodes, "Select why support is not being offered"),
        onwardTo: anOptionalText({ name: "Other service the person is told of", max: 500 }),
        ...careFields,
        ...lookFields, // T29, and so below
      }),
      decision.extend({
        outcome: z.literal("defer"),
        informationGap: aText({
          name: "Missing information",
          enter: "Enter the information the panel is waiting for",
          max: 2000,
        }),
        nextMeetingOn: aDay({ name: "Date of the next meeting", future: "not today" }),
        chairOverride: anOptionalTick("The chair allows a third deferral"),
        ...lookFields,
      }),
      decision.extend({ outcome: z.literal("continue"), nextReviewOn }),
      decision.extend({
        outcome: z.literal("revise_plan"),
        planChanges: aText({
          name: "Changes to the plan",
          enter: "Enter what changes in the plan",
          max: 4000,
        }),
        nextReviewOn,
      }),
      decision.extend({
        outcome: z.literal("pause"),
        pauseReason: aChoice(pauseReasons, "Select why the case is paused"),
        nextReviewOn,
      }),
      decision.extend({ outcome: z.literal("exit"), ...exitFields, ...lookFields }),
      decision.extend({ outcome: z.literal("police_led"), ...lookFields }),
      decision.extend({
        outcome: z.literal("transfer"),
        receivingArea: aText({
          name: "Receiving area",
          enter: "Enter the area that will take the case",
          max: 200,
        }),
      }),
      decision.extend({ outcome: z.literal("review_ok") }),
      decision.extend({
        outcome: z.literal("new_s36"),
        newConcern: aText({
          name: "New concern",
          enter: "Enter what the new concern is",
          max: 4000,
        }),
      }),
      aForm({ itemId: anId(), outcome: z.literal("discussed_only"), reasons }),
    ],
    { error: "Select what the panel decided" },
  )
  .refine((given) => !("vote" in given) || given.vote === "agreed" || Boolean(given.dissent), {
    error: "Enter what those who did not agree said",
    path: ["dissent"],
    ...always,
  })
  .refine((given) => !("vote" in given) || given.vote === "agreed" || areCounted(given), {
    error: "Enter how many agreed and how many did not",
    path: ["agree"],
    ...always,
  })
  .refine(
    (given) => !("vote" in given) || !areCounted(given) || voteFitsCount(given), // P-06
    {
      error: "The numbers do not fit how the panel agreed",
      path: ["vote"],
      ...always,
    },
  )
  .refine(
    (given) => !("toldBy" in given) || given.toldBy === "nobody_yet" || given.tellOn !== undefined,
    {
      error: "Enter the date the person is told",
      path: ["tellOn"],
      ...always,
    },
  )
  .refine((given) => !("toldBy" in given) || given.toldBy !== "nobody_yet" || given.notTold, {
    error: "Enter why the person is not told yet",
    path: ["notTold"],
    ...always,
  })
  .refine((given) => given.outcome !== "exit" || exitIsAssessed(given), exitNotAssessed)
  .refine((given) => !("careAnswer" in given) || guards.careReferred.holds(given), {
    error: guards.careReferred.otherwise,
    path: ["careAnswer"],
    ...always,
  })
  .refine((given) => onwardIsNamed(given as Parameters<typeof onwardIsNamed>[0]), onwardNotNamed);

export type RecordDecision = z.output<typeof recordDecisionSchema>;

type Count = { agree?: number | null; disagree?: number | null };
const areCounted = ({ agree, disagree }: Count) => agree != null && disagree != null;

function voteFitsCount({ vote, agree, disagree }: Count & { vote: string }): boolean {
  if (vote === "agreed") return !disagree;
  const isMajority = (agree ?? 0) > (disagree ?? 0);
  return vote === "majority" ? isMajority : !isMajority;
}

const isWebAddress = (typed: string): boolean =>
  URL.canParse(typed) && new URL(typed).protocol === "https:";

/** Where the meeting is held when it is not held in a room. */
const meetingLink = anOptionalText({ name: "Link", max: 500 }).refine(
  (link) => link === null || isWebAddress(link),
  "Link must be a web address that begins with https",
);

export const meetingSchema = aForm({
  title: aText({ name: "Title", enter: "Enter a title for the meeting", max: 200 }),
  heldOn: aDay({ name: "Date of the meeting", future: true }),
  startsAt: aTime({ name: "Start time" }),
  lastsMinutes: anOptionalWholeNumber({ name: "Minutes", min: 15, max: 720 }),
  place: aText({ name: "Place", enter: "Enter where the meeting is", max: 300 }),
  link: meetingLink,
  isExtraordinary: anOptionalTick("Extraordinary meeting"), // TL-04
  areaIds: someIds("Select the other areas"), // P-08
  memberHatIds: someIds("Select who to invite", { min: 1 }),
});
export type Meeting = z.output<typeof meetingSchema>;

/** A case on the agenda. */
export const itemSchema = aForm({
  meetingId: anId(),
  caseId: anId("Select the case"),
  kind: aChoice(itemKinds, "Select why the case is on the agenda"),
  residentForce: anOptionalText({ name: "Police force where the person lives", max: 200 }),
  keyOrganisationId: anOptionalId("Select the organisation that knows most"),
});
export type Item = z.output<typeof itemSchema>;

/** Somebody invited to one item: the rest of the agenda stays closed to them (IS-18). */
export const inviteSchema = aForm({
  itemId: anId(),
  hatId: anId("Select who to invite"),
  seat: aChoice(seats, "Select the seat they take"),
});
export type Invite = z.output<typeof inviteSchema>;

/** Somebody who was invited to one item, and is not needed for it any more. */
export const withdrawSchema = aForm({
  itemId: anId(),
  hatId: anId("Select whose invitation to withdraw"),
});
export type Withdraw = z.output<typeof withdrawSchema>;

/** Who is in the room. Whoever is not ticked has sent apologies. */
export const attendanceSchema = aForm({
  meetingId: anId(),
  presentHatIds: someIds("Select who is in the room", { min: 1 }),
  confidentiality: aTick("Confirm that everybody agrees to the confidentiality statement"), // M-05
});
export type Attendance = z.output<typeof attendanceSchema>;

/** Who is in the room while one case is spoken of. */
export const itemAttendanceSchema = aForm({
  itemId: anId(),
  presentHatIds: someIds("Select who is in the room"),
  confidentiality: anOptionalTick("The confidentiality statement"),
});
export type ItemAttendance = z.output<typeof itemAttendanceSchema>;

/** A conflict takes somebody out of the item, and out of its quorum. */
export const conflictSchema = aForm({
  itemId: anId(),
  hatId: anId("Select who this is about"),
  nature: aText({ name: "Nature of the conflict", enter: "Enter what the conflict is", max: 500 }),
});
export type Conflict = z.output<typeof conflictSchema>;

/** What the meeting wants done: by whom, and by when (M-04). */
export const panelActionSchema = aForm({
  itemId: anId(),
  title: aText({ name: "Action", enter: "Enter what has to be done", max: 500 }),
  ownerHatId: anId("Select who will do it"),
  dueOn: aDay({ name: "Date to do it by", future: true }),
});
export type PanelAction = z.output<typeof panelActionSchema>;

/** Who takes a member's place at this meeting: somebody of the same organisation. */
export const deputySchema = aForm({
  meetingId: anId(),
  forHatId: anId("Select whose place they take"),
  hatId: anId("Select who has come"),
});
export type Deputy = z.output<typeof deputySchema>;

export const itemIdSchema = aForm({ itemId: anId() });
export type ItemId = z.output<typeof itemIdSchema>;

export const meetingIdSchema = aForm({ meetingId: anId() });
export type MeetingId = z.output<typeof meetingIdSchema>;
