import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { decisionFiles } from "./decision-files";

const root = fileURLToPath(new URL("..", import.meta.url));

export default defineConfig({
  root,
  resolve: { alias: { "~": fileURLToPath(new URL("../app", import.meta.url)) } },
  test: {
    pool: "forks",
    // Two workers: what the smallest machine has cores for, and never more servers and databases than that.
    maxWorkers: 2,
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          environment: "node",
          include: ["app/**/*.test.{ts,tsx}", "tests/*.test.ts"],
          exclude: ["app/**/*.integration.test.ts"],
          // Properties try hundreds of inputs, and the machine may be busy.
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "integration",
          environment: "node",
          include: ["{app,prisma}/**/*.integration.test.ts", "tests/integration/**/*.test.ts"],
          globalSetup: ["tests/integration/global-setup.ts"],
          testTimeout: 30_000,
          hookTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "architecture",
          environment: "node",
          include: ["tests/architecture/*.test.ts"],
          testTimeout: 60_000,
          hookTimeout: 60_000,
        },
      },
    ],
    coverage: {
      provider: "v8",
      include: [...decisionFiles],
      reporter: [["text", { skipFull: true }]],
      reportsDirectory: ".cache/coverage",
      thresholds: { branches: 100, perFile: true },
    },
  },
});
