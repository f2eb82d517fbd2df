import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import { type Role, roleLabels } from "@/lib/access/labels";
import type { Dice } from "./dice";
import { at, day, lay } from "./rows";

const roles = Object.keys(roleLabels) as Role[];

export function places() {
  const areas = [{ id: randomUUID() }, { id: randomUUID() }] as const;
  lay(
    "area",
    areas.map(({ id }) => ({ id, name: id, policeForce: "Wyvern" })),
  );
  return areas;
}

/** Each role at least once, and some people with two hats, in another role, organisation or area. */
export function people(
  random: Dice,
  areas: readonly { id: string }[],
  organisations: { id: string }[],
) {
  const actors: Actor[] = [];
  for (const role of roles) {
    const userId = randomUUID();
    const worn = random.chance(0.3) ? [role, random.pick(roles)] : [role];
    for (const one of worn)
      actors.push({
        userId,
        hatId: randomUUID(),
        role: one,
        areaId: random.pick(areas).id,
        organisationId: random.pick(organisations).id,
      });
  }
  const userIds = [...new Set(actors.map(({ userId }) => userId))];
  lay(
    "user",
    userIds.map((id) => ({ id, name: id, email: `${id}@example.test` })),
  );
  lay(
    "hat",
    actors.map(({ hatId, ...actor }) => ({ id: hatId, ...actor, role: actor.role })),
  );
  return actors;
}

/** Who is away and covered, and what each area allows. */
export function absencesOf(random: Dice, areas: readonly { id: string }[], actors: Actor[]) {
  const [anybody] = actors as [Actor];
  const set = { setByHatId: anybody.hatId, setAt: at };
  lay(
    "areaLimit",
    areas.map(({ id }) => ({
      ...{ id, areaId: id, kind: "s36_decision", count: 10, fromOn: day, reason: "x" },
      ...set,
    })),
  );
  lay(
    "besideChange",
    areas.map(({ id }) => ({ ...{ id, areaId: id, isAllowed: false, reason: "x" }, ...set })),
  );
  lay(
    "areaNotice",
    areas.map(({ id }) => ({
      ...{ id, areaId: id, controller: "x", contact: "x", childContact: "x" },
      ...set,
    })),
  );
  const absences = random.some(actors, 0.3).flatMap(({ hatId, areaId, organisationId }) => {
    const near = actors.filter((other) => other.areaId === areaId && other.hatId !== hatId);
    if (near.length === 0) return [];
    return [
      { id: randomUUID(), areaId, organisationId, hatId, coverHatId: random.pick(near).hatId },
    ];
  });
  lay(
    "absence",
    absences.map(({ organisationId: _, ...absence }) => ({
      ...absence,
      fromOn: day,
      toOn: day,
      ...set,
    })),
  );
  return absences;
}
