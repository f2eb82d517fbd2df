import { test as base, expect, type Page } from "@playwright/test";
import { encode } from "next-auth/jwt";

import type { Actor } from "@/lib/access/actor";
import { newToken, tokenHash } from "@/lib/crypto/vault";
import { owner } from "./owner";
import { violationsOn } from "./violations";

export { expect } from "@playwright/test";

type Fixtures = {
  /** Signs in by cookie, so that a journey starts where its story does. */
  signIn: (actor: Actor) => Promise<void>;
  /** No violation of WCAG 2.2 AA, nor of what is good practice besides, on the page as it is. */
  expectAccessible: () => Promise<void>;
};

export const test = base.extend<Fixtures>({
  // A console error or a policy violation fails the test that caused it.
  page: async ({ page }, provide) => {
    const said: string[] = [];
    page.on("console", (message) => {
      const isNotFound = message.text().includes("status of 404");
      if (["error", "warning"].includes(message.type()) && !isNotFound) said.push(message.text());
    });
    page.on("pageerror", (error) => said.push(String(error)));
    await provide(page);
    expect(said).toEqual([]);
  },
  signIn: async ({ page, baseURL }, provide) => {
    await provide(async (actor) => {
      const value = await cookieFor(actor);
      await page.context().clearCookies();
      await page.context().addCookies([{ name: "casebook", value, url: baseURL ?? "" }]);
    });
  },
  expectAccessible: async ({ page }, provide) => {
    await provide(() => expectAccessible(page));
  },
});

/** The cookie of a session opened for an actor, in that hat. */
export async function cookieFor({ userId, hatId }: Actor): Promise<string> {
  const token = newToken();
  const now = new Date();
  await owner.session.create({
    data: {
      tokenHash: tokenHash(token),
      userId,
      hatId,
      createdAt: now,
      lastSeenAt: now,
      expiresAt: new Date(now.getTime() + 12 * 3_600_000),
    },
  });
  const secret = process.env.AUTH_SECRET ?? "";
  return encode({ token: { sid: token }, secret, maxAge: 12 * 3_600 });
}

export async function expectAccessible(page: Page): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
}
