import "../../tests/integration/own-portal";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import type { Actor } from "~/accounts/session.server";
import { pool, row, rows } from "~/platform/db/client.server";
import { productImport } from "~/products/import-products.server";
import { buildAccount, buildEnterprise, buildMembership, buildProduct } from "../../prisma/seed/builders";
import { insertRows } from "../../prisma/seed/insert-rows";
import { seedReference } from "../../prisma/seed/seed-reference";
import {
  actingAs,
  actorOf,
  fatesOf,
  foundBy,
  planned,
  retried,
  started,
  uploaded,
  workOn,
} from "../../tests/integration/import-steps";
import { changeImport } from "./change-import.server";
import { provideImportKinds } from "./kinds.server";
import { rowOutcome } from "./row-outcome";

beforeAll(async () => {
  provideImportKinds([productImport]);
  await seedReference(pool());
});

let n = 0;
let owner: Actor;
let enterpriseId: string;
beforeEach(async () => {
  n += 10;
  const account = buildAccount(n);
  const enterprise = buildEnterprise(n);
  await insertRows(pool(), "accounts", [account]);
  await insertRows(pool(), "enterprises", [enterprise]);
  await insertRows(pool(), "memberships", [buildMembership(account.id, enterprise.id)]);
  [owner, enterpriseId] = [actorOf(account), enterprise.id];
});

const head = "Tên sản phẩm;Nhóm sản phẩm;Giá bán;Mã vạch";
const table = (...lines: string[]) => ({
  kind: productImport,
  actor: owner,
  enterpriseId,
  content: `${[head, ...lines].join("\n")}\n`,
});
const names = async () =>
  (
    await rows<{ name: string }>("SELECT name FROM products WHERE enterprise_id = $1 ORDER BY name", [enterpriseId])
  ).map(({ name }) => name);
const added = async (importId: string) =>
  Number(
    (
      await row<{ count: number }>(
        "SELECT count(*)::int AS count FROM journal WHERE event = 'product.added' AND data->>'importId' = $1",
        [importId],
      )
    )?.count,
  );
const retry = (importId: string) => changeImport({ importId, action: "retry" }, owner, actingAs(owner));

describe("retrying the rows that were not taken in", () => {
  test("takes in what was refused for a cause that is gone, and leaves the rows taken in before as they are", async () => {
    const holder = buildProduct(n, { enterpriseId, name: "Khác", gtin: "8935001800019", status: "withdrawn" });
    await insertRows(pool(), "products", [holder]);
    const id = await planned(table("Nem chua;Thực phẩm;85.000;", "Tré;Thực phẩm;60.000;8935001800019", "Bún;Mì;1;"));
    await started(id, owner);
    expect(await fatesOf(id)).toEqual([
      "2 created",
      "3 refused products:import.withdrawn",
      "4 refused products:import.groupUnknown",
    ]);
    await pool().query("UPDATE products SET gtin = NULL WHERE id = $1", [holder.id]);
    await pool().query("UPDATE products SET price = 1 WHERE name = 'Nem chua' AND enterprise_id = $1", [enterpriseId]);

    await retried(id, owner);
    expect(await fatesOf(id)).toEqual(["2 created", "3 create", "4 refuse products:import.groupUnknown"]);
    expect(await foundBy(owner, id)).toMatchObject({
      status: "planned",
      finishedAt: null,
      willCreate: 2,
      willRefuse: 1,
      created: 1,
      refused: 0,
    });
    await started(id, owner);
    expect(await fatesOf(id)).toEqual(["2 created", "3 created", "4 refused products:import.groupUnknown"]);
    expect(await foundBy(owner, id)).toMatchObject({ status: "finished", created: 2, refused: 1 });
    expect(await names()).toEqual(["Khác", "Nem chua", "Tré"]);
    expect(await added(id)).toBe(2);
    // What the owner changed by hand meanwhile is not written over by a row that is settled.
    expect(
      await row("SELECT price FROM products WHERE name = 'Nem chua' AND enterprise_id = $1", [enterpriseId]),
    ).toEqual({ price: 1 });
    const events = await rows<{ event: string }>(
      "SELECT event FROM journal WHERE subject_kind = 'import' AND subject_id = $1 ORDER BY seq",
      [id],
    );
    expect(events.map(({ event }) => event.replace("import.", ""))).toEqual([
      ...["uploaded", "mapped", "started", "finished"],
      ...["retried", "started", "finished"],
    ]);
    const told = await rows("SELECT id FROM notices WHERE account_id = $1 AND event = 'import.finished'", [
      owner.accountId,
    ]);
    expect(told).toHaveLength(2);
  });

  test("goes on behind the row at which a run stopped", async () => {
    const id = await planned(table("Nem chua;Thực phẩm;1;", "Tré;Không rõ;1;", "Bún;Thực phẩm;1;"));
    await started(id, owner, "stop");
    expect(await names()).toEqual(["Nem chua"]);
    await retried(id, owner);
    await started(id, owner, "skip");
    expect(await fatesOf(id)).toEqual(["2 created", "3 refused products:import.groupUnknown", "4 created"]);
    expect(await added(id)).toBe(2);
  });

  test("takes a cancelled import up again", async () => {
    const id = await planned(table("Nem chua;Thực phẩm;1;"));
    await changeImport({ importId: id, action: "cancel" }, owner, actingAs(owner));
    await retried(id, owner);
    await started(id, owner);
    expect(await fatesOf(id)).toEqual(["2 created"]);
  });

  test("still finds that a row repeats one that was taken in before", async () => {
    const id = await planned(table("Nem chua;Thực phẩm;1;", "nem chua;Thực phẩm;2;"));
    await started(id, owner);
    await retried(id, owner);
    expect(await fatesOf(id)).toEqual(["2 created", "3 refused imports:problem.repeats"]);
  });

  test("that finds nothing to take in is through with its dry run, and can be asked for again", async () => {
    const id = await planned(table("Nem chua;Thực phẩm;1;", "Tré;Không rõ;1;"));
    await started(id, owner);
    for (let turn = 0; turn < 2; turn += 1) {
      await retried(id, owner);
      expect(await foundBy(owner, id)).toMatchObject({ status: "finished", created: 1, refused: 1, willRefuse: 1 });
    }
    expect(await fatesOf(id)).toEqual(["2 created", "3 refused products:import.groupUnknown"]);
    expect(await added(id)).toBe(1);
  });

  test("is not offered when every row was taken in, nor twice at once", async () => {
    const whole = await planned(table("Nem chua;Thực phẩm;1;"));
    await started(whole, owner);
    expect(await retry(whole)).toEqual({ ok: false, code: "notAllowed" });
    const part = await planned(table("Tré;Thực phẩm;1;", "Bún;Không rõ;1;"));
    await started(part, owner);
    const both = await Promise.all([retry(part), retry(part)]);
    expect(both.filter(({ ok }) => ok)).toHaveLength(1);
    await Promise.all([workOn(part), workOn(part)]);
    expect(await fatesOf(part)).toEqual(["2 created", "3 refused products:import.groupUnknown"]);
  });
});

test("an undone run of all or nothing says of its good rows that they were undone, and can be retried whole", async () => {
  const id = await planned(table("Nem chua;Thực phẩm;1;", "Bún;Thực phẩm;1;8935001800019"));
  const holder = buildProduct(n, { enterpriseId, name: "Khác", gtin: "8935001800019", status: "withdrawn" });
  await insertRows(pool(), "products", [holder]);
  await started(id, owner, "all");
  const undone = await foundBy(owner, id);
  expect(undone).toMatchObject({ status: "failed", failure: "imports:failure.undone" });
  expect(await fatesOf(id)).toEqual(["2 create", "3 refused products:import.withdrawn"]);
  expect(rowOutcome("create", undone)).toBe("undone");
  expect(await names()).toEqual(["Khác"]);

  await pool().query("UPDATE products SET gtin = NULL WHERE id = $1", [holder.id]);
  await retried(id, owner);
  await started(id, owner, "all");
  expect(await fatesOf(id)).toEqual(["2 created", "3 created"]);
  expect(await foundBy(owner, id)).toMatchObject({ status: "finished", failure: null, created: 2, refused: 0 });
});

test("a corrected file with only the failed rows goes straight to its dry run, and points to the first", async () => {
  const first = await planned(table("Nem chua;Thực phẩm;1;", "Tré;Không rõ;1;"));
  await started(first, owner);
  const retryOf = await foundBy(owner, first);
  const again = await uploaded({ ...table("Tré;Thực phẩm;1;"), retryOf });
  expect(await foundBy(owner, again)).toMatchObject({ status: "mapped", retryOfId: first });
  await workOn(again);
  await started(again, owner);
  expect(await fatesOf(again)).toEqual(["2 created"]);
  expect(await names()).toEqual(["Nem chua", "Tré"]);
});
