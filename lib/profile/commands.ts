import "server-only";

import { record } from "@/lib/audit/record";
import { getTimetable } from "@/lib/clocks/queries";
import { dueDay } from "@/lib/clocks/rules";
import { dayOf, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused } from "@/lib/errors";
import { getEdition, getProfileToWrite } from "@/lib/profile/queries";
import { assertIsCurrent, assertMayBeBriefed } from "@/lib/profile/rules";
import type { AddEdition, LogBriefing } from "@/lib/profile/schema";

/** CT-01: a new edition supersedes the one before it, and the wait for the next refresh begins. */
export async function addEdition(ctx: Context, input: AddEdition) {
  const { actor, tx, now } = ctx;
  const { areaId } = actor;
  const { partnerships, organisations } = await getProfileToWrite(ctx);
  const partnership = partnerships.find(({ id }) => id === input.covers);
  const errors: Record<string, string[]> = {};
  if (input.covers !== "area" && !partnership) errors.covers = ["Select which areas this is for"];
  if (!organisations.some(({ id }) => id === input.producedById))
    errors.producedById = ["Select who produced it"];
  const before = await tx.profileEdition.findFirst({
    where: { areaId, status: "current" },
    select: { id: true, datedOn: true },
  });
  const datedOn = toDateColumn(input.datedDay);
  if (before && datedOn <= before.datedOn)
    errors.datedDay = ["Date of the edition must be after the date of the edition before it"];
  if (Object.keys(errors).length > 0) throw new FieldsRefused(errors);

  if (before)
    await tx.profileEdition.updateMany({
      where: { id: before.id, status: "current" },
      data: { status: "superseded" },
    });
  const { limits, holidays } = await getTimetable(ctx, { areaId, on: dayOf(now) });
  const refreshDay = dueDay("profile_refresh", input.datedDay, limits, holidays);
  const { kind, period, versionLabel, producedById, heldAt } = input;
  const { id: editionId } = await tx.profileEdition.create({
    data: {
      ...{ areaId, partnershipId: partnership?.id ?? null, kind, period, versionLabel },
      ...{ reference: await nextReference(ctx), producedById, datedOn, heldAt },
      refreshDueOn: toDateColumn(refreshDay),
      ...{ addedByHatId: actor.hatId, addedAt: now },
    },
    select: { id: true },
  });
  await record(ctx, { type: "profile.edition_added", facts: { editionId, kind } });
  return { editionId };
}

async function nextReference({ tx, now }: Context): Promise<string> {
  const [made] = await tx.$queryRaw<{ reference: string }[]>`
    select next_reference('CTLP', ${toDateColumn(dayOf(now))}::date) as reference`;
  if (!made) throw new Error("The database made no reference.");
  return made.reference;
}

/** Who was told of the profile, as a body and a number, and how it was handled (CT-01, CT-03). */
export async function logBriefing(ctx: Context, input: LogBriefing) {
  const { actor, tx, now } = ctx;
  const { editionId, briefedDay, ...briefing } = input;
  const edition = await getEdition(ctx, editionId, "profile:write");
  assertIsCurrent(edition);
  assertMayBeBriefed(edition);
  if (briefedDay < edition.datedDay)
    throw new FieldsRefused({
      briefedDay: ["Date of the briefing must be the same as or after the date of the edition"],
    });
  await tx.profileBriefing.createMany({
    data: {
      ...{ ...briefing, editionId, areaId: edition.areaId, briefedOn: toDateColumn(briefedDay) },
      ...{ loggedByHatId: actor.hatId, loggedAt: now },
    },
  });
  await record(ctx, {
    type: "profile.briefed",
    facts: { editionId, briefedDay, people: briefing.people },
  });
  return { editionId };
}
