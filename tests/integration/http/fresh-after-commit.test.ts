import pg from "pg";
import { afterAll, beforeAll, expect, it } from "vitest";
import { watchDatabase } from "~/platform/db/database-status.server";
import { freshDatabase } from "../database";
import { openTinyPortal, type TinyPortal } from "./tiny-portal";

let database: Awaited<ReturnType<typeof freshDatabase>>;
let pool: pg.Pool;
let portals: TinyPortal[];

const currentVersion = async (): Promise<number> => {
  const { rows } = await pool.query<{ version: string }>("SELECT public_version::text AS version FROM journal_head");
  return Number(rows[0]?.version);
};

beforeAll(async () => {
  database = await freshDatabase();
  pool = new pg.Pool({ connectionString: database.url });
  portals = await Promise.all([1, 2].map(() => openTinyPortal({ status: watchDatabase(database.url) })));
  for (const { state, ask } of portals) {
    state.text = async () => `phiên bản ${await currentVersion()}.`;
    await ask("/trang");
  }
});
afterAll(async () => {
  await Promise.all(portals.map(({ portal }) => portal.close()));
  await pool.end();
  await database.drop();
});

it("two portals on one database never answer with anything older than what was committed before the question", async () => {
  let committed = await currentVersion();
  const stale: string[] = [];
  const check = async ({ ask }: TinyPortal) => {
    const atLeast = committed;
    const { text } = await ask("/trang");
    const shown = Number(/phiên bản (\d+)\./.exec(text)?.[1]);
    if (!(shown >= atLeast)) stale.push(`${shown} < ${atLeast}`);
  };
  let writing = true;
  const readers = portals.flatMap((portal) =>
    [1, 2].map(async () => {
      while (writing) await check(portal);
    }),
  );
  for (let n = 0; n < 60; n += 1) {
    await pool.query(
      `INSERT INTO journal (at, event, subject_kind, subject_id, data) VALUES (now(), 'product.changed', 'product', $1, '{}')`,
      [String(n)],
    );
    committed += 1;
    await Promise.all(portals.map(check));
  }
  writing = false;
  await Promise.all(readers);
  expect(stale).toEqual([]);
  expect(await currentVersion()).toBe(committed);
});
