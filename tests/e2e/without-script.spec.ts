import type { Page } from "@playwright/test";

import { wholeReferral } from "@/tests/support/answers";
import { aReadyArea } from "@/tests/support/factories";
import { expect, test } from "@/tests/support/journey";
import { owner } from "@/tests/support/owner";

test.use({ javaScriptEnabled: false });

type Answer = string | readonly string[];

/** Types an answer where the page asks for it, whatever kind of field that is. */
async function answer(page: Page, name: string, typed: Answer) {
  if (typed === "" || typed.length === 0) return;
  const [day, month, year] = String(typed).split("/");
  if (year) {
    await page.locator(`[name="${name}-day"]`).fill(day ?? "");
    await page.locator(`[name="${name}-month"]`).fill(month ?? "");
    await page.locator(`[name="${name}-year"]`).fill(year);
    return;
  }
  const named = `:is([name="${name}"], [name="${name}[]"])`;
  const fields = page.locator(`${named}:not([type="hidden"])`);
  const kind = await fields
    .first()
    .evaluate((field) => (field instanceof HTMLInputElement ? field.type : field.tagName));
  if (kind === "SELECT") await fields.selectOption(String(typed));
  else if (kind === "radio" || kind === "checkbox")
    for (const value of [typed].flat()) await page.locator(`${named}[value="${value}"]`).check();
  else await fields.fill(String(typed));
}

/** Presses a button, and is on another page. */
async function press(page: Page, name: string) {
  const before = page.url();
  await page.getByRole("button", { name, exact: true }).click();
  await page.waitForURL(({ href }) => href !== before);
}

test("somebody fills in and sends a whole referral (RF-01, RF-07)", async ({ page, signIn }) => {
  test.setTimeout(240_000);
  const { name: localAuthority, areaId, referrer } = await aReadyArea();
  const contact = { ...wholeReferral["person-contact"], localAuthority };
  const answers: Record<string, Record<string, Answer>> = {
    ...wholeReferral,
    "person-contact": contact,
  };
  await signIn(referrer);
  await page.goto("/referrals/new");
  await press(page, "Start");

  const asked: string[] = [];
  while (!page.url().endsWith("/check")) {
    const key = new URL(page.url()).pathname.split("/").at(-1) ?? "";
    expect(asked).not.toContain(key); // it goes on, and never in a circle
    asked.push(key);
    for (const [field, typed] of Object.entries(answers[key] ?? {}))
      await answer(page, field, typed);
    await press(page, "Save and continue");
  }
  expect(asked).toEqual(Object.keys(wholeReferral));

  await page.getByLabel("I confirm this").check();
  await press(page, "Send this referral");

  await expect(page).toHaveURL(/\/referrals\/R-\d{4}-\d+\/sent$/);
  const [sent] = await owner.referralText.findMany({ where: { areaId } });
  expect(sent?.answers).toMatchObject({
    whatHappened: wholeReferral.concern.whatHappened.trim(),
    needsKnown: ["bullying"],
    told: "yes",
  });
});
