import { z } from "zod";

import { aDay, addMonths, aTime, type Day } from "@/lib/dates";
import {
  addedItemKinds,
  bodyKinds,
  decisionKinds,
  escalationStates,
  frequencyLabels,
  memberRoles,
  paperForms,
  paperMarkings,
  powerLabels,
} from "@/lib/governance/labels";
import { longestCycle } from "@/lib/governance/rules";
import {
  aChoice,
  aCoverage,
  aForm,
  always,
  anId,
  anOptionalChoice,
  anOptionalId,
  anOptionalLink,
  anOptionalText,
  aText,
  aVersion,
  aYesNo,
  someChoices,
  someIds,
} from "@/lib/schema";

const reasons = (enter: string, max = 1000) => aText({ name: "Reason", enter, min: 10, max });

const fromList = anOptionalId("Select from the list");

const body = {
  kind: aChoice(bodyKinds, "Select what kind of body this is"),
  name: aText({ name: "Name", enter: "Enter the name of the body", max: 150 }),
  purpose: aText({ name: "Purpose", enter: "Enter what the body is for", min: 10, max: 1000 }),
  parentId: fromList,
  powers: someChoices(powerLabels, "Select what it may do"),
  frequency: aChoice(frequencyLabels, "Select how often it meets"),
};

export const addBodySchema = aForm({
  covers: aCoverage(),
  ...body,
});
export type AddBody = z.output<typeof addBodySchema>;

export const editBodySchema = aForm({
  bodyId: anId(),
  version: aVersion(),
  ...body,
  endedDay: aDay({ name: "Date of its last meeting", past: true, optional: true }),
});
export type EditBody = z.output<typeof editBodySchema>;

export const addTermsSchema = aForm({
  bodyId: anId(),
  bodyText: aText({
    name: "Terms of reference",
    enter: "Enter the terms of reference",
    min: 20,
    max: 20_000,
  }),
  adoptedDay: aDay({ name: "Date they were adopted", past: true }),
  adoptedBy: aText({ name: "Adopted by", enter: "Enter who adopted them", max: 200 }),
});
export type AddTerms = z.output<typeof addTermsSchema>;

const term = {
  deputyName: anOptionalText({ name: "Name of the deputy", max: 150 }),
  deputyHatId: fromList,
  untilDay: aDay({ name: "Last day of the term", optional: true }),
};
const post = aText({ name: "Post", enter: "Enter their post", max: 150 });

const endsAfterItBegins = ({ fromDay, untilDay }: { fromDay?: unknown; untilDay?: unknown }) =>
  typeof fromDay !== "string" || typeof untilDay !== "string" || untilDay >= fromDay;
const order = {
  ...always,
  path: ["untilDay"],
  error: "Last day of the term must be the same as or after the first",
};

/** Somebody who has an account here, or somebody who has none and is known by name and organisation. */
export const addMemberSchema = aForm({
  bodyId: anId(),
  role: aChoice(memberRoles, "Select their role on the body"),
  hatId: fromList,
  name: anOptionalText({ name: "Name", max: 150 }),
  organisationId: fromList,
  post,
  fromDay: aDay({ name: "First day of the term" }),
  ...term,
})
  .refine(endsAfterItBegins, order)
  .refine(({ hatId, name }) => !!hatId !== !!name, {
    ...always,
    path: ["name"],
    error: "Select who has an account here, or enter the name of somebody who has none",
  })
  .refine(({ name, organisationId }) => !name || !!organisationId, {
    ...always,
    path: ["organisationId"],
    error: "Select the organisation of somebody without an account",
  });
export type AddMember = z.output<typeof addMemberSchema>;

export const editMemberSchema = aForm({
  memberId: anId(),
  version: aVersion(),
  role: aChoice(memberRoles, "Select their role on the body"),
  post,
  ...term,
});
export type EditMember = z.output<typeof editMemberSchema>;

const startsAt = aTime({ name: "Start time" });
const place = aText({ name: "Place", enter: "Enter where it meets", max: 200 });
const link = anOptionalLink();

const isDay = (day: unknown): day is Day => typeof day === "string" && /^\d{4}-/.test(day);

/** The cycle of a body, for up to two years ahead (1.11). One day alone is called by giving it twice. */
export const callCycleSchema = aForm({
  bodyId: anId(),
  firstDay: aDay({ name: "Date of the first meeting", future: true }),
  untilDay: aDay({ name: "Date of the last meeting", future: true }),
  ...{ startsAt, place, link },
})
  .refine(
    ({ firstDay, untilDay }) => !isDay(firstDay) || !isDay(untilDay) || untilDay >= firstDay,
    {
      ...always,
      path: ["untilDay"],
      error: "Date of the last meeting must be the same as or after the first",
    },
  )
  .refine(
    ({ firstDay, untilDay }) =>
      !isDay(firstDay) || !isDay(untilDay) || untilDay <= addMonths(firstDay, longestCycle),
    {
      ...always,
      path: ["untilDay"],
      error: "Date of the last meeting must be within two years of the first",
    },
  );
export type CallCycle = z.output<typeof callCycleSchema>;

const ofMeeting = { meetingId: anId(), version: aVersion() };
const ofItem = { itemId: anId(), version: aVersion() };

export const changeBoardMeetingSchema = aForm({
  ...ofMeeting,
  heldDay: aDay({ name: "Date of the meeting", future: true }),
  ...{ startsAt, place, link },
});
export type ChangeBoardMeeting = z.output<typeof changeBoardMeetingSchema>;

export const cancelBoardMeetingSchema = aForm({
  ...ofMeeting,
  reason: reasons("Enter why the meeting is cancelled", 500),
});
export type CancelBoardMeeting = z.output<typeof cancelBoardMeetingSchema>;

export const fillBoardAgendaSchema = aForm({ meetingId: anId() });
export type FillBoardAgenda = z.output<typeof fillBoardAgendaSchema>;

const exempt = aYesNo("Select yes if this item is exempt from publication");

export const addBoardItemSchema = aForm({
  meetingId: anId(),
  kind: aChoice(addedItemKinds, "Select what kind of item this is"),
  title: aText({ name: "Item", enter: "Enter what the item is", max: 200 }),
  detail: anOptionalText({ name: "What is asked", max: 2000 }),
  exempt,
});
export type AddBoardItem = z.output<typeof addBoardItemSchema>;

export const moveBoardItemSchema = aForm({
  itemId: anId(),
  to: z.enum(["up", "down"], { error: "Select where to move it" }),
});
export type MoveBoardItem = z.output<typeof moveBoardItemSchema>;

export const takeOffBoardItemSchema = aForm({
  ...ofItem,
  reason: reasons("Enter why it is taken off", 500),
});
export type TakeOffBoardItem = z.output<typeof takeOffBoardItemSchema>;

/** A link, a text kept here, or a file that follows by a form of its own. What was typed for another is left out. */
export const addBoardPaperSchema = aForm({
  itemId: anId(),
  title: aText({ name: "Title", enter: "Enter the title of the paper", max: 200 }),
  marking: aChoice(paperMarkings, "Select how the paper is marked"),
  form: aChoice(paperForms, "Select what the paper is"),
  link,
  bodyText: anOptionalText({ name: "Text", max: 20_000 }),
})
  .refine((paper) => paper.form !== "link" || paper.link, {
    ...always,
    path: ["link"],
    error: "Enter the link to the paper",
  })
  .refine((paper) => paper.form !== "text" || paper.bodyText, {
    ...always,
    path: ["bodyText"],
    error: "Enter the text of the paper",
  });
export type AddBoardPaper = z.output<typeof addBoardPaperSchema>;

export const withdrawBoardPaperSchema = aForm({
  paperId: anId(),
  reason: reasons("Enter why the paper is withdrawn", 500),
});
export type WithdrawBoardPaper = z.output<typeof withdrawBoardPaperSchema>;

const note = anOptionalText({ name: "Discussion", max: 4000 });

/** What was said of an item, and what was decided, if anything was. */
export const minuteItemSchema = aForm({
  ...ofItem,
  note,
  decisionKind: anOptionalChoice(decisionKinds, "Select what kind of decision this is"),
  decision: anOptionalText({ name: "Decision", max: 2000 }),
  exempt,
}).refine(({ decisionKind, decision }) => !!decisionKind === !!decision, {
  ...always,
  path: ["decision"],
  error: "Enter the decision and select its kind, or leave both empty",
});
export type MinuteItem = z.output<typeof minuteItemSchema>;

export const addBoardActionSchema = aForm({
  itemId: anId(),
  text: aText({ name: "Action", enter: "Enter what has to be done", min: 10, max: 1000 }),
  ownerOrganisationId: anId("Select which organisation does it"),
  dueDay: aDay({ name: "Date to do it by", future: true }),
});
export type AddBoardAction = z.output<typeof addBoardActionSchema>;

/** Whoever is named in none of the lists was absent. */
export const takeBoardAttendanceSchema = aForm({
  ...ofMeeting,
  presentIds: someIds("Select who came", { max: 100 }),
  deputyIds: someIds("Select whose deputy came", { max: 100 }),
  apologyIds: someIds("Select who sent apologies", { max: 100 }),
});
export type TakeBoardAttendance = z.output<typeof takeBoardAttendanceSchema>;

export const approveBoardMinutesSchema = aForm({
  ...ofMeeting,
  approvedAtId: anId("Select the meeting that approved them"),
});
export type ApproveBoardMinutes = z.output<typeof approveBoardMinutesSchema>;

const addendum = aText({ name: "Addendum", enter: "Enter the addendum", min: 10, max: 2000 });
export const addMinutesAddendumSchema = aForm({ meetingId: anId(), text: addendum });
export type AddMinutesAddendum = z.output<typeof addMinutesAddendumSchema>;

export const publishDecisionSchema = aForm({ itemId: anId() });
export type PublishDecision = z.output<typeof publishDecisionSchema>;

export const unpublishDecisionSchema = aForm({
  itemId: anId(),
  reason: reasons("Enter why it is no longer public"),
});
export type UnpublishDecision = z.output<typeof unpublishDecisionSchema>;

const subjectKinds = ["action", "risk", "item"] as const;
export type SubjectKind = (typeof subjectKinds)[number];

/** 4.2: a question, what could be done, and what the body that asks would do. */
export const raiseEscalationSchema = aForm({
  about: z.enum(subjectKinds, { error: "Begin from an action, a risk or an item of a meeting" }),
  subjectId: anId(),
  fromBodyId: anId("Select which body asks"),
  toBodyId: anId("Select which body is asked"),
  question: aText({ name: "Question", enter: "Enter the question", min: 10, max: 1000 }),
  options: aText({ name: "Options", enter: "Enter what could be done", min: 10, max: 2000 }),
  recommendation: aText({
    name: "Recommendation",
    enter: "Enter what is recommended, and why",
    min: 10,
    max: 2000,
  }),
});
export type RaiseEscalation = z.output<typeof raiseEscalationSchema>;

/** The answer is the decision of the item that the question came as. */
export const answerEscalationSchema = aForm({
  ...ofItem,
  decisionKind: aChoice(decisionKinds, "Select what kind of answer this is"),
  answer: aText({ name: "Answer", enter: "Enter the answer", min: 10, max: 2000 }),
  answerReasons: aText({
    name: "Reasons",
    enter: "Enter the reasons for the answer",
    min: 10,
    max: 2000,
  }),
  exempt,
});
export type AnswerEscalation = z.output<typeof answerEscalationSchema>;

export const withdrawEscalationSchema = aForm({
  escalationId: anId(),
  version: aVersion(),
  reason: reasons("Enter why it is withdrawn"),
});
export type WithdrawEscalation = z.output<typeof withdrawEscalationSchema>;

export const addAnswerAddendumSchema = aForm({ escalationId: anId(), text: addendum });
export type AddAnswerAddendum = z.output<typeof addAnswerAddendumSchema>;

const subject = z.object({
  about: z.enum(subjectKinds).optional().catch(undefined),
  of: z.uuid().optional().catch(undefined),
  state: z
    .enum(Object.keys(escalationStates) as (keyof typeof escalationStates)[])
    .optional()
    .catch(undefined),
});
export type EscalationAddress = z.output<typeof subject>;

/** What the address of the escalations may ask for. Anything else in it asks for nothing. */
export const readEscalationAddress = (query: object): EscalationAddress => subject.parse(query);
