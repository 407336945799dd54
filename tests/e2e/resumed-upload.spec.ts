import http from "node:http";
import type { Request } from "@playwright/test";
import { buildAccount, buildEnterprise, buildMembership, buildProduct } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { jpeg } from "../fixtures/files";
import { signIn } from "../portal/sessions";
import { expect, test } from "./fixtures";

const account = buildAccount(1, { role: "owner" });
const enterprise = buildEnterprise(1);
const product = buildProduct(1, { enterpriseId: enterprise.id });
const mebibyte = 1024 * 1024;

/** Sends the beginning of what the browser was about to send, and drops the connection once that has arrived. */
async function sendHalf(request: Request, content: Buffer): Promise<void> {
  const headers = await request.allHeaders();
  const kept = ["cookie", "origin", "tus-resumable", "upload-offset", "content-type"];
  const own = Object.fromEntries(kept.map((name) => [name, headers[name] ?? ""]));
  const cut = http.request(request.url(), {
    method: "PATCH",
    headers: { ...own, "Content-Length": 2 * content.length },
  });
  cut.on("error", () => {});
  cut.write(content);
  const arrived = async () =>
    (await fetch(request.url(), { method: "HEAD", headers: own })).headers.get("upload-offset");
  await expect.poll(arrived).toBe(String(content.length));
  cut.destroy();
}

test("a photo of 12 MB arrives although the connection was cut in the middle", async ({ portal, arrive }) => {
  await insertRows(portal.pool, "accounts", [account]);
  await insertRows(portal.pool, "enterprises", [enterprise]);
  await insertRows(portal.pool, "memberships", [buildMembership(account.id, enterprise.id)]);
  await insertRows(portal.pool, "products", [product]);
  const owner = await arrive(portal);
  const { page } = owner;
  await signIn(page.context(), portal, account.id);

  const photo = Buffer.concat([await jpeg({ width: 900, height: 700 }), Buffer.alloc(12 * mebibyte)]);
  const half = Math.floor(photo.length / 2);

  const offsets: number[] = [];
  await page.route(/\/uploads\/[^/]+$/, async (route, request) => {
    if (request.method() !== "PATCH") return route.continue();
    offsets.push(Number(request.headers()["upload-offset"]));
    if (offsets.length > 1) return route.continue();
    await sendHalf(request, photo.subarray(0, half));
    await page.context().setOffline(true);
    return route.abort("connectionreset");
  });

  await owner.open(`/quan-ly/${enterprise.id}/san-pham/${product.id}/anh`);
  await page
    .locator('input[name="photos"]')
    .setInputFiles([{ name: "nem.jpg", mimeType: "image/jpeg", buffer: photo }]);
  await expect(page.locator(".ui-uploads li")).toContainText(owner.t("platform:upload.waiting"));
  await page.getByRole("button", { name: owner.t("products:photos.submit"), exact: true }).click();
  await owner.sees("platform:upload.last");
  await page.context().setOffline(false);

  await expect(page).toHaveURL(/\?da=them$/);
  await expect(page.getByRole("main").getByRole("img").first()).toBeVisible();
  expect(offsets).toEqual([0, half]);
  expect((await portal.pool.query("SELECT original_name FROM files")).rows).toEqual([{ original_name: "nem.jpg" }]);
});
