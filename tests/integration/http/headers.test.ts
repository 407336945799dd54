import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Answer, openTinyPortal, type TinyPortal } from "./tiny-portal";

let tiny: TinyPortal;
beforeAll(async () => {
  tiny = await openTinyPortal();
});
afterAll(() => tiny.portal.close());

const policyOf = ({ headers }: Answer) => String(headers["content-security-policy"]);

describe("the headers of every answer", () => {
  it.each([
    ["a page", "/rieng", 200],
    ["a public page the first time", "/trang?1", 200],
    ["a public page from the store", "/trang?1", 200],
    ["a page that is not there", "/khong-co", 404],
    ["an error", "/hong", 500],
    ["a refusal", "/rieng?_data=x", 404],
  ])("%s says how browsers must treat it", async (_what, path, status) => {
    const answer = await tiny.ask(path);
    expect(answer.status).toBe(status);
    expect(answer.headers).toMatchObject({
      "strict-transport-security": expect.stringMatching(/^max-age=(\d{8,}); includeSubDomains$/),
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
      "permissions-policy": expect.stringContaining("camera=()"),
      "x-request-id": expect.stringMatching(/^[0-9a-f-]{36}$/),
    });
    expect(answer.headers).not.toHaveProperty("x-powered-by");
    expect(answer.headers).not.toHaveProperty("x-public-page");
    expect(policyOf(answer)).not.toContain("unsafe");
    expect(policyOf(answer)).toMatch(
      /^default-src 'none';.*object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'$/,
    );
  });

  it("a page's scripts carry a nonce that is new every time and known to the page", async () => {
    const answers = [await tiny.ask("/rieng"), await tiny.ask("/rieng")];
    const nonces = answers.map(({ text }) => (JSON.parse(text) as { data: { nonce: string } }).data.nonce);
    expect(new Set(nonces).size).toBe(2);
    answers.forEach((answer, i) => {
      expect(policyOf(answer)).toContain(`script-src 'nonce-${nonces[i]}' 'strict-dynamic'`);
      expect(answer.headers).toMatchObject({ "cache-control": "no-store", "referrer-policy": "same-origin" });
    });
  });

  it("a public page forbids scripts, first rendered or stored", async () => {
    for (const answer of [await tiny.ask("/trang?2"), await tiny.ask("/trang?2")]) {
      expect(policyOf(answer)).toContain("script-src 'none'");
      expect(answer.headers).toMatchObject({
        "cache-control": "no-cache",
        vary: "Accept-Encoding, Cookie",
        "referrer-policy": "strict-origin-when-cross-origin",
      });
    }
  });

  it("an answer that says for itself how it may be used keeps its word", async () => {
    const { headers } = await tiny.ask("/khung");
    expect(headers).toMatchObject({ "content-security-policy": "sandbox", "cache-control": "private" });
  });

  it("a portal without HTTPS does not ask browsers to insist on it", async () => {
    const plain = await openTinyPortal({ variables: { PUBLIC_ORIGIN: "http://lensan.example" } });
    try {
      expect((await plain.ask("/rieng")).headers).not.toHaveProperty("strict-transport-security");
    } finally {
      await plain.portal.close();
    }
  });

  it("an error tells the reader its number and the log its cause", async () => {
    tiny.logged.length = 0;
    const answer = await tiny.ask("/hong");
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain("secret detail");
    const line = tiny.logged.find((logged) => logged.includes("secret detail"));
    expect(line).toContain(String(answer.headers["x-request-id"]));
  });

  it("the log names the route, not what stood in the address, nor who asked", async () => {
    tiny.logged.length = 0;
    await tiny.ask("/ma/bi-mat-123?q=tim-kiem", { headers: { Cookie: "phien=bi-mat-456" } });
    await expect.poll(() => tiny.logged.length).toBe(1);
    const line = JSON.parse(String(tiny.logged[0])) as Record<string, unknown>;
    expect(line).toMatchObject({ method: "GET", route: "/ma/:token", status: 200, network: "127.0.0.0/24" });
    expect(tiny.logged[0]).not.toMatch(/bi-mat|tim-kiem|127\.0\.0\.1/);
  });
});
