import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";

import { isRightPassword } from "@/lib/sessions/commands";
import { addressesOf } from "@/scripts/database";
import { owner } from "@/tests/support/owner";

const server = JSON.parse(process.env.TEST_SERVER ?? "{}");
const { ownerUrl } = addressesOf(
  server,
  new URL(process.env.TEST_OWNER_URL ?? "").pathname.slice(1),
);

async function run(args: string[], env: Record<string, string> = {}) {
  const script = ["--conditions=react-server", "--import", "tsx", "scripts/account.ts", ...args];
  return promisify(execFile)(process.execPath, script, { env: { ...process.env, ...env } }).then(
    ({ stdout }) => stdout,
    ({ stderr }) => stderr as string,
  );
}

const who = ["--email", "ada@council.test", "--name", "Ada Example"];
const where = ["--organisation", "Example Council", "--area", "Example"];
const passwordIn = (said: string) => /\n {2}(\S{19})\n/.exec(said)?.[1] ?? "";

test("the first administrator is made with a place to work in and a password shown once", async () => {
  const refused = await run([...who, ...where]);
  const said = await run([...who, ...where], { OWNER_URL: ownerUrl });
  const again = await run([...who, ...where]);

  expect(said).toContain("may sign in");
  expect(refused).toMatch(/^There is no Example Council in Example\./);
  const user = await owner.user.findFirstOrThrow({
    where: { email: "ada@council.test" },
    select: {
      name: true,
      userCredential: { select: { passwordHash: true } },
      hats: { select: { role: true, area: { select: { name: true } } } },
    },
  });
  expect(user).toMatchObject({
    name: "Ada Example",
    hats: [{ role: "administrator", area: { name: "Example" } }],
  });
  const stored = user.userCredential?.passwordHash;
  expect(stored).not.toContain(passwordIn(again));
  expect(await isRightPassword(stored, passwordIn(again))).toBe(true);
  expect(await isRightPassword(stored, passwordIn(said))).toBe(false);
});

test.each([
  [[], "Say who: --email, --name, --organisation and --area."],
  [[...who, ...where, "--role", "king"], "Select the role"],
])("%j is refused in words", async (args, said) => {
  expect(await run(args, { OWNER_URL: ownerUrl })).toContain(said);
});
