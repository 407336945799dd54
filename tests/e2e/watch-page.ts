import { AxeBuilder } from "@axe-core/playwright";
import { expect, type Page } from "@playwright/test";

export interface PageWatch {
  /** What went wrong on the page so far. */
  problems: string[];
  /** The scripts that pages asked for. */
  scripts: string[];
}

/** Collects errors in the console (refusals of the Content-Security-Policy among them), failed and foreign requests. */
export function watchPage(page: Page, origin: string): PageWatch {
  const watch: PageWatch = { problems: [], scripts: [] };
  page.on("console", (message) => {
    // The browser's word on a status; what matters of those is caught below.
    if (message.type() !== "error" || message.text().startsWith("Failed to load resource")) return;
    watch.problems.push(`console on ${page.url()}: ${message.text()}`);
  });
  page.on("pageerror", (error) => watch.problems.push(`script on ${page.url()}: ${error.message}`));
  page.on("request", (request) => {
    if (request.resourceType() === "script") watch.scripts.push(request.url());
    const { protocol } = new URL(request.url());
    if (protocol.startsWith("http") && !request.url().startsWith(`${origin}/`)) {
      watch.problems.push(`request to another place: ${request.url()}`);
    }
  });
  page.on("response", (response) => {
    const isPart = response.request().resourceType() !== "document";
    if (response.status() >= 500 || (isPart && response.status() >= 400)) {
      watch.problems.push(`${response.status()} for ${response.url()}`);
    }
  });
  return watch;
}

/** Finds nothing to say against the page's accessibility, and no part that runs out of its width. */
export async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).setLegacyMode(true).analyze();
  const found = violations.map(
    ({ id, help, nodes }) => `${id} (${help}): ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
  );
  expect(found, `axe on ${page.url()}`).toEqual([]);
  await expectNoSideways(page);
}

export async function expectNoSideways(page: Page): Promise<void> {
  const { scroll, client } = await page.evaluate(() => ({
    scroll: document.documentElement.scrollWidth,
    client: document.documentElement.clientWidth,
  }));
  expect(scroll, `width of ${page.url()}`).toBeLessThanOrEqual(client);
}
