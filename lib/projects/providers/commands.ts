import "server-only";

import { record } from "@/lib/audit/record";
import { toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused } from "@/lib/errors";
import { nextReference } from "@/lib/projects/commands";
import { getProvider, getProvidersToWrite } from "@/lib/projects/providers/queries";
import type { AddProvider, RecordCheck } from "@/lib/projects/schema";

/** Whoever is to deliver something: an organisation of the partnership, or a body outside it. */
export async function addProvider(ctx: Context, input: AddProvider) {
  const { actor, tx, now } = ctx;
  const { areaId, hatId } = actor;
  const { organisations } = await getProvidersToWrite(ctx);
  if (input.organisationId && !organisations.some(({ id }) => id === input.organisationId))
    throw new FieldsRefused({ organisationId: ["Select the organisation"] });
  const taken = await tx.provider.findFirst({
    where: { areaId, name: { equals: input.name, mode: "insensitive" } },
    select: { id: true },
  });
  if (taken) throw new FieldsRefused({ name: ["The register has that body already"] });
  const { id: providerId } = await tx.provider.create({
    data: {
      ...{ ...input, areaId, addedByHatId: hatId, addedAt: now },
      reference: await nextReference(ctx, "PRV"),
    },
    select: { id: true },
  });
  await record(ctx, { type: "provider.added", facts: { providerId } });
  return { providerId };
}

/** A check is written once. The newest of its kind counts, and its clock runs to the day it runs out. */
export async function recordCheck(ctx: Context, input: RecordCheck) {
  const { actor, tx, now } = ctx;
  const { providerId, checkedDay, expiresDay, ...check } = input;
  const provider = await getProvider(ctx, providerId, "provider:write");
  await tx.providerCheck.createMany({
    data: {
      ...{ ...check, providerId, areaId: provider.areaId },
      ...{ checkedOn: toDateColumn(checkedDay), expiresOn: toDateColumn(expiresDay) },
      ...{ recordedByHatId: actor.hatId, recordedAt: now },
    },
  });
  await record(ctx, {
    type: "provider.checked",
    facts: { providerId, kind: check.kind, result: check.result },
  });
  return { providerId };
}
