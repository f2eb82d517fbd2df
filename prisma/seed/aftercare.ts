import { addDays, addMonths, addWorkingDays, type Day } from "@/lib/dates";
import type { Worn } from "./accounts";
import type { Opened } from "./casework";
import { at, column, during, played, type World } from "./world";

const needs = [
  {
    need: "Has few people to turn to, and spends the evenings alone online",
    objective: "Two people outside the family to talk to each week",
    measure: "Has met both in three weeks out of four",
  },
  {
    need: "Has been out of school since the spring",
    objective: "Back in a course that was chosen freely",
    measure: "Attendance above 85% for a term",
  },
  {
    need: "Sleeps little, and worries at night",
    objective: "To sleep through most nights",
    measure: "The person says so in four weeks running",
  },
];

const dayOf = (value: unknown): Day => (value as Date).toISOString().slice(0, 10);

/** What came of consent and support, read from the story so far: it is told last, and changes none of it. */
export function followUp(world: World, cases: Opened[]): void {
  for (const opened of cases) {
    const { row, caseId } = opened;
    tellings(world, opened);
    needsOf(world, opened);
    const begun = world.rows.caseMove.find((m) => m.caseId === caseId && m.transition === "T15");
    const worker = world.rows.caseWorker.find(
      (one) => one.caseId === caseId && one.capacity === "provider",
    );
    const mentor = Object.values(world.cast).find(({ hatId }) => hatId === worker?.hatId);
    if (begun && mentor) {
      const taken = world.rows.consentTakenBack.find((one) => one.caseId === caseId);
      const ended = row.exitedOn ?? taken?.onDay;
      const endsOn = ended ? addDays(dayOf(ended), -1) : null;
      sessionsOf(world, opened, { mentor, startedOn: dayOf(begun.movedAt), endsOn });
    }
    const no = world.rows.caseMove.find(
      (m) => m.caseId === caseId && (m.transition === "T16" || m.transition === "T19"),
    );
    if (no) lookAgain(world, opened, dayOf(no.movedAt));
    if (row.exitedOn) onwardFrom(world, opened, dayOf(row.exitedOn));
  }
}

/** From needs to objectives: what the first version of the plan had, and the actions that serve it. */
function needsOf({ rows, chance, areaId }: World, { caseId, coordinator }: Opened): void {
  const plan = rows.supportPlan.find((one) => one.caseId === caseId);
  if (!plan) return;
  const addedAt = plan.writtenAt as Date;
  const ids = chance.some(needs, 2).map((need) => {
    const id = chance.id(addedAt);
    const by = { addedByHatId: coordinator.hatId, addedAt };
    rows.supportNeed.push({ ...need, ...by, id, caseId, areaId, addedIn: 1 });
    return id;
  });
  for (const action of rows.action) {
    if (action.caseId === caseId && action.kind === "support") action.needId = chance.pick(ids);
  }
}

type Run = { mentor: Worn; startedOn: Day; endsOn: Day | null };

const contents = [
  "We talked about the week, and about a video that had been passed round. The question was how one knows whether it is true.",
  "A walk by the canal. Much was said of the family, and of going back to lessons after Easter.",
  "We looked together at two accounts of the same event, and wrote down what each leaves out.",
  "A quiet session. There had been little sleep. We agreed to meet at the climbing wall next time.",
];

/** A session each week while support runs: most held, a few missed, and one to come (TL-10). */
function sessionsOf(world: World, { caseId }: Opened, run: Run): void {
  const { rows, chance, areaId, today } = world;
  const { mentor, startedOn, endsOn } = run;
  const last = endsOn ?? today;
  const first = addDays(startedOn, 7);
  for (let day = first; day <= last; day = addDays(day, 7)) {
    const state = chance.weighted({ held: 78, missed: 14, called_off: 8 });
    const plannedAt = at(addDays(day, -5), 16);
    rows.supportSession.push({
      id: chance.id(plannedAt),
      ...{ caseId, areaId, providerHatId: mentor.hatId, plannedAt, state },
      ...{ plannedOn: column(day), place: "The community centre" },
      recordedAt: during(world, day),
      content: state === "held" ? chance.pick(contents) : null,
      missedBecause:
        state === "missed" ? "did_not_come" : state === "called_off" ? "person_called_off" : null,
    });
  }
  if (endsOn) report(world, caseId, mentor, endsOn);
  else coming(world, caseId, mentor);
}

function coming(world: World, caseId: string, mentor: Worn): void {
  const { rows, chance, areaId, today } = world;
  const plannedAt = during(world, today);
  rows.supportSession.push({
    id: chance.id(plannedAt),
    ...{ caseId, areaId, providerHatId: mentor.hatId, plannedAt, state: "planned" },
    ...{ plannedOn: column(addDays(today, 4)), place: "The library" },
  });
  if (chance.is(0.35)) worry(world, caseId, mentor);
}

/** A concern from a session that nobody has answered yet, so that it is before the coordinator and the chair. */
function worry(world: World, caseId: string, mentor: Worn): void {
  const { rows, chance, areaId, today } = world;
  const raisedAt = during(world, addDays(today, -1));
  rows.supportConcern.push({
    id: chance.id(raisedAt),
    ...{ caseId, areaId, raisedByHatId: mentor.hatId, raisedAt, isAnyoneAtRisk: false },
    what: "An older man known from a game has asked twice to meet, and has said to keep it a secret.",
  });
}

function report(world: World, caseId: string, mentor: Worn, endsOn: Day): void {
  const { rows, chance, areaId } = world;
  const own = rows.supportSession.filter((one) => one.caseId === caseId);
  const count = (state: string) => own.filter((one) => one.state === state).length;
  const writtenAt = at(addWorkingDays(endsOn, -2), 11);
  rows.endReport.push({
    id: chance.id(writtenAt),
    ...{ caseId, areaId, providerHatId: mentor.hatId, writtenAt },
    ...{ held: count("held"), missed: count("missed") },
    done: "We met each week, and read together what had been seen online.",
    changed: "Questions are asked of what is seen, and there are friends again at college.",
    remains: "Sleep is still short before exams.",
    suggested: "Support can end. The youth worker goes on as before.",
  });
}

/** TR-02: told at each stage, or not, with a reason. A few are not told for long (TR-03). */
function tellings(world: World, opened: Opened): void {
  const { chance } = world;
  const { row, caseId, coordinator } = opened;
  const isQuiet = chance.is(0.12);
  let number = 0;
  const say = (stage: string, on: Day) => {
    const isTold = !isQuiet || stage === "panel";
    const recordedAt = during(world, on);
    number += 1;
    world.rows.telling.push({
      id: chance.id(recordedAt),
      ...{ caseId, areaId: world.areaId, number, stage, isTold, onDay: column(on) },
      ...(isTold
        ? {
            toldWhom: opened.isChild ? "both" : "person",
            toldBy: coordinator.name,
            method: chance.pick(["in_person", "in_person", "telephone"]),
          }
        : {
            exemption: "increases_risk",
            reasons: "Somebody at home might be hurt if it were known now.",
          }),
      ...{ recordedByHatId: coordinator.hatId, recordedAt },
    });
  };
  const today = world.today;
  const soon = (day: Day, days: number) => {
    const on = addWorkingDays(day, days);
    return [on, today].toSorted()[0] as Day;
  };
  const openedOn = dayOf(row.openedAt);
  if (soon(openedOn, 4) < today) say("referral", soon(openedOn, 4));
  const decision = world.rows.panelDecision.find((one) => one.caseId === caseId);
  if (decision) say("panel", soon(dayOf(decision.decidedAt), 3));
  if (row.adoptedOn) say("adoption", soon(dayOf(row.adoptedOn), 4));
  if (row.exitedOn) say("exit", soon(dayOf(row.exitedOn), 3));
}

/** C-10: after a no, the panel sometimes wants to look again, with a reason and an end. */
function lookAgain(world: World, { caseId }: Opened, closedOn: Day): void {
  const { rows, chance, areaId, today } = world;
  if (!chance.is(0.6)) return;
  const decidedAt = at(closedOn, 15);
  const dueOn = addMonths(closedOn, 6);
  const heldOn = dueOn < today ? addDays(dueOn, -4) : null;
  const chair = played(world, "chair");
  rows.reassessment.push({
    id: chance.id(decidedAt),
    ...{ caseId, areaId, number: 1, decidedByHatId: chair.hatId, decidedAt },
    reason: "The family is moving in the spring, and the school asked whether help is wanted then.",
    dueOn: column(dueOn),
    ...(heldOn && {
      heldOn: column(heldOn),
      outcome: "no_further",
      finding: "School and family say that things are going well, and want nothing more.",
      heldByHatId: chair.hatId,
    }),
  });
  rows.clock.push({
    ...{ areaId, caseId, kind: "reassessment", ownerRole: "chair" },
    ...{ startedOn: column(closedOn), dueOn: column(dueOn) },
    ...(heldOn && { stoppedOn: column(heldOn), outcome: "met" }),
  });
}

/** The service that was named when support ended: it answers after some days, or is asked again. */
function onwardFrom(world: World, { caseId }: Opened, exitedOn: Day): void {
  const { rows, chance, areaId, today } = world;
  const answeredOn = addWorkingDays(exitedOn, chance.between(4, 18));
  const isAnswered = answeredOn < today && chance.is(0.9);
  const madeAt = at(exitedOn, 16);
  rows.onwardReferral.push({
    id: chance.id(madeAt),
    ...{ caseId, areaId, service: "The youth service", madeAtStage: "exit" },
    ...{ madeOn: column(exitedOn), dueOn: column(addWorkingDays(exitedOn, 10)) },
    madeByHatId: played(world, "chair").hatId,
    ...(isAnswered && {
      state: chance.is(0.85) ? "accepted" : "not_accepted",
      answeredOn: column(answeredOn),
      answer: "A youth worker has met the person, and they have agreed how to go on.",
    }),
  });
}
