import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import {
  currentVersion,
  downloadName,
  mayChangeDocument,
  versionReasonFrom,
} from "@/lib/documents/rules";

const actor = (role: Actor["role"], organisationId: string): Actor => ({
  ...{ userId: "u", hatId: "h", areaId: "a", role, organisationId },
});

// prettier-ignore
test.for([
  ["panel_member", "health", true],
  ["panel_member", "police", false],
  ["gateway_officer", "police", false],
  ["coordinator", "police", true],
  ["chair", "police", true],
] as const)("a %s of the %s may change what health supplied: %s", ([role, organisation, may]) => {
  expect(mayChangeDocument(actor(role, organisation), { suppliedById: "health" })).toBe(may);
});

const version = (number: number, isRemoved = false) => ({
  number,
  removedAt: isRemoved ? new Date() : null,
});

test("the newest version that was not removed counts", () => {
  expect(currentVersion([version(3, true), version(2), version(1)])?.number).toBe(2);
  expect(currentVersion([version(1), version(2)])?.number).toBe(2);
  expect(currentVersion([version(1, true)])).toBeNull();
  expect(currentVersion([])).toBeNull();
});

test.for([
  [null, 0, "first"],
  ["newer", 0, "first"],
  ["newer", 1, "newer"],
  ["first", 1, null],
  ["because", 1, null],
  [null, 1, null],
] as const)("the reason %j for a version after %i is %j", ([code, count, reason]) => {
  expect(versionReasonFrom(code, count)).toBe(reason);
});

test.for([
  ["Attendance report", "application/pdf", "Attendance report.pdf"],
  ["../../etc/passwd", "image/png", "passwd.png"],
  ["Notes\u202Efdp", "text/plain; charset=utf-8", "Notesfdp.txt"],
] as const)("%j is saved with the ending of what it is", ([title, type, name]) => {
  expect(downloadName(title, type)).toBe(name);
});
