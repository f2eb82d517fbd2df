import { z } from "zod";

import { aForm } from "@/lib/schema";

const sixDigits = "Enter the 6 digits that your app shows";

/** Six digits, in whatever groups somebody types them. */
const aCode = z
  .string({ error: sixDigits })
  .trim()
  .max(20, sixDigits)
  .transform((typed) => typed.replace(/\s/g, ""))
  .refine((typed) => /^\d{6}$/.test(typed), sixDigits);

const next = z
  .string({ error: "The address to go on to is not a text" })
  .max(500, "The address to go on to is too long")
  .optional();

export const codeSchema = aForm({ code: aCode, next });
export type Code = z.output<typeof codeSchema>;

const enter = "Enter one of your recovery codes";

export const recoveryCodeSchema = aForm({
  recoveryCode: z.string({ error: enter }).trim().min(1, enter).max(40, enter),
  next,
});
