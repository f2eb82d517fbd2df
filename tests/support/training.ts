import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import { addDays, type Day, dayOf, toDateColumn } from "@/lib/dates";
import type { OrganisationKind, SessionState } from "@/lib/training/labels";
import { owner } from "./owner";

const at = new Date();
const today = dayOf(at);
const editedBy = ({ hatId }: Actor) => ({ editedByHatId: hatId, editedAt: at });
const short = () => randomUUID().slice(0, 8);

type Traits = {
  target?: number;
  refreshMonths?: number;
  foundIn?: OrganisationKind[];
  endedDay?: Day;
};

/** A group that needs a course, both of them its own. */
export async function aRequirement(keeper: Actor, traits: Traits = {}) {
  const { areaId } = keeper;
  const { target, refreshMonths, foundIn = ["education"], endedDay } = traits;
  const edited = editedBy(keeper);
  const name = `Group ${short()}`;
  const group = await owner.trainingRoleGroup.create({
    data: { areaId, name, who: "Everybody who meets the public", foundIn, ...edited },
    select: { id: true, name: true },
  });
  const course = await owner.trainingCourse.create({
    data: {
      ...{ areaId, name: `Course ${short()}`, kind: "awareness", level: 1, refreshMonths },
      ...{ about: "What radicalisation is, and how to get help", ...edited },
    },
    select: { id: true, name: true },
  });
  const { id } = await owner.trainingRequirement.create({
    data: {
      ...{ areaId, roleGroupId: group.id, courseId: course.id, target, ...edited },
      ...(endedDay && { endedOn: toDateColumn(endedDay) }),
    },
    select: { id: true },
  });
  return { id, areaId, group, course };
}

/** What an organisation says of itself. */
export const aDeclaration = (
  { id: requirementId, areaId }: { id: string; areaId: string },
  { hatId, organisationId }: Pick<Actor, "hatId" | "organisationId">,
  { inScope = 20, trained = 10, asAtDay = addDays(today, -10), declaredAt = at } = {},
) =>
  owner.trainingDeclaration.create({
    data: {
      ...{ requirementId, areaId, organisationId, inScope, trained },
      ...{ asAtOn: toDateColumn(asAtDay), evidence: "The learning system" },
      ...{ declaredByHatId: hatId, declaredAt },
    },
    select: { id: true },
  });

type SessionTraits = { status?: SessionState; heldDay?: Day };

export async function aTrainingSession(
  keeper: Actor,
  courseId: string,
  traits: SessionTraits = {},
) {
  const { areaId, organisationId: hostOrganisationId } = keeper;
  const { status = "held", heldDay = addDays(today, -5) } = traits;
  return owner.trainingSession.create({
    data: {
      ...{ areaId, courseId, title: "Seminar for councillors", heldOn: toDateColumn(heldDay) },
      ...{ starts: "14:00", venue: "Council chamber", hostOrganisationId, capacity: 40, status },
      ...{ trainers: "Prevent co-ordinator", audience: "councillors", ...editedBy(keeper) },
    },
    select: { id: true },
  });
}

/** What was shown or given out at a session. */
export const aMaterial = ({ id: sessionId }: { id: string }, { areaId, hatId }: Actor) =>
  owner.trainingMaterial.create({
    data: {
      ...{ sessionId, areaId, title: "Slides", bodyText: "What the duty asks of a councillor" },
      ...{ addedByHatId: hatId, addedAt: new Date() },
    },
    select: { id: true },
  });
