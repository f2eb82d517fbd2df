import { z } from "zod";

import { aForm } from "@/lib/schema";

export const signInSchema = aForm({
  email: z
    .string({ error: "Enter your email address" })
    .trim()
    .min(1, "Enter your email address")
    .max(254, "Email address must be 254 characters or fewer"),
  password: z
    .string({ error: "Enter your password" })
    .min(1, "Enter your password")
    .max(256, "Password must be 256 characters or fewer"),
  next: z
    .string({ error: "The address to go on to is not a text" })
    .max(500, "The address to go on to is too long")
    .optional(),
});
export type SignIn = z.output<typeof signInSchema>;

export const chooseHatSchema = aForm({
  hatId: z.uuid({ error: "Select which role you are working in" }),
});
export type ChooseHat = z.output<typeof chooseHatSchema>;
