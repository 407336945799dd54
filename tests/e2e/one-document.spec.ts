import { schemeId } from "../../prisma/seed/builders";
import { demoPassword } from "../../prisma/seed/demo/accounts";
import { demoDecisionNumber } from "../../prisma/seed/demo/bulk-decisions";
import { pdf } from "../fixtures/files";
import { expect, test } from "./fixtures";

const issuer = "UBND tỉnh (demo)";

test("an officer decides all certificates of one decision document", async ({ ownDemo, arrive }) => {
  const { pool } = ownDemo;
  const issued = await pool.query<{ day: string }>(
    `SELECT to_char(issued_on, 'DD/MM/YYYY') AS day FROM certificates WHERE number = $1
      GROUP BY issued_on ORDER BY count(*) DESC LIMIT 1`,
    [demoDecisionNumber],
  );
  const decidedOn = issued.rows[0]?.day ?? "";
  const officer = await arrive(ownDemo);
  const { page } = officer;
  await officer.open("/dang-nhap");
  await page.locator("form input[autocomplete=username]").fill("officer-owner@demo.lensan.example");
  await page.locator("form input[type=password]").fill(demoPassword);
  await officer.press("accounts:signIn.submit");

  // The queue as filtered leads to the form; one document is of one scheme.
  await officer.open("/tham-dinh?loai=certificate&q=812");
  await officer.follow("certification:bulk.title");
  await officer.choose("certification:bulk.chooseScheme", { value: schemeId("ocop") });
  await officer.press("certification:bulk.next");
  await officer.sees("certification:bulk.match", { count: 15 });
  await officer.fill("certification:recognition.number", demoDecisionNumber);
  await officer.fill("certification:recognition.day", decidedOn);
  await officer.fill("certification:recognition.issuer", issuer);
  await page.getByLabel(officer.t("certification:level.5-star"), { exact: true }).uncheck();
  await page
    .locator("input[type=file]")
    .setInputFiles({ name: "quyet-dinh.pdf", mimeType: "application/pdf", buffer: Buffer.from(pdf()) });
  await officer.press("certification:bulk.propose");
  await expect(page).toHaveURL(/\/theo-van-ban\/[0-9a-f-]{36}$/);
  const here = new URL(page.url()).pathname;

  // Each reason opens what it counts.
  await officer.open(`${here}?xem=khong-du`);
  for (const reason of [
    "ownEnterprise",
    "alreadyClaimed",
    "missingScan",
    "missingData",
    "levelDiffers",
    "dayDiffers",
    "suspicion",
  ] as const) {
    await officer.open(`${here}?xem=khong-du&ly-do=${reason}`);
    await expect(page.locator("tbody tr")).toHaveCount(1);
    await expect(page.locator("tbody tr")).toContainText(officer.t(`certification:bulk.reason.${reason}`));
  }

  // One is taken out, the others are decided by the job while the officer looks on.
  await officer.open(here);
  await expect(page.locator("tbody tr")).toHaveCount(8);
  await officer.pressOn(page.locator("button[name=leaveOut]").first());
  await officer.press("certification:bulk.decide", { count: 7 });
  await expect(page.getByText(officer.t("certification:bulk.now.finished", { done: 7 }))).toBeVisible({
    timeout: 30_000,
  });

  // What was verified names the document.
  await officer.open(`${here}?xem=da-lam`);
  await officer.pressOn(page.locator("tbody a").first());
  await officer.sees("certification:bulk.documentOf", { number: demoDecisionNumber, day: decidedOn });
  await expect(page.getByText(issuer).first()).toBeVisible();
  const { rows } = await pool.query(
    `SELECT count(*)::int AS entries, count(DISTINCT subject_id)::int AS subjects FROM journal
      WHERE event = 'certificate.verified' AND data->>'bulkDecisionId' = $1`,
    [here.split("/").at(-1)],
  );
  expect(rows).toEqual([{ entries: 7, subjects: 7 }]);
});
