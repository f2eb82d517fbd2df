import { spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { once } from "node:events";
import { createTransport } from "nodemailer";
import { afterEach, expect, test } from "vitest";

import { withActor } from "@/lib/db/with-actor";
import { notify } from "@/lib/notices/commands";
import { sendDueMail } from "@/lib/worker/post";
import { anActor, anArea } from "@/tests/support/factories";
import { aMailServer, messageIdIn } from "@/tests/support/mail-server";
import { owner } from "@/tests/support/owner";

type MailServer = Awaited<ReturnType<typeof aMailServer>>;
const open: MailServer[] = [];
const listening = async (...answer: Parameters<typeof aMailServer>) => {
  const server = await aMailServer(...answer);
  open.push(server);
  return server;
};

// What one test leaves waiting is no other test's post.
afterEach(async () => {
  await Promise.all(open.splice(0).map(({ close }) => close()));
  await owner.outboxMail.updateMany({ where: { sentAt: null }, data: { parkedAt: new Date() } });
});

const written = new Date("2026-11-02T09:00:00Z");
const after = (minutes: number) => new Date(written.getTime() + minutes * 60_000);

/** A notice to a chair, which leaves one mail waiting. */
async function aMail(at = written) {
  const areaId = (await anArea()).id;
  const [from, to] = [await anActor("coordinator", { areaId }), await anActor("chair", { areaId })];
  await withActor(
    from,
    (ctx) =>
      notify(ctx, [to.hatId], {
        kind: "case_assigned",
        reference: "PC-2026-000123",
        path: "/cases/PC-2026-000123",
      }),
    at,
  );
  const mail = await owner.outboxMail.findFirstOrThrow({ where: { userId: to.userId } });
  return { id: mail.id, to };
}

const stored = (id: string) => owner.outboxMail.findUniqueOrThrow({ where: { id } });

test("a mail that is due goes out once, with a reference and a link", async () => {
  const server = await listening();
  const { id, to } = await aMail();
  const transport = createTransport(server.url);

  const first = await sendDueMail(transport, written);
  const second = await sendDueMail(transport, after(60));

  expect([first, second]).toEqual([
    { taken: 1, sent: 1 },
    { taken: 0, sent: 0 },
  ]);
  expect(await stored(id)).toMatchObject({ sentAt: written, tries: 1 });
  const [message = ""] = server.received;
  const { email } = await owner.user.findUniqueOrThrow({ where: { id: to.userId } });
  expect(message).toContain(`To: ${email}`);
  expect(message).toContain("Subject: Prevent Casebook: PC-2026-000123");
  expect(message).toContain("http://localhost:3000/cases/PC-2026-000123");
  expect(messageIdIn(message)).toBe(`<${id}@localhost>`);
});

test("a mail that is refused is tried again, later each time, and says why in a code", async () => {
  let isDown = true;
  const server = await listening(async () =>
    isDown
      ? Object.assign(new Error("Mailbox of somebody@example.test is full"), { responseCode: 452 })
      : undefined,
  );
  const { id } = await aMail();
  const transport = createTransport(server.url);

  await sendDueMail(transport, written);

  const refused = await stored(id);
  expect(refused).toMatchObject({ tries: 1, sentAt: null, parkedAt: null, lastError: "452" });
  const wait = refused.nextTryAt.getTime() - written.getTime();
  expect(wait).toBeGreaterThanOrEqual(45_000);
  expect(wait).toBeLessThanOrEqual(75_000);

  isDown = false;
  await sendDueMail(transport, new Date(refused.nextTryAt.getTime() - 1));
  expect(await stored(id)).toMatchObject({ tries: 1, sentAt: null });
  await sendDueMail(transport, refused.nextTryAt);
  expect(await stored(id)).toMatchObject({ tries: 2, sentAt: refused.nextTryAt });
});

test("a mail server that is not there loses nothing", async () => {
  const { id } = await aMail();

  const gone = await sendDueMail(createTransport("smtp://127.0.0.1:1"), written);

  expect(gone).toEqual({ taken: 1, sent: 0 });
  expect(await stored(id)).toMatchObject({ tries: 1, sentAt: null, lastError: "ESOCKET" });
});

test("after ten tries a mail is put aside, and not tried an eleventh time", async () => {
  const server = await listening(async () => new Error("No"));
  const { id } = await aMail();
  const transport = createTransport(server.url);

  for (let round = 0; round < 12; round += 1) await sendDueMail(transport, after(round * 600));

  expect(await stored(id)).toMatchObject({ tries: 10, sentAt: null, parkedAt: expect.any(Date) });
  expect(server.received).toHaveLength(10);
});

test("an account that was disabled gets no mail", async () => {
  const server = await listening();
  const { id, to } = await aMail();
  await owner.user.update({ where: { id: to.userId }, data: { status: "disabled" } });

  await sendDueMail(createTransport(server.url), written);

  expect(server.received).toEqual([]);
  expect(await stored(id)).toMatchObject({ lastError: "account_disabled", parkedAt: written });
});

test("two workers at once send each mail once", async () => {
  const server = await listening();
  const mails = [await aMail(), await aMail(), await aMail()];
  const transport = createTransport(server.url);

  await Promise.all([sendDueMail(transport, written), sendDueMail(transport, written)]);

  expect(server.received.map(messageIdIn).sort()).toEqual(
    mails.map(({ id }) => `<${id}@localhost>`).sort(),
  );
});

const random = () => randomBytes(32).toString("base64");

/** The real thing, in a process of its own, with settings that production bears. */
const aWorker = (url: string) =>
  spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", "scripts/worker.ts"], {
    env: {
      ...process.env,
      CASEBOOK_MODE: "production",
      AUTH_SECRET: random(),
      CASEBOOK_HASH_KEY: random(),
      CASEBOOK_KEYS: `1:${random()}`,
      SMTP_URL: url,
    },
    stdio: "ignore",
  });

test("a worker killed between sending and writing it down: the mail goes again, as the same mail", async () => {
  const { id } = await aMail(new Date());
  let heard: () => void = () => undefined;
  const arrived = new Promise<void>((resolve) => {
    heard = resolve;
  });
  const server = await listening(async () => {
    if (server.received.length > 1) return undefined;
    heard();
    return new Promise(() => undefined); // the worker never learns that the mail has arrived
  });
  const worker = aWorker(server.url);
  await arrived;
  worker.kill("SIGKILL");
  await once(worker, "exit");
  expect(await stored(id)).toMatchObject({ tries: 1, sentAt: null });

  const tomorrow = new Date(Date.now() + 24 * 60 * 60_000);
  await sendDueMail(createTransport(server.url), tomorrow);

  expect(await stored(id)).toMatchObject({ tries: 2, sentAt: tomorrow });
  const message = `<${id}@localhost>`;
  expect(server.received.map(messageIdIn)).toEqual([message, message]);
});

test("a worker asked to stop finishes the mail it is sending", async () => {
  const { id } = await aMail(new Date());
  const server = await listening(async () => {
    worker.kill("SIGTERM");
    await new Promise((resolve) => setTimeout(resolve, 300));
    return undefined;
  });
  const worker = aWorker(server.url);

  const [code] = await once(worker, "exit");

  expect(code).toBe(0);
  expect(await stored(id)).toMatchObject({ sentAt: expect.any(Date) });
});
