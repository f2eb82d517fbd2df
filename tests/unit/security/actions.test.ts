import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";

// Every export of such a file can be called by anybody, from any page. So each is what a door made.
const files = ["app", "components", "lib"]
  .flatMap((folder) =>
    readdirSync(folder, { recursive: true, encoding: "utf8" }).map((file) => `${folder}/${file}`),
  )
  .filter((file) => /\.tsx?$/.test(file) && !file.includes("/generated/"));
const read = (file: string) => readFileSync(file, "utf8");
const serverFiles = files.filter((file) => /^\s*["']use server["']/m.test(read(file)));

/** What makes a door of a command, and the doors that are made already, by the file of lib/request they are in. */
const makers: Record<string, string[]> = {
  submit: ["submit", "submitOrKeep", "autosave"],
};
const made: Record<string, string[]> = {
  "sign-in": ["signIn", "chooseHat", "signOut", "staySignedIn"],
  factor: ["enterCode", "enterRecoveryCode", "confirmFactor", "keepRecoveryCodes"],
};

const whole = /import \* as (\w+) from "@\/lib\/request\/([\w-]+)";/g;
const parts = /import \{([^}]+)\} from "@\/lib\/request\/([\w-]+)";/g;

/** What a file exports that no door made. */
function strays(source: string): string[] {
  const starts: string[] = [];
  for (const [, names = "", file = ""] of source.matchAll(parts))
    for (const name of names.split(",").map((each) => each.trim()))
      if (makers[file]?.includes(name)) starts.push(`${name}(`);
  for (const [, name, file = ""] of source.matchAll(whole))
    starts.push(...(made[file] ?? []).map((door) => `${name}.${door};`));
  const isMade = (line: string) =>
    starts.some((start) => line.replace(/^export const \w+ = /, "").startsWith(start));
  return source.split("\n").filter((line) => /^\s*export\b(?! type)/.test(line) && !isMade(line));
}

test("there are such files, and all are called actions.ts", () => {
  expect(serverFiles.length).toBeGreaterThan(3);
  expect(serverFiles.filter((file) => !file.endsWith("/actions.ts"))).toEqual([]);
});

test.each(serverFiles)("%s exports only what a door made", (file) => {
  expect(strays(read(file))).toEqual([]);
});

test.each([
  [`export async function leak() {}`, 1],
  [`export default async () => {};`, 1],
  [`export { leak } from "@/lib/cases/queries";`, 1],
  [`export * from "@/lib/cases/commands";`, 1],
  [`export const leak = async () => {};`, 1],
  [`import * as door from "@/lib/cases/commands";\nexport const leak = door.leak;`, 1],
  [`const submit = (work) => work;\nexport const leak = submit(work);`, 1],
  [`import * as door from "@/lib/request/sign-in";\nexport const leak = door.openSession;`, 1],
  [`import { submit } from "@/lib/request/submit";\nexport const send = submit(a, b, c);`, 0],
  [`import * as door from "@/lib/request/sign-in";\nexport const signIn = door.signIn;`, 0],
])("%j has %i strays", (source, count) => {
  expect(strays(source)).toHaveLength(count);
});
