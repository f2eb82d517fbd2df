import "server-only";

import { record } from "@/lib/audit/record";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, NotFound, Overtaken } from "@/lib/errors";
import { addPlanAction } from "@/lib/plans/actions/commands";
import { getEdition } from "@/lib/profile/queries";
import { getRecommendation } from "@/lib/profile/recommendations/queries";
import { assertCanBeDeclined, assertIsCurrent, assertNotDeclined } from "@/lib/profile/rules";
import type {
  AddRecommendation,
  DeclineRecommendation,
  LinkRecommendation,
  MakeAction,
} from "@/lib/profile/schema";
import { listActionsToLink } from "@/lib/risks/links/queries";

export async function addRecommendation(ctx: Context, { editionId, text }: AddRecommendation) {
  const { actor, tx, now } = ctx;
  const edition = await getEdition(ctx, editionId, "profile:write");
  assertIsCurrent(edition);
  const number = (await tx.profileRecommendation.count({ where: { editionId } })) + 1;
  await tx.profileRecommendation.createMany({
    data: {
      ...{ editionId, areaId: edition.areaId, number, text },
      ...{ addedByHatId: actor.hatId, addedAt: now },
    },
  });
  await record(ctx, { type: "profile.recommendation_added", facts: { editionId, number } });
  return { editionId };
}

/** CT-02: what the profile asks for becomes an action of the plan, and is found from it. */
export async function linkRecommendation(
  ctx: Context,
  { recommendationId, actionId }: LinkRecommendation,
) {
  const { actor, tx, now } = ctx;
  const recommendation = await getRecommendation(ctx, recommendationId);
  assertNotDeclined(recommendation);
  const action = (await listActionsToLink(ctx)).find(({ id }) => id === actionId);
  if (!action) throw new FieldsRefused({ actionId: ["Select an action"] });
  if (recommendation.actions.some((one) => one.actionId === actionId))
    throw new FieldsRefused({ actionId: ["That action is linked already"] });
  const { id: editionId, areaId } = recommendation.edition;
  await tx.recommendationAction.createMany({
    data: {
      ...{ recommendationId, actionId, planId: action.planId, areaId },
      ...{ linkedByHatId: actor.hatId, linkedAt: now },
    },
  });
  await record(ctx, {
    type: "profile.recommendation_linked",
    facts: { recommendationId, actionId },
  });
  return { editionId };
}

/** CT-02: one form makes the action and links it: both, or neither. */
export async function makeAction(ctx: Context, { recommendationId, ...action }: MakeAction) {
  assertNotDeclined(await getRecommendation(ctx, recommendationId));
  const { actionId } = await addPlanAction(ctx, action);
  return linkRecommendation(ctx, { recommendationId, actionId });
}

export async function unlinkRecommendation(
  ctx: Context,
  { recommendationId, actionId }: LinkRecommendation,
) {
  const { tx, now } = ctx;
  const { edition } = await getRecommendation(ctx, recommendationId);
  const { count } = await tx.recommendationAction.updateMany({
    where: { recommendationId, actionId, endedAt: null },
    data: { endedAt: now },
  });
  if (count === 0) throw new NotFound("link", actionId);
  await record(ctx, {
    type: "profile.recommendation_unlinked",
    facts: { recommendationId, actionId },
  });
  return { editionId: edition.id };
}

/** Not taking it up asks for as much writing as taking it up. */
export async function declineRecommendation(ctx: Context, input: DeclineRecommendation) {
  const { tx, now } = ctx;
  const { recommendationId, version, reasons } = input;
  const recommendation = await getRecommendation(ctx, recommendationId);
  assertCanBeDeclined(recommendation);
  const { count } = await tx.profileRecommendation.updateMany({
    where: { id: recommendationId, version },
    data: {
      ...{ declinedBecause: reasons, declinedOn: toDateColumn(dayOf(now)) },
      version: version + 1,
    },
  });
  if (count === 0)
    throw new Overtaken("Somebody else", "since you opened this page", [], recommendation.version);
  await record(ctx, { type: "profile.recommendation_declined", facts: { recommendationId } });
  return { editionId: recommendation.edition.id };
}
