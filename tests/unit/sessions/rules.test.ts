import { expect, test } from "vitest";

import { pauseBefore, plainCode, safeNext, signInPath } from "@/lib/sessions/rules";

test.each([
  [1, 0],
  [4, 0],
  [5, 250],
  [6, 500],
  [7, 1_000],
  [8, 1_500],
  [10, 1_500],
  [1_000, 1_500],
])("try %i is answered after %i milliseconds", (tries, pause) => {
  expect(pauseBefore(tries)).toBe(pause);
});

test.each([
  ["/cases/PC-2026-000123", "/cases/PC-2026-000123"],
  ["/cases?stage=panel&page=2", "/cases?stage=panel&page=2"],
  ["", "/home"],
  [undefined, "/home"],
  [null, "/home"],
  ["cases", "/home"],
  ["//evil.example", "/home"],
  ["/\\evil.example", "/home"],
  ["/%0d%0aset-cookie:a=b", "/home"],
  ["https://evil.example", "/home"],
  ["javascript:alert(1)", "/home"],
  ["/cases\nx", "/home"],
  ["/@evil.example", "/home"],
])("from %s one goes on to %s", (next, place) => {
  expect(safeNext(next)).toBe(place);
});

test.each([
  ["/cases/PC-2026-000123", "/sign-in?next=%2Fcases%2FPC-2026-000123"],
  ["/cases?name=somebody", "/sign-in"],
  ["/", "/sign-in"],
  ["//evil.example", "/sign-in"],
  [null, "/sign-in"],
])("from %s one signs in at %s", (path, place) => {
  expect(signInPath(path)).toBe(place);
});

test("a recovery code is the same however it is typed", () => {
  expect(plainCode(" AB3D-ef5g hj7k-MN9P ")).toBe("ab3def5ghj7kmn9p");
});
