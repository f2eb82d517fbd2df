import "server-only";

import { fileStream, record } from "@/lib/audit/record";
import { assertCanMove } from "@/lib/cases/rules";
import { keepClock } from "@/lib/clocks/commands";
import { newDataKey } from "@/lib/crypto/vault";
import { dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { hatsInRole, notify } from "@/lib/notices/commands";
import { outcomeLabels } from "@/lib/panels/labels";
import { ageOf } from "@/lib/people/rules";
import { getCaseToOffer, getOffer, getOfferToWithdraw } from "./queries";
import type { AnswerTransfer, OfferTransfer, WithdrawTransfer } from "./schema";
import { takeOverSealed } from "./sealed/commands";

/** T27, the first half: another area is asked, with what it needs to decide and no name. */
export async function offerTransfer(ctx: Context, { agreement, ...input }: OfferTransfer) {
  const { actor, tx, now } = ctx;
  const seen = await getCaseToOffer(ctx, input.caseId);
  const { reference, areaId, dataKeyId, status, isPaused } = seen;
  const facts = { isPaused, isReceiptAccepted: true, isSharingAgreementLive: agreement === "yes" };
  assertCanMove("T27", status, facts, actor.role);
  const area = await tx.area.findFirst({
    where: { id: input.toAreaId, NOT: { id: areaId } },
    select: { id: true },
  });
  if (!area) throw new FieldsRefused({ toAreaId: ["Select the area that will take the case"] });
  const receivers = await hatsInRole(ctx, area.id, "coordinator");
  if (receivers.length === 0) {
    throw new FieldsRefused({ toAreaId: ["That area has nobody here who could take the case"] });
  }
  const open = await tx.caseTransfer.count({ where: { caseId: seen.id, status: "offered" } });
  if (open > 0) throw new RuleBroken("This case is offered already, and waits for an answer.");
  const age = ageOf(seen.person, dayOf(now));
  await tx.caseTransfer.createMany({
    data: {
      ...input,
      ...{ areaId, reference, stage: status, isChild: age === null || age < 18 },
      ...{ offeredByHatId: actor.hatId, offeredAt: now },
    },
  });
  await notify(ctx, receivers, { kind: "transfer_offered", reference, path: "/transfers" });
  await record(ctx, { type: "transfer.offered", dataKeyId, facts: { reference, to: area.id } });
  return { reference };
}

const answered = "This offer has been answered already.";

/** T27: an offer is taken back by whoever runs the case, until it is answered. The case goes on where it is. */
export async function withdrawTransfer(ctx: Context, { transferId }: WithdrawTransfer) {
  const { actor, tx, now } = ctx;
  const { reference, dataKeyId, toAreaId } = await getOfferToWithdraw(ctx, transferId);
  const { count } = await tx.caseTransfer.updateMany({
    where: { id: transferId, status: "offered" },
    data: { status: "withdrawn", answeredAt: now, answeredByHatId: actor.hatId },
  });
  if (count === 0) throw new RuleBroken(answered);
  const receivers = await hatsInRole(ctx, toAreaId, "coordinator");
  await notify(ctx, receivers, { kind: "transfer_withdrawn", reference, path: "/transfers" });
  await record(ctx, { type: "transfer.withdrawn", dataKeyId, facts: { reference, to: toAreaId } });
  return { reference };
}

/** T27, the second half: the receiving area takes the case on, or says why not. */
export async function answerTransfer(ctx: Context, input: AnswerTransfer) {
  const offer = await getOffer(ctx, input.transferId);
  if (offer.status === "withdrawn")
    throw new RuleBroken("The other area has withdrawn this offer.");
  if (offer.status !== "offered") throw new RuleBroken(answered);
  const opened = input.answer === "accept" ? await accept(ctx, offer) : null;
  if (input.answer === "decline") await decline(ctx, offer, input.reason);
  const { reference, offeredByHatId } = offer;
  const path = `/cases/${reference}/transfer`;
  await notify(ctx, [offeredByHatId], { kind: "transfer_answered", reference, path });

  if (opened) {
    const { dataKeyId, reference: newReference, sealed } = opened;
    const facts = { reference: newReference, from: reference, sealed };
    await record(ctx, { type: "transfer.accepted", dataKeyId, facts });
  } else {
    await record(ctx, { type: "transfer.declined", facts: { reference } });
  }
  return { opened: opened?.reference ?? null };
}

type Offer = Awaited<ReturnType<typeof getOffer>>;

/** The database copies what is in clear, and ends the old case: here nobody reads it yet. What is sealed follows. */
async function accept(ctx: Context, { id, stage }: Offer) {
  const { actor, tx, now } = ctx;
  const facts = { isReceiptAccepted: true, isSharingAgreementLive: true };
  assertCanMove("T27", stage, facts, actor.role);
  const dataKeyId = crypto.randomUUID();
  const { wrapped, version } = newDataKey(dataKeyId);
  const [opened] = await tx.$queryRaw<{ caseId: string; reference: string; status: string }[]>`
    select case_id as "caseId", case_reference as reference, case_status as status
      from accept_transfer(${id}::uuid, ${dataKeyId}::uuid, ${wrapped}, ${version}::int, ${fileStream(dataKeyId)},
                           ${JSON.stringify(outcomeLabels)}::jsonb, ${now})`;
  if (!opened) throw new RuleBroken(answered);
  const sealed = await takeOverSealed(ctx, id, { id: dataKeyId, wrapped });
  if (opened.status === "consent_pending") {
    await keepClock(ctx, "consent_sought", { areaId: actor.areaId, caseId: opened.caseId }); // TL-08
  }
  return { ...opened, dataKeyId, sealed };
}

async function decline({ actor, tx, now }: Context, { id }: Offer, reason: string) {
  const { count } = await tx.caseTransfer.updateMany({
    where: { id, status: "offered" },
    data: {
      ...{ status: "declined", answerReason: reason },
      ...{ answeredAt: now, answeredByHatId: actor.hatId },
    },
  });
  if (count === 0) throw new RuleBroken(answered);
}
