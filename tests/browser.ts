import { spawnSync } from "node:child_process";
import { accessSync, constants, existsSync, readFileSync } from "node:fs";
import path from "node:path";
import { chromium } from "@playwright/test";

const programs = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];

/** The browser of BROWSER_PATH, of the system, or Playwright's own; undefined where there is none. */
export function findBrowser(): string | undefined {
  const folders = [...(process.env.PATH ?? "").split(path.delimiter), "/usr/bin", "/usr/local/bin", "/snap/bin"];
  const found = folders.flatMap((folder) => programs.map((program) => path.join(folder, program)));
  const own = chromium.executablePath();
  return [process.env.BROWSER_PATH, ...found, own].find((file) => file && isProgram(file));
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

const isDebian = (): boolean =>
  existsSync("/etc/os-release") && /^ID(_LIKE)?=.*(debian|ubuntu)/m.test(readFileSync("/etc/os-release", "utf8"));

/** Finds a browser, or installs Debian's; answers one line that says what is missing when neither works. */
export function provideBrowser(): { browser: string } | { missing: string } {
  const found = findBrowser();
  if (found) return { browser: found };
  const missing = "No browser for the journeys: install chromium, or name one in BROWSER_PATH.";
  if (!isDebian()) return { missing };
  const asRoot = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const environment = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  for (const command of [
    ["apt-get", "-q", "update"],
    ["apt-get", "-q", "install", "-y", "--no-install-recommends", "chromium"],
  ]) {
    const [program = "", ...parameters] = [...asRoot, ...command];
    const { status } = spawnSync(program, parameters, { env: environment, stdio: ["ignore", "ignore", "inherit"] });
    if (status !== 0) return { missing: `${missing} (${command.join(" ")} failed.)` };
  }
  const installed = findBrowser();
  return installed ? { browser: installed } : { missing };
}
