import "server-only";

import { authorize, mayEver } from "@/lib/access/policy";
import { listPartners } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import { caseFacts, getCase, toCaseRecord } from "@/lib/cases/queries";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { LawfulBasis, RequestState } from "../labels";
import { requestCell } from "../rules";
import { listTemplatesToUse } from "../templates/queries";

/** What the form that asks organisations needs to know, and the text it starts from when one is chosen. */
export async function getCaseToAskAbout(ctx: Context, reference: string, templateId?: string) {
  const { id: caseId } = await getCase(ctx, reference, "request:ask");
  const templates = await listTemplatesToUse(ctx);
  return {
    caseId,
    partners: await listPartners(ctx),
    invitees: await listInvitees(ctx, caseId),
    templates,
    template: templates.find(({ id }) => id === templateId) ?? null,
    mayWrite: mayEver(ctx.actor, "template:write"),
    today: dayOf(ctx.now),
  };
}

/** Those who are asked in for this case alone just now, and who may be asked by name (s.37(4)). */
export async function listInvitees({ tx }: Context, caseId: string) {
  const found = await tx.panelAttendee.findMany({
    where: {
      caseId,
      hat: { role: "invitee", endedAt: null },
      user: { caseConflicts: { none: { caseId } } },
      item: {
        meeting: { status: { in: ["planned", "in_progress"] } },
        panelDecisions: { none: { outcome: { not: "discussed_only" } } },
      },
    },
    distinct: ["hatId"],
    orderBy: { hatId: "asc" },
    take: 50,
    select: {
      hatId: true,
      organisationId: true,
      user: { select: { name: true } },
      organisation: { select: { name: true } },
    },
  });
  return found.map(({ user, organisation, ...invitee }) => ({
    ...{ ...invitee, name: user.name, organisation: organisation.name },
  }));
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
  forHatId: true,
  forHat: { select: { user: { select: { name: true } } } },
  organisation: { select: { name: true } },
  askedByHat: {
    select: { user: { select: { name: true } }, organisation: { select: { name: true } } },
  },
} satisfies Prisma.InformationRequestSelect;

type FoundRequest = Prisma.InformationRequestGetPayload<{ select: typeof requestFacts }>;

export const toRequest = ({ dueOn, state, lawfulBasis, forHat, ...request }: FoundRequest) => ({
  ...request,
  /** Whom it is put to by name, when they are asked in for one case (s.37(4)). */
  askedOf: forHat?.user.name ?? null,
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
