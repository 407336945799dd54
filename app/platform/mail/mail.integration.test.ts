import "../../../tests/integration/own-portal";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Conduct, openPostOffice as openOffice, type PostOffice } from "../../../tests/integration/post-office";
import { pool, prisma } from "../db/client.server";
import { inTransaction } from "../db/transaction.server";
import { prepareJobs, startWorker, type Worker } from "../jobs/worker.server";
import { accept, refuse } from "../result";
import { mailLayout } from "./mail-layout.server";
import { type OutgoingMail, queueMail } from "./queue-mail.server";
import { sendMailTask } from "./send-mail.server";

const acting = { actorId: null, requestId: null, now: new Date("2026-03-01T02:00:00Z") };
const from = "Lên Sàn <khong-tra-loi@lensan.test>";
const to = "chu-co-so@mail.test";

const closing: (() => Promise<void>)[] = [];
let worker: Worker | undefined;
beforeAll(() => prepareJobs(pool()));
afterEach(async () => {
  await worker?.stop();
  for (const close of closing.splice(0)) await close();
  await pool().query("DELETE FROM graphile_worker._private_jobs");
});

async function openPostOffice(conduct: Conduct = {}): Promise<PostOffice> {
  const office = await openOffice(conduct);
  closing.push(office.close);
  return office;
}

const vietnamese = mailLayout({
  language: "vi",
  heading: "Xác nhận địa chỉ thư điện tử",
  paragraphs: ["Kính gửi cơ sở Nước mắm Đề Gi <Phù Cát>,", "Vui lòng xác nhận trong 24 giờ."],
  action: { label: "Xác nhận", url: "https://lensan.test/xac-nhan?a=1&b=2" },
});
const outgoing: OutgoingMail = {
  kind: "confirm-email",
  to,
  language: "vi",
  subject: "Xác nhận địa chỉ\r\nBcc: x@y.test",
  ...vietnamese,
};

async function queue(mail = outgoing): Promise<string> {
  const result = await inTransaction(acting, async (tx) => accept(await queueMail(tx, mail)));
  if (!result.ok) throw new Error("not queued");
  return result.value;
}

async function work(smtpUrl: string | undefined): Promise<void> {
  worker = await startWorker({ "send-mail": sendMailTask(() => ({ smtpUrl, from })) });
}

const find = (id: string) => prisma().mail.findUniqueOrThrow({ where: { id } });

/** The mail once it is in this state; the test's own time limit is the only clock. */
async function mailWhen(id: string, is: (mail: Awaited<ReturnType<typeof find>>) => boolean) {
  for (;;) {
    const mail = await find(id);
    if (is(mail)) return mail;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

const retryNow = () =>
  pool().query(
    "SELECT graphile_worker.reschedule_jobs(array_agg(id), run_at => now()) FROM graphile_worker._private_jobs",
  );

describe("a mail", () => {
  test("in Vietnamese arrives intact, as text and as HTML, with one recipient and an id made from its own", async () => {
    const office = await openPostOffice();
    await work(office.url);
    const id = await queue();
    const sent = await mailWhen(id, ({ status }) => status === "sent");

    expect(sent).toMatchObject({ status: "sent", attempts: 1, lastError: null });
    expect(sent.sentAt).toBeInstanceOf(Date);
    expect(office.received).toHaveLength(1);
    const [mail] = office.received;
    expect(mail?.subject).toBe("Xác nhận địa chỉ Bcc: x@y.test");
    expect(mail?.bcc).toBeUndefined();
    expect(mail?.to).toMatchObject({ value: [{ address: to }] });
    expect(mail?.from?.value).toEqual([{ name: "Lên Sàn", address: "khong-tra-loi@lensan.test" }]);
    expect(mail?.messageId).toBe(`<${id}@lensan.test>`);
    expect(mail?.date).toEqual(acting.now);
    expect(mail?.text?.trim()).toBe(vietnamese.text.trim());
    expect(mail?.html).toContain("Nước mắm Đề Gi &lt;Phù Cát&gt;");
    expect(mail?.headers.get("auto-submitted")).toBe("auto-generated");
  });

  test("is neither kept nor sent when the change it tells of is refused", async () => {
    const before = await prisma().mail.count();
    await inTransaction(acting, async (tx) => {
      await queueMail(tx, outgoing);
      return refuse("stale");
    });
    expect(await prisma().mail.count()).toBe(before);
    expect((await pool().query("SELECT 1 FROM graphile_worker.jobs")).rowCount).toBe(0);
  });

  test("is sent later when the server is down at first", async () => {
    const { port, url, close } = await openPostOffice();
    await close();
    await work(url);
    const id = await queue();
    const tried = await mailWhen(id, ({ attempts }) => attempts === 1);
    expect(tried).toMatchObject({ status: "waiting", lastError: "ESOCKET" });
    await jobFailed();

    const office = await openPostOffice({ port });
    await retryNow();
    expect(await mailWhen(id, ({ status }) => status === "sent")).toMatchObject({ attempts: 2, lastError: null });
    expect(office.received).toHaveLength(1);
  });

  test("refused for now is tried again, and what is noted names no address", async () => {
    const { url } = await openPostOffice({ refuseWith: 451 });
    await work(url);
    const id = await queue();
    expect(await mailWhen(id, ({ attempts }) => attempts === 1)).toMatchObject({
      status: "waiting",
      lastError: "EENVELOPE 451",
    });
    expect(await jobFailed()).toBe(`mail ${id} not sent: EENVELOPE 451`);
  });

  test("refused for good is marked failed and not tried again", async () => {
    const { url } = await openPostOffice({ refuseWith: 550 });
    await work(url);
    const id = await queue();
    expect(await mailWhen(id, ({ status }) => status !== "waiting")).toMatchObject({
      status: "failed",
      lastError: "EENVELOPE 550",
    });
    await worker?.stop();
    expect((await pool().query("SELECT 1 FROM graphile_worker.jobs")).rowCount).toBe(0);
  });

  test("that failed at its last attempt is marked failed", async () => {
    const { url, close } = await openPostOffice();
    await close();
    const id = await queue();
    await pool().query("UPDATE graphile_worker._private_jobs SET max_attempts = 1");
    await work(url);
    expect(await mailWhen(id, ({ attempts }) => attempts === 1)).toMatchObject({ status: "failed" });
  });

  test("is stored for the administrator when no server is configured", async () => {
    await work(undefined);
    const id = await queue();
    const stored = await mailWhen(id, ({ status }) => status !== "waiting");
    expect(stored).toMatchObject({ status: "stored", recipient: to, text: vietnamese.text, sentAt: null });
  });

  test("is sent once, also when its job runs again", async () => {
    const office = await openPostOffice();
    await work(office.url);
    const id = await queue();
    await mailWhen(id, ({ status }) => status === "sent");
    await worker?.stop();
    const log = { info() {}, warn() {}, error() {}, debug() {}, fatal() {} };
    const again = sendMailTask(() => ({ smtpUrl: office.url, from }));
    await again.run({ mailId: id }, { log, lastAttempt: false, signal: new AbortController().signal });
    expect(office.received).toHaveLength(1);
  });

  test("whose line broke after its last word, before the server's answer, is uncertain and not sent again", async () => {
    const office = await openPostOffice({ onKept: () => "hang-up" });
    await work(office.url);
    const id = await queue();
    const left = await mailWhen(id, ({ attempts }) => attempts === 1);
    expect(left).toMatchObject({ status: "uncertain", sentAt: null });
    await worker?.stop();
    expect((await pool().query("SELECT 1 FROM graphile_worker.jobs")).rowCount).toBe(0);
    expect(office.received).toHaveLength(1);
  });
});

/** What the queue notes about the failed job, once it has. */
async function jobFailed(): Promise<string> {
  for (;;) {
    const { rows } = await pool().query<{ last_error: string | null }>("SELECT last_error FROM graphile_worker.jobs");
    if (rows[0]?.last_error) return rows[0].last_error;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
