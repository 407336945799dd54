import { defineConfig, devices } from "@playwright/test";
import { findBrowser } from "./browser";
import type { Options } from "./e2e/fixtures";

const browser = findBrowser();
const desktop = { ...devices["Desktop Chrome"], viewport: { width: 1280, height: 800 } };
const journeys = /(proposed-change|sign-up-to-counted|certificate-ends|import-with-bad-rows)\.spec\.ts$/;

export default defineConfig<Options>({
  testDir: "./e2e",
  outputDir: "../.cache/playwright",
  globalSetup: "./e2e/global-setup.ts",
  workers: 2,
  retries: 0,
  fullyParallel: true,
  forbidOnly: true,
  timeout: 300_000,
  expect: { timeout: 15_000 },
  reporter: [["dot"], ["json", { outputFile: process.env.E2E_RESULTS ?? ".cache/test-results/e2e.json" }]],
  use: {
    ...desktop,
    language: "vi",
    timezoneId: "Asia/Ho_Chi_Minh",
    trace: "off",
    actionTimeout: 15_000,
    navigationTimeout: 30_000,
    launchOptions: {
      ...(browser && { executablePath: browser }),
      // As root, and in containers with a small /dev/shm, Chromium starts only so.
      args: ["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu", "--disable-background-networking"],
    },
  },
  projects: [
    { name: "vi", testIgnore: journeys },
    { name: "vi-script", testMatch: journeys },
    { name: "vi-no-script", testMatch: journeys, use: { javaScriptEnabled: false } },
    {
      name: "en-phone",
      testMatch: journeys,
      use: { language: "en", viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true },
    },
  ],
});
