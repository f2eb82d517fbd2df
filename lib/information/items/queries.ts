import "server-only";

import { authorize, can, mayReadItem, type Parties } from "@/lib/access/policy";
import { listPartners } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import { caseFacts, getCase, toCaseRecord } from "@/lib/cases/queries";
import { open } from "@/lib/crypto/vault";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import { findingFacts, toFound } from "../findings/queries";
import type { Audience, Corroboration, ItemKind, Reliability } from "../labels";
import { isDisproved } from "../rules";

export const itemsOnAPage = 25;

export const itemFacts = {
  id: true,
  kind: true,
  source: true,
  datedOn: true,
  reliability: true,
  audience: true,
  necessity: true,
  body: true,
  sealedBody: true,
  requestId: true,
  enteredAt: true,
  suppliedById: true,
  supplier: { select: { name: true } },
  itemAudience: { select: { organisationId: true } },
  ...findingFacts,
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

export const itemPlace = (itemId: string): string => `information_items.sealed_body.${itemId}`;

/** The text of each item. The case's key is fetched only when something is sealed. */
export async function opened({ tx }: Context, dataKeyId: string, items: FoundItem[]) {
  const isSealed = items.some(({ sealedBody }) => sealedBody !== null);
  const key = isSealed
    ? await tx.dataKey.findUnique({
        where: { id: dataKeyId },
        select: { id: true, wrapped: true },
      })
    : null;
  return items.map((row) => {
    const { sealedBody, body, itemAudience: _, corroborationChanges: __, ...item } = row;
    const found = toFound(row);
    const place = itemPlace(item.id);
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
      audience: item.audience as Audience,
      datedOn: fromDateColumn(item.datedOn),
      enteredOn: dayOf(item.enteredAt),
      isDisproved: isDisproved(found), // IS-10
      ...found,
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
