import "server-only";

import { record } from "@/lib/audit/record";
import { formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";
import { nextReference } from "@/lib/projects/commands";
import {
  getProvider,
  getProvidersToWrite,
  getProviderToEdit,
} from "@/lib/projects/providers/queries";
import type { AddProvider, EditProvider, RecordCheck } from "@/lib/projects/schema";

/** Whoever is to deliver something: an organisation of the partnership, or a body outside it. */
export async function addProvider(ctx: Context, input: AddProvider) {
  const { actor, tx, now } = ctx;
  const { areaId, hatId } = actor;
  const { organisations } = await getProvidersToWrite(ctx);
  await refuseUnfit(ctx, input, organisations);
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

async function refuseUnfit(
  { actor, tx }: Context,
  { name, organisationId }: AddProvider,
  organisations: readonly { id: string }[],
  providerId?: string,
) {
  if (organisationId && !organisations.some(({ id }) => id === organisationId))
    throw new FieldsRefused({ organisationId: ["Select the organisation"] });
  const taken = await tx.provider.findFirst({
    where: {
      ...{ areaId: actor.areaId, name: { equals: name, mode: "insensitive" } },
      ...(providerId && { NOT: { id: providerId } }),
    },
    select: { id: true },
  });
  if (taken) throw new FieldsRefused({ name: ["The register has that body already"] });
}

/** What a body is called and how it is reached. Its checks stay as they were written. */
export async function editProvider(ctx: Context, input: EditProvider) {
  const { actor, tx, now } = ctx;
  const { providerId, version, ...details } = input;
  const { provider, organisations } = await getProviderToEdit(ctx, providerId);
  const here = provider.organisation ? [...organisations, provider.organisation] : organisations;
  await refuseUnfit(ctx, input, here, providerId);
  const { count } = await tx.provider.updateMany({
    where: { id: providerId, version },
    data: { ...details, version: version + 1, editedByHatId: actor.hatId, editedAt: now },
  });
  const { edited, organisation } = provider;
  if (count === 0)
    throw new Overtaken(
      edited?.by ?? "Somebody else",
      edited ? `on ${formatInstant(edited.at)}` : "since you opened this page",
      [
        { name: "name", label: "Name of the body", theirs: provider.name },
        {
          ...{ name: "organisationId", label: "Organisation", theirs: organisation?.id ?? "" },
          choices: Object.fromEntries(here.map(({ id, name }) => [id, name])),
        },
        { name: "registration", label: "Number", theirs: provider.registration ?? "" },
        { name: "address", label: "Address", theirs: provider.address ?? "" },
        { name: "contactPost", label: "Post to contact", theirs: provider.contactPost },
      ],
      provider.version,
    );
  await record(ctx, { type: "provider.edited", facts: { providerId } });
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
