// A Chromium for the browser tests: one that is installed, else Debian's, else Playwright's own.
import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";

const usual = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];
const installed = () =>
  [process.env.CHROMIUM_PATH, ...usual].find((path) => path && existsSync(path));

const attempt = (command, args) => {
  try {
    execFileSync(command, args, { stdio: ["ignore", "inherit", "inherit"] });
    return true;
  } catch {
    return false;
  }
};

/** Its path, or nothing when none can be had. Installs only as root, and only from the system's own packages. */
export function findBrowser() {
  if (installed()) return installed();
  console.log("\n── install a browser");
  if (process.getuid?.() === 0 && existsSync("/usr/bin/apt-get")) {
    attempt("apt-get", ["update", "-qq"]);
    attempt("apt-get", [
      "install",
      "-y",
      "-qq",
      "--no-install-recommends",
      "chromium",
      "fonts-liberation",
    ]);
    if (installed()) return installed();
  }
  if (attempt("node_modules/.bin/playwright", ["install", "chromium"])) {
    const code =
      'import("playwright-core").then(({ chromium }) => console.log(chromium.executablePath()))';
    const path = execFileSync(process.execPath, ["-e", code], { encoding: "utf8" }).trim();
    if (existsSync(path)) return path;
  }
  return undefined;
}
