import type { TestProject } from "vitest/node";
import { openTestServer } from "./test-server";

/** One server for the whole run. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, template, close } = await openTestServer();
  project.provide("testServer", { url, template });
  return close;
}
