import { openTestServer } from "../integration/test-server";
import { testServerVariable } from "./fixtures";

/** One database server for all journeys; the build was made before (tests/build-once.ts). */
export default async function setup(): Promise<() => Promise<void>> {
  const { url, template, close } = await openTestServer();
  process.env[testServerVariable] = JSON.stringify({ url, template });
  return close;
}
