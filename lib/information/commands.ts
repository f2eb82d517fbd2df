import "server-only";

import { record } from "@/lib/audit/record";
import { getCaseById } from "@/lib/cases/queries";
import { liveStatuses } from "@/lib/cases/rules";
import { type DataKey, seal } from "@/lib/crypto/vault";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { bornText, nameOf } from "@/lib/people/rules";
import { getItemToChange, getRequestAsAsker, getRequestToAnswer } from "./queries";
import {
  assertCanAnswer,
  assertCanChase,
  assertCorroborationChanges,
  assertWaiting,
} from "./rules";
import type {
  AnswerRequest,
  AskForInformation,
  CancelRequest,
  ChangeCorroboration,
  ChaseRequest,
  RecordItem,
} from "./schema";

const overtaken = "Somebody has just changed this. Reload the page to see what it says now.";

/** Adds what one organisation knows to the case, for the audience it names (IS-09, IS-11). */
export async function recordItem(ctx: Context, input: RecordItem) {
  const caseRecord = await getCaseById(ctx, input.caseId, "information:write");
  const { suppliedById, namedOrganisationIds } = input;
  if (ctx.actor.role === "panel_member" && suppliedById !== ctx.actor.organisationId)
    throw new FieldsRefused({ suppliedById: ["You can add what your own organisation knows"] });
  await assertPartners(ctx, "suppliedById", [suppliedById]);
  await assertPartners(ctx, "namedOrganisationIds", namedOrganisationIds);
  const { id: caseId, areaId, dataKeyId, reference } = caseRecord;
  const itemId = await keepItem(ctx, { caseId, areaId, dataKeyId }, input, { suppliedById });

  const { kind, audience } = input;
  await record(ctx, { type: "information.recorded", dataKeyId, facts: { itemId, kind, audience } });
  return { reference };
}

type Owner = { caseId: string; areaId: string; dataKeyId: string };
type Item = Omit<RecordItem, "caseId" | "suppliedById">;
type Origin = { suppliedById: string; requestId?: string };

/** Text for the chair and the coordinator alone is sealed with the case's own key. */
async function keepItem(ctx: Context, onIt: Owner, item: Item, origin: Origin): Promise<string> {
  const { actor, tx, now } = ctx;
  const { caseId, areaId, dataKeyId } = onIt;
  const [made] = await tx.$queryRaw<{ id: string }[]>`select uuid_v7()::text as id`;
  const id = made?.id ?? "";
  const place = `information_items.sealed_body.${id}`;
  const isSealed = item.audience === "chair_and_coordinator";
  await tx.informationItem.createMany({
    data: {
      id,
      caseId,
      areaId,
      ...origin,
      enteredByHatId: actor.hatId,
      kind: item.kind,
      source: item.source,
      datedOn: toDateColumn(item.asOf),
      reliability: item.reliability,
      corroboration: item.corroboration,
      audience: item.audience,
      necessity: item.necessity,
      lawfulBasis: item.lawfulBasis,
      body: isSealed ? null : item.text,
      sealedBody: isSealed ? seal(await keyOf(ctx, dataKeyId), place, item.text) : null,
      enteredAt: now,
    },
  });
  const named = item.audience === "named_organisations" ? item.namedOrganisationIds : [];
  if (named.length > 0)
    await tx.itemAudience.createMany({
      data: [...new Set(named)].map((organisationId) => ({
        itemId: id,
        organisationId,
        caseId,
        areaId,
      })),
    });
  return id;
}

async function keyOf({ tx }: Context, dataKeyId: string): Promise<DataKey> {
  const key = await tx.dataKey.findUnique({
    where: { id: dataKeyId },
    select: { id: true, wrapped: true },
  });
  if (!key?.wrapped) throw new RuleBroken("This case has been erased.");
  return { id: key.id, wrapped: key.wrapped };
}

/** What was found of an item, with reasons: it stands on every view of it from then on (IS-10). */
export async function changeCorroboration(ctx: Context, input: ChangeCorroboration) {
  const item = await getItemToChange(ctx, input.itemId);
  assertCorroborationChanges(item.corroboration, input.corroboration);
  const { count } = await ctx.tx.informationItem.updateMany({
    where: { id: item.id, version: item.version },
    data: {
      corroboration: input.corroboration,
      corroborationReasons: input.reasons,
      version: item.version + 1,
    },
  });
  if (count === 0) throw new RuleBroken(overtaken);
  await ctx.tx.corroborationChange.createMany({
    data: {
      ...{ itemId: item.id, caseId: item.case.id, areaId: item.case.areaId },
      ...{ was: item.corroboration, became: input.corroboration, reasons: input.reasons },
      ...{ changedByHatId: ctx.actor.hatId, changedAt: ctx.now },
    },
  });

  await record(ctx, {
    type: "information.corroboration_changed",
    dataKeyId: item.case.dataKeyId,
    facts: { itemId: item.id, from: item.corroboration, to: input.corroboration },
  });
  return { reference: item.case.reference };
}

/** Asks several organisations one question, each with enough of the case to answer it (IS-02, IS-06). */
export async function askForInformation(ctx: Context, input: AskForInformation) {
  const { actor, tx, now } = ctx;
  const caseRecord = await getCaseById(ctx, input.caseId, "request:ask");
  assertCanAsk(caseRecord);
  const organisationIds = [...new Set(input.organisationIds)];
  await assertPartners(ctx, "organisationIds", organisationIds);

  const { id: caseId, areaId, person, reference, dataKeyId } = caseRecord;
  const requests = await tx.informationRequest.createManyAndReturn({
    data: organisationIds.map((organisationId) => ({
      caseId,
      areaId,
      organisationId,
      reference,
      dataKeyId,
      personName: nameOf(person),
      personBorn: bornText(person),
      question: input.question,
      lawfulBasis: input.lawfulBasis,
      dueOn: toDateColumn(input.dueDay),
      askedByHatId: actor.hatId,
      askedAt: now,
    })),
    select: { id: true, organisationId: true },
  });
  for (const request of requests)
    await tellOrganisation(ctx, request, { kind: "request_asked", reference });

  await record(ctx, {
    type: "information.asked",
    dataKeyId,
    facts: { requests: requests.length, lawfulBasis: input.lawfulBasis, dueDay: input.dueDay },
  });
  return { reference };
}

function assertCanAsk({ status, isPaused }: { status: string; isPaused: boolean }): void {
  if (!liveStatuses.some((live) => live === status))
    throw new RuleBroken("This case is closed, so nobody can be asked about it.");
  if (isPaused) throw new RuleBroken("This case is paused. The gateway can end the pause.");
}

/** Only partners of this area share and are asked (IS-06). */
async function assertPartners(
  { actor, tx }: Context,
  field: string,
  organisationIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(organisationIds)];
  const known = await tx.organisationArea.count({
    where: { areaId: actor.areaId, organisationId: { in: ids } },
  });
  if (known < ids.length)
    throw new FieldsRefused({ [field]: ["Select organisations that work in this area"] });
}

type Asked = { id: string; organisationId: string };
type Notice = { kind: "request_asked" | "request_chased"; reference: string };

/** The lead of the organisation is told; where there is none, whoever may answer. */
async function tellOrganisation(ctx: Context, { id, organisationId }: Asked, notice: Notice) {
  const hats = await ctx.tx.hat.findMany({
    where: {
      areaId: ctx.actor.areaId,
      organisationId,
      role: { in: ["agency_lead", "referrer", "panel_member"] },
      endedAt: null,
    },
    select: { id: true, role: true },
  });
  const leads = hats.filter(({ role }) => role === "agency_lead");
  const told = (leads.length > 0 ? leads : hats).map((hat) => hat.id);
  await notify(ctx, told, { ...notice, path: `/requests/${id}` });
}

/** Reminds an organisation that an answer is waited for: once a day, and it is counted. */
export async function chaseRequest(ctx: Context, { requestId }: ChaseRequest) {
  const request = await getRequestAsAsker(ctx, requestId);
  const today = dayOf(ctx.now);
  assertCanChase(request.state, request.chasedAt && dayOf(request.chasedAt), today);
  const { id, organisationId, reference, version, chases } = request;
  const { count } = await ctx.tx.informationRequest.updateMany({
    where: { id, version },
    data: { chasedAt: ctx.now, chases: chases + 1, version: version + 1 },
  });
  if (count === 0) throw new RuleBroken(overtaken);
  await tellOrganisation(ctx, { id, organisationId }, { kind: "request_chased", reference });

  await record(ctx, {
    type: "information.chased",
    dataKeyId: request.dataKeyId,
    facts: { requestId: id, chases: chases + 1 },
  });
  return { reference };
}

export async function cancelRequest(ctx: Context, { requestId }: CancelRequest) {
  const { id, state, version, dataKeyId, reference } = await getRequestAsAsker(ctx, requestId);
  assertWaiting(state);
  const { count } = await ctx.tx.informationRequest.updateMany({
    where: { id, version },
    data: { state: "cancelled", version: version + 1 },
  });
  if (count === 0) throw new RuleBroken(overtaken);

  await record(ctx, { type: "information.cancelled", dataKeyId, facts: { requestId: id } });
  return { reference };
}

/** What makes an answer other than whole understandable later (IS-08). */
function noteOf(input: AnswerRequest): string | null {
  if (input.answer === "part") return input.stillMissing;
  if (input.answer === "nil") return input.searched;
  return input.answer === "declined" ? input.reasons : null;
}

/** An organisation answers what it was asked. What it shares becomes an item that it supplied (IS-11). */
export async function answerRequest(ctx: Context, input: AnswerRequest) {
  const { actor, tx, now } = ctx;
  const request = await getRequestToAnswer(ctx, input.requestId);
  assertCanAnswer(request.state, input.answer);
  const { id, caseId, areaId, dataKeyId, version } = request;
  const { count } = await tx.informationRequest.updateMany({
    where: { id, version },
    data: {
      state: input.answer,
      answeredByHatId: actor.hatId,
      answeredAt: now,
      answerNote: noteOf(input),
      version: version + 1,
    },
  });
  if (count === 0) throw new RuleBroken(overtaken);
  if (input.answer === "answered" || input.answer === "part") {
    await assertPartners(ctx, "namedOrganisationIds", input.namedOrganisationIds);
    const origin = { suppliedById: actor.organisationId, requestId: id };
    await keepItem(ctx, { caseId, areaId, dataKeyId }, input, origin);
  }
  await notify(ctx, [request.askedByHatId], {
    kind: "request_answered",
    reference: request.reference,
    path: `/cases/${request.reference}/requests`,
  });

  const { answer } = input;
  await record(ctx, { type: "information.answered", dataKeyId, facts: { requestId: id, answer } });
  return { requestId: id };
}
