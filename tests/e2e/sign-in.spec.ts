import { demonstrationPassword } from "@/lib/demonstration";
import { hashPassword } from "@/lib/sessions/commands";
import { anActor, aUser } from "@/tests/support/factories";
import { expect, test } from "@/tests/support/journey";
import { owner } from "@/tests/support/owner";

async function anAccount() {
  const user = await aUser();
  await anActor("referrer", { userId: user.id });
  const passwordHash = await hashPassword(demonstrationPassword);
  await owner.userCredential.create({ data: { userId: user.id, passwordHash } });
  return user.email;
}

test("somebody signs in, sees their hat, and signs out", async ({ page, expectAccessible }) => {
  const email = await anAccount();
  await page.goto("/sign-in");
  await expectAccessible();

  await page.getByLabel("Email address").fill(email);
  await page.getByLabel("Password", { exact: true }).fill("not the password");
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page.getByText("Enter the email address and password").first()).toBeVisible();
  await expect(page.getByLabel("Email address")).toHaveValue(email);

  await page.getByLabel("Password", { exact: true }).fill(demonstrationPassword);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/home");
  await expect(page.getByText("Safeguarding lead").first()).toBeVisible();

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL("/sign-in");
  await page.goto("/home");
  await expect(page).toHaveURL(/sign-in/);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("somebody signs in", async ({ page }) => {
    const email = await anAccount();
    await page.goto("/sign-in");

    await page.getByLabel("Email address").fill(email);
    await page.getByLabel("Password", { exact: true }).fill(demonstrationPassword);
    await page.getByRole("button", { name: "Sign in" }).click();

    await expect(page).toHaveURL("/home");
  });
});
