import "../../tests/integration/own-portal";
import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import "~/messages";
import { pool, row, rows } from "~/platform/db/client.server";
import { prepareJobs } from "~/platform/jobs/worker.server";
import { log } from "~/platform/log.server";
import { instantOn, schemeId } from "../../prisma/seed/builders";
import { seedReference } from "../../prisma/seed/seed-reference";
import {
  addCertificateTo,
  type CertificateWorld,
  makeCertificateWorld,
} from "../../tests/integration/certificate-world";
import { revokeCertificate } from "../../tests/integration/two-officers";
import { action as checkByNumber } from "./pages/check";
import { loader as qrLoader } from "./pages/check-qr";
import { loader as checkByCode } from "./pages/checked-certificate";

const now = instantOn("2026-03-02", 10);
let world: CertificateWorld;
let addresses = 0;

beforeAll(async () => {
  await prepareJobs(pool());
  await seedReference(pool());
});
beforeEach(async () => {
  world = await makeCertificateWorld();
  addresses += 1;
});

const context = (at = now) => ({
  requestId: "r",
  nonce: "n",
  clientAddress: `192.0.2.${addresses}`,
  now: at,
  memo: new Map(),
  log,
});
const codeOf = async (id: string): Promise<string> =>
  (await row<{ code: string }>("SELECT code FROM certificates WHERE id = $1", [id]))?.code ?? "";

async function check(code: string, at = now) {
  const request = new Request(`http://localhost/kiem-tra/${code}`);
  const answer = await checkByCode({ request, params: { code }, context: context(at) });
  const text = await answer.text();
  return { status: answer.status, text, body: JSON.parse(text) as { certificate: Record<string, unknown> | null } };
}

interface Found {
  status: number;
  location: string | null;
  found: { code: string; standing: string }[] | undefined;
}
async function ask(number: string, scheme = "ocop"): Promise<Found> {
  const body = new URLSearchParams({ schemeId: schemeId(scheme), number });
  const request = new Request("http://localhost/kiem-tra", { method: "POST", body });
  const answer = await checkByNumber({ request, params: {}, context: context() });
  const text = await answer.text();
  const found = text ? (JSON.parse(text) as { found?: Found["found"] }).found : undefined;
  return { status: answer.status, location: answer.headers.get("location"), found };
}

describe("checking a certificate by its code", () => {
  it("tells how it stands and what it covers, and nothing about people, scans or notes", async () => {
    const id = await addCertificateTo(world, { issuedOn: "2025-01-10" });
    const { status, text, body } = await check((await codeOf(id)).toUpperCase());
    expect(status).toBe(200);
    expect(Object.keys(body.certificate ?? {}).sort()).toEqual(
      [
        ...["schemeVi", "schemeEn", "issuerVi", "issuerEn", "number", "level", "issuedOn", "validFrom"],
        ...["enterpriseName", "standing", "lastDay", "revokedOn", "reason", "products", "renewal"],
      ].sort(),
    );
    const enterprise = await row<{ taxCode: string; phone: string; address: string }>(
      'SELECT tax_code AS "taxCode", phone, address FROM enterprises WHERE id = $1',
      [world.enterpriseId],
    );
    for (const hidden of [...Object.values(enterprise ?? {}), world.scanId, world.enterpriseId, id]) {
      expect(text).not.toContain(hidden);
    }
  });

  it("keeps a tombstone of a revoked one: its page stays, with the category and without the explanation", async () => {
    const id = await addCertificateTo(world, { issuedOn: "2025-01-10" });
    const [first, second] = world.officers;
    await revokeCertificate({ certificateId: id, effectiveOn: "2026-03-20" }, [first, second], now);
    const code = await codeOf(id);
    expect((await check(code)).body.certificate).toMatchObject({ standing: "valid", reason: null, revokedOn: null });
    const later = await check(code, instantOn("2026-03-20", 0));
    expect(later.status).toBe(200);
    expect(later.body.certificate).toMatchObject({
      standing: "revoked",
      reason: "conditions-lost",
      revokedOn: "2026-03-20",
      lastDay: "2026-03-19",
    });
    expect(later.text).not.toContain("Thử");
  });

  it("answers for one that was never verified exactly as for a code that nobody has", async () => {
    const unverified = [];
    for (const status of ["draft", "submitted", "returned", "refused", "withdrawn"] as const) {
      unverified.push(await codeOf(await addCertificateTo(world, { status, number: `X-${status}` })));
    }
    const nobody = await check("zzzz9999");
    expect(nobody.status).toBe(404);
    for (const code of unverified) expect(await check(code)).toEqual(nobody);
  });

  it("leads on to the certificate that renewed it, once that is verified", async () => {
    const id = await addCertificateTo(world, { issuedOn: "2023-04-01", number: "1/QĐ-UBND" });
    const renewal = await addCertificateTo(world, {
      issuedOn: "2026-02-20",
      number: "2/QĐ-UBND",
      supersedesId: id,
      status: "submitted",
    });
    const code = await codeOf(id);
    expect((await check(code)).body.certificate).toMatchObject({ renewal: null });
    await rows("UPDATE certificates SET status = 'verified', verified_at = now() WHERE id = $1", [renewal]);
    expect((await check(code)).body.certificate).toMatchObject({
      renewal: { code: await codeOf(renewal), number: "2/QĐ-UBND" },
    });
  });

  it("draws its QR code only for what can be checked", async () => {
    const verified = await codeOf(await addCertificateTo(world));
    const draft = await codeOf(await addCertificateTo(world, { status: "draft", number: "NHÁP" }));
    const draw = (code: string) =>
      qrLoader({ request: new Request("http://localhost/x"), params: { code }, context: context() });
    expect(await (await draw(verified)).text()).toContain("<svg");
    await expect(draw(draft)).rejects.toMatchObject({ status: 404 });
  });
});

describe("checking a certificate by its number", () => {
  it("finds it however the number is spelt, and only within its scheme", async () => {
    const id = await addCertificateTo(world, { number: "0815/QĐ-UBND" });
    const location = `/kiem-tra/${await codeOf(id)}`;
    for (const spelling of ["0815/QĐ-UBND", " 0815 / qđ – ubnd ", "0815qdubnd", "0815.QĐ.UBND"]) {
      expect([spelling, await ask(spelling)]).toEqual([spelling, { status: 302, location, found: undefined }]);
    }
    expect(await ask("0815/QĐ-UBND", "trademark")).toMatchObject({ status: 404, found: [] });
    expect(await ask("---")).toMatchObject({ status: 404, found: [] });
  });

  it("lists all whom one decision recognised, and none that were not verified", async () => {
    const other = await makeCertificateWorld();
    const third = await makeCertificateWorld();
    const codes = [
      await codeOf(await addCertificateTo(world, { number: "4711/QĐ-UBND" })),
      await codeOf(await addCertificateTo(other, { number: "4711/QĐ-UBND" })),
    ];
    await addCertificateTo(third, { number: "4711/QĐ-UBND", status: "submitted" });
    const { status, found } = await ask("4711/QĐ-UBND");
    expect(status).toBe(200);
    expect(found?.map(({ code }) => code).sort()).toEqual(codes.sort());
  });

  it("is limited per address, so that nobody walks through all numbers", async () => {
    const answers = [];
    for (let n = 0; n < 31; n += 1) answers.push((await ask(`${n}/KHONG-CO`)).status);
    expect(answers.slice(0, 30).every((status) => status === 404)).toBe(true);
    expect(answers[30]).toBe(429);
  });
});
