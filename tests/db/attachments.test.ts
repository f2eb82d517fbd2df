import { createServer, type Server } from "node:net";
import { afterAll, expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { attachFile, removeAttachment, scanHeld, takeIn } from "@/lib/attachments/commands";
import { openAttachment } from "@/lib/attachments/queries";
import { scan } from "@/lib/attachments/scanner";
import { withActor } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { submitReferral } from "@/lib/referrals/commands";
import { declaration } from "@/tests/support/answers";
import { aDraft, anActor, aReadyArea } from "@/tests/support/factories";
import { aPdf } from "@/tests/support/files";
import { owner } from "@/tests/support/owner";

const posted = (name: string, bytes: Buffer) => {
  const form = new FormData();
  form.set("file", new File([new Uint8Array(bytes)], name));
  return form;
};

async function attach(who: Actor, draftId: string, name = "letter.pdf", bytes = aPdf) {
  const arrived = await takeIn(posted(name, bytes), draftId);
  return withActor(who, (ctx) => attachFile(ctx, arrived));
}

const another = (number: number) => Buffer.concat([aPdf, Buffer.from(`% ${number}\n`)]);
const filesOf = (referralId: string) =>
  owner.attachment.findMany({ where: { referralId, removedAt: null }, orderBy: { id: "asc" } });

async function anAttachment() {
  const area = await aReadyArea();
  const draft = await aDraft(area.referrer);
  await attach(area.referrer, draft.draftId);
  const [file] = await filesOf(draft.draftId);
  if (!file) throw new Error("There is no file");
  return { ...area, draft, file };
}

const fetchIt = (who: Actor, id: string) => withActor(who, (ctx) => openAttachment(ctx, id));
const send = (who: Actor, draft: { draftId: string; draftVersion: number }) =>
  withActor(who, (ctx) => submitReferral(ctx, { ...draft, ...declaration }));

test("a file is kept sealed, comes back byte for byte, and opening it is on the log", async () => {
  const { referrer, file } = await anAttachment();

  expect(Buffer.from(file.sealed ?? []).toString("latin1")).not.toContain("%PDF");
  expect(file).toMatchObject({ scan: "not_scanned", contentType: "application/pdf" });
  const { bytes, name } = await fetchIt(referrer, file.id);

  expect(name).toBe("letter.pdf");
  expect(bytes.equals(aPdf)).toBe(true);
  await expect(
    owner.auditEvent.count({ where: { actor: referrer.userId, type: "attachment.opened" } }),
  ).resolves.toBe(1);
});

test("the file of a draft is its writer's; once it is sent the gateway reads it, and a stranger never (IS-01)", async () => {
  const { referrer, officer, coordinator, areaId, draft, file } = await anAttachment();
  const stranger = await anActor("referrer", { areaId });
  const { organisationId } = referrer;
  const lead = await anActor("agency_lead", { areaId, organisationId });
  const readsRow = (who: Actor) =>
    withActor(who, ({ tx }) => tx.attachment.count({ where: { id: file.id } }));

  for (const who of [officer, coordinator, stranger, lead]) {
    await expect(fetchIt(who, file.id)).rejects.toThrow(NotFound);
    await expect(readsRow(who)).resolves.toBe(0);
  }
  await send(referrer, draft);

  for (const who of [officer, lead])
    await expect(fetchIt(who, file.id)).resolves.toMatchObject({ name: "letter.pdf" });
  for (const who of [coordinator, stranger]) {
    await expect(fetchIt(who, file.id)).rejects.toThrow(NotFound);
  }
});

test("the eleventh file is refused, even when it arrives before the tenth is kept", async () => {
  const { referrer } = await aReadyArea();
  const { draftId } = await aDraft(referrer, {});
  for (let number = 1; number <= 9; number++)
    await attach(referrer, draftId, "letter.pdf", another(number));
  const tenth = await takeIn(posted("letter.pdf", another(10)), draftId);
  const [written, mayEnd] = [aSignal(), aSignal()];

  const first = withActor(referrer, async (ctx) => {
    await attachFile(ctx, tenth);
    written.give();
    await mayEnd.given;
  });
  await written.given;
  const second = attach(referrer, draftId, "letter.pdf", another(11));
  setTimeout(mayEnd.give, 300);

  await expect(second).rejects.toMatchObject({ detail: { problem: "too_many" } });
  await first;
  await expect(filesOf(draftId)).resolves.toHaveLength(10);
});

function aSignal() {
  let give = () => {};
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { give: () => give(), given };
}

test("the same file sent twice is one file", async () => {
  const { referrer, draft } = await anAttachment();

  await attach(referrer, draft.draftId);

  await expect(filesOf(draft.draftId)).resolves.toHaveLength(1);
});

test("a file that is removed leaves no bytes, and is not there to open", async () => {
  const { referrer, draft, file } = await anAttachment();

  await withActor(referrer, (ctx) =>
    removeAttachment(ctx, { draftId: draft.draftId, attachmentId: file.id }),
  );

  const row = await owner.attachment.findUniqueOrThrow({ where: { id: file.id } });
  expect(row.sealed).toBeNull();
  await expect(fetchIt(referrer, file.id)).rejects.toThrow(NotFound);
});

test("nobody adds a file to another's draft, or to what was sent", async () => {
  const { referrer, areaId, draft } = await anAttachment();
  const { organisationId } = referrer;
  const others = [
    await anActor("referrer", { areaId }),
    await anActor("agency_lead", { areaId, organisationId }),
  ];

  for (const who of others) {
    await expect(attach(who, draft.draftId, "b.pdf", another(1))).rejects.toThrow(
      /no such draft|cannot do this/,
    );
  }
  await send(referrer, draft);
  await expect(attach(referrer, draft.draftId, "b.pdf", another(1))).rejects.toThrow("already");
});

test.for(["too_large", "lost"] as const)("a post that was %s adds nothing", async (what) => {
  const { referrer } = await aReadyArea();
  const { draftId } = await aDraft(referrer, {});

  const arrived = await takeIn(what, draftId);

  await expect(withActor(referrer, (ctx) => attachFile(ctx, arrived))).rejects.toMatchObject({
    detail: { problem: what },
  });
});

const servers: Server[] = [];
afterAll(() => {
  for (const server of servers) server.close();
});

/** A scanner that answers each file with this, or hangs up, or says nothing for a while. */
async function aScanner(answer: string | null): Promise<{ address: string; heard: () => Buffer }> {
  let heard = Buffer.alloc(0);
  const server = createServer((socket) => {
    socket.on("error", () => {});
    if (answer === null) return socket.destroy();
    socket.on("data", (part) => {
      heard = Buffer.concat([heard, part]);
      if (heard.subarray(-4).equals(Buffer.alloc(4))) socket.end(answer);
    });
  });
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as { port: number };
  return { address: `127.0.0.1:${port}`, heard: () => heard };
}

// prettier-ignore
test.for([
  ["says that it is clean", "stream: OK\0", "clean"],
  ["finds a virus", "stream: Eicar-Test-Signature FOUND\0", "infected"],
  ["reports an error", "INSTREAM size limit exceeded. ERROR\0", "held"],
  ["says both", "stream: OK\0stream: X FOUND\0", "infected"],
  ["says nothing", "", "held"],
  ["hangs up", null, "held"],
] as const)("a scanner that %s: %s", async ([, answer, state]) => {
  const { address } = await aScanner(answer);

  await expect(scan(aPdf, address)).resolves.toBe(state);
});

test("a scanner that is not there holds a file, and no scanner at all says so", async () => {
  await expect(scan(aPdf, "127.0.0.1:1")).resolves.toBe("held");
  await expect(scan(aPdf, undefined)).resolves.toBe("not_scanned");
});

test("the scanner is given every byte, in pieces with their length", async () => {
  const { address, heard } = await aScanner("stream: OK\0");
  const bytes = Buffer.alloc(150_000, "a");

  await scan(bytes, address);

  const sent = heard();
  expect(sent.subarray(0, 10).toString()).toBe("zINSTREAM\0");
  expect(sent.readUInt32BE(10)).toBe(65_536);
  expect(sent.length).toBe(10 + 3 * 4 + bytes.length + 4);
});

test("a held file is not there to open until the scanner has answered for it", async () => {
  const { referrer, file } = await anAttachment();
  await owner.attachment.update({ where: { id: file.id }, data: { scan: "held" } });

  await expect(fetchIt(referrer, file.id)).rejects.toThrow(NotFound);
  const { address } = await aScanner("stream: OK\0");
  await scanHeld(new Date(), address);

  await expect(fetchIt(referrer, file.id)).resolves.toMatchObject({ name: "letter.pdf" });
});

test("a held file with a virus loses its bytes, and one that nobody answered for stays held", async () => {
  const { referrer, file } = await anAttachment();
  await owner.attachment.update({ where: { id: file.id }, data: { scan: "held" } });
  const state = async () =>
    (await owner.attachment.findUniqueOrThrow({ where: { id: file.id } })).scan;

  await scanHeld(new Date(), (await aScanner(null)).address);
  expect(await state()).toBe("held");
  await scanHeld(new Date(), (await aScanner("stream: X FOUND\0")).address);

  expect(await state()).toBe("infected");
  await expect(fetchIt(referrer, file.id)).rejects.toThrow(NotFound);
});
