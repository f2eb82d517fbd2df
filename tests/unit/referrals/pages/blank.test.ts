import { expect, test } from "vitest";

import { blankForm, questionsOf } from "@/lib/referrals/pages/rules";
import { pageKeys, referralPages } from "@/lib/referrals/schema";

test("RF-10 the blank form asks what the form asks, page by page, with the same choices", () => {
  const pages = blankForm();

  expect(pages.map(({ page }) => page)).toEqual(
    pageKeys.filter((page) => page !== "call" && page !== "declaration"),
  );
  for (const { page, title, questions } of pages) {
    expect(title).toBe(referralPages[page].title);
    expect(questions.map(({ text }) => text)).toEqual(
      Object.values(questionsOf[page]).map(({ text }) => text),
    );
  }
  const told = pages.flatMap(({ questions }) => questions).find(({ name }) => name === "told");
  expect(told?.options).toHaveLength(3);
});

test("RF-10 nothing of anybody is on the blank form", () => {
  const options = blankForm().flatMap(({ questions }) => questions.map((one) => one.options));

  expect(JSON.stringify(blankForm())).not.toMatch(/undefined|null/);
  expect(options.some((some) => some.length > 0)).toBe(true);
});
