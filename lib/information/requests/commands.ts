import "server-only";

import { record } from "@/lib/audit/record";
import { getCaseById } from "@/lib/cases/queries";
import { liveStatuses } from "@/lib/cases/rules";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { bornText, nameOf } from "@/lib/people/rules";
import { assertPartners } from "../queries";
import { assertCanChase, assertWaiting, overtaken } from "../rules";
import type { AskForInformation, CancelRequest, ChaseRequest } from "../schema";
import { getRequestAsAsker, listInvitees } from "./queries";

/**
 * Asks organisations, and people who are asked in for the case alone, each its own question or the
 * common one, with enough of the case to answer it (IS-02, IS-06).
 */
export async function askForInformation(ctx: Context, input: AskForInformation) {
  const { actor, tx, now } = ctx;
  const caseRecord = await getCaseById(ctx, input.caseId, "request:ask");
  assertCanAsk(caseRecord);
  const { id: caseId, areaId, person, reference, dataKeyId } = caseRecord;
  const asked = await listAsked(ctx, input);
  const requests = await tx.informationRequest.createManyAndReturn({
    data: asked.map(({ organisationId, forHatId, question }) => ({
      ...{ caseId, areaId, organisationId, forHatId, reference, dataKeyId, question },
      personName: nameOf(person),
      personBorn: bornText(person),
      lawfulBasis: input.lawfulBasis,
      dueOn: toDateColumn(input.dueDay),
      askedByHatId: actor.hatId,
      askedAt: now,
    })),
    select: { id: true, organisationId: true, forHatId: true },
  });
  for (const request of requests)
    await tellAsked(ctx, request, { kind: "request_asked", reference });

  const own = Object.keys(input.own ?? {}).length;
  await record(ctx, {
    type: "information.asked",
    dataKeyId,
    facts: { requests: requests.length, own, ...basisOf(input) },
  });
  return { reference };
}

const basisOf = ({ lawfulBasis, dueDay }: AskForInformation) => ({ lawfulBasis, dueDay });

/** Each that is asked, once, with the question that is put to it. */
async function listAsked(ctx: Context, input: AskForInformation) {
  const { caseId, question, own = {} } = input;
  const organisationIds = [...new Set(input.organisationIds)];
  await assertPartners(ctx, "organisationIds", organisationIds);
  const hatIds = [...new Set(input.hatIds ?? [])];
  const invitees = hatIds.length > 0 ? await listInvitees(ctx, caseId) : [];
  const byName = invitees.filter(({ hatId }) => hatIds.includes(hatId));
  if (byName.length < hatIds.length)
    throw new FieldsRefused({ hatIds: ["Select people who are invited for this case alone"] });
  return [
    ...organisationIds.map((organisationId) => ({
      ...{ organisationId, forHatId: null, question: own[organisationId] ?? question },
    })),
    ...byName.map(({ hatId: forHatId, organisationId }) => ({
      ...{ organisationId, forHatId, question: own[forHatId] ?? question },
    })),
  ];
}

function assertCanAsk({ status, isPaused }: { status: string; isPaused: boolean }): void {
  if (!liveStatuses.some((live) => live === status))
    throw new RuleBroken("This case is closed, so nobody can be asked about it.");
  if (isPaused) throw new RuleBroken("This case is paused. The gateway can end the pause.");
}

type Asked = { id: string; organisationId: string; forHatId: string | null };
type Notice = { kind: "request_asked" | "request_chased"; reference: string };

/** Whoever is asked by name; else the lead of the organisation, or where there is none, whoever may answer. */
async function tellAsked(ctx: Context, { id, organisationId, forHatId }: Asked, notice: Notice) {
  const path = `/requests/${id}`;
  if (forHatId) return notify(ctx, [forHatId], { ...notice, path });
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
  await notify(ctx, told, { ...notice, path });
}

/** Reminds an organisation that an answer is waited for: once a day, and it is counted. */
export async function chaseRequest(ctx: Context, { requestId }: ChaseRequest) {
  const request = await getRequestAsAsker(ctx, requestId);
  const today = dayOf(ctx.now);
  assertCanChase(request.state, request.chasedAt && dayOf(request.chasedAt), today);
  const { id, organisationId, reference, version, chases, caseId } = request;
  const { count } = await ctx.tx.informationRequest.updateMany({
    where: { id, version },
    data: { chasedAt: ctx.now, chases: chases + 1, version: version + 1 },
  });
  if (count === 0) throw new RuleBroken(overtaken);
  // s.37(4): whoever is not asked in any more has nothing to do with it; their organisation has (IS-11).
  const byName = request.forHatId ? await listInvitees(ctx, caseId) : [];
  const forHatId = byName.find(({ hatId }) => hatId === request.forHatId)?.hatId ?? null;
  await tellAsked(ctx, { id, organisationId, forHatId }, { kind: "request_chased", reference });

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
