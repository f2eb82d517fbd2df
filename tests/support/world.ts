import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import type { Parties } from "@/lib/access/policy";
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
import { type Dice, dice } from "./world/dice";
import { bodiesOf } from "./world/governance";
import { itemsOf } from "./world/information";
import { askIn, meetingsOf } from "./world/meetings";
import { absencesOf, people, places } from "./world/people";
import { plansOf } from "./world/plans";
import { becomeCases, concernsOf, referralsOf } from "./world/referrals";
import { registerOf } from "./world/registers";
import { at, day, lay, layOut } from "./world/rows";

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

/** Reports that are written, sent and published, with a hat named on some; and what government asked, likewise. */
function papersOf(
  random: Dice,
  areas: readonly { id: string }[],
  actors: Actor[],
  bodies: readonly { id: string; parties: Parties }[],
) {
  const hatId = (actors[0] as Actor).hatId;
  const edited = { editedByHatId: hatId, editedAt: at };
  const added = { addedByHatId: hatId, addedAt: at };
  const reports = (["draft", "in_approval", "published"] as const).map((status) => {
    const id = randomUUID();
    const areaId = random.pick(areas).id;
    const approverHatIds = random.chance(0.5) ? [random.pick(actors).hatId] : [];
    const over = bodies.filter(({ parties }) => parties.planAreaIds?.includes(areaId));
    const body = random.chance(0.7) ? over[0] : undefined;
    lay("boardReport", {
      ...{ id, areaId, reference: id, template: "board", title: "x", board: "x", author: "x" },
      ...{ purpose: "decision", contact: "x", status, approverHatIds, ...added, ...edited },
      ...{ latestVersion: 1, bodyId: body?.id ?? null },
      ...(status === "published" && { publishedOn: day, publishedByHatId: hatId }),
    });
    const row = { id, reportId: id, areaId };
    lay("reportSection", { ...row, code: "summary", position: 0, ...edited });
    lay("reportApprover", {
      ...{ ...row, role: "legal", post: "x", hatId: approverHatIds[0] ?? null },
      ...{ namedByHatId: hatId, namedAt: at },
    });
    lay("reportApproval", {
      ...{ ...row, approverId: id, versionNumber: 1, name: "x", givenOn: day },
      ...{ recordedByHatId: hatId, recordedAt: at },
    });
    const made = { reportId: id, areaId, number: 1, content: {}, madeByHatId: hatId, madeAt: at };
    const publicId = randomUUID();
    lay("reportVersion", { ...made, id, part: "full" });
    lay("reportVersion", { ...made, id: publicId, part: "public" });
    const parties: Parties = {
      ...{ ...body?.parties, boardAreaId: body?.parties.areaId },
      ...{ areaId, planAreaIds: [areaId], namedHatIds: approverHatIds },
      ...{ isDraft: status === "draft", isApproved: status === "published" },
    };
    return { id, publicId, parties };
  });
  const consultations = (["open", "submitted"] as const).map((status) => {
    const id = randomUUID();
    const areaId = random.pick(areas).id;
    const contributor = random.pick(actors).hatId;
    lay("consultation", {
      ...{ id, areaId, reference: id, title: "x", askedBy: "x", about: "x", status },
      ...{ closesOn: day, contributeBy: day, contributorHatIds: [contributor] },
      ...(status === "submitted" && {
        ...{ signedBy: "x", signedOn: day, submittedOn: day, submittedByHatId: hatId },
        ...{ submittedAt: at, receipt: "x", submitted: {} },
      }),
      ...{ ...added, ...edited },
    });
    const row = { id, consultationId: id, areaId };
    lay("consultationQuestion", { ...row, number: 1, text: "x", ...edited });
    lay("consultationContributor", {
      ...{ ...row, hatId: contributor, askedByHatId: hatId, askedAt: at },
    });
    lay("consultationAnswer", {
      ...{ ...row, questionId: id, hatId: contributor, body: "x", saidAt: at },
    });
    const parties: Parties = {
      ...{ areaId, planAreaIds: [areaId], namedHatIds: [contributor] },
      isApproved: status === "submitted",
    };
    return { id, parties };
  });
  return { reports, consultations };
}
