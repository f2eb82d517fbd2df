import { beforeAll, expect, test } from "vitest";

import { type Actor, theSystem } from "@/lib/access/actor";
import { type Role, roleLabels } from "@/lib/access/labels";
import { moveCase } from "@/lib/cases/commands";
import type { Facts } from "@/lib/cases/guards/rules";
import type { CaseStatus } from "@/lib/cases/labels";
import { clocksAt, statusAfterMove, type TransitionId } from "@/lib/cases/rules";
import { clockDuties } from "@/lib/clocks/rules";
import { addDays, dayOf, toDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import { aCase, anActor, anArea } from "@/tests/support/factories";
import { deferral, moves } from "@/tests/support/moves";
import { owner } from "@/tests/support/owner";

const today = dayOf(new Date());

let areaId: string;
const people = {} as Record<Role, Actor>;
beforeAll(async () => {
  areaId = (await anArea()).id;
  for (const role of Object.keys(roleLabels) as Role[])
    people[role] = await anActor(role, { areaId });
});

const atWork: Role[] = [
  ...(["coordinator", "chair", "panel_member", "provider", "invitee"] as const),
  "governance_officer",
];

/** A case at a step with everybody on it who can be, so that what turns somebody away is what they may do, and every clock running. */
async function aCaseAt(caseStatus: CaseStatus) {
  const workers = atWork.map((role) => people[role]);
  const found = await aCase({ areaId, caseStatus, workers });
  const kinds = new Set(Object.values(clocksAt).flat());
  await owner.clock.createMany({
    data: [...kinds].map((kind) => ({
      ...{ caseId: found.id, areaId, kind, ownerRole: clockDuties[kind].owner },
      ...{ startedOn: toDateColumn(today), dueOn: toDateColumn(addDays(today, 10)) },
    })),
  });
  return found;
}

/** The facts of the domain's table, whose days are all days from that of the move. */
const factsOf = (known: Facts): Facts => ({
  ...known,
  ...(known === deferral && { nextMeetingOn: addDays(today, 28) }),
  ...(known.pauseReviewOn && { pauseReviewOn: addDays(today, 28) }),
});

async function move(who: Actor, caseId: string, id: TransitionId, facts: Facts) {
  const seen = await owner.case.findUniqueOrThrow({ where: { id: caseId } });
  const { version, status } = seen;
  const movable = { id: caseId, areaId, status: status as CaseStatus, isPaused: false, version };
  return withActor(who, (ctx) => moveCase(ctx, movable, id, facts));
}

const left = async (id: string) => {
  const { status, version } = await owner.case.findUniqueOrThrow({ where: { id } });
  return { status, version, moves: await owner.caseMove.count({ where: { caseId: id } }) };
};

/** Before there is a case, a referral moves by commands of its own; and to another area it goes by the database's hand. */
const ofACase = moves.filter(([id]) => id >= "T07" && id <= "T28" && id !== "T27");

for (const [id, from, , allowed, known] of ofACase) {
  const isOfAReferral = (status: string) => status === "submitted" || status === "gateway";
  const [first] = from.split(" ").filter((status) => !isOfAReferral(status)) as [CaseStatus];
  const facts = factsOf(known);

  test(`${id} on a case is made by ${allowed}, and by nobody else, nor while nothing is known`, async () => {
    const { id: caseId } = await aCaseAt(first);
    const before = await left(caseId);
    const movers = [...Object.values(people), theSystem(areaId)];
    const mayMove = ({ role }: Actor) => allowed.split(" ").includes(role);
    for (const who of movers) {
      const attempt = move(who, caseId, id, mayMove(who) ? {} : facts);
      await expect(attempt, who.role).rejects.toMatchObject({ name: "RuleBroken" });
    }
    expect(await left(caseId)).toEqual(before);

    const mover = movers.find(mayMove) as Actor;
    await move(mover, caseId, id, facts);
    const { status, version, moves: made } = await left(caseId);
    expect([status, version]).toEqual([statusAfterMove(id, first), before.version + 1]);
    expect(made).toBe(before.moves + 1);
  });
}
