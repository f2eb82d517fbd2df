import { spawnSync } from "node:child_process";

import { expect, test } from "vitest";

test.for([0, 3])(
  "a process that can start a database ends with the code it was given: %i",
  (code) => {
    const script = `import("./scripts/database.ts").then(() => { process.exitCode = ${code}; });`;
    const { status } = spawnSync(process.execPath, ["--import", "tsx", "-e", script]);

    expect(status).toBe(code);
  },
);
