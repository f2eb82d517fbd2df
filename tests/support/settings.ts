const secret = "a secret for tests, and long enough to pass";

/** What a test run sets in place of real secrets. */
export const testSettings = {
  AUTH_SECRET: secret,
  CASEBOOK_HASH_KEY: secret,
  CASEBOOK_KEYS: `1:${Buffer.alloc(32, 7).toString("base64")}`,
  CASEBOOK_MODE: "demonstration",
  APP_ORIGIN: "http://localhost:3000",
};
