import { describe, expect, test } from "vitest";

import { unsafeSettings } from "@/lib/env";

const production = {
  CASEBOOK_MODE: "production",
  DATABASE_URL: "postgresql://casebook_app@db.example/casebook",
  AUTH_SECRET: "mVhT0rPZ8qkX2bYc5nGfJ7wLs3dUa9eR1iHo",
  CASEBOOK_HASH_KEY: "Zt6KxQ4vBn8MpWc2LrYh5FsJd7Gg3Ta1UeXo",
  CASEBOOK_KEYS: "1:q8Zr1vXkT3mNw5yHb7JcPd9FgL2sQa4UeRt6YiOx0Kc=",
  APP_ORIGIN: "https://casebook.example",
};
const withKeys = (keys: string) => ({ ...production, CASEBOOK_KEYS: keys });

test("settings as they should be give no reason not to start", () => {
  expect(unsafeSettings(production)).toEqual([]);
  expect(unsafeSettings({ ...production, APP_ORIGIN: "http://localhost:3000" })).toEqual([]);
});

test("without a mode it is production", () => {
  const { CASEBOOK_MODE: _, ...silent } = production;

  expect(unsafeSettings({ ...silent, APP_ORIGIN: "http://casebook.example" })).toEqual([
    "APP_ORIGIN must begin with https: in production.",
  ]);
});

describe("each unsafe setting is named", () => {
  test.for<[setting: string, value: string | undefined, said: string]>([
    ["DATABASE_URL", undefined, "DATABASE_URL is not set."],
    ["DATABASE_URL", "", "DATABASE_URL is not set."],
    ["AUTH_SECRET", undefined, "AUTH_SECRET is not set."],
    ["AUTH_SECRET", "short", "AUTH_SECRET must have 32 characters or more."],
    ["AUTH_SECRET", "a".repeat(40), "AUTH_SECRET is too easy to guess: make it of random bytes."],
    ["AUTH_SECRET", production.CASEBOOK_HASH_KEY, "AUTH_SECRET and CASEBOOK_HASH_KEY must differ."],
    ["CASEBOOK_HASH_KEY", undefined, "CASEBOOK_HASH_KEY is not set."],
    ["CASEBOOK_KEYS", undefined, "CASEBOOK_KEYS is not set."],
    [
      "CASEBOOK_KEYS",
      "a secret",
      "CASEBOOK_KEYS must be 1:<32 bytes as base64>, and more after commas.",
    ],
    ["CASEBOOK_MODE", "test", "CASEBOOK_MODE must be production or demonstration."],
    ["APP_ORIGIN", undefined, "APP_ORIGIN must be the address people use."],
    ["APP_ORIGIN", "http://casebook.example", "APP_ORIGIN must begin with https: in production."],
    ["OIDC_ISSUER", "issuer", "OIDC_ISSUER must be the address of an issuer."],
    ["OIDC_TRUSTS_FACTOR", "perhaps", "OIDC_TRUSTS_FACTOR must be yes or no."],
    [
      "OIDC_CLIENT_ID",
      "casebook",
      "OIDC_ISSUER, OIDC_CLIENT_ID and OIDC_CLIENT_SECRET go together: set all three or none.",
    ],
    [
      "NODE_TLS_REJECT_UNAUTHORIZED",
      "0",
      "NODE_TLS_REJECT_UNAUTHORIZED must not be 0: it lets anybody pose as the database.",
    ],
  ])("%s = %s", ([setting, value, said]) => {
    expect(unsafeSettings({ ...production, [setting]: value })).toEqual([said]);
  });

  test("two keys under one number", () => {
    const [, key] = production.CASEBOOK_KEYS.split(":");

    expect(unsafeSettings(withKeys(`1:${key},1:${key}`))).toEqual([
      "CASEBOOK_KEYS has two keys with one number.",
    ]);
    expect(unsafeSettings(withKeys(`1:${key},2:${key}`))).toEqual([]);
  });

  test("a key of one byte over and over", () => {
    const key = Buffer.alloc(32, 7).toString("base64");

    expect(unsafeSettings(withKeys(`1:${key}`))).toEqual([
      "CASEBOOK_KEYS are too easy to guess: make them of random bytes.",
    ]);
  });

  test("everything at once, when nothing is set", () => {
    expect(unsafeSettings({})).toHaveLength(5);
  });
});

test("a demonstration may run without https", () => {
  const demonstration = {
    ...production,
    CASEBOOK_MODE: "demonstration",
    APP_ORIGIN: "http://demo.example",
  };

  expect(unsafeSettings(demonstration)).toEqual([]);
});
