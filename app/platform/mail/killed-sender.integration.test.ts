import "../../../tests/integration/own-portal";
import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { afterEach, beforeAll, describe, expect, test } from "vitest";
import { type Conduct, openPostOffice, type PostOffice } from "../../../tests/integration/post-office";
import { pool, prisma } from "../db/client.server";
import { inTransaction } from "../db/transaction.server";
import { prepareJobs, startWorker, type Worker } from "../jobs/worker.server";
import { accept } from "../result";
import { queueMail } from "./queue-mail.server";
import { sendMailTask } from "./send-mail.server";
import { tidyMails } from "./tidy-mails.server";

const acting = { actorId: null, requestId: null, now: new Date() };
const from = "Lên Sàn <khong-tra-loi@lensan.test>";
const workerFile = fileURLToPath(new URL("../../../tests/integration/mail-worker.ts", import.meta.url));

let office: PostOffice | undefined;
let worker: Worker | undefined;
let child: ChildProcess | undefined;
beforeAll(() => prepareJobs(pool()));
afterEach(async () => {
  await worker?.stop();
  await office?.close();
  if (child?.exitCode === null && child.signalCode === null) {
    const ended = once(child, "exit");
    child.kill("SIGKILL");
    await ended;
  }
  await pool().query("DELETE FROM graphile_worker._private_jobs");
});

const kill = (): undefined => {
  child?.kill("SIGKILL");
};

/** Lets a worker process try to send one mail, kills it at the moment that the office's conduct chooses, and answers the mail. */
async function killedWhileSending(conduct: Conduct): Promise<string> {
  office = await openPostOffice(conduct);
  child = fork(workerFile, { execArgv: ["--import", "tsx"], env: { ...process.env, SMTP_URL: office.url } });
  const ended = once(child, "exit");
  await once(child, "message");
  const mail = {
    kind: "test",
    to: "a@mail.test",
    language: "vi",
    subject: "Thử",
    text: "x",
    html: "<p>x</p>",
  } as const;
  const queued = await inTransaction(acting, async (tx) => accept(await queueMail(tx, mail)));
  if (!queued.ok) throw new Error("not queued");
  expect(await ended).toEqual([null, "SIGKILL"]);
  return queued.value;
}

const restart = async () => {
  worker = await startWorker({ "send-mail": sendMailTask(() => ({ smtpUrl: office?.url, from })) });
};
/** The queue gives a dead worker's job to another after four hours. */
const unlock = () => pool().query("UPDATE graphile_worker._private_jobs SET locked_at = NULL, locked_by = NULL");
const inAnHour = () => new Date(Date.now() + 3_600_000);
const jobsToCome = "SELECT 1 FROM graphile_worker.jobs WHERE attempts < max_attempts OR locked_at IS NOT NULL";
const find = (id: string) => prisma().mail.findUniqueOrThrow({ where: { id } });

/** The mail in this state, once no job is left that will run; the test's own time limit is the only clock. */
async function settled(id: string, status: string): Promise<void> {
  for (;;) {
    const [mail, jobs] = [await find(id), await pool().query(jobsToCome)];
    if (mail.status === status && jobs.rowCount === 0) return;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe("a worker killed between the server's acceptance and the record", () => {
  test("leaves an uncertain mail at the next attempt, delivered exactly once", async () => {
    const id = await killedWhileSending({ onKept: kill });
    expect(await find(id)).toMatchObject({ status: "sending", attempts: 0, sentAt: null });
    await unlock();
    await restart();
    await settled(id, "uncertain");
    expect(office?.received.map(({ messageId }) => messageId)).toEqual([`<${id}@lensan.test>`]);
  });

  test("leaves a mail that the tidying finds before its job comes back, and neither sends it again", async () => {
    const id = await killedWhileSending({ onKept: kill });
    expect(await tidyMails(new Date())).toMatchObject({ uncertain: 0 });
    expect(await tidyMails(inAnHour())).toMatchObject({ uncertain: 1, requeued: 0 });
    await unlock();
    await restart();
    await settled(id, "uncertain");
    expect(office?.received).toHaveLength(1);
  });
});

describe("a worker killed before the words went", () => {
  test("leaves a waiting mail, which another worker sends once", async () => {
    let times = 0;
    const id = await killedWhileSending({
      onRecipient: () => {
        times += 1;
        if (times === 1) kill();
      },
    });
    expect(await find(id)).toMatchObject({ status: "waiting", attempts: 0 });
    expect(await tidyMails(new Date())).toMatchObject({ requeued: 0 });
    expect(await tidyMails(inAnHour())).toMatchObject({ uncertain: 0, requeued: 1 });
    await unlock();
    await restart();
    await settled(id, "sent");
    expect(office?.received).toHaveLength(1);
  });
});

test("mails of more than 90 days are removed", async () => {
  const keep = (days: number) =>
    prisma().mail.create({
      data: {
        kind: "test",
        recipient: "a@mail.test",
        language: "vi",
        subject: `${days}`,
        text: "x",
        html: "x",
        status: "stored",
        createdAt: new Date(acting.now.getTime() - days * 86_400_000),
      },
    });
  const [young, old] = [await keep(89), await keep(91)];
  expect(await tidyMails(acting.now)).toMatchObject({ removed: 1 });
  expect(await prisma().mail.findUnique({ where: { id: old.id } })).toBeNull();
  expect((await find(young.id)).subject).toBe("89");
});
