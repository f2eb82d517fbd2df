import "server-only";

import { authorize } from "@/lib/access/policy";
import { listPartners } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import { caseFacts, getCase, toCaseRecord } from "@/lib/cases/queries";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { LawfulBasis, RequestState } from "../labels";
import { requestCell } from "../rules";

/** What the form that asks organisations needs to know. */
export async function getCaseToAskAbout(ctx: Context, reference: string) {
  const { id: caseId } = await getCase(ctx, reference, "request:ask");
  return { caseId, partners: await listPartners(ctx) };
}

export const requestFacts = {
  id: true,
  caseId: true,
  areaId: true,
  organisationId: true,
  reference: true,
  dataKeyId: true,
  personName: true,
  personBorn: true,
  question: true,
  lawfulBasis: true,
  dueOn: true,
  state: true,
  askedAt: true,
  askedByHatId: true,
  answeredAt: true,
  answerNote: true,
  chasedAt: true,
  chases: true,
  version: true,
  organisation: { select: { name: true } },
  askedByHat: {
    select: { user: { select: { name: true } }, organisation: { select: { name: true } } },
  },
} satisfies Prisma.InformationRequestSelect;

type FoundRequest = Prisma.InformationRequestGetPayload<{ select: typeof requestFacts }>;

export const toRequest = ({ dueOn, state, lawfulBasis, ...request }: FoundRequest) => ({
  ...request,
  dueDay: fromDateColumn(dueOn),
  state: state as RequestState,
  lawfulBasis: lawfulBasis as LawfulBasis,
});

/** A request, for somebody who runs the case and may remind or cancel. */
export async function getRequestAsAsker(ctx: Context, requestId: string) {
  const found = await ctx.tx.informationRequest.findUnique({
    where: { id: requestId },
    select: { ...requestFacts, case: { select: caseFacts(ctx.actor) } },
  });
  if (!found?.case) throw new NotFound("request", requestId);
  authorize(ctx.actor, "request:ask", toCaseRecord(found.case).parties);
  const { case: _, ...request } = found;
  return toRequest(request);
}

/** One request of a case, for its page. */
export async function viewRequest(ctx: Context, reference: string, requestId: string) {
  const request = await getRequestAsAsker(ctx, requestId);
  if (request.reference !== reference) throw new NotFound("request", requestId);
  const today = dayOf(ctx.now);

  await record(ctx, {
    type: "case.viewed",
    dataKeyId: request.dataKeyId,
    facts: { page: "requests", requestId },
  });
  return { ...request, cell: requestCell(request, today), today };
}

/** Who was asked, who has answered, and who has not been asked at all. */
export async function viewRequests(ctx: Context, reference: string) {
  const { actor, tx, now } = ctx;
  const today = dayOf(now);
  const found = await tx.case.findUnique({
    where: { areaId_reference: { areaId: actor.areaId, reference } },
    select: {
      ...caseFacts(actor),
      informationRequests: {
        orderBy: [{ askedAt: "desc" }, { id: "desc" }],
        take: 200,
        select: requestFacts,
      },
    },
  });
  if (!found) throw new NotFound("case", reference);
  const { parties, dataKeyId } = toCaseRecord(found);
  authorize(actor, "request:ask", parties);
  const partners = await listPartners(ctx);
  const requests = found.informationRequests.map((row) => {
    const request = toRequest(row);
    return { ...request, cell: requestCell(request, today) };
  });
  const asked = new Set(requests.map(({ organisationId }) => organisationId));

  await record(ctx, { type: "case.viewed", dataKeyId, facts: { page: "requests" } });
  return {
    reference,
    today,
    requests,
    notAsked: partners.filter(({ value }) => !asked.has(value)).map(({ label }) => label),
  };
}
