import { createServer } from "node:net";
import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { scanHeld } from "@/lib/attachments/commands";
import { viewHistory } from "@/lib/cases/history/queries";
import { withActor } from "@/lib/db/with-actor";
import { addDocument, addVersion, removeVersion, takeInVersion } from "@/lib/documents/commands";
import { openVersion, viewDocument, viewDocuments } from "@/lib/documents/queries";
import { aCase, aDocument, anActor, anItem, aWorker } from "@/tests/support/factories";
import { aPdf } from "@/tests/support/files";
import { owner } from "@/tests/support/owner";
import { countStatements } from "@/tests/support/statements";

const title = "Attendance report, autumn term";
const whole = { title, marking: "official", namedOrganisationIds: [] as string[] } as const;
type Audience = "all_partners" | "panel_members" | "named_organisations" | "chair_and_coordinator";

async function aCaseWith(...roles: Role[]) {
  const cora = await anActor("coordinator");
  const opened = await aCase({ coordinator: cora });
  const others: Actor[] = [];
  for (const role of roles) {
    const actor = await anActor(role, { areaId: opened.areaId });
    if (role === "panel_member") await anItem(opened, { health: actor });
    else if (role !== "gateway_officer") await aWorker(opened.id, actor);
    others.push(actor);
  }
  return { cora, others, ...opened };
}

const add = (actor: Actor, caseId: string, audience: Audience = "all_partners", named = {}) =>
  withActor(actor, (ctx) => addDocument(ctx, { ...whole, caseId, audience, ...named }));

function posted(name: string, bytes: Buffer, why?: string) {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], name));
  if (why) form.set("why", why);
  return form;
}

type Upload = { reference?: string; name?: string; bytes?: Buffer; why?: string };
async function upload(actor: Actor, documentId: string, given: Upload = {}) {
  const { reference = "PC-2026-1", name = "letter.pdf", bytes = aPdf, why } = given;
  const arrived = await takeInVersion(posted(name, bytes, why), { reference, documentId });
  return withActor(actor, (ctx) => addVersion(ctx, arrived));
}

const listed = (actor: Actor, reference: string) =>
  withActor(actor, (ctx) => viewDocuments(ctx, reference, 1));
const view = (actor: Actor, reference: string, documentId: string) =>
  withActor(actor, (ctx) => viewDocument(ctx, reference, documentId));
const fetchIt = (actor: Actor, versionId: string) =>
  withActor(actor, (ctx) => openVersion(ctx, versionId));
const remove = (actor: Actor, versionId: string) =>
  withActor(actor, (ctx) => removeVersion(ctx, { versionId, reasons: "It was the wrong file." }));

test("a document is kept sealed, comes back byte for byte, and opening it is on the log", async () => {
  const { cora, id, reference } = await aCaseWith();
  const { documentId } = await add(cora, id);
  await upload(cora, documentId);
  const { versions } = await view(cora, reference, documentId);
  const versionId = versions[0]?.id ?? "";

  const { bytes, name, contentType } = await fetchIt(cora, versionId);

  expect(bytes.equals(aPdf)).toBe(true);
  expect([name, contentType]).toEqual([`${title}.pdf`, "application/pdf"]);
  const row = await owner.documentVersion.findUniqueOrThrow({ where: { id: versionId } });
  expect(Buffer.from(row.sealed ?? []).toString("latin1")).not.toContain("%PDF");
  const types = await owner.auditEvent.findMany({
    where: { actor: cora.userId },
    select: { type: true, facts: true },
  });
  expect(types.map(({ type }) => type)).toEqual(
    expect.arrayContaining(["document.added", "document.version_added", "document.opened"]),
  );
  expect(JSON.stringify(types)).not.toContain("Attendance");
});

// prettier-ignore
test.for([
  ["all_partners", true, true, true],
  ["panel_members", true, true, false],
  ["chair_and_coordinator", true, false, false],
  ["named_organisations", false, false, false],
] as const)(
  "a document for %s is absent outside its audience (IS-01)",
  async ([audience, ...may]) => {
    const { cora, others, reference, ...opened } = await aCaseWith(
      "chair",
      "panel_member",
      "gateway_officer",
    );
    const { id, versionId } = await aDocument(opened, cora, { audience, title });

    for (const [index, actor] of others.entries()) {
      const { documents, total } = await listed(actor, reference);
      expect([actor.role, documents.length, total]).toEqual([
        actor.role,
        Number(may[index]),
        Number(may[index]),
      ]);
      const opening = fetchIt(actor, versionId);
      if (may[index]) await expect(opening).resolves.toMatchObject({ name: `${title}.txt` });
      else {
        await expect(opening).rejects.toMatchObject({ name: "NotFound" });
        await expect(view(actor, reference, id)).rejects.toMatchObject({ name: "NotFound" });
        const { entries } = await withActor(actor, (ctx) => viewHistory(ctx, reference, null));
        expect(entries.filter(({ kind }) => kind === "document")).toEqual([]);
      }
    }
  },
);

test("an organisation that is named reads it, and another does not", async () => {
  const { cora, others, id, reference } = await aCaseWith("panel_member", "panel_member");
  const [pat, paul] = others as [Actor, Actor];
  await add(cora, id, "named_organisations", { namedOrganisationIds: [pat.organisationId] });

  await expect(listed(pat, reference)).resolves.toMatchObject({ total: 1 });
  await expect(listed(paul, reference)).resolves.toMatchObject({ total: 0 });
});

test("the title of what is for the chair and the coordinator stands nowhere in clear", async () => {
  const { cora, id, reference } = await aCaseWith();
  const { documentId } = await add(cora, id, "chair_and_coordinator");

  const row = await owner.document.findUniqueOrThrow({ where: { id: documentId } });
  expect(row.title).toBeNull();
  expect(Buffer.from(row.sealedTitle ?? []).toString("latin1")).not.toContain("Attendance");
  await expect(listed(cora, reference)).resolves.toMatchObject({ documents: [{ title }] });
});

test.for(["governance_officer", "provider", "invitee"] as const)(
  "a %s adds no document, and nothing is left behind",
  async (role) => {
    const { others, id } = await aCaseWith(role);

    await expect(add(others[0] as Actor, id)).rejects.toMatchObject({ name: "Forbidden" });

    await expect(owner.document.count({ where: { caseId: id } })).resolves.toBe(0);
  },
);

test("a version that is replaced or removed stays listed, with who and why", async () => {
  const { cora, id, reference } = await aCaseWith();
  const { documentId } = await add(cora, id);
  await upload(cora, documentId);
  await upload(cora, documentId, { why: "corrected" });
  const before = await view(cora, reference, documentId);
  const second = before.versions[0]?.id ?? "";

  await remove(cora, second);

  const { versions, current } = await view(cora, reference, documentId);
  expect(versions).toMatchObject([
    {
      number: 2,
      why: "corrected",
      removedWhy: "It was the wrong file.",
      removedBy: expect.any(String),
    },
    { number: 1, why: "first", removedOn: null },
  ]);
  expect(current?.number).toBe(1);
  await expect(fetchIt(cora, second)).rejects.toMatchObject({ name: "NotFound" });
  const row = await owner.documentVersion.findUniqueOrThrow({ where: { id: second } });
  expect(row.sealed).toBeNull();
  await expect(remove(cora, second)).rejects.toMatchObject({ name: "NotFound" });
});

test("a later version says why, and a reason that is none is refused", async () => {
  const { cora, id, reference } = await aCaseWith();
  const { documentId } = await add(cora, id);
  await upload(cora, documentId);

  for (const why of [undefined, "first", "because"]) {
    const refusing = upload(cora, documentId, why ? { why } : {});
    await expect(refusing).rejects.toMatchObject({ detail: { problem: "no_reason" } });
  }
  const { versions } = await view(cora, reference, documentId);
  expect(versions).toHaveLength(1);
});

test("what is not what its name says is refused by name, and nothing is kept", async () => {
  const { cora, id } = await aCaseWith();
  const { documentId } = await add(cora, id);

  const lying = upload(cora, documentId, { name: "letter.png" });

  await expect(lying).rejects.toMatchObject({ detail: { problem: "mismatch" } });
  await expect(owner.documentVersion.count({ where: { documentId } })).resolves.toBe(0);
});

test("another organisation's document is replaced and removed by those who run the case alone", async () => {
  const { cora, others, reference: _, ...opened } = await aCaseWith("panel_member", "chair");
  const [pat, chas] = others as [Actor, Actor];
  const { id, versionId } = await aDocument(opened, cora);

  await expect(upload(pat, id, { why: "newer" })).rejects.toMatchObject({ name: "NotFound" });
  await expect(remove(pat, versionId)).rejects.toMatchObject({ name: "NotFound" });
  const { count } = await withActor(pat, ({ tx }) =>
    tx.documentVersion.updateMany({ where: { id: versionId }, data: { sealed: null } }),
  );
  expect(count).toBe(0);
  await upload(chas, id, { why: "newer" });
  await remove(chas, versionId);
});

test("somebody who is not on the case finds neither document nor file (IS-01)", async () => {
  const { cora, reference, ...opened } = await aCaseWith();
  const { id, versionId } = await aDocument(opened, cora);
  const carl = await anActor("coordinator", { areaId: opened.areaId });

  await expect(listed(carl, reference)).rejects.toMatchObject({ name: "NotFound" });
  await expect(view(carl, reference, id)).rejects.toMatchObject({ name: "NotFound" });
  await expect(fetchIt(carl, versionId)).rejects.toMatchObject({ name: "NotFound" });
  await expect(upload(carl, id)).rejects.toMatchObject({ name: "NotFound" });
  await expect(fetchIt(cora, "no id")).rejects.toMatchObject({ name: "NotFound" });
});

test.for([
  ["stream: OK", "clean", true],
  ["stream: Eicar FOUND", "infected", false],
] as const)(
  "what is held is released or gone by the scanner's word: %s",
  async ([word, scan, is]) => {
    const { cora, reference: _, ...opened } = await aCaseWith();
    const { versionId } = await aDocument(opened, cora, { scan: "held" });
    await expect(fetchIt(cora, versionId)).rejects.toMatchObject({ name: "NotFound" });
    const server = createServer((socket) => {
      socket.on("error", () => socket.destroy());
      socket.on("data", (part) => {
        if (part.subarray(-4).equals(Buffer.alloc(4))) socket.end(`${word}\0`);
      });
    });
    await new Promise<void>((listen) => server.listen(0, "127.0.0.1", listen));
    const { port } = server.address() as { port: number };

    await scanHeld(new Date(), `127.0.0.1:${port}`);
    await new Promise((closed) => server.close(closed));

    const row = await owner.documentVersion.findUniqueOrThrow({ where: { id: versionId } });
    expect([row.scan, row.sealed !== null]).toEqual([scan, is]);
  },
);

test("the pages take few statements", async () => {
  const { cora, reference, ...opened } = await aCaseWith();
  const { id } = await aDocument(opened, cora, { audience: "chair_and_coordinator" });
  await aDocument(opened, cora);

  const list = await countStatements(() => listed(cora, reference));
  const one = await countStatements(() => view(cora, reference, id));

  expect(list.count).toBeLessThanOrEqual(6);
  expect(one.count).toBeLessThanOrEqual(4);
});
