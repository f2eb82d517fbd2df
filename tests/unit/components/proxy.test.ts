import { NextRequest } from "next/server";
import { afterEach, expect, test, vi } from "vitest";

import { edge } from "@/proxy";

const ask = (url: string, method: string, headers: Record<string, string> = {}) =>
  edge(new NextRequest(url, { method, headers: { host: new URL(url).host, ...headers } }));

afterEach(() => vi.unstubAllEnvs());

const here = "http://localhost:3000";
const ours = "https://casebook.example";

test.for<
  [what: string, origin: string | undefined, headers: Record<string, string>, status: number]
>([
  ["our own form", undefined, { origin: here }, 200],
  [
    "our own form, said so by the browser",
    undefined,
    { origin: here, "sec-fetch-site": "same-origin" },
    200,
  ],
  ["no origin", undefined, {}, 403],
  ["an opaque origin", undefined, { origin: "null" }, 403],
  ["another site", undefined, { origin: "https://evil.example" }, 403],
  ["another port of this machine", undefined, { origin: "http://localhost:4000" }, 403],
  [
    "another site with a forwarded host to match",
    undefined,
    { origin: "https://evil.example", "x-forwarded-host": "evil.example" },
    403,
  ],
  [
    "our origin, from another site",
    undefined,
    { origin: here, "sec-fetch-site": "cross-site" },
    403,
  ],
  ["our origin, from a sibling", undefined, { origin: here, "sec-fetch-site": "same-site" }, 403],
  ["the origin that the environment names", ours, { origin: ours }, 200],
  ["this machine, where the environment names another", ours, { origin: here }, 403],
])("a post with %s", ([, origin, headers, status]) => {
  if (origin) vi.stubEnv("APP_ORIGIN", origin);

  expect(ask(`${here}/cases`, "POST", headers).status).toBe(status);
});

test("without a named origin, a host that is not this machine takes no posts", () => {
  const url = "http://casebook.example/cases";

  expect(ask(url, "POST", { origin: "http://casebook.example" }).status).toBe(403);
});

test.for(["PUT", "PATCH", "DELETE", "OPTIONS"])("%s is not a way to ask for a page", (method) => {
  const response = ask(`${here}/cases`, method, { origin: here });

  expect(response.status).toBe(405);
});

test("each page has its own nonce, and no style or script runs without it", () => {
  const policies = [1, 2].map(() =>
    ask(`${here}/cases`, "GET").headers.get("content-security-policy"),
  );

  expect(policies[0]).not.toBe(policies[1]);
  for (const policy of policies) {
    expect(policy).toMatch(/script-src 'nonce-[\w+/=]{24}' 'strict-dynamic';/);
    expect(policy).toMatch(/style-src 'self' 'nonce-/);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("form-action 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe/);
  }
});

test("a nonce that a reader sends is not believed", () => {
  const response = ask(`${here}/cases`, "GET", { "x-nonce": "mine" });

  expect(response.headers.get("x-middleware-request-x-nonce")).not.toBe("mine");
});

test("the path of a page is said by us and by nobody else, and without its query", () => {
  const response = ask(`${here}/cases?name=somebody`, "GET", { "x-path": "/admin" });

  expect(response.headers.get("x-middleware-request-x-path")).toBe("/cases");
});

test("a form may lead to the identity provider where there is one, and nowhere else", () => {
  vi.stubEnv("OIDC_ISSUER", "https://login.example/tenant/v2.0");

  const policy = ask(here, "GET").headers.get("content-security-policy");

  expect(policy).toContain("form-action 'self' https://login.example;");
});
