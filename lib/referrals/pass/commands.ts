import "server-only";

import { attachmentPlace } from "@/lib/attachments/queries";
import { fileStream, record } from "@/lib/audit/record";
import { disposeOn, retentionClassFor } from "@/lib/cases/retention/rules";
import { assertCanMove } from "@/lib/cases/rules";
import { stopClock } from "@/lib/clocks/commands";
import { getReceivingTimetable } from "@/lib/clocks/queries";
import { dueDay } from "@/lib/clocks/rules";
import { getDataKey } from "@/lib/crypto/queries";
import { type DataKey, newDataKey, open, seal } from "@/lib/crypto/vault";
import { dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { env } from "@/lib/env";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { mailFor } from "@/lib/notices/rules";
import { ageOf } from "@/lib/people/rules";
import { contactPlace } from "@/lib/referrals/queries";
import { mayBeChild } from "@/lib/referrals/rules";
import { getReferralToScreenById, type Screened } from "@/lib/referrals/screening/queries";
import type { PassReferral } from "./schema";

const closureCode = "out_of_area";

/**
 * Sends a referral on to the gateway of the area it belongs to, with nothing typed again. There it is a referral
 * of its own, with a reference, both deliveries and its clocks from today (IS-17, TL-01, TL-02). Here a code and
 * a date are kept, and its author goes on being told how far it is (IS-16).
 */
export async function passReferral(ctx: Context, { referralId, toAreaId, reason }: PassReferral) {
  const { actor, tx } = ctx;
  const referral = await getReferralToScreenById(ctx, referralId);
  const { id, areaId, reference, dataKeyId, status } = referral;
  const facts = { closureCode, signpost: "none", isReferrerInformed: true } as const;
  if (status !== "gateway") throw new RuleBroken("This referral has already been decided");
  assertCanMove("T04", status, facts, actor.role);
  const area = await tx.area.findFirst({
    where: { id: toAreaId, NOT: { id: areaId } },
    select: { id: true },
  });
  if (!area) throw new FieldsRefused({ toAreaId: ["Select the area it belongs to"] });

  const subject = { areaId, referralId: id };
  await stopClock(ctx, "acknowledge_referral", subject);
  await stopClock(ctx, "gateway_assessment", subject);
  const newReference = await passOn(ctx, referral, area.id, reason);
  if (!newReference) throw new RuleBroken("Somebody has just changed this. Reload it to see.");
  await record(ctx, {
    type: "referral.passed_on",
    dataKeyId,
    facts: { reference, to: area.id, newReference },
  });
  return { reference };
}

async function passOn(ctx: Context, referral: Screened, toAreaId: string, reason: string) {
  const { tx, now } = ctx;
  const today = dayOf(now);
  const ids = { referral: crypto.randomUUID(), key: crypto.randomUUID() };
  const { wrapped, version } = newDataKey(ids.key);
  const sealed = await sealAnew(ctx, referral, ids.referral, { id: ids.key, wrapped });
  const { limits, holidays } = await getReceivingTimetable(ctx, { areaId: toAreaId, on: today });
  const due = (kind: "acknowledge_referral" | "gateway_assessment") =>
    dueDay(kind, today, limits, holidays);
  const isChild = mayBeChild(ageOf(referral.person, today));
  const { retentionClass } = retentionClassFor(closureCode, isChild);
  const placeholder = "{reference}";
  const mail = mailFor(
    { kind: "referral_received", reference: placeholder, path: `/referrals/${placeholder}` },
    env().APP_ORIGIN,
  );
  const [passed] = await tx.$queryRaw<{ reference: string | null }[]>`
    select pass_referral(${referral.id}::uuid, ${toAreaId}::uuid, ${ids.referral}::uuid, ${ids.key}::uuid, ${wrapped}, ${version}::int,
                         ${fileStream(ids.key)}, ${sealed.contact}, ${JSON.stringify(sealed.files)}::jsonb, ${reason}, ${mail.subject},
                         ${mail.body}, ${due("acknowledge_referral")}::date, ${due("gateway_assessment")}::date, ${retentionClass},
                         ${disposeOn(retentionClass, today, isChild)}::date, ${now}) as reference`;
  return passed?.reference ?? null;
}

/** What was sealed for one place is opened, and sealed for another under the key of the area it goes to. */
async function sealAnew(ctx: Context, referral: Screened, newId: string, key: DataKey) {
  const old = await getDataKey(ctx, referral.dataKeyId);
  const where = { referralId: referral.id };
  const text = await ctx.tx.referralText.findUnique({ where, select: { sealedContact: true } });
  const files = await ctx.tx.attachment.findMany({
    where: { ...where, removedAt: null },
    select: { id: true, sealed: true },
  });
  const again = (from: string, to: string, bytes: Uint8Array | null | undefined) =>
    bytes ? Buffer.from(seal(key, to, open(old, from, bytes))).toString("base64") : null;
  return {
    contact: again(contactPlace(referral.id), contactPlace(newId), text?.sealedContact),
    files: files.map((file) => {
      const id = crypto.randomUUID();
      const place = attachmentPlace(id);
      return { was: file.id, id, sealed: again(attachmentPlace(file.id), place, file.sealed) };
    }),
  };
}
