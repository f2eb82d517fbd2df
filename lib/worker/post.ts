import "server-only";

import { createTransport, type Transporter } from "nodemailer";

import { theSystem } from "@/lib/access/actor";
import { type Context, withActor } from "@/lib/db/with-actor";
import { env, isDemonstration } from "@/lib/env";
import { codeOf, messageIdOf, nextTryAt, parkAfter } from "@/lib/worker/rules";

const batch = 20;

/** The way out, by configuration. A demonstration sends nothing: its mails are shown on a page. */
export function theTransport(): Transporter | null {
  const { SMTP_URL } = env();
  if (isDemonstration() || !SMTP_URL) return null;
  return createTransport(SMTP_URL, {
    disableFileAccess: true,
    disableUrlAccess: true,
    connectionTimeout: 10_000,
    greetingTimeout: 10_000,
    socketTimeout: 20_000,
  } as object);
}

type Mail = { id: string; tries: number; subject: string; body: string; to: string | null };

/**
 * Takes mails that are due. Each is put off to its next try before it is sent: should this process
 * die in between, another sends it again, under the same message id, and it is never lost.
 */
async function takeDue({ tx, now }: Context): Promise<Mail[]> {
  const due = await tx.$queryRaw<Mail[]>`
    select o.id::text as id, o.tries + 1 as tries, o.subject, o.body,
           (select u.email from users u where u.id = o.user_id and u.status = 'active') as to
      from outbox o
     where o.sent_at is null and o.parked_at is null and o.next_try_at <= ${now}
     order by o.next_try_at limit ${batch} for update of o skip locked`;
  for (const { id, tries } of due)
    await tx.outboxMail.updateMany({
      where: { id },
      data: { tries, nextTryAt: nextTryAt(now, tries, Math.random()) },
    });
  return due;
}

type Outcome = { sentAt: Date } | { parkedAt: Date | null; lastError: string };

async function send(transport: Transporter, mail: Mail, now: Date): Promise<Outcome> {
  const { id, subject, body, tries, to } = mail;
  if (!to) return { parkedAt: now, lastError: "account_disabled" };
  const { APP_ORIGIN, MAIL_FROM } = env();
  const sent = transport.sendMail({
    from: MAIL_FROM,
    to,
    subject,
    text: body,
    messageId: messageIdOf(id, APP_ORIGIN),
    headers: { "Auto-Submitted": "auto-generated" },
  });
  return sent.then(
    () => ({ sentAt: now }),
    (error: unknown) => ({ parkedAt: tries >= parkAfter ? now : null, lastError: codeOf(error) }),
  );
}

/** Sends what is due, once around. What fails waits longer each time, and is put aside after ten tries. */
export async function sendDueMail(transport: Transporter, now = new Date()) {
  const due = await withActor(theSystem(), takeDue, now);
  let sent = 0;
  for (const mail of due) {
    const outcome = await send(transport, mail, now);
    if ("sentAt" in outcome) sent += 1;
    await withActor(theSystem(), ({ tx }) =>
      tx.outboxMail.updateMany({ where: { id: mail.id }, data: outcome }),
    );
  }
  return { taken: due.length, sent };
}
