import type { Locator, Page } from "@playwright/test";
import { expect } from "@playwright/test";

/** More stops than any page has. */
const most = 400;

/**
 * Somebody who has a keyboard and no mouse. They reach a thing by pressing Tab until it has the focus,
 * as often as that takes, and never by asking the page to put it there.
 */
export function keyboardOf(page: Page) {
  const isFocused = (wanted: Locator) =>
    wanted.evaluate((element) => element === document.activeElement);

  async function reach(wanted: Locator) {
    await expect(wanted).toBeVisible();
    for (let stops = 0; stops < most; stops++) {
      if (await isFocused(wanted)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`The keyboard did not reach ${wanted}`);
  }

  /** A radio button: Tab finds its group, the arrow keys find the answer. */
  async function choose(wanted: Locator) {
    await expect(wanted).toBeVisible();
    const name = await wanted.getAttribute("name");
    const isInGroup = () =>
      page.evaluate((group) => document.activeElement?.getAttribute("name") === group, name);
    for (let stops = 0; stops < most && !(await isInGroup()); stops++)
      await page.keyboard.press("Tab");
    for (let steps = 0; steps < 60 && !(await isFocused(wanted)); steps++)
      await page.keyboard.press("ArrowDown");
    if (!(await wanted.isChecked())) await page.keyboard.press("Space");
    await expect(wanted).toBeChecked();
  }

  async function write(wanted: Locator, text: string) {
    await reach(wanted);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(text);
  }

  return {
    /** Follows a link or presses a button. */
    press: async (wanted: Locator) => {
      await reach(wanted);
      await page.keyboard.press("Enter");
    },
    tick: async (wanted: Locator) => {
      await reach(wanted);
      await page.keyboard.press("Space");
      await expect(wanted).toBeChecked();
    },
    choose,
    write,
    /** Picks from a list by typing its first letters, as a select answers to. */
    pick: async (wanted: Locator, label: string) => {
      await reach(wanted);
      await page.keyboard.type(label, { delay: 5 });
      await expect(wanted.locator("option:checked")).toHaveText(label);
    },
    /** The three boxes of a day. */
    date: async (group: Locator, day: string) => {
      const [year = "", month = "", date = ""] = day.split("-");
      await write(group.getByLabel("Day"), String(Number(date)));
      await write(group.getByLabel("Month"), String(Number(month)));
      await write(group.getByLabel("Year"), year);
    },
  };
}
