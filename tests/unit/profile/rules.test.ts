import { expect, test } from "vitest";

import {
  assertCanBeDeclined,
  assertIsCurrent,
  assertMayBeBriefed,
  assertNotDeclined,
  recommendationState,
} from "@/lib/profile/rules";
import * as schemas from "@/lib/profile/schema";

const id = "0190c3a0-0000-7000-8000-000000000000";
const words = "It is said here in as many words as the form asks for, and a few more besides.";
const summary = { editionId: id, body: words, isOwnWords: "yes" };

test("a summary says that it is in our own words, and names nobody (CT-01, CT-04)", () => {
  const refused = (change: object) =>
    schemas.writeSummarySchema
      .safeParse({ ...summary, ...change })
      .error?.issues.map(({ path }) => path[0]);

  expect(refused({})).toBeUndefined();
  expect(refused({ isOwnWords: undefined })).toEqual(["isOwnWords"]);
  expect(refused({ body: `${words} Mr Fenwick agreed.` })).toEqual(["body"]);
});

test("no form of the register takes a file or a copy of the profile (CT-01)", () => {
  const { error } = schemas.writeSummarySchema.safeParse({ ...summary, file: "profile.pdf" });

  expect(error?.issues).toMatchObject([{ code: "unrecognized_keys", keys: ["file"] }]);
});

const waits = { declinedDay: null, actions: [] };

test.for([
  ["it waits", waits, "open"],
  ["an action answers it", { ...waits, actions: [{}] }, "in_plan"],
  ["it is said why not", { ...waits, declinedDay: "2026-03-02" }, "declined"],
] as const)("a recommendation stands as follows when %s (CT-02)", ([, given, state]) => {
  expect(recommendationState(given)).toBe(state);
});

test("what is in the plan is not declined, and what was declined is in no plan (CT-02)", () => {
  expect(() => assertCanBeDeclined(waits)).not.toThrow();
  expect(() => assertCanBeDeclined({ ...waits, actions: [{}] })).toThrow("CT-02");
  expect(() => assertNotDeclined(waits)).not.toThrow();
  expect(() => assertNotDeclined({ ...waits, declinedDay: "2026-03-02" })).toThrow("CT-02");
});

test("nobody is briefed before the access list was reviewed for the edition (CT-03)", () => {
  expect(() => assertMayBeBriefed({ accessReviewedAt: new Date() })).not.toThrow();
  expect(() => assertMayBeBriefed({ accessReviewedAt: null })).toThrow("CT-03");
});

test("an edition that was superseded stays as it was (CT-01)", () => {
  expect(() => assertIsCurrent({ status: "current" })).not.toThrow();
  expect(() => assertIsCurrent({ status: "superseded" })).toThrow("superseded");
});
