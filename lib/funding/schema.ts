import { z } from "zod";

import { aDay } from "@/lib/dates";
import { entryKinds, fundingDoneLabels, postStates, sourceLabels } from "@/lib/funding/labels";
import { anAmount } from "@/lib/money/schema";
import { aChoice, aCoverage, aForm, always, anId, aVersion, someIds } from "@/lib/schema";
import { anOptionalTextAboutNobody, aTextAboutNobody } from "@/lib/words/schema";

const aNote = anOptionalTextAboutNobody({ name: "Note", max: 1000 });

/** A line begins with its budget, which is its first entry. */
export const addLineSchema = aForm({
  covers: aCoverage(),
  name: aTextAboutNobody({ name: "Name", enter: "Enter the name of the line", max: 150 }),
  source: aChoice(sourceLabels, "Select where the money comes from"),
  yearDay: z.string({ error: "Select the financial year" }).regex(/^20\d\d-04-01$/, {
    error: "Select the financial year",
  }),
  budget: anAmount({ name: "Budget" }),
  note: aNote,
});
export type AddLine = z.output<typeof addLineSchema>;

/** What it is called and what it is for. Its money is the ledger's. */
export const editLineSchema = aForm({
  lineId: anId(),
  version: aVersion(),
  name: aTextAboutNobody({ name: "Name", enter: "Enter the name of the line", max: 150 }),
  note: aNote,
});
export type EditLine = z.output<typeof editLineSchema>;

type Target = { kind?: unknown; target?: unknown };
/** A budget is the line's; what is allocated is allocated to something. */
const fitsItsKind = ({ kind, target }: Target) =>
  (kind !== "budget" || target === "line") && (kind !== "allocated" || target !== "line");

/** "line", or a project or post by its key. */
const aTarget = z.union([z.literal("line"), anId("Select what it is for")], {
  error: "Select what it is for",
});

export const addEntrySchema = aForm({
  lineId: anId(),
  kind: aChoice(entryKinds, "Select what kind of entry it is"),
  target: aTarget,
  amount: anAmount({ name: "Amount", mayBeLess: true }),
  enteredDay: aDay({ name: "Date", past: true }),
  words: aTextAboutNobody({ name: "Description", enter: "Enter what it is for", min: 3, max: 300 }),
}).refine(fitsItsKind, {
  ...always,
  path: ["target"],
  error: "A budget is of the line itself, and an allocation is for a project or a post",
});
export type AddEntry = z.output<typeof addEntrySchema>;

export const correctEntrySchema = aForm({
  entryId: anId(),
  reasons: aTextAboutNobody({ name: "Reason", enter: "Enter what was wrong", min: 10, max: 300 }),
});
export type CorrectEntry = z.output<typeof correctEntrySchema>;

const post = {
  title: aTextAboutNobody({
    name: "Post",
    enter: "Enter the post, and not who holds it",
    max: 150,
  }),
  state: aChoice(postStates, "Select whether it is filled, planned or vacant"),
  fromDay: aDay({ name: "First day" }),
  toDay: aDay({ name: "Last day", optional: true }),
  cost: anAmount({ name: "Cost for the year" }),
  note: aNote,
};
type Days = { fromDay?: unknown; toDay?: unknown };
const endsLater = ({ fromDay, toDay }: Days) =>
  typeof fromDay !== "string" || typeof toDay !== "string" || toDay > fromDay;
const endsBefore = { ...always, path: ["toDay"], error: "Last day must be after the first day" };

export const addPostSchema = aForm({ lineId: anId(), ...post }).refine(endsLater, endsBefore);
export type AddPost = z.output<typeof addPostSchema>;

export const editPostSchema = aForm({ postId: anId(), version: aVersion(), ...post }).refine(
  endsLater,
  endsBefore,
);
export type EditPost = z.output<typeof editPostSchema>;

export const addClaimSchema = aForm({
  lineId: anId(),
  title: aTextAboutNobody({ name: "Claim", enter: "Enter what the claim is for", max: 150 }),
  dueDay: aDay({ name: "Date it is due", future: true }),
  amount: anAmount({ name: "Amount" }),
});
export type AddClaim = z.output<typeof addClaimSchema>;

const onClaim = { claimId: anId(), version: aVersion() };
export const makeClaimSchema = aForm({
  ...onClaim,
  madeDay: aDay({ name: "Date it was made", past: true }),
  amount: anAmount({ name: "Amount claimed" }),
});
export type MakeClaim = z.output<typeof makeClaimSchema>;

export const payClaimSchema = aForm({
  ...onClaim,
  paidDay: aDay({ name: "Date it was paid", past: true }),
  amount: anAmount({ name: "Amount paid" }),
});
export type PayClaim = z.output<typeof payClaimSchema>;

/** Which lines pay for an action: those that are ticked, and no others. */
export const fundActionSchema = aForm({
  actionId: anId(),
  lineIds: someIds("Select the lines that pay for it", { max: 50 }),
});
export type FundAction = z.output<typeof fundActionSchema>;

const fundingAddress = z.object({
  year: z
    .string()
    .regex(/^20\d\d-04-01$/)
    .optional()
    .catch(undefined),
  done: z
    .enum(Object.keys(fundingDoneLabels) as (keyof typeof fundingDoneLabels)[])
    .optional()
    .catch(undefined),
});
export const readFundingAddress = (query: object) => fundingAddress.parse(query);
