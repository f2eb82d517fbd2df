import "server-only";

import { authorize, can, mayEver } from "@/lib/access/policy";
import { listOrganisations } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import { type Day, dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { NotFound } from "@/lib/errors";
import type { CheckKind, CheckResult } from "@/lib/projects/labels";
import { missingChecks } from "@/lib/projects/rules";

const newestFirst = [
  { checkedOn: "desc" },
  { recordedAt: "desc" },
  { id: "desc" },
] satisfies Prisma.ProviderCheckOrderByWithRelationInput[];

const checkFacts = {
  ...{ id: true, kind: true, result: true, checkedBy: true, checkedOn: true },
  ...{ expiresOn: true, note: true },
} satisfies Prisma.ProviderCheckSelect;

const providerFacts = {
  ...{ id: true, areaId: true, reference: true, name: true, registration: true },
  ...{ contactPost: true, address: true, version: true, editedAt: true },
  editedByHat: { select: { user: { select: { name: true } } } },
  organisation: { select: { id: true, name: true } },
  checks: { orderBy: newestFirst, take: 100, select: checkFacts },
} satisfies Prisma.ProviderSelect;

type Found = Prisma.ProviderGetPayload<{ select: typeof providerFacts }>;

function toProvider({ checks, editedAt, editedByHat, ...found }: Found, today: Day) {
  const read = checks.map(({ checkedOn, expiresOn, ...check }) => ({
    ...check,
    kind: check.kind as CheckKind,
    result: check.result as CheckResult,
    checkedDay: fromDateColumn(checkedOn),
    expiresDay: fromDateColumn(expiresOn),
  }));
  const missing = missingChecks(read, today);
  const current = read.filter(({ expiresDay }) => expiresDay >= today);
  const nextDay = current.map(({ expiresDay }) => expiresDay).sort()[0] ?? null;
  const edited = editedAt && editedByHat ? { by: editedByHat.user.name, at: editedAt } : null;
  return { ...found, edited, checks: read, missing, nextDay };
}

/** The register of those who deliver, with what stands in the way of each. */
export async function listProviders(ctx: Context) {
  const { actor, tx, now } = ctx;
  const { areaId } = actor;
  authorize(actor, "provider:read", { areaId });
  const found = await tx.provider.findMany({
    where: { areaId },
    select: providerFacts,
    orderBy: { name: "asc" },
    take: 300,
  });
  await record(ctx, { type: "providers.listed", facts: { shown: found.length } });
  return {
    providers: found.map((one) => toProvider(one, dayOf(now))),
    today: dayOf(now),
    mayWrite: mayEver(actor, "provider:write"),
  };
}

export async function getProvider(
  { actor, tx, now }: Context,
  providerId: string,
  permission: "provider:read" | "provider:write" = "provider:read",
) {
  const found = await tx.provider.findUnique({ where: { id: providerId }, select: providerFacts });
  if (!found) throw new NotFound("provider", providerId);
  authorize(actor, permission, { areaId: found.areaId });
  return toProvider(found, dayOf(now));
}

/** A provider with every check, and what it delivers. */
export async function viewProvider(ctx: Context, providerId: string) {
  const { actor, tx, now } = ctx;
  const provider = await getProvider(ctx, providerId);
  const projects = await tx.project.findMany({
    where: { providerId },
    select: { id: true, reference: true, title: true, status: true },
    orderBy: { reference: "asc" },
    take: 100,
  });
  await record(ctx, { type: "provider.viewed", facts: { providerId } });
  return {
    provider,
    projects,
    today: dayOf(now),
    mayWrite: can(actor, "provider:write", { areaId: provider.areaId }),
  };
}

/** Which checks a provider does not have today. */
export async function missingOf({ tx }: Context, providerId: string, today: Day) {
  const found = await tx.providerCheck.findMany({
    where: { providerId },
    orderBy: newestFirst,
    take: 100,
    select: checkFacts,
  });
  const checks = found.map(({ kind, result, expiresOn }) => ({
    kind: kind as CheckKind,
    result: result as CheckResult,
    expiresDay: fromDateColumn(expiresOn),
  }));
  return missingChecks(checks, today);
}

/** What the form of a new provider needs. */
export async function getProvidersToWrite(ctx: Context) {
  const { areaId } = ctx.actor;
  authorize(ctx.actor, "provider:write", { areaId });
  return { organisations: await listOrganisations(ctx, [areaId]) };
}

/** The same for one that is there. */
export async function getProviderToEdit(ctx: Context, providerId: string) {
  const provider = await getProvider(ctx, providerId, "provider:write");
  return { provider, organisations: await listOrganisations(ctx, [provider.areaId]) };
}
