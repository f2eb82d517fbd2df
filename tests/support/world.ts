import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import { owner } from "./owner";
import { benchmarksOf } from "./world/benchmarks";
import {
  actionsOf,
  casesOf,
  draftFrameworks,
  handToPolice,
  needsOf,
  offerElsewhere,
} from "./world/cases";
import { dice } from "./world/dice";
import { bodiesOf } from "./world/governance";
import { itemsOf } from "./world/information";
import { askIn, meetingsOf } from "./world/meetings";
import { absencesOf, people, places } from "./world/people";
import { plansOf } from "./world/plans";
import { becomeCases, concernsOf, referralsOf } from "./world/referrals";
import { registerOf } from "./world/registers";
import { papersOf } from "./world/reports";
import { at, lay, layOut } from "./world/rows";

const everyArea: { id: string }[] = [];

/** Several worlds at once. */
export async function someWorlds(seeds: number[]) {
  const worlds = seeds.map(aWorld);
  await layOut();
  await becomeCases();
  const toPolice = worlds.flatMap(({ cases }) => cases.filter((one) => one.parties.isPoliceLed));
  await owner.case.updateMany({
    where: { id: { in: toPolice.map(({ id }) => id) } },
    data: { closureCode: "unsuitable_police_led", closedAt: at },
  });
  const frameworks = await owner.framework.findMany({
    where: { areaId: { in: worlds.flatMap(({ areas }) => areas.map(({ id }) => id)) } },
    select: { id: true, areaId: true, code: true, status: true },
  });
  everyArea.push(...worlds.flatMap(({ areas }) => areas));
  return worlds.map((world) => ({
    ...world,
    /** Of every world so far: what is not about anybody may be known everywhere. */
    everyArea,
    frameworks: frameworks.filter(({ areaId }) => world.areas.some(({ id }) => id === areaId)),
  }));
}

/** A small partnership with everything in it: areas, organisations, people in hats, cases, meetings, conflicts, markings, plans. */
function aWorld(seed: number) {
  const random = dice(seed);
  const areas = places();
  const organisations = Array.from({ length: 3 }, () => ({ id: randomUUID() }));
  lay(
    "organisation",
    organisations.map(({ id }) => ({ id, name: id, sector: "other", kind: "other" })),
  );
  const actors = people(random, areas, organisations);
  // A key may be of a body's paper, and comes after the body.
  for (const table of ["partnership", "partnershipArea", "governanceBody"] as const) lay(table, []);
  const referrals = referralsOf(random, actors);
  const cases = casesOf(random, actors, referrals);
  const meetings = meetingsOf(random, areas, actors, cases);
  const items = itemsOf(random, organisations, actors, cases);
  // What a body asks for is an action, and comes after the body and its item.
  for (const table of ["governanceMeeting", "governanceItem"] as const) lay(table, []);
  const plans = plansOf(random, areas, organisations, actors);
  const register = registerOf(random, areas, organisations, actors);
  const bodies = bodiesOf(random, areas, organisations, actors, plans, register.partnership);
  const concerns = concernsOf(random, actors);
  const actions = actionsOf(random, actors, cases);
  const needs = needsOf(random, actors, cases);
  const absences = absencesOf(random, areas, actors);
  draftFrameworks(areas);
  lay(
    "requestTemplate",
    areas.map(({ id }) => ({
      ...{ id, areaId: id, name: "x", question: "x", lawfulBasis: "safeguarding", days: 5 },
      ...{ status: "in_use", writtenByHatId: (actors[0] as Actor).hatId, writtenAt: at },
    })),
  );
  offerElsewhere(areas, actors, cases);
  handToPolice(random, actors, cases);
  askIn(meetings, cases);
  const attended = new Set(meetings.filter((one) => one.isAttended).map(({ caseId }) => caseId));
  const listed = new Set(meetings.map(({ caseId }) => caseId));
  const papers = papersOf(random, areas, actors, bodies);
  const benchmarks = benchmarksOf(random, areas, organisations, actors, plans, register);
  return {
    ...benchmarks,
    areas,
    actors,
    referrals,
    cases,
    meetings,
    listed,
    attended,
    items,
    plans,
    ...register,
    ...papers,
    bodies,
    concerns,
    actions,
    needs,
    absences,
  };
}

export type World = Awaited<ReturnType<typeof someWorlds>>[number];
