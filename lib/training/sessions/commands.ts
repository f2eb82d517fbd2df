import "server-only";

import { record } from "@/lib/audit/record";
import { addMonths, dayOf, formatInstant, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken, RuleBroken } from "@/lib/errors";
import { assertAttendanceCounts, keptMonths } from "@/lib/training/rules";
import type {
  AddMaterial,
  RecordAttendance,
  SaveSession,
  WithdrawMaterial,
} from "@/lib/training/schema";
import {
  getMaterial,
  getSession,
  getSessionsToWrite,
  getSessionToCount,
  getSessionToEdit,
} from "@/lib/training/sessions/queries";

/** A session, new or changed. */
export async function saveSession(
  ctx: Context,
  input: SaveSession,
): Promise<{ sessionId: string }> {
  const { actor, tx, now } = ctx;
  const { sessionId, version, heldDay, ...session } = input;
  const known = sessionId
    ? await getSessionToEdit(ctx, sessionId)
    : { ...(await getSessionsToWrite(ctx)), session: null };
  const errors: Record<string, string[]> = {};
  if (!known.courses.some(({ id }) => id === session.courseId))
    errors.courseId = ["Select the course"];
  if (!known.organisations.some(({ value }) => value === session.hostOrganisationId))
    errors.hostOrganisationId = ["Select who hosts it"];
  if (session.status === "held" && heldDay > dayOf(now))
    errors.status = ["A session that is still to come has not been held"];
  if (Object.keys(errors).length > 0) throw new FieldsRefused(errors);

  const data = {
    ...{ ...session, heldOn: toDateColumn(heldDay), editedByHatId: actor.hatId, editedAt: now },
    disposeOn: toDateColumn(addMonths(heldDay, keptMonths)),
  };
  const before = known.session;
  if (before) {
    const { count } = await tx.trainingSession.updateMany({
      where: { id: before.id, version: version ?? 0 },
      data: { ...data, version: before.version + 1 },
    });
    if (count === 0)
      throw new Overtaken(
        before.editedBy,
        `on ${formatInstant(before.editedAt)}`,
        [
          { name: "title", label: "Title", theirs: before.title },
          { name: "venue", label: "Venue", theirs: before.venue },
          { name: "trainers", label: "Trainers", theirs: before.trainers },
        ],
        before.version,
      );
  }
  const { id } =
    before ??
    (await tx.trainingSession.create({
      data: { ...data, areaId: actor.areaId },
      select: { id: true },
    }));
  await record(ctx, { type: "training_session.saved", facts: { sessionId: id } });
  return { sessionId: id };
}

/** How many came, of whom. What was counted wrongly is counted anew. */
export async function recordAttendance(ctx: Context, input: RecordAttendance) {
  const { actor, tx, now } = ctx;
  const { sessionId, organisationId, roleGroupId, attended } = input;
  const { session, organisations, groups } = await getSessionToCount(ctx, sessionId);
  assertAttendanceCounts(session, dayOf(now));
  const errors: Record<string, string[]> = {};
  if (!organisations.some(({ value }) => value === organisationId))
    errors.organisationId = ["Select the organisation"];
  if (!groups.some(({ id }) => id === roleGroupId)) errors.roleGroupId = ["Select the role group"];
  if (Object.keys(errors).length > 0) throw new FieldsRefused(errors);
  await tx.trainingAttendance.createMany({
    data: {
      ...{ sessionId, areaId: session.areaId, organisationId, roleGroupId, attended },
      ...{ recordedByHatId: actor.hatId, recordedAt: now },
    },
  });
  const facts = { sessionId, organisationId, roleGroupId, attended };
  await record(ctx, { type: "training_session.attendance_recorded", facts });
  return { sessionId };
}

/** What was shown or given out: a link, or the text itself. */
export async function addMaterial(ctx: Context, input: AddMaterial) {
  const { actor, tx, now } = ctx;
  const { sessionId, title, link, bodyText } = input;
  const { areaId } = await getSession(ctx, sessionId, "training:write");
  await tx.trainingMaterial.createMany({
    data: { sessionId, areaId, title, link, bodyText, addedByHatId: actor.hatId, addedAt: now },
  });
  await record(ctx, { type: "training_session.material_added", facts: { sessionId } });
  return { sessionId };
}

/** Taken back for a reason. That it was there stays on the record; what it said is shown no more. */
export async function withdrawMaterial(ctx: Context, { materialId, reason }: WithdrawMaterial) {
  const { actor, tx, now } = ctx;
  const { sessionId } = await getMaterial(ctx, materialId);
  const { count } = await tx.trainingMaterial.updateMany({
    where: { id: materialId, withdrawnAt: null },
    data: { withdrawnBecause: reason, withdrawnByHatId: actor.hatId, withdrawnAt: now },
  });
  if (count === 0) throw new RuleBroken("This material was taken back before");
  const facts = { sessionId, materialId };
  await record(ctx, { type: "training_session.material_withdrawn", facts });
  return { sessionId };
}
