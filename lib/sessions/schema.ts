import { z } from "zod";

export const signInSchema = z.strictObject({
  email: z
    .string({ error: "Enter your email address" })
    .trim()
    .min(1, "Enter your email address")
    .max(254, "Email address must be 254 characters or fewer"),
  password: z
    .string({ error: "Enter your password" })
    .min(1, "Enter your password")
    .max(256, "Password must be 256 characters or fewer"),
  next: z.string().max(500).optional(),
});
export type SignIn = z.output<typeof signInSchema>;

export const chooseHatSchema = z.strictObject({
  hatId: z.uuid({ error: "Select which role you are working in" }),
});
export type ChooseHat = z.output<typeof chooseHatSchema>;
