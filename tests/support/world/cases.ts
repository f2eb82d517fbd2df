import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import type { Parties } from "@/lib/access/policy";
import type { Dice } from "./dice";
import type { referralsOf } from "./referrals";
import { at, day, fifty, lay } from "./rows";

export type CaseInWorld = {
  id: string;
  referralId: string;
  dataKeyId: string;
  /** Whose sessions, forms and reports there are. */
  mentorHatId: string;
  parties: Parties & {
    workerHatIds: string[];
    attendeeHatIds: string[];
    conflictedUserIds: string[];
  };
};

export function casesOf(
  random: Dice,
  actors: Actor[],
  referrals: Awaited<ReturnType<typeof referralsOf>>,
) {
  const cases: CaseInWorld[] = [];
  const sent = referrals.filter(({ isDraft }) => !isDraft);
  lay("case", []); // what hangs on a case comes after it, in whichever world it is named first
  lay(
    "onwardReferral",
    sent.slice(3).map(({ id, author: { areaId, hatId: madeByHatId } }) => ({
      ...{ id, referralId: id, areaId, service: "x", madeAtStage: "gateway" },
      ...{ madeOn: day, dueOn: day, madeByHatId },
    })),
  );
  for (const referral of sent.slice(0, 3)) {
    const { areaId, organisationId, userId: authorId } = referral.author;
    const id = randomUUID();
    const near = actors.filter((actor) => actor.areaId === areaId);
    const workerHatIds = random.some(near, 0.35).map(({ hatId }) => hatId);
    const conflictedUserIds = [...new Set(random.some(near, 0.15).map(({ userId }) => userId))];
    lay("case", {
      id,
      areaId,
      reference: `PC-${id}`,
      referralId: referral.id,
      personId: referral.id,
      status: "panel_listed",
      statusSince: at,
      leadOrganisationId: organisationId,
      openedAt: at,
      dataKeyId: referral.dataKeyId,
    });
    lay(
      "caseWorker",
      workerHatIds.map((hatId) => ({
        caseId: id,
        areaId,
        hatId,
        capacity: "coordinator",
        assignedAt: at,
      })),
    );
    lay(
      "caseConflict",
      conflictedUserIds.map((userId) => ({ caseId: id, areaId, userId, declaredAt: at })),
    );
    const mentor = near.find(
      ({ hatId, role }) => role === "provider" && workerHatIds.includes(hatId),
    );
    const mentorHatId = mentor?.hatId ?? workerHatIds[0] ?? referral.author.hatId;
    whatHangs(id, areaId, referral.author.hatId);
    whatFollows(id, areaId, mentorHatId);
    theSignedForm(id, areaId, { hatId: referral.author.hatId, organisationId });
    const parties = {
      areaId,
      organisationId,
      authorId,
      workerHatIds,
      attendeeHatIds: [],
      conflictedUserIds,
    };
    const { dataKeyId } = referral;
    cases.push({ id, referralId: referral.id, dataKeyId, mentorHatId, parties });
  }
  return cases;
}

/** One row of everything that hangs from a case, under the case's own id where the table allows. */
function whatHangs(caseId: string, areaId: string, hatId: string) {
  const row = { id: caseId, caseId, areaId };
  lay("caseMove", {
    ...row,
    transition: "T06",
    fromStatus: "gateway",
    toStatus: "info_gathering",
    movedAt: at,
  });
  lay("casePause", {
    ...{ ...row, reason: "police_request", pausedByHatId: hatId, pausedAt: at, reviewOn: day },
    ...{ endedByHatId: hatId, endedAt: at },
  });
  lay("clock", {
    ...row,
    kind: "s36_decision",
    ownerRole: "coordinator",
    startedOn: day,
    dueOn: day,
  });
  lay("clockStep", {
    ...{ clockId: caseId, caseId, areaId, step: "overdue" },
    ...{ dueOn: day, toldHats: [hatId], takenAt: at },
  });
  lay("assessment", {
    ...row,
    frameworkId: "blank",
    frameworkVersion: "1",
    number: 1,
    purpose: "first",
    authorHatId: hatId,
    startedAt: at,
  });
  lay("section36Decision", {
    ...row,
    decision: "yes",
    statement: true,
    otherReasons: "x",
    reasons: fifty,
    decidedByHatId: hatId,
    decidedAt: at,
  });
  lay("consent", { ...row, number: 1, state: "given", onDay: day, recordedAt: at });
  lay("supportPlan", {
    ...row,
    number: 1,
    consentAsked: "x",
    nature: "x",
    provider: "x",
    delivery: "x",
    objective: "x",
    exitCriteria: "x",
    safeguardingContact: "x",
    writtenByHatId: hatId,
    writtenAt: at,
  });
  lay("personAround", {
    ...{ ...row, relation: "mother", safeToContact: "yes", knows: "knows" },
    ...{ sealed: new Uint8Array(4), writtenByHatId: hatId, writtenAt: at },
  });
  lay("review", { ...row, kind: "review_6m", dueOn: day });
}

/** The signed form of the consent, supplied by whoever is nobody's reader for it. */
function theSignedForm(
  caseId: string,
  areaId: string,
  by: { hatId: string; organisationId: string },
) {
  const added = { addedByHatId: by.hatId, addedAt: at };
  lay("document", {
    ...{ id: caseId, caseId, areaId, consentId: caseId, suppliedById: by.organisationId },
    ...{ marking: "official_sensitive", audience: "panel_members", title: "x", ...added },
  });
  lay("documentVersion", {
    ...{ id: caseId, documentId: caseId, caseId, areaId, number: 1, why: "first" },
    ...{ contentType: "x", bytes: 1, sha256: "x", sealed: new Uint8Array(4), ...added },
  });
}

/** Consent and support in their parts, and what follows them. */
function whatFollows(caseId: string, areaId: string, hatId: string) {
  const row = { id: caseId, caseId, areaId };
  lay("consentForm", { ...row, signedOn: day, givenBy: "x", handedByHatId: hatId, handedAt: at });
  lay("reassessment", {
    ...row,
    number: 1,
    reason: "x",
    dueOn: day,
    decidedByHatId: hatId,
    decidedAt: at,
  });
  lay("telling", {
    ...{ ...row, number: 1, stage: "panel", isTold: false, onDay: day },
    ...{ exemption: "risk_to_child", reasons: "x", recordedByHatId: hatId, recordedAt: at },
  });
  lay("untoldTask", { ...row, reference: "x", closedOn: day, raisedOn: day, stages: ["panel"] });
  lay("supportNeed", {
    ...{ ...row, need: "x", objective: "x", measure: "x", addedIn: 1 },
    ...{ addedByHatId: hatId, addedAt: at },
  });
  lay("supportSession", {
    ...row,
    providerHatId: hatId,
    plannedOn: day,
    place: "x",
    plannedAt: at,
  });
  lay("supportConcern", {
    ...row,
    what: "x",
    isAnyoneAtRisk: false,
    raisedByHatId: hatId,
    raisedAt: at,
  });
  lay("endReport", {
    ...{ ...row, providerHatId: hatId, done: "x", changed: "x", remains: "x", suggested: "x" },
    ...{ held: 1, missed: 0, writtenAt: at },
  });
  const onward = { service: "x", madeOn: day, dueOn: day, madeByHatId: hatId };
  lay("onwardReferral", [
    { ...row, ...onward, madeAtStage: "exit" },
    { caseId, areaId, ...onward, madeAtStage: "section_36" },
  ]);
}

/** Every case is offered to the other area. */
export function offerElsewhere(
  areas: readonly { id: string }[],
  actors: Actor[],
  cases: CaseInWorld[],
) {
  for (const { id, parties } of cases) {
    const toAreaId = areas.find((area) => area.id !== parties.areaId)?.id as string;
    lay("caseTransfer", {
      ...{ id, caseId: id, areaId: parties.areaId, toAreaId, reference: `PC-${id}` },
      ...{ stage: "panel_listed", isChild: true, summary: "x", reason: "x", toldBy: "chair" },
      ...{ offeredByHatId: (actors[0] as Actor).hatId, offeredAt: at },
    });
    Object.assign(parties, { toAreaId });
  }
}

/** Beside what every area begins with, a draft that is not in use. */
export function draftFrameworks(areas: readonly { id: string }[]) {
  lay(
    "framework",
    areas.map(({ id }) => ({ areaId: id, name: "A draft", madeAt: at })),
  );
}

/** Some cases the police manage: whoever was on them sees a stub, and no more (T14). */
export function handToPolice(random: Dice, actors: Actor[], cases: CaseInWorld[]) {
  for (const { parties } of cases.filter(() => random.chance(0.2))) {
    const hatIds = [...parties.workerHatIds, ...parties.attendeeHatIds];
    const free = actors.filter(({ userId }) => !parties.conflictedUserIds.includes(userId));
    Object.assign(parties, {
      isPoliceLed: true,
      wasOnItHatIds: free.map(({ hatId }) => hatId).filter((hatId) => hatIds.includes(hatId)),
    });
  }
}

export function actionsOf(random: Dice, actors: Actor[], cases: CaseInWorld[]) {
  const actions = [];
  for (const { id: caseId, parties } of cases) {
    for (const kind of ["support", "panel"]) {
      const id = randomUUID();
      const owning = random.pick(actors);
      lay("action", {
        id,
        areaId: parties.areaId,
        kind,
        caseId,
        title: "x",
        ownerOrganisationId: owning.organisationId,
        ownerHatId: owning.hatId,
        dueOn: day,
        firstDueOn: day,
        addedByHatId: owning.hatId,
        addedAt: at,
      });
      actions.push({ id, parties, ownerHatId: owning.hatId });
    }
  }
  return actions;
}

/** One entry by each of two people, who may or may not be on the case. */
export function needsOf(random: Dice, actors: Actor[], cases: CaseInWorld[]) {
  const needs = [];
  for (const { id: caseId, parties } of cases) {
    const { areaId, workerHatIds } = parties;
    const near = actors.filter(({ hatId }) => workerHatIds.includes(hatId));
    for (const by of [random.pick(actors), random.pick(near.length > 0 ? near : actors)]) {
      const id = randomUUID();
      lay("needEntry", {
        ...{ id, entryId: id, version: 1, caseId, areaId, kind: "person_view" },
        ...{ certainty: "known", words: "x", source: "x", datedOn: day },
        ...{ writtenByHatId: by.hatId, writtenAt: at },
      });
      needs.push({ id, parties, writtenByHatId: by.hatId });
    }
  }
  return needs;
}
