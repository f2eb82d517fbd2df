import { afterEach, beforeEach, expect, test, vi } from "vitest";

import { isOurs } from "@/lib/request/origin";

const ours = "https://casebook.example";

beforeEach(() => vi.stubEnv("APP_ORIGIN", ours));
afterEach(() => vi.unstubAllEnvs());

// prettier-ignore
test.for([
  ["our own page", { origin: ours }, true],
  ["our own page, and the browser agrees", { origin: ours, "sec-fetch-site": "same-origin" }, true],
  ["a page elsewhere", { origin: "https://evil.example" }, false],
  ["nobody says", {}, false],
  ["a hidden origin", { origin: "null" }, false],
  ["our name, from elsewhere", { origin: ours, "sec-fetch-site": "cross-site" }, false],
  ["our neighbour", { origin: `${ours}.evil.example` }, false],
  [
    "elsewhere, with our host forwarded",
    { origin: "https://evil.example", "x-forwarded-host": "casebook.example" },
    false,
  ],
  ["elsewhere, with its own host", { origin: "http://evil.example", host: "evil.example" }, false],
] as const)("a post from %s is ours: %s", ([, headers, isSo]) => {
  expect(isOurs(new Headers(headers as Record<string, string>))).toBe(isSo);
});

test("where nothing says where our pages live, they live on this machine alone", () => {
  vi.stubEnv("APP_ORIGIN", undefined);

  const at = (host: string) => isOurs(new Headers({ host, origin: `http://${host}` }));

  expect([at("localhost:3000"), at("evil.example")]).toEqual([true, false]);
});
