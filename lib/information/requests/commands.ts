import "server-only";

import { record } from "@/lib/audit/record";
import { getCaseById } from "@/lib/cases/queries";
import { liveStatuses } from "@/lib/cases/rules";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { RuleBroken } from "@/lib/errors";
import { notify } from "@/lib/notices/commands";
import { bornText, nameOf } from "@/lib/people/rules";
import { assertPartners } from "../queries";
import { assertCanChase, assertWaiting, overtaken } from "../rules";
import type { AskForInformation, CancelRequest, ChaseRequest } from "../schema";
import { getRequestAsAsker } from "./queries";

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
