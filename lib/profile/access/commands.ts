import "server-only";

import { record } from "@/lib/audit/record";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { getAccessToReview, getProfileToWrite, listAccess } from "@/lib/profile/queries";
import { assertIsCurrent } from "@/lib/profile/rules";
import type { AddAccess, ReviewAccess } from "@/lib/profile/schema";

/** A post, so that the list outlives whoever holds it and names nobody (CT-03, CT-04). */
export async function addAccess(ctx: Context, { organisationId, post, reason }: AddAccess) {
  const { actor, tx, now } = ctx;
  const { organisations } = await getProfileToWrite(ctx);
  const organisation = organisations.find(({ id }) => id === organisationId);
  if (!organisation) throw new FieldsRefused({ organisationId: ["Select the organisation"] });
  const listed = await listAccess(ctx);
  const isThere = listed.some(
    (entry) =>
      entry.organisation === organisation.name && entry.post.toLowerCase() === post.toLowerCase(),
  );
  if (isThere) throw new FieldsRefused({ post: ["That post is on the list already"] });
  await tx.profileAccess.createMany({
    data: {
      ...{ areaId: actor.areaId, organisationId, post, reason },
      ...{ addedByHatId: actor.hatId, addedAt: now },
    },
  });
  await record(ctx, { type: "profile.access_added", facts: { organisationId } });
  return {};
}

/** CT-03: at each edition somebody says who still has to read it, and ends the rest. */
export async function reviewAccess(ctx: Context, { editionId, endIds, reasons }: ReviewAccess) {
  const { actor, tx, now } = ctx;
  const { edition, access } = await getAccessToReview(ctx, editionId);
  assertIsCurrent(edition);
  if (edition.accessReviewedAt)
    throw new RuleBroken("The access list was reviewed for this edition already");
  if (!endIds.every((id) => access.some((entry) => entry.id === id)))
    throw new FieldsRefused({ endIds: ["Select who no longer has to read it"] });
  await tx.profileAccess.updateMany({
    where: { id: { in: endIds }, endedAt: null },
    data: { endedByHatId: actor.hatId, endedAt: now, endedBecause: reasons },
  });
  const ended = new Set(endIds).size;
  await tx.profileAccessReview.createMany({
    data: {
      ...{ editionId, areaId: edition.areaId, kept: access.length - ended, ended, reasons },
      ...{ reviewedByHatId: actor.hatId, reviewedAt: now },
    },
  });
  await record(ctx, { type: "profile.access_reviewed", facts: { editionId, ended } });
  return { editionId };
}
