import { defineConfig } from "@playwright/test";

// As root, and without anything that would look for a network.
const args = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

export default defineConfig({
  testDir: "e2e",
  outputDir: "../test-results/browser",
  fullyParallel: true,
  workers: 2,
  retries: 0,
  timeout: 90_000,
  expect: { timeout: 10_000 },
  forbidOnly: true,
  reporter: [["list"], ["json", { outputFile: "../test-results/e2e.json" }]],
  use: {
    baseURL: process.env.APP_ORIGIN,
    locale: "en-GB",
    timezoneId: "Pacific/Chatham",
    launchOptions: { executablePath: process.env.CHROMIUM_PATH, args },
    actionTimeout: 20_000,
    trace: "off",
    screenshot: "only-on-failure",
  },
});
