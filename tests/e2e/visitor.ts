import { type BrowserContext, expect, type Locator, type Page } from "@playwright/test";
import { type Language, type MessageKey, translator } from "~/platform/i18n";
import "~/messages";
import { expectAccessible, type PageWatch, watchPage } from "./watch-page";

type Values = Record<string, string | number>;

/** Someone at a browser, who reads the words of the catalogues; every page they come to is looked at. */
export class Visitor {
  /** How many fields the forms had that this person sent, seen ones alone; a group of choices is one. */
  fieldsSent = 0;

  private constructor(
    readonly page: Page,
    readonly watch: PageWatch,
    readonly language: Language,
    private readonly hasScript: boolean,
  ) {}

  static async arrive(
    context: BrowserContext,
    origin: string,
    language: Language,
    hasScript: boolean,
  ): Promise<Visitor> {
    await context.addCookies([{ name: "lang", value: language, url: origin }]);
    const page = await context.newPage();
    return new Visitor(page, watchPage(page, origin), language, hasScript);
  }

  t(key: MessageKey, values?: Values): string {
    return translator(this.language)(key, values);
  }

  async open(path: string): Promise<void> {
    await this.page.goto(path);
    await this.look();
  }

  /** Follows the link or presses the button with these words, to the next page. */
  async press(key: MessageKey, values?: Values): Promise<void> {
    await this.pressOn(this.page.getByRole("button", { name: this.t(key, values), exact: true }));
  }

  async follow(key: MessageKey, values?: Values): Promise<void> {
    await this.pressOn(this.page.getByRole("link", { name: this.t(key, values), exact: true }).first());
  }

  async pressOn(locator: Locator): Promise<void> {
    if (this.hasScript) this.fieldsSent += await locator.evaluate(fieldsOfForm);
    const answered = this.page.waitForEvent("domcontentloaded");
    await locator.click();
    await answered;
    await this.look();
  }

  field(key: MessageKey): Locator {
    return this.page.getByLabel(this.t(key)).and(this.page.locator("input, select, textarea")).first();
  }

  async fill(key: MessageKey, value: string): Promise<void> {
    await this.field(key).fill(value);
  }

  async choose(key: MessageKey, option: string | { value: string }): Promise<void> {
    await this.field(key).selectOption(option);
  }

  async sees(key: MessageKey, values?: Values): Promise<void> {
    await expect(this.page.getByText(this.t(key, values), { exact: false }).first()).toBeVisible();
  }

  /** What this page is looked at for: no refusal of a form unless one was expected, and accessible. */
  private async look(): Promise<void> {
    // Axe needs scripts; the same pages are looked at by the visitor who has them.
    if (this.hasScript) await expectAccessible(this.page);
  }

  leaveWell(): void {
    expect(this.watch.problems).toEqual([]);
  }
}

/** Runs in the page: the names of what one sees and fills in, in the form that this button sends. */
function fieldsOfForm(pressed: Element): number {
  const form = pressed.closest("form");
  if (form?.method !== "post") return 0;
  const seen = [...form.querySelectorAll<HTMLInputElement>("input, select, textarea")].filter(
    ({ type, offsetParent }) => type !== "hidden" && offsetParent !== null,
  );
  return new Set(seen.map(({ name }) => name)).size;
}
