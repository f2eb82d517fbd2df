import { z } from "zod";

import { aDay } from "@/lib/dates";
import {
  changedPartLabels,
  consultationDoneLabels,
  enteredSourceLabels,
} from "@/lib/plans/consultation/labels";
import { aChoice, aForm, always, anId, aText, aVersion, someIds } from "@/lib/schema";

const mostBodies = 20;

/** One name to a line. */
const someBodies = z
  .string({ error: "Enter who is asked, one to a line" })
  .max(2_000, "Who is asked must be 2,000 characters or fewer")
  .nullish()
  .transform((text) => [
    ...new Set(
      (text ?? "")
        .split("\n")
        .map((line) => line.trim())
        .filter(Boolean),
    ),
  ])
  .refine((bodies) => bodies.length <= mostBodies, `Enter ${mostBodies} lines or fewer`)
  .refine(
    (bodies) => bodies.every((body) => body.length <= 200),
    "Each line must be 200 characters or fewer",
  );

export const openRoundSchema = aForm({
  planId: anId(),
  question: aText({
    name: "What you ask",
    enter: "Enter what you ask them about the draft",
    min: 20,
    max: 2000,
  }),
  closesDay: aDay({ name: "Last day for comments", future: true }),
  organisationIds: someIds("Select the organisations who are asked"),
  bodies: someBodies,
}).refine(
  ({ organisationIds, bodies }) => (organisationIds ?? []).length + (bodies ?? []).length > 0,
  {
    ...always,
    path: ["organisationIds"],
    error: "Select at least one organisation, or enter somebody outside",
  },
);
export type OpenRound = z.output<typeof openRoundSchema>;

export const closeRoundSchema = aForm({ roundId: anId() });
export type CloseRound = z.output<typeof closeRoundSchema>;

const uuid = z.uuid();

/** "plan", "theme-<id>" or "action-<id>". */
const aLine = z
  .string({ error: "Select the line that the comment is about" })
  .transform((value, ctx) => {
    const [about = "", ...rest] = value.split("-");
    const id = rest.join("-");
    if (value === "plan") return { about: "plan" as const, id: null };
    if ((about === "theme" || about === "action") && uuid.safeParse(id).success)
      return { about, id } as const;
    ctx.addIssue({ code: "custom", message: "Select the line that the comment is about" });
    return z.NEVER;
  });

const comment = {
  roundId: anId(),
  line: aLine,
  text: aText({ name: "Comment", enter: "Enter the comment", min: 10, max: 4000 }),
};

export const makeCommentSchema = aForm(comment);
export type MakeComment = z.output<typeof makeCommentSchema>;

export const enterCommentSchema = aForm({
  ...comment,
  sourceKind: aChoice(enteredSourceLabels, "Select where the comment comes from"),
  sourceTitle: aText({
    name: "Name of the source",
    enter: "Enter what it was, like “Letter from the regional office”",
    max: 200,
  }),
  saidDay: aDay({ name: "Day of the source", past: true }),
});
export type EnterComment = z.output<typeof enterCommentSchema>;

const answered = {
  commentId: anId(),
  version: aVersion(),
  reason: aText({
    name: "Reason",
    enter: "Enter the reason, for those who made the comment",
    min: 20,
    max: 2000,
  }),
};
const changed = {
  ...answered,
  changedPart: aChoice(changedPartLabels, "Select what was changed"),
  after: aText({ name: "The words", enter: "Enter the words as they are to be", max: 1000 }),
};

/** What is accepted says what it changes: the words as they are to be, or in words what else. */
export const settleCommentSchema = z.discriminatedUnion(
  "disposition",
  [
    aForm({ ...changed, disposition: z.literal("accepted") }),
    aForm({ ...changed, disposition: z.literal("partly") }),
    aForm({ ...answered, disposition: z.literal("not_accepted") }),
  ],
  "Select what becomes of the comment",
);
export type SettleComment = z.output<typeof settleCommentSchema>;

const address = z.object({
  plan: uuid.optional().catch(undefined),
  action: uuid.optional().catch(undefined),
  done: z
    .enum(Object.keys(consultationDoneLabels) as (keyof typeof consultationDoneLabels)[])
    .optional()
    .catch(undefined),
});

/** What the address of these pages may ask for. Anything else in it asks for nothing. */
export const readConsultationAddress = (query: object): z.output<typeof address> =>
  address.parse(query);
