import "server-only";

import { record } from "@/lib/audit/record";
import { type Day, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Overtaken } from "@/lib/errors";
import {
  getBody,
  getBodyForMember,
  getBodyToEdit,
  getMember,
  getTreeToWrite,
  listChairs,
} from "@/lib/governance/bodies/queries";
import { bodyKinds, type MemberRole, memberRoles } from "@/lib/governance/labels";
import { isOver, mayBeUnder, overlapsAChair } from "@/lib/governance/rules";
import type { AddBody, AddMember, AddTerms, EditBody, EditMember } from "@/lib/governance/schema";

const column = (day: Day | null | undefined) => (day ? toDateColumn(day) : null);

function refuseIf(field: string, wrong: boolean, say: string): void {
  if (wrong) throw new FieldsRefused({ [field]: [say] });
}

const wordsOf = ({ kind, name, purpose, powers, frequency, parentId }: AddBody | EditBody) => ({
  ...{ kind, name, purpose, powers, frequency, parentId },
});

const sameName = (name: string, bodies: readonly { id: string; name: string }[], butFor = "") =>
  bodies.some((body) => body.id !== butFor && body.name.toLowerCase() === name.toLowerCase());
const notOver = "Select a body that is over all the areas of this one";
const nameTaken = "There is a body of that name already";

/** A body of one area, or of all the areas of a partnership (3.5). */
export async function addBody(ctx: Context, input: AddBody) {
  const { actor, tx, now } = ctx;
  const { partnerships, bodies } = await getTreeToWrite(ctx);
  const partnership = partnerships.find(({ id }) => id === input.covers);
  refuseIf("covers", input.covers !== "area" && !partnership, "Select which areas this is for");
  const parent = bodies.find(({ id }) => id === input.parentId);
  refuseIf("parentId", input.parentId !== null && !parent, "Select a body from the list");
  const { areaId } = actor;
  const planAreaIds = partnership?.partnershipAreas.map((one) => one.areaId) ?? [areaId];
  refuseIf("parentId", !!parent && !isOver(parent, { areaId, parties: { planAreaIds } }), notOver);
  const own = bodies.filter((body) => body.areaId === areaId);
  refuseIf("name", sameName(input.name, own), nameTaken);
  const { id: bodyId } = await tx.governanceBody.create({
    data: {
      ...{ areaId, partnershipId: partnership?.id ?? null, ...wordsOf(input) },
      ...{ editedByHatId: actor.hatId, editedAt: now },
    },
    select: { id: true },
  });
  await record(ctx, { type: "body.added", facts: { bodyId, kind: input.kind } });
  return { bodyId };
}

/** A body changes its place in the tree, and the tree stays one. */
export async function editBody(ctx: Context, input: EditBody) {
  const { actor, tx, now } = ctx;
  const { body, bodies } = await getBodyToEdit(ctx, input.bodyId);
  const { parentId } = input;
  const parent = bodies.find(({ id }) => id === parentId);
  refuseIf("parentId", parentId !== null && !parent, "Select a body from the list");
  refuseIf(
    "parentId",
    parentId !== null && !mayBeUnder(body.id, parentId, bodies),
    "A body cannot be under itself, nor under one that is under it",
  );
  refuseIf("parentId", !!parent && !isOver(parent, body), notOver);
  const own = bodies.filter(({ areaId, endedDay }) => areaId === actor.areaId && !endedDay);
  refuseIf("name", !input.endedDay && sameName(input.name, own, body.id), nameTaken);
  const { count } = await tx.governanceBody.updateMany({
    where: { id: body.id, version: input.version },
    data: {
      ...{ ...wordsOf(input), endedOn: column(input.endedDay), version: input.version + 1 },
      ...{ editedByHatId: actor.hatId, editedAt: now },
    },
  });
  if (count === 0)
    throw new Overtaken(
      "Somebody else",
      "since you opened this page",
      [
        { name: "name", label: "Name", theirs: body.name },
        { name: "purpose", label: "Purpose", theirs: body.purpose },
        { name: "kind", label: "Kind", theirs: body.kind, choices: bodyKinds },
      ],
      body.version,
    );
  await record(ctx, { type: "body.edited", facts: { bodyId: body.id } });
  return { bodyId: body.id };
}

/** A new version of the terms of reference. Those before it stay as they were adopted. */
export async function addTerms(ctx: Context, input: AddTerms) {
  const { actor, tx, now } = ctx;
  const body = await getBody(ctx, input.bodyId, "body:write");
  const last = await tx.governanceTerms.findFirst({
    where: { bodyId: body.id },
    select: { number: true, adoptedOn: true },
    orderBy: { number: "desc" },
  });
  refuseIf(
    "adoptedDay",
    last !== null && toDateColumn(input.adoptedDay) < last.adoptedOn,
    "Date they were adopted must be the same as or after that of the version before",
  );
  const number = (last?.number ?? 0) + 1;
  await tx.governanceTerms.createMany({
    data: {
      ...{ bodyId: body.id, areaId: body.areaId, number, bodyText: input.bodyText },
      ...{ adoptedOn: toDateColumn(input.adoptedDay), adoptedBy: input.adoptedBy },
      ...{ writtenByHatId: actor.hatId, writtenAt: now },
    },
  });
  await record(ctx, { type: "terms.added", facts: { bodyId: body.id, number } });
  return { bodyId: body.id };
}

type Hats = Awaited<ReturnType<typeof getBodyForMember>>["hats"];

/** A deputy with an account is known by it; one without is known by name. */
function deputyOf(
  { deputyHatId, deputyName }: Pick<AddMember, "deputyHatId" | "deputyName">,
  hats: Hats,
) {
  if (!deputyHatId) return { deputyHatId: null, deputyName };
  const hat = hats.find(({ id }) => id === deputyHatId);
  if (!hat) throw new FieldsRefused({ deputyHatId: ["Select the deputy from the list"] });
  return { deputyHatId, deputyName: hat.user.name };
}

function whoOf(
  input: AddMember,
  { hats, organisations }: Awaited<ReturnType<typeof getBodyForMember>>,
) {
  const { name, organisationId } = input;
  if (name && organisationId) {
    refuseIf(
      "organisationId",
      !organisations.some(({ id }) => id === organisationId),
      "Select their organisation",
    );
    return { hatId: null, name, organisationId };
  }
  const hat = hats.find(({ id }) => id === input.hatId);
  if (!hat) throw new FieldsRefused({ hatId: ["Select who this is"] });
  return { hatId: hat.id, name: hat.user.name, organisationId: hat.organisationId };
}

type Sitting = { role: MemberRole; fromDay: Day; untilDay: Day | null };

async function assertOneChair(ctx: Context, bodyId: string, sitting: Sitting, butFor?: string) {
  const chairs = (await listChairs(ctx, bodyId)).filter(({ id }) => id !== butFor);
  refuseIf(
    "role",
    overlapsAChair(sitting, chairs),
    "Somebody else holds the chair in that time. End their term first.",
  );
}

/** Somebody takes their seat, until a day or until further notice. */
export async function addMember(ctx: Context, input: AddMember) {
  const { actor, tx, now } = ctx;
  const found = await getBodyForMember(ctx, input.bodyId);
  const who = whoOf(input, found);
  const { bodyId, role, post, fromDay, untilDay = null } = input;
  await assertOneChair(ctx, bodyId, { role, fromDay, untilDay });
  const deputy = deputyOf(input, found.hats);
  refuseIf(
    "deputyHatId",
    who.hatId !== null && deputy.deputyHatId === who.hatId,
    "Nobody is their own deputy",
  );
  const { id: memberId } = await tx.governanceMember.create({
    data: {
      ...{ bodyId, areaId: found.body.areaId, role, post, ...who, ...deputy },
      ...{ fromOn: toDateColumn(fromDay), untilOn: column(untilDay) },
      ...{ editedByHatId: actor.hatId, editedAt: now },
    },
    select: { id: true },
  });
  await record(ctx, { type: "body_member.added", facts: { bodyId, memberId, role } });
  return { bodyId };
}

/** Their role, post, deputy or the end of their term. What they sat as before is on the log. */
export async function editMember(ctx: Context, input: EditMember) {
  const { actor, tx, now } = ctx;
  const { member, body, hats } = await getMember(ctx, input.memberId);
  const { role, post, untilDay = null, version } = input;
  refuseIf(
    "untilDay",
    untilDay !== null && untilDay < member.fromDay,
    "Last day of the term must be the same as or after the first",
  );
  await assertOneChair(ctx, body.id, { role, fromDay: member.fromDay, untilDay }, member.id);
  const deputy = deputyOf(input, hats);
  refuseIf(
    "deputyHatId",
    member.hatId !== null && deputy.deputyHatId === member.hatId,
    "Nobody is their own deputy",
  );
  const { count } = await tx.governanceMember.updateMany({
    where: { id: member.id, version },
    data: {
      ...{ role, post, ...deputy, untilOn: column(untilDay), version: version + 1 },
      ...(untilDay !== member.untilDay && { endNoticedOn: null }),
      ...{ editedByHatId: actor.hatId, editedAt: now },
    },
  });
  if (count === 0)
    throw new Overtaken(
      "Somebody else",
      "since you opened this page",
      [
        { name: "role", label: "Role", theirs: member.role, choices: memberRoles },
        { name: "post", label: "Post", theirs: member.post },
        { name: "untilDay", label: "Last day of the term", theirs: member.untilDay ?? "" },
      ],
      member.version,
    );
  await record(ctx, {
    type: "body_member.edited",
    facts: { bodyId: body.id, memberId: member.id },
  });
  return { bodyId: body.id };
}
