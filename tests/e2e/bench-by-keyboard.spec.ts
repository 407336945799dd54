import type { Locator, Page } from "@playwright/test";
import type { Pool } from "pg";
import { demoPassword } from "../../prisma/seed/demo/accounts";
import { signIn } from "../portal/sessions";
import { expect, test } from "./fixtures";
import { expectAccessible } from "./watch-page";

const mostSteps = 120;

/** Moves on with Tab until the element has the focus. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let step = 0; step < mostSteps; step += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("the keyboard does not get there");
}

async function toNextPage(page: Page, press: () => Promise<void>): Promise<void> {
  const answered = page.waitForEvent("domcontentloaded");
  await press();
  await answered;
  await expectAccessible(page);
}

/** The certificate that the queue gives first becomes one whose scan has two pages. */
async function putTwoPagesFirst(pool: Pool): Promise<void> {
  await pool.query(
    `UPDATE reviews SET due_on = due_on - 365 WHERE id = (
      SELECT r.id FROM reviews r JOIN certificates c ON c.id = r.subject_id JOIN files f ON f.id = c.scan_id
      WHERE r.subject_kind = 'certificate' AND r.status = 'waiting' AND f.media_type = 'application/pdf' ORDER BY r.id LIMIT 1)`,
  );
}

test("an officer takes, reads, returns and verifies with the keyboard alone", async ({ ownDemo, arrive }) => {
  await putTwoPagesFirst(ownDemo.pool);
  const officer = await arrive(ownDemo);
  const { page } = officer;
  const { keyboard } = page;
  await officer.open("/dang-nhap?tiep=%2Ftham-dinh%3Floai%3Dcertificate");
  await tabTo(page, page.locator("form input[autocomplete=username]"));
  await keyboard.type("officer@demo.lensan.example");
  await tabTo(page, page.locator("form input[type=password]"));
  await keyboard.type(demoPassword);
  await toNextPage(page, () => keyboard.press("Enter"));
  await expect(page).toHaveURL(/\/tham-dinh\?/);

  await toNextPage(page, () => keyboard.press("Alt+Shift+N"));
  await expect(page).toHaveURL(/\/tham-dinh\/chung-nhan\//);
  const first = page.url();

  const picture = page.locator("#khung-ban-chup img");
  await expect(picture).toHaveAttribute("src", /trang\/1\?/);
  await tabTo(page, page.locator("[data-scan-step=after]"));
  await keyboard.press("Enter");
  await expect(picture).toHaveAttribute("src", /trang\/2\?/);
  await expect(page.locator("#khung-ban-chup")).toContainText(
    officer.t("certification:scan.page", { page: 2, total: 2 }),
  );
  await expect.poll(() => picture.evaluate((shown: HTMLImageElement) => shown.naturalWidth)).toBeGreaterThan(0);
  await keyboard.press("Alt+Shift+P");
  await expect(picture).toHaveAttribute("src", /trang\/1\?/);
  await tabTo(page, page.locator("[data-scan-step=right]"));
  await keyboard.press("Enter");
  await expect(picture).toHaveAttribute("src", /xoay=90/);
  await expect(page.locator("[data-scan-step=right]")).toBeFocused();

  await tabTo(page, page.locator("summary").filter({ hasText: officer.t("reviews:desk.reasons") }));
  await keyboard.press("Enter");
  await tabTo(page, page.locator("select[name='at.scan.reason']"));
  await keyboard.press("ArrowDown");
  await tabTo(page, page.locator("textarea[name=note]"));
  await keyboard.type("Xin quét lại trang có dấu. NVRX");
  await expect(page.locator("textarea[name=note]")).toHaveValue("Xin quét lại trang có dấu. NVRX");
  await keyboard.press("Alt+Shift+S");
  await expect(picture).toHaveAttribute("src", /trang\/2\?/);
  await expect(page.locator("textarea[name=note]")).toHaveValue("Xin quét lại trang có dấu. NVRX");
  await toNextPage(page, () => keyboard.press("Alt+Shift+R"));
  await officer.sees("reviews:done.return");
  expect(page.url()).not.toBe(first);

  await toNextPage(page, () => keyboard.press("Alt+Shift+V"));
  const { rows } = await ownDemo.pool.query(
    `SELECT decision FROM reviews r JOIN accounts a ON a.id = r.decided_by_id
      WHERE a.email = 'officer@demo.lensan.example' AND r.decided_at > now() - interval '10 minutes' ORDER BY r.decided_at`,
  );
  expect(rows).toEqual([{ decision: "return" }, { decision: "verify" }]);
});

test.describe("without script", () => {
  test.use({ javaScriptEnabled: false });

  test("turning the pages of a scan keeps what is typed beside it", async ({ ownDemo, arrive }) => {
    await putTwoPagesFirst(ownDemo.pool);
    const officer = await arrive(ownDemo);
    const { page } = officer;
    const { rows } = await ownDemo.pool.query<{ id: string }>(
      "SELECT id FROM accounts WHERE email = 'officer@demo.lensan.example'",
    );
    await signIn(page.context(), ownDemo, rows[0]?.id ?? "");
    await officer.open("/tham-dinh?loai=certificate");
    await officer.press("desk:queue.takeNext");
    await officer.fill("reviews:desk.note", "Xin quét lại trang có dấu.");
    await officer.press("certification:scan.after");
    await expect(page.locator("#khung-ban-chup img")).toHaveAttribute("src", /trang\/2\?/);
    await expect(officer.field("reviews:desk.note")).toHaveValue("Xin quét lại trang có dấu.");
    expect(new URL(page.url()).searchParams.get("hang")).toBe("loai=certificate");
  });
});
