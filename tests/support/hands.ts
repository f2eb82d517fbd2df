import type { Page } from "@playwright/test";

import { expect, expectAccessible } from "./journey";
import { keyboardOf } from "./keyboard";

/** What a person does on a page, in their words: everything by keyboard, each page looked at once by axe. */
export function handsOn(page: Page) {
  const keyboard = keyboardOf(page);
  const labelled = (name: string, exact = true) => page.getByLabel(name, { exact });
  const group = (name: string) => page.getByRole("group", { name });
  return {
    page,
    keyboard,
    open: async (path: string) => {
      await page.goto(path);
      await expectAccessible(page);
    },
    write: (label: string, text: string) => keyboard.write(labelled(label), text),
    choose: (question: string, answer: string | RegExp) =>
      keyboard.choose(group(question).getByLabel(answer, { exact: true }).first()),
    tick: (question: string, answer: string | RegExp) =>
      keyboard.tick(group(question).getByLabel(answer, { exact: true }).first()),
    pick: (label: string, answer: string) => keyboard.pick(labelled(label), answer),
    /** Picks the option that contains the words. */
    pickStarting: async (label: string, words: string) => {
      const option = labelled(label).locator("option").filter({ hasText: words });
      await keyboard.pick(labelled(label), (await option.textContent()) ?? "");
    },
    date: (question: string, day: string) => keyboard.date(group(question), day),
    follow: async (name: string | RegExp) => {
      const main = page.getByRole("main");
      const link = main.getByRole("link", { name }).or(main.getByRole("button", { name }));
      await keyboard.press(link.first());
    },
    /** Sends a form that goes on somewhere when it worked. */
    send: async (name: string) => {
      const before = page.url();
      await keyboard.press(page.getByRole("button", { name, exact: true }));
      await page.waitForURL(({ href }) => href !== before, { timeout: 20_000 });
    },
    sees: (text: string | RegExp) => expect(page.getByText(text).first()).toBeVisible(),
    heading: (name: string | RegExp) =>
      expect(page.getByRole("heading", { level: 1, name })).toBeVisible(),
  };
}

export type Hands = ReturnType<typeof handsOn>;
