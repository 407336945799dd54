import { test as base } from "@playwright/test";
import type { Language } from "~/platform/i18n";
import type { TestServer } from "../integration/test-server";
import { type DemoObjects, findDemoObjects } from "../portal/demo-objects";
import { type RunningPortal, startPortal } from "../portal/start-portal";
import { Visitor } from "./visitor";

export const testServerVariable = "LEN_SAN_TEST_SERVER";
const testServer = (): TestServer => JSON.parse(process.env[testServerVariable] ?? "{}");

export interface Options {
  language: Language;
}

/** What differs from the project's device. */
export interface Device {
  language?: Language;
  width?: number;
  colorScheme?: "light" | "dark";
}

interface Fixtures {
  /** An empty portal for this journey alone. */
  portal: RunningPortal;
  /** A portal with the demo's data for this journey alone, which changes them. */
  ownDemo: RunningPortal;
  /** Brings a person with a browser of their own to the portal; at the end nothing may have gone wrong on their pages. */
  arrive: (portal: RunningPortal, device?: Device) => Promise<Visitor>;
}

interface Shared {
  /** A portal with the demo's data for all tests of a worker, which only read. */
  demo: RunningPortal & { objects: DemoObjects };
}

export const test = base.extend<Options & Fixtures, Shared>({
  language: ["vi", { option: true }],

  demo: [
    async ({ browserName: _ }, use) => {
      const portal = await startPortal("demo", testServer());
      await use({ ...portal, objects: await findDemoObjects(portal.pool) });
      await portal.close();
    },
    { scope: "worker", timeout: 180_000 },
  ],

  portal: async ({ browserName: _ }, use) => {
    const portal = await startPortal("live", testServer());
    await use(portal);
    await portal.close();
  },

  ownDemo: async ({ browserName: _ }, use) => {
    const portal = await startPortal("demo", testServer());
    await use(portal);
    await portal.close();
  },

  arrive: async ({ browser, language, javaScriptEnabled, viewport, isMobile, hasTouch, timezoneId }, use, testInfo) => {
    const visitors: Visitor[] = [];
    await use(async ({ origin }, { width, colorScheme = "light", ...changed } = {}) => {
      const device = {
        viewport: width && viewport ? { ...viewport, width } : viewport,
        colorScheme,
        isMobile: isMobile ?? false,
        hasTouch: hasTouch ?? false,
        ...(timezoneId && { timezoneId }),
      };
      const hasScript = javaScriptEnabled !== false;
      const context = await browser.newContext({ ...device, baseURL: origin, javaScriptEnabled: hasScript });
      const visitor = await Visitor.arrive(context, origin, changed.language ?? language, hasScript);
      visitors.push(visitor);
      return visitor;
    });
    for (const [at, visitor] of visitors.entries()) {
      // Where each of them stood when the journey broke.
      if (testInfo.status !== testInfo.expectedStatus) {
        const path = testInfo.outputPath(`visitor-${at + 1}.png`);
        await visitor.page.screenshot({ path, fullPage: true });
        await testInfo.attach(visitor.page.url(), { path });
      }
      await visitor.page.context().close();
      visitor.leaveWell();
    }
  },
});

export { expect } from "@playwright/test";
