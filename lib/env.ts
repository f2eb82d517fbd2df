import { z } from "zod";

const secret = (name: string) =>
  z.string({ error: `${name} is not set` }).min(32, `${name} must have 32 characters or more`);

const shape = z.object({
  DATABASE_URL: z.string({ error: "DATABASE_URL is not set" }).min(1, "DATABASE_URL is not set"),
  AUTH_SECRET: secret("AUTH_SECRET"),
  /** Wraps the key of each case: "1:<32 bytes as base64>", newest last, separated by commas. */
  CASEBOOK_KEYS: z
    .string({ error: "CASEBOOK_KEYS is not set" })
    .regex(
      /^\d+:[A-Za-z0-9+/]{43}=(,\d+:[A-Za-z0-9+/]{43}=)*$/,
      "CASEBOOK_KEYS must be 1:<32 bytes as base64>, and more after commas",
    ),
  /** Makes the hashes on the log, from which no id can be read back. */
  CASEBOOK_HASH_KEY: secret("CASEBOOK_HASH_KEY"),
  CASEBOOK_MODE: z
    .enum(["demonstration", "production"], {
      error: "CASEBOOK_MODE must be production or demonstration",
    })
    .default("production"),
  APP_ORIGIN: z.url({ error: "APP_ORIGIN must be the address people use" }),
  SMTP_URL: z.string().optional(),
  MAIL_FROM: z.string().default("Prevent Casebook <no-reply@localhost>"),
  CLAMD: z.string().optional(),
  AUDIT_COPY: z.string().optional(),
  OIDC_ISSUER: z.url({ error: "OIDC_ISSUER must be the address of an issuer" }).optional(),
  OIDC_CLIENT_ID: z.string().optional(),
  OIDC_CLIENT_SECRET: z.string().optional(),
  /** "yes" when the issuer lets nobody in without a second factor, and does not say so each time. */
  OIDC_TRUSTS_FACTOR: z
    .enum(["yes", "no"], { error: "OIDC_TRUSTS_FACTOR must be yes or no" })
    .default("no"),
});

export type Env = z.output<typeof shape>;

const here = /^(localhost|127\.0\.0\.1|\[::1\])$/;
const isPlain = (address: string): boolean => {
  const { protocol, hostname } = new URL(address);
  return protocol === "http:" && !here.test(hostname);
};
const isMonotonous = (text: string): boolean => new Set(text).size < 10;

/** What no single setting shows: how they go together, and what production does not bear. */
function dangers(settings: Env): string[] {
  const { APP_ORIGIN, AUTH_SECRET, CASEBOOK_HASH_KEY, CASEBOOK_KEYS, OIDC_ISSUER } = settings;
  const isProduction = settings.CASEBOOK_MODE === "production";
  const oidc = [OIDC_ISSUER, settings.OIDC_CLIENT_ID, settings.OIDC_CLIENT_SECRET];
  const versions = CASEBOOK_KEYS.split(",").map((part) => part.split(":")[0]);
  const keys = CASEBOOK_KEYS.split(",").map((part) => part.split(":")[1] ?? "");
  const found: [isUnsafe: boolean, sentence: string][] = [
    [
      new URL(APP_ORIGIN).origin !== APP_ORIGIN,
      "APP_ORIGIN must be an origin alone, without a path or a final slash",
    ],
    [new Set(versions).size < versions.length, "CASEBOOK_KEYS has two keys with one number"],
    [
      oidc.some(Boolean) && !oidc.every(Boolean),
      "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three or none",
    ],
    [isProduction && isPlain(APP_ORIGIN), "APP_ORIGIN must begin with https: in production"],
    [
      isProduction && !!OIDC_ISSUER && isPlain(OIDC_ISSUER),
      "OIDC_ISSUER must begin with https: in production",
    ],
    [
      isProduction && AUTH_SECRET === CASEBOOK_HASH_KEY,
      "AUTH_SECRET and CASEBOOK_HASH_KEY must differ",
    ],
    [
      isProduction && isMonotonous(AUTH_SECRET),
      "AUTH_SECRET is too easy to guess: make it of random bytes",
    ],
    [
      isProduction && isMonotonous(CASEBOOK_HASH_KEY),
      "CASEBOOK_HASH_KEY is too easy to guess: make it of random bytes",
    ],
    [
      isProduction && keys.some(isMonotonous),
      "CASEBOOK_KEYS are too easy to guess: make them of random bytes",
    ],
  ];
  return found.filter(([isUnsafe]) => isUnsafe).map(([, sentence]) => sentence);
}

type Settings = Readonly<Record<string, string | undefined>>;

/** Why these settings are not safe to start with: a sentence each, or none at all. */
export function unsafeSettings(settings: Settings): string[] {
  const parsed = shape.safeParse(settings);
  const found = parsed.success
    ? dangers(parsed.data)
    : parsed.error.issues.map(({ message }) => message);
  if (settings.NODE_TLS_REJECT_UNAUTHORIZED === "0")
    found.push("NODE_TLS_REJECT_UNAUTHORIZED must not be 0: it lets anybody pose as the database");
  return found.map((sentence) => `${sentence}.`);
}

let read: Env | undefined;

/** The settings, read once. Throws a sentence for each one that is missing or unsafe. */
export function env(): Env {
  if (read) return read;
  const reasons = unsafeSettings(process.env);
  if (reasons.length > 0) throw new Error(`Not safe to start. ${reasons.join(" ")}`);
  read = shape.parse(process.env);
  return read;
}

export const isDemonstration = (): boolean => process.env.CASEBOOK_MODE === "demonstration";
