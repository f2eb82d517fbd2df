import "server-only";

import { record } from "@/lib/audit/record";
import { getCaseById } from "@/lib/cases/queries";
import { type DataKey, seal } from "@/lib/crypto/vault";
import { toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, RuleBroken } from "@/lib/errors";
import { assertPartners } from "../queries";
import { assertCorroborationChanges, overtaken } from "../rules";
import type { ChangeCorroboration, RecordItem } from "../schema";
import { getItemToChange, itemPlace } from "./queries";

/** Adds what one organisation knows to the case, for the audience it names (IS-09, IS-11). */
export async function recordItem(ctx: Context, input: RecordItem) {
  const caseRecord = await getCaseById(ctx, input.caseId, "information:write");
  const { suppliedById, namedOrganisationIds } = input;
  if (ctx.actor.role === "panel_member" && suppliedById !== ctx.actor.organisationId)
    throw new FieldsRefused({ suppliedById: ["You can add what your own organisation knows"] });
  await assertPartners(ctx, "suppliedById", [suppliedById]);
  await assertPartners(ctx, "namedOrganisationIds", namedOrganisationIds);
  const { id: caseId, areaId, dataKeyId, reference } = caseRecord;
  const itemId = await keepItem(ctx, { caseId, areaId, dataKeyId }, input, { suppliedById });

  const { kind, audience } = input;
  await record(ctx, { type: "information.recorded", dataKeyId, facts: { itemId, kind, audience } });
  return { reference };
}

type Owner = { caseId: string; areaId: string; dataKeyId: string };
type Item = Omit<RecordItem, "caseId" | "suppliedById">;
type Origin = { suppliedById: string; requestId?: string };

/** Text for the chair and the coordinator alone is sealed with the case's own key. */
export async function keepItem(
  ctx: Context,
  onIt: Owner,
  item: Item,
  origin: Origin,
): Promise<string> {
  const { actor, tx, now } = ctx;
  const { caseId, areaId, dataKeyId } = onIt;
  const [made] = await tx.$queryRaw<{ id: string }[]>`select uuid_v7()::text as id`;
  const id = made?.id ?? "";
  const place = itemPlace(id);
  const isSealed = item.audience === "chair_and_coordinator";
  await tx.informationItem.createMany({
    data: {
      id,
      caseId,
      areaId,
      ...origin,
      enteredByHatId: actor.hatId,
      kind: item.kind,
      source: item.source,
      datedOn: toDateColumn(item.asOf),
      reliability: item.reliability,
      corroboration: item.corroboration,
      audience: item.audience,
      necessity: item.necessity,
      lawfulBasis: item.lawfulBasis,
      body: isSealed ? null : item.text,
      sealedBody: isSealed ? seal(await keyOf(ctx, dataKeyId), place, item.text) : null,
      enteredAt: now,
    },
  });
  const named = item.audience === "named_organisations" ? item.namedOrganisationIds : [];
  if (named.length > 0)
    await tx.itemAudience.createMany({
      data: [...new Set(named)].map((organisationId) => ({
        itemId: id,
        organisationId,
        caseId,
        areaId,
      })),
    });
  return id;
}

async function keyOf({ tx }: Context, dataKeyId: string): Promise<DataKey> {
  const key = await tx.dataKey.findUnique({
    where: { id: dataKeyId },
    select: { id: true, wrapped: true },
  });
  if (!key?.wrapped) throw new RuleBroken("This case has been erased.");
  return { id: key.id, wrapped: key.wrapped };
}

/** What was found of an item, with reasons: it stands on every view of it from then on (IS-10). */
export async function changeCorroboration(ctx: Context, input: ChangeCorroboration) {
  const item = await getItemToChange(ctx, input.itemId);
  assertCorroborationChanges(item.corroboration, input.corroboration);
  const { count } = await ctx.tx.informationItem.updateMany({
    where: { id: item.id, version: item.version },
    data: {
      corroboration: input.corroboration,
      corroborationReasons: input.reasons,
      version: item.version + 1,
    },
  });
  if (count === 0) throw new RuleBroken(overtaken);
  await ctx.tx.corroborationChange.createMany({
    data: {
      ...{ itemId: item.id, caseId: item.case.id, areaId: item.case.areaId },
      ...{ was: item.corroboration, became: input.corroboration, reasons: input.reasons },
      ...{ changedByHatId: ctx.actor.hatId, changedAt: ctx.now },
    },
  });

  await record(ctx, {
    type: "information.corroboration_changed",
    dataKeyId: item.case.dataKeyId,
    facts: { itemId: item.id, from: item.corroboration, to: input.corroboration },
  });
  return { reference: item.case.reference };
}
