import { createHash } from "node:crypto";

const secret = (about: string) => createHash("sha256").update(about).digest("base64");

/** What a test run sets in place of real secrets: as good as those, so that production would start with them. */
export const testSettings = {
  AUTH_SECRET: secret("the cookie of a test"),
  CASEBOOK_HASH_KEY: secret("the log of a test"),
  CASEBOOK_KEYS: `1:${secret("the cases of a test")}`,
  CASEBOOK_MODE: "demonstration",
  APP_ORIGIN: "http://localhost:3000",
};
