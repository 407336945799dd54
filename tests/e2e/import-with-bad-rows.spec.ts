import { expect, test } from "./fixtures";
import { chooseTable, downloaded, officeWorkbook, saved, work } from "./import-steps";
import { registerEnterprise, signUpOwner } from "./owner-steps";

const titles = ["TT", "Tên sản phẩm", "Nhóm sản phẩm", "Giá bán (đồng)", "Mã vạch", "Trạng thái"];
const rows = [
  [1, "Nem chua (thử)", "Thực phẩm", 85_000, null, "registered"],
  [2, "Bánh hồng (thử)", "Mì", 45_000, null, "registered"],
  [3, "Tré bó rơm (thử)", "Thực phẩm", "1.234.567", null, "draft"],
  [4, "Muối é (thử)", "Thực phẩm", 35_000, "8,93E+12", "draft"],
];

test("a sheet with good and bad rows is imported, handed back, corrected and brought to its end", async ({
  portal,
  arrive,
  javaScriptEnabled,
}) => {
  const hasScript = javaScriptEnabled !== false;
  const owner = await arrive(portal);
  await signUpOwner(owner, portal);
  const enterprise = await registerEnterprise(owner);
  await owner.open(enterprise);
  await owner.follow("desk:own.importProducts");

  await chooseTable(owner, await officeWorkbook(titles, rows));
  await owner.press("imports:upload.submit");
  await expect(owner.page).toHaveURL(/\/cot$/);
  const chosen = owner.page.locator("main select[name^=c]");
  await expect(chosen).toHaveCount(titles.length);
  expect(await chosen.evaluateAll((all) => all.map((one) => (one as HTMLSelectElement).value))).toEqual([
    ...["", "name", "group", "price", "gtin", ""],
  ]);
  await owner.sees("products:import.ignored.status");
  const first = await work(owner, hasScript, owner.t("imports:columns.submit"), "imports:policy.skip.label");
  const rowsShown = owner.page.locator("#dong");
  await expect(rowsShown).toContainText(owner.t("imports:rows.number", { number: 6 }));
  await expect(rowsShown).toContainText("“Mì”");
  await expect(rowsShown).toContainText(owner.t("products:import.groupUnknown"));
  await expect(rowsShown).toContainText("“8,93E+12”");
  await expect(rowsShown).toContainText(owner.t("platform:cell.codeSpoilt"));
  await owner.open(`${first}?loai=tao-moi`);
  await expect(owner.page.locator("#dong")).toContainText("Tré bó rơm (thử)");
  await owner.page.getByLabel(owner.t("imports:policy.skip.label"), { exact: true }).check();
  await work(owner, hasScript, owner.t("imports:action.start"), "imports:now.finished");

  const result = await downloaded(owner, "imports:result.whole");
  expect(result.map((row) => row.slice(0, titles.length))).toEqual([
    titles,
    ...rows.map((row) => [...row, ...Array(titles.length - row.length).fill(null)]),
  ]);
  expect(result.slice(1).map((row) => row[titles.length])).toEqual(
    (["created", "refused", "created", "refused"] as const).map((outcome) => owner.t(`imports:row.${outcome}`)),
  );
  expect(String(result[4]?.[titles.length + 1])).toContain(owner.t("platform:cell.codeSpoilt"));

  await owner.follow("imports:retry.title");
  const refused = await downloaded(owner, "imports:result.refused");
  expect(refused.slice(1).map((row) => row[1])).toEqual(["Bánh hồng (thử)", "Muối é (thử)"]);
  const corrected = refused.map((row) => [...row]);
  if (corrected[1]) corrected[1][2] = "Thực phẩm";
  if (corrected[2]) corrected[2][4] = "8935001800019";
  await chooseTable(owner, await saved(corrected));
  await work(owner, hasScript, owner.t("imports:retry.submit"), "imports:policy.skip.label");

  // Cancelled by mistake: the rows that were not written are taken up again without another upload.
  await owner.press("imports:action.cancel");
  await owner.sees("imports:left.title", { count: 2 });
  await work(owner, hasScript, owner.t("imports:action.retry", { count: 2 }), "imports:policy.skip.label");
  await work(owner, hasScript, owner.t("imports:action.start"), "imports:now.finished");
  await expect(owner.page.locator("#con-lai")).toHaveCount(0);
  await owner.sees("imports:about.first");

  await owner.open(enterprise);
  for (const name of ["Nem chua (thử)", "Bánh hồng (thử)", "Tré bó rơm (thử)", "Muối é (thử)"]) {
    await expect(owner.page.getByRole("link", { name, exact: true }).first()).toBeVisible();
  }
});
