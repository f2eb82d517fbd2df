import { z } from "zod";

import { publicationDoneLabels } from "@/lib/plans/publication/labels";
import { whyNotPublic } from "@/lib/publication/rules";
import { aForm, anId, aText, reload } from "@/lib/schema";

const uuid = z.uuid();
const longest = 1000;
const mostLines = 200;

export type PublicLines = {
  themeId: string;
  lines: { actionId: string | null; text: string | null }[];
};

/** "theme", and "action-<id>" for as many actions as there are. What is left empty is left out. */
export const setPublicLinesSchema = z
  .record(z.string(), z.unknown(), { error: reload })
  .transform((values, ctx): PublicLines => {
    const refuse = (path: string, message: string) =>
      ctx.addIssue({ code: "custom", path: [path], message });
    const { themeId, ...fields } = values;
    if (!uuid.safeParse(themeId).success) refuse("form", reload);
    if (Object.keys(fields).length > mostLines) refuse("form", reload);
    const lines: PublicLines["lines"] = [];
    for (const [field, value] of Object.entries(fields)) {
      const actionId = field === "theme" ? null : field.replace(/^action-/, "");
      const isKnown = actionId === null || (field !== actionId && uuid.safeParse(actionId).success);
      if (!isKnown || typeof value !== "string") {
        refuse("form", reload);
        continue;
      }
      const text = value.trim();
      const why = whyNotPublic(text);
      if (text.length > longest) refuse(field, "Public text must be 1,000 characters or fewer");
      else if (why) refuse(field, `Public text ${why}`);
      else lines.push({ actionId, text: text || null });
    }
    return { themeId: String(themeId), lines };
  });

const aPublicText = (name: string, enter: string, max: number) =>
  aText({ name, enter, min: 10, max }).superRefine((text, ctx) => {
    const why = whyNotPublic(text);
    if (why) ctx.addIssue({ code: "custom", message: `${name} ${why}` });
  });

export const publishPlanSchema = aForm({
  planId: anId(),
  introduction: aPublicText(
    "Introduction",
    "Enter what the plan is, for somebody who knows nothing of it",
    4000,
  ),
  contact: aPublicText("Contact", "Enter where people can ask about the plan", 500),
});
export type PublishPlan = z.output<typeof publishPlanSchema>;

export const withdrawPlanSchema = aForm({
  planId: anId(),
  reasons: aText({ name: "Reasons", enter: "Enter why it is withdrawn", min: 10, max: 2000 }),
});
export type WithdrawPlan = z.output<typeof withdrawPlanSchema>;

const address = z.object({
  plan: uuid.optional().catch(undefined),
  done: z
    .enum(Object.keys(publicationDoneLabels) as (keyof typeof publicationDoneLabels)[])
    .optional()
    .catch(undefined),
});
export const readPublicationAddress = (query: object): z.output<typeof address> =>
  address.parse(query);
