import "../../tests/integration/own-portal";
import { expect, test } from "vitest";
import "~/messages";
import { services } from "./services.server";

test("every nightly job is one that the worker knows, the sweeps among them", () => {
  const known = Object.keys(services.tasks ?? {});
  const scheduled = (services.crontab ?? []).map(({ task }) => task);
  expect(scheduled).toEqual(expect.arrayContaining(["sweep-files", "sweep-accounts"]));
  expect(scheduled.filter((task) => !known.includes(task))).toEqual([]);
});
