import "server-only";

import { authorize, can, mayEver, mayReadItem, type Parties } from "@/lib/access/policy";
import { listPartners } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import { caseFacts, getCase, toCaseRecord } from "@/lib/cases/queries";
import { open } from "@/lib/crypto/vault";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import type {
  Audience,
  Corroboration,
  ItemKind,
  LawfulBasis,
  Reliability,
  RequestState,
} from "./labels";
import { isDisproved, requestCell } from "./rules";

export const itemsOnAPage = 25;

const itemFacts = {
  id: true,
  kind: true,
  source: true,
  datedOn: true,
  reliability: true,
  corroboration: true,
  corroborationReasons: true,
  audience: true,
  necessity: true,
  body: true,
  sealedBody: true,
  requestId: true,
  enteredAt: true,
  suppliedById: true,
  supplier: { select: { name: true } },
  itemAudience: { select: { organisationId: true } },
  corroborationChanges: {
    orderBy: [{ changedAt: "desc" }, { id: "desc" }],
    take: 20,
    select: {
      ...{ id: true, was: true, became: true, reasons: true, changedAt: true },
      changedByHat: {
        select: { user: { select: { name: true } }, organisation: { select: { name: true } } },
      },
    },
  },
} satisfies Prisma.InformationItemSelect;

type FoundItem = Prisma.InformationItemGetPayload<{ select: typeof itemFacts }>;

/** The policy is asked too, though the row policies have answered: outside its audience an item is absent. */
const isForReader = (ctx: Context, parties: Parties, item: FoundItem): boolean =>
  mayReadItem(ctx.actor, parties, {
    audience: item.audience as Audience,
    supplierId: item.suppliedById,
    namedOrganisationIds: item.itemAudience.map(({ organisationId }) => organisationId),
    wasAsked: item.requestId !== null,
  });

/** What is known of somebody on a case, for this reader: facts, allegations and opinions apart (IS-09). */
export async function viewItems(ctx: Context, reference: string, page = 1) {
  const { actor, tx } = ctx;
  const found = await tx.case.findUnique({
    where: { areaId_reference: { areaId: actor.areaId, reference } },
    select: { ...caseFacts(actor), _count: { select: { informationItems: true } } },
  });
  if (!found) throw new NotFound("case", reference);
  const { parties, id: caseId, dataKeyId, status } = toCaseRecord(found);
  authorize(actor, "information:read", parties);
  const rows = await tx.informationItem.findMany({
    where: { caseId },
    orderBy: [{ kind: "asc" }, { datedOn: "desc" }, { id: "desc" }],
    take: itemsOnAPage,
    skip: (page - 1) * itemsOnAPage,
    select: itemFacts,
  });
  const readable = rows.filter((item) => isForReader(ctx, parties, item));
  const items = await opened(ctx, dataKeyId, readable);

  await record(ctx, {
    type: "case.viewed",
    dataKeyId,
    facts: { page: "information", items: items.length },
  });
  return {
    reference,
    status,
    items,
    total: found._count.informationItems,
    mayAdd: can(actor, "information:write", parties),
  };
}

/** The text of each item. The case's key is fetched only when something is sealed. */
async function opened({ tx }: Context, dataKeyId: string, items: FoundItem[]) {
  const isSealed = items.some(({ sealedBody }) => sealedBody !== null);
  const key = isSealed
    ? await tx.dataKey.findUnique({
        where: { id: dataKeyId },
        select: { id: true, wrapped: true },
      })
    : null;
  return items.map(({ sealedBody, body, itemAudience: _, corroborationChanges, ...item }) => {
    const place = `information_items.sealed_body.${item.id}`;
    const isReadable = sealedBody !== null && key?.wrapped;
    return {
      ...item,
      text: isReadable
        ? open(
            { id: key.id, wrapped: key.wrapped ?? new Uint8Array() },
            place,
            sealedBody,
          ).toString()
        : body,
      kind: item.kind as ItemKind,
      reliability: item.reliability as Reliability,
      corroboration: item.corroboration as Corroboration,
      audience: item.audience as Audience,
      datedOn: fromDateColumn(item.datedOn),
      enteredOn: dayOf(item.enteredAt),
      isDisproved: isDisproved({ corroboration: item.corroboration as Corroboration }), // IS-10
      findings: corroborationChanges.map(({ changedByHat, changedAt, was, became, ...change }) => ({
        ...change,
        was: was as Corroboration,
        became: became as Corroboration,
        changedOn: dayOf(changedAt),
        by: changedByHat.user.name,
        organisation: changedByHat.organisation.name,
      })),
    };
  });
}

export type Item = Awaited<ReturnType<typeof opened>>[number];

/** An item, for somebody who may say what was found of it. */
export async function getItemToChange(ctx: Context, itemId: string) {
  const found = await ctx.tx.informationItem.findUnique({
    where: { id: itemId },
    select: { ...itemFacts, version: true, case: { select: caseFacts(ctx.actor) } },
  });
  if (!found?.case) throw new NotFound("item", itemId);
  const caseRecord = toCaseRecord(found.case);
  if (!isForReader(ctx, caseRecord.parties, found)) throw new NotFound("item", itemId);
  authorize(ctx.actor, "information:write", caseRecord.parties);
  const { id, version } = found;
  return {
    id,
    version,
    corroboration: found.corroboration as Corroboration,
    case: caseRecord,
    found,
  };
}

/** The same with its words, for the page that asks what was found. */
export async function viewItem(ctx: Context, reference: string, itemId: string) {
  const { case: caseRecord, found } = await getItemToChange(ctx, itemId);
  if (caseRecord.reference !== reference) throw new NotFound("item", itemId);
  const { version: _, case: __, ...row } = found;
  const [item] = await opened(ctx, caseRecord.dataKeyId, [row]);
  if (!item) throw new NotFound("item", itemId);

  await record(ctx, {
    type: "case.viewed",
    dataKeyId: caseRecord.dataKeyId,
    facts: { page: "information", itemId },
  });
  return item;
}

/** What the form that adds an item needs to know. */
export async function getCaseToInform(ctx: Context, reference: string) {
  const { id: caseId } = await getCase(ctx, reference, "information:write");
  const partners = await listPartners(ctx);
  const { organisationId, role } = ctx.actor;
  const suppliers =
    role === "panel_member" ? partners.filter(({ value }) => value === organisationId) : partners;
  return { caseId, partners, suppliers };
}

/** What the form that asks organisations needs to know. */
export async function getCaseToAskAbout(ctx: Context, reference: string) {
  const { id: caseId } = await getCase(ctx, reference, "request:ask");
  return { caseId, partners: await listPartners(ctx) };
}

const requestFacts = {
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

const toRequest = ({ dueOn, state, lawfulBasis, ...request }: FoundRequest) => ({
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

/** A request, for the organisation that was asked: its own, and enough of the case to answer. */
export async function getRequestToAnswer({ actor, tx }: Context, requestId: string) {
  const found = await tx.informationRequest.findUnique({
    where: { id: requestId },
    select: requestFacts,
  });
  if (!found) throw new NotFound("request", requestId);
  const { areaId, organisationId } = found;
  authorize(actor, "request:answer", { areaId, organisationId });
  return toRequest(found);
}

/** The same for its page, with what this organisation has shared so far and whom it can name. */
export async function viewRequestToAnswer(ctx: Context, requestId: string) {
  const request = await getRequestToAnswer(ctx, requestId);
  const rows = await ctx.tx.informationItem.findMany({
    where: { requestId, suppliedById: ctx.actor.organisationId },
    orderBy: { enteredAt: "asc" },
    select: itemFacts,
  });
  const shared = await opened(ctx, request.dataKeyId, rows);
  const partners = await listPartners(ctx);

  await record(ctx, {
    type: "request.viewed",
    dataKeyId: request.dataKeyId,
    facts: { requestId },
  });
  return {
    ...request,
    shared,
    partners,
    today: dayOf(ctx.now),
    cell: requestCell(request, dayOf(ctx.now)),
  };
}

export const requestsOnAPage = 25;

/** What an organisation has been asked: what still waits for an answer, or what does not. */
export async function listRequestsToAnswer(
  ctx: Context,
  { page = 1, isSettled = false }: { page?: number; isSettled?: boolean } = {},
) {
  const { actor, tx, now } = ctx;
  if (!mayEver(actor, "request:answer")) throw new Forbidden("request:answer");
  const waiting = { in: ["asked", "part"] };
  const where = {
    areaId: actor.areaId,
    organisationId: actor.organisationId,
    state: isSettled ? { notIn: waiting.in } : waiting,
  };
  const rows = await tx.informationRequest.findMany({
    where,
    orderBy: isSettled
      ? [{ answeredAt: "desc" }, { id: "desc" }]
      : [{ dueOn: "asc" }, { id: "asc" }],
    take: requestsOnAPage,
    skip: (page - 1) * requestsOnAPage,
    select: requestFacts,
  });
  const total = await tx.informationRequest.count({ where });
  const today = dayOf(now);

  await record(ctx, { type: "request.listed", facts: { rows: rows.length, page } });
  return {
    today,
    total,
    requests: rows.map((row) => {
      const request = toRequest(row);
      return { ...request, cell: requestCell(request, today) };
    }),
  };
}
