import { expect, test } from "vitest";

import { coveredIdeologyLabels } from "@/lib/risks/labels";
import {
  assertCanBeAgreed,
  assertRiskIsOpen,
  bandOf,
  contradicts,
  coverageOf,
  heatMap,
  isSoonEnough,
  scoreAt,
  whereControlsAdd,
} from "@/lib/risks/rules";
import { addRiskSchema } from "@/lib/risks/schema";

const scores = {
  ...{ inherentLikelihood: 4, inherentImpact: 5 },
  ...{ residualLikelihood: 2, residualImpact: 5 },
};

test.for([
  [1, "low"],
  [4, "low"],
  [5, "medium"],
  [9, "medium"],
  [10, "high"],
  [15, "high"],
  [16, "very_high"],
  [25, "very_high"],
] as const)("likelihood times impact of %i is %s (8.4)", ([product, band]) => {
  expect(bandOf(product)).toBe(band);
});

test("a risk is scored before controls and after them (8.4)", () => {
  expect(scoreAt(scores, "inherent")).toMatchObject({ product: 20, band: "very_high" });
  expect(scoreAt(scores, "residual")).toMatchObject({ product: 10, band: "high" });
});

test.for([
  ["better", { ...scores }, []],
  ["no better", { ...scores, residualLikelihood: 4 }, []],
  ["likelier", { ...scores, residualLikelihood: 5 }, ["residualLikelihood"]],
  ["worse", { ...scores, inherentImpact: 3, residualImpact: 4 }, ["residualImpact"]],
] as const)("controls may leave things %s, or are refused", ([, given, refused]) => {
  expect(Object.keys(whereControlsAdd(given))).toEqual(refused);
});

test("the map has 25 places, and each scored entry stands in one of them", () => {
  const map = heatMap([{ scores }, { scores: null }], "residual");

  const places = map.flatMap(({ likelihood, places: across }) =>
    across.map(({ impact, risks }) => ({ likelihood, impact, count: risks.length })),
  );
  expect(places).toHaveLength(25);
  expect(places.filter(({ count }) => count > 0)).toEqual([{ likelihood: 2, impact: 5, count: 1 }]);
  expect(map[0]?.likelihood).toBe(5);
  expect(map[0]?.places[0]?.impact).toBe(1);
});

const entry = { ideology: "islamist", finding: "risk", status: "agreed" } as const;

test("every ideology has an entry, or the page says that it has none (8.4)", () => {
  const missing = (...entries: Parameters<typeof coverageOf>[0][number][]) =>
    coverageOf(entries)
      .filter(({ isMissing }) => isMissing)
      .map(({ ideology }) => ideology);

  expect(missing()).toEqual(Object.keys(coveredIdeologyLabels));
  expect(missing(entry)).not.toContain("islamist");
  expect(missing({ ...entry, finding: "no_evidence" })).not.toContain("islamist");
  expect(missing({ ...entry, status: "closed" })).toContain("islamist");
  expect(missing({ ...entry, ideology: "none" })).toHaveLength(7);
});

test("no register says of one ideology both that there is a risk and that there is no evidence", () => {
  expect(contradicts("no_evidence", "islamist", [entry])).toBe(true);
  expect(contradicts("risk", "islamist", [{ ...entry, finding: "no_evidence" }])).toBe(true);
  expect(contradicts("risk", "islamist", [entry])).toBe(false);
  expect(contradicts("no_evidence", "mixed", [entry])).toBe(false);
  expect(contradicts("no_evidence", "islamist", [{ ...entry, status: "closed" }])).toBe(false);
});

test("the next review is within a year", () => {
  expect(isSoonEnough("2027-03-02", "2026-03-02")).toBe(true);
  expect(isSoonEnough("2027-03-03", "2026-03-02")).toBe(false);
});

test.for([
  ["proposed", true, true],
  ["agreed", true, false],
  ["closed", false, false],
] as const)("an entry that is %s may be changed: %s, and agreed: %s", ([status, open, agree]) => {
  const isOpen = expect(() => assertRiskIsOpen({ status }));
  const canBeAgreed = expect(() => assertCanBeAgreed({ status }));

  if (open) isOpen.not.toThrow();
  else isOpen.toThrow("This entry is closed");
  if (agree) canBeAgreed.not.toThrow();
  else canBeAgreed.toThrow();
});

const words = "It is said here in as many words as the form asks for.";
const form = {
  ...{ finding: "no_evidence", description: words, strand: "prevent", workstream: "prevent" },
  ...{ ideology: "islamist", sourceType: "national", evidence: words, proportionality: words },
  ...{ mentionsCommunity: "no", communityEvidence: "", ownerRole: "Head", covers: "area" },
  ownerOrganisationId: "0190c3a0-0000-7000-8000-000000000000",
  reviewDay: "1/1/2199",
};
const refused = (change: object) => {
  const { error } = addRiskSchema.safeParse({ ...form, ...change });
  return error?.issues.map(({ path }) => path.join("."));
};

test("that there is no evidence is an answer of its own, and is not scored (8.4, 4.4)", () => {
  expect(refused({})).toBeUndefined();
  expect(refused({ inherentLikelihood: "3" })).toEqual([""]);
  expect(refused({ ideology: "none" })).toEqual(["ideology"]);
});

test("whoever mentions a community says on what evidence, and everybody says why it is proportionate (8.4, 4.4)", () => {
  expect(refused({ mentionsCommunity: "yes" })).toEqual(["communityEvidence"]);
  expect(refused({ mentionsCommunity: "yes", communityEvidence: words })).toBeUndefined();
  expect(refused({ mentionsCommunity: undefined })).toEqual(["mentionsCommunity"]);
  expect(refused({ proportionality: "" })).toEqual(["proportionality"]);
});
