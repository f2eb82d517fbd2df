import { z } from "zod";

const secret = (name: string) =>
  z.string({ error: `${name} is not set` }).min(32, `${name} must have 32 characters or more`);

const schema = z.object({
  DATABASE_URL: z.string({ error: "DATABASE_URL is not set" }).min(1),
  AUTH_SECRET: secret("AUTH_SECRET"),
  /** Wraps the key of each case: "1:<32 bytes as base64>", newest last, separated by commas. */
  CASEBOOK_KEYS: z
    .string({ error: "CASEBOOK_KEYS is not set" })
    .regex(
      /^\d+:[A-Za-z0-9+/=]{44}(,\d+:[A-Za-z0-9+/=]{44})*$/,
      "CASEBOOK_KEYS has the wrong shape",
    ),
  /** Makes the hashes on the log, from which no id can be read back. */
  CASEBOOK_HASH_KEY: secret("CASEBOOK_HASH_KEY"),
  CASEBOOK_MODE: z.enum(["demonstration", "production"]).default("production"),
  APP_ORIGIN: z.url({ error: "APP_ORIGIN must be the address people use" }),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("Prevent Casebook <no-reply@localhost>"),
  CLAMD: z.string().optional(),
  AUDIT_COPY: z.string().optional(),
  OIDC_ISSUER: z.string().optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
});

export type Env = z.output<typeof schema>;

let read: Env | undefined;

/** The settings, read once. Throws a sentence for each one that is missing or unsafe. */
export function env(): Env {
  if (read) return read;
  const parsed = schema.safeParse(process.env);
  if (!parsed.success) {
    throw new Error(
      `Not safe to start: ${parsed.error.issues.map(({ message }) => message).join("; ")}`,
    );
  }
  read = parsed.data;
  return read;
}

export const isDemonstration = (): boolean => process.env.CASEBOOK_MODE === "demonstration";
