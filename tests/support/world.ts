import { randomBytes, randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import { type Role, roleLabels } from "@/lib/access/labels";
import type { Parties } from "@/lib/access/policy";
import { owner } from "./owner";

/** Dice that fall the same way each time, so that a world that fails can be made again. */
export function dice(seed: number) {
  let state = seed * 2_654_435_761 + 1;
  const next = () => {
    state = (Math.imul(state ^ (state >>> 15), state | 1) + 0x6d2b79f5) | 0;
    const mixed = state ^ (state + Math.imul(state ^ (state >>> 7), state | 61));
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const chance = (likely: number) => next() < likely;
  const pick = <T>(from: readonly T[]): T => from[Math.floor(next() * from.length)] as T;
  const some = <T>(from: readonly T[], likely: number) => from.filter(() => chance(likely));
  return { chance, pick, some };
}
type Dice = ReturnType<typeof dice>;

const roles = Object.keys(roleLabels) as Role[];
const audiences = [
  "all_partners",
  "panel_members",
  "named_organisations",
  "chair_and_coordinator",
] as const;

type CaseInWorld = {
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

const at = new Date("2026-03-02T10:00:00Z");
const day = new Date("2026-03-02");
const fifty = "The panel heard every agency, and the reasons fill these fifty characters.";

/** A small partnership with everything in it: areas, organisations, people in hats, cases, meetings, conflicts, markings, plans. */
export async function aWorld(seed: number) {
  const random = dice(seed);
  const areas = await places();
  const organisations = Array.from({ length: 3 }, () => ({ id: randomUUID() }));
  await owner.organisation.createMany({
    data: organisations.map(({ id }) => ({ id, name: id, sector: "other", kind: "other" })),
  });
  const actors = await people(random, areas, organisations);
  const referrals = await referralsOf(random, actors);
  const cases = await casesOf(random, actors, referrals);
  const meetings = await meetingsOf(random, areas, actors, cases);
  const items = await itemsOf(random, organisations, actors, cases);
  const plans = await plansOf(random, areas, organisations, actors);
  const concerns = await concernsOf(random, actors);
  const actions = await actionsOf(random, actors, cases);
  const needs = await needsOf(random, actors, cases);
  const absences = await absencesOf(random, areas, actors);
  const frameworks = await frameworksOf(areas);
  await offerElsewhere(areas, actors, cases);
  await handToPolice(random, actors, cases);
  const listed = new Set(meetings.map(({ caseId }) => caseId));
  return {
    areas,
    actors,
    referrals,
    cases,
    meetings,
    listed,
    items,
    plans,
    concerns,
    actions,
    needs,
    absences,
    frameworks,
  };
}

export type World = Awaited<ReturnType<typeof aWorld>>;

async function places() {
  const areas = [{ id: randomUUID() }, { id: randomUUID() }] as const;
  await owner.area.createMany({
    data: areas.map(({ id }) => ({ id, name: id, policeForce: "Wyvern" })),
  });
  return areas;
}

/** Each role at least once, and some people with two hats, in another role, organisation or area. */
async function people(
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
  await owner.user.createMany({
    data: userIds.map((id) => ({ id, name: id, email: `${id}@example.test` })),
  });
  await owner.hat.createMany({
    data: actors.map(({ hatId, ...actor }) => ({ id: hatId, ...actor, role: actor.role })),
  });
  return actors;
}

async function referralsOf(random: Dice, actors: Actor[]) {
  const referrals = Array.from({ length: 5 }, (_, number) => {
    const author = random.pick(actors);
    return {
      id: randomUUID(),
      dataKeyId: randomUUID(),
      number,
      author,
      isDraft: number > 0 && random.chance(0.3),
    };
  });
  const common = ({ author }: (typeof referrals)[number]) => ({
    areaId: author.areaId,
    organisationId: author.organisationId,
    createdById: author.userId,
  });
  await owner.dataKey.createMany({
    data: referrals.map(({ dataKeyId, author }) => ({
      id: dataKeyId,
      areaId: author.areaId,
      wrapped: new Uint8Array(randomBytes(4)),
      wrappingVersion: 1,
    })),
  });
  await owner.referral.createMany({
    data: referrals.map((referral) => ({
      ...common(referral),
      id: referral.id,
      createdByHatId: referral.author.hatId,
      dataKeyId: referral.dataKeyId,
      status: referral.isDraft ? "draft" : "gateway",
      ...(!referral.isDraft && {
        reference: `R-${referral.id}`,
        submittedAt: at,
        sector: "education",
      }),
    })),
  });
  const sent = referrals.filter(({ isDraft }) => !isDraft);
  await owner.person.createMany({
    data: sent.map((referral) => ({
      ...common(referral),
      id: referral.id,
      referralId: referral.id,
      ageRecordedOn: day,
      gender: "not_known",
      matchName: "x",
      matchSound: "x",
    })),
  });
  await owner.referralText.createMany({
    data: sent.map((referral) => ({
      ...common(referral),
      referralId: referral.id,
      answers: {},
      declarationVersion: "1",
      submittedAt: at,
    })),
  });
  await owner.referralAddendum.createMany({
    data: sent.map((referral) => ({
      ...common(referral),
      id: referral.id,
      referralId: referral.id,
      body: "More.",
      addedByHatId: referral.author.hatId,
      addedAt: at,
    })),
  });
  await owner.attachment.createMany({
    data: referrals.map((referral) => ({
      ...common(referral),
      id: referral.id,
      referralId: referral.id,
      ...{ name: "letter.pdf", contentType: "application/pdf", bytes: 1, sha256: "x" },
      ...{ addedByHatId: referral.author.hatId, addedAt: at },
    })),
  });
  await owner.screening.createMany({
    data: sent.map(({ id, author }) => ({
      id,
      referralId: id,
      areaId: author.areaId,
      outcome: "continue",
      decidedByHatId: author.hatId,
      decidedAt: at,
    })),
  });
  await owner.deconfliction.createMany({
    data: sent.map(({ id, author }) => ({
      id,
      referralId: id,
      areaId: author.areaId,
      outcome: "clear",
      recordedByHatId: author.hatId,
      recordedAt: at,
    })),
  });
  return referrals;
}

async function casesOf(
  random: Dice,
  actors: Actor[],
  referrals: Awaited<ReturnType<typeof referralsOf>>,
) {
  const cases: CaseInWorld[] = [];
  for (const referral of referrals.filter(({ isDraft }) => !isDraft).slice(0, 3)) {
    const { areaId, organisationId, userId: authorId } = referral.author;
    const id = randomUUID();
    const near = actors.filter((actor) => actor.areaId === areaId);
    const workerHatIds = random.some(near, 0.35).map(({ hatId }) => hatId);
    const conflictedUserIds = [...new Set(random.some(near, 0.15).map(({ userId }) => userId))];
    await owner.case.create({
      data: {
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
      },
    });
    const where = { referralId: referral.id };
    const data = { caseId: id };
    await owner.referral.update({ where: { id: referral.id }, data });
    await owner.person.update({ where, data });
    await owner.referralText.update({ where, data });
    await owner.referralAddendum.updateMany({ where, data });
    await owner.attachment.updateMany({ where, data });
    await owner.deconfliction.updateMany({ where, data });
    await owner.caseWorker.createMany({
      data: workerHatIds.map((hatId) => ({
        caseId: id,
        areaId,
        hatId,
        capacity: "coordinator",
        assignedAt: at,
      })),
    });
    await owner.caseConflict.createMany({
      data: conflictedUserIds.map((userId) => ({ caseId: id, areaId, userId, declaredAt: at })),
    });
    const mentor = near.find(
      ({ hatId, role }) => role === "provider" && workerHatIds.includes(hatId),
    );
    const mentorHatId = mentor?.hatId ?? workerHatIds[0] ?? referral.author.hatId;
    await whatHangs(id, areaId, referral.author.hatId);
    await whatFollows(id, areaId, mentorHatId);
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
async function whatHangs(caseId: string, areaId: string, hatId: string) {
  const row = { id: caseId, caseId, areaId };
  await owner.caseMove.create({
    data: {
      ...row,
      transition: "T06",
      fromStatus: "gateway",
      toStatus: "info_gathering",
      movedAt: at,
    },
  });
  await owner.casePause.create({
    data: {
      ...{ ...row, reason: "police_request", pausedByHatId: hatId, pausedAt: at, reviewOn: day },
      ...{ endedByHatId: hatId, endedAt: at },
    },
  });
  await owner.clock.create({
    data: { ...row, kind: "s36_decision", ownerRole: "coordinator", startedOn: day, dueOn: day },
  });
  await owner.clockStep.create({
    data: {
      ...{ clockId: caseId, caseId, areaId, step: "overdue" },
      ...{ dueOn: day, toldHats: [hatId], takenAt: at },
    },
  });
  await owner.assessment.create({
    data: {
      ...row,
      frameworkId: "blank",
      frameworkVersion: "1",
      number: 1,
      purpose: "first",
      authorHatId: hatId,
      startedAt: at,
    },
  });
  await owner.section36Decision.create({
    data: {
      ...row,
      decision: "yes",
      statement: true,
      otherReasons: "x",
      reasons: fifty,
      decidedByHatId: hatId,
      decidedAt: at,
    },
  });
  await owner.consent.create({
    data: { ...row, number: 1, state: "given", onDay: day, recordedAt: at },
  });
  await owner.supportPlan.create({
    data: {
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
    },
  });
  await owner.personAround.create({
    data: {
      ...{ ...row, relation: "mother", safeToContact: "yes", knows: "knows" },
      ...{ sealed: new Uint8Array(4), writtenByHatId: hatId, writtenAt: at },
    },
  });
  await owner.review.create({ data: { ...row, kind: "review_6m", dueOn: day } });
}

/** Consent and support in their parts, and what follows them. */
async function whatFollows(caseId: string, areaId: string, hatId: string) {
  const row = { id: caseId, caseId, areaId };
  await owner.consentForm.create({
    data: { ...row, signedOn: day, givenBy: "x", handedByHatId: hatId, handedAt: at },
  });
  await owner.reassessment.create({
    data: { ...row, number: 1, reason: "x", dueOn: day, decidedByHatId: hatId, decidedAt: at },
  });
  await owner.telling.create({
    data: {
      ...{ ...row, number: 1, stage: "panel", isTold: false, onDay: day },
      ...{ exemption: "risk_to_child", reasons: "x", recordedByHatId: hatId, recordedAt: at },
    },
  });
  await owner.untoldTask.create({
    data: { ...row, reference: "x", closedOn: day, raisedOn: day, stages: ["panel"] },
  });
  await owner.supportNeed.create({
    data: {
      ...{ ...row, need: "x", objective: "x", measure: "x", addedIn: 1 },
      ...{ addedByHatId: hatId, addedAt: at },
    },
  });
  await owner.supportSession.create({
    data: { ...row, providerHatId: hatId, plannedOn: day, place: "x", plannedAt: at },
  });
  await owner.supportConcern.create({
    data: { ...row, what: "x", isAnyoneAtRisk: false, raisedByHatId: hatId, raisedAt: at },
  });
  await owner.endReport.create({
    data: {
      ...{ ...row, providerHatId: hatId, done: "x", changed: "x", remains: "x", suggested: "x" },
      ...{ held: 1, missed: 0, writtenAt: at },
    },
  });
  await owner.onwardReferral.create({
    data: {
      ...{ ...row, service: "x", madeAtStage: "exit", madeOn: day, dueOn: day },
      madeByHatId: hatId,
    },
  });
}

async function meetingsOf(
  random: Dice,
  areas: readonly { id: string }[],
  actors: Actor[],
  cases: CaseInWorld[],
) {
  const meetings: { id: string; caseId: string; drafterHatId: string; parties: Parties }[] = [];
  for (const { id: caseId, parties } of cases.filter(() => random.chance(0.7))) {
    const { areaId } = parties;
    const near = actors.filter((actor) => actor.areaId === areaId);
    const members = random.some(near, 0.4);
    const id = randomUUID();
    await owner.meetingSeries.create({
      data: {
        ...{ id, areaId, title: "Panel", pattern: "weekly", firstOn: day, untilOn: day },
        ...{ calledByHatId: (near[0] as Actor).hatId, createdAt: at },
      },
    });
    await owner.meeting.create({
      data: {
        id,
        areaId,
        seriesId: id,
        title: "Panel",
        heldOn: day,
        startsAt: "14:00",
        place: "Here",
        calledByHatId: (near[0] as Actor).hatId,
        createdAt: at,
      },
    });
    const jointAreaIds = random.chance(0.3)
      ? areas.map((area) => area.id).filter((one) => one !== areaId)
      : [];
    await owner.meetingArea.createMany({
      data: jointAreaIds.map((one) => ({ meetingId: id, areaId: one, hostArea: areaId })),
    });
    const seat = "other";
    await owner.meetingMember.createMany({
      data: members.map(({ hatId, userId, organisationId }) => ({
        meetingId: id,
        areaId,
        hatId,
        userId,
        organisationId,
        seat,
      })),
    });
    await owner.panelItem.create({
      data: {
        id: caseId,
        meetingId: id,
        caseId,
        areaId,
        kind: "new_case",
        position: 1,
        addedByHatId: (near[0] as Actor).hatId,
        addedAt: at,
      },
    });
    const attending = random.some(members, 0.8);
    await owner.panelAttendee.createMany({
      data: attending.map(({ hatId, userId, organisationId }) => ({
        itemId: caseId,
        meetingId: id,
        caseId,
        areaId,
        hatId,
        userId,
        organisationId,
        seat,
      })),
    });
    await owner.panelDecision.create({
      data: {
        id: caseId,
        itemId: caseId,
        meetingId: id,
        caseId,
        areaId,
        outcome: "adopt",
        reasons: fifty,
        details: {},
        quorum: {},
        vote: "agreed",
        decidedByHatId: (near[0] as Actor).hatId,
        decidedAt: at,
      },
    });
    const [hat, deputy] = near.length > 1 ? near : actors;
    await owner.panelDeputy.create({
      data: {
        ...{ id, areaId, hatId: (hat as Actor).hatId, deputyHatId: (deputy as Actor).hatId },
        ...{ namedByHatId: (hat as Actor).hatId, namedAt: at, endedAt: at },
      },
    });
    await owner.panelPaper.create({
      data: {
        ...{ id: caseId, itemId: caseId, meetingId: id, caseId, areaId, kind: "assessment" },
        ...{ assessmentId: caseId, addedByHatId: (near[0] as Actor).hatId, addedAt: at },
      },
    });
    await owner.agendaLeftOff.create({
      data: {
        ...{ id: caseId, meetingId: id, caseId, areaId, kind: "new_case", reason: "x" },
        ...{ leftOffByHatId: (near[0] as Actor).hatId, leftOffAt: at },
      },
    });
    const chairs = near.filter(({ role }) => role === "chair");
    const drafter = chairs[0] ?? (near[0] as Actor);
    await minutesOf({ id, caseId, areaId, by: drafter.hatId });
    parties.attendeeHatIds.push(...attending.map(({ hatId }) => hatId));
    meetings.push({
      id,
      caseId,
      drafterHatId: drafter.hatId,
      parties: { areaId, jointAreaIds, memberHatIds: members.map(({ hatId }) => hatId) },
    });
  }
  return meetings;
}

type Minuted = { id: string; caseId: string; areaId: string; by: string };

/** A meeting's minutes, with the block of its case, what was said of it, and the decision as it was drafted. */
async function minutesOf({ id: meetingId, caseId, areaId, by }: Minuted) {
  const row = { id: caseId, caseId, areaId };
  const sealed = { sealedBody: new Uint8Array(4) };
  const written = { ...sealed, writtenByHatId: by, writtenAt: at };
  await owner.minutes.create({
    data: { meetingId, areaId, attendance: [], dueOn: day, draftedByHatId: by, draftedAt: at },
  });
  const edited = { editedByHatId: by, editedAt: at };
  await owner.minuteBlock.create({
    data: { ...row, itemId: caseId, meetingId, ...sealed, ...edited },
  });
  const { organisationId } = await owner.hat.findUniqueOrThrow({ where: { id: by } });
  const said = { ...row, blockId: caseId, ...written };
  await owner.minuteComment.create({ data: { ...said, itemId: caseId, organisationId } });
  await owner.minuteAddendum.create({ data: said });
  await owner.decisionDraft.create({
    data: { itemId: caseId, hatId: by, caseId, areaId, savedAt: at },
  });
}

/** Every case is offered to the other area. */
async function offerElsewhere(
  areas: readonly { id: string }[],
  actors: Actor[],
  cases: CaseInWorld[],
) {
  for (const { id, parties } of cases) {
    const toAreaId = areas.find((area) => area.id !== parties.areaId)?.id as string;
    await owner.caseTransfer.create({
      data: {
        ...{ id, caseId: id, areaId: parties.areaId, toAreaId, reference: `PC-${id}` },
        ...{ stage: "panel_listed", isChild: true, summary: "x", reason: "x", toldBy: "chair" },
        ...{ offeredByHatId: (actors[0] as Actor).hatId, offeredAt: at },
      },
    });
    Object.assign(parties, { toAreaId });
  }
}

/** What every area begins with, and in each a draft that is not in use. */
async function frameworksOf(areas: readonly { id: string }[]) {
  const areaIds = areas.map(({ id }) => id);
  await owner.framework.createMany({
    data: areaIds.map((areaId) => ({ areaId, name: "A draft", madeAt: at })),
  });
  return owner.framework.findMany({
    where: { areaId: { in: areaIds } },
    select: { id: true, areaId: true, code: true, status: true },
  });
}

/** Some cases the police manage: whoever was on them sees a stub, and no more (T14). */
async function handToPolice(random: Dice, actors: Actor[], cases: CaseInWorld[]) {
  for (const { id, parties } of cases.filter(() => random.chance(0.2))) {
    const data = { closureCode: "unsuitable_police_led", closedAt: at };
    await owner.case.update({ where: { id }, data });
    const hatIds = [...parties.workerHatIds, ...parties.attendeeHatIds];
    const free = actors.filter(({ userId }) => !parties.conflictedUserIds.includes(userId));
    Object.assign(parties, {
      isPoliceLed: true,
      wasOnItHatIds: free.map(({ hatId }) => hatId).filter((hatId) => hatIds.includes(hatId)),
    });
  }
}

async function itemsOf(
  random: Dice,
  organisations: { id: string }[],
  actors: Actor[],
  cases: CaseInWorld[],
) {
  const items = [];
  for (const { id: caseId, dataKeyId, parties } of cases) {
    for (const audience of audiences) {
      const supplierId = random.pick(organisations).id;
      const wasAsked = random.chance(0.4);
      const namedOrganisationIds =
        audience === "named_organisations"
          ? random.some(organisations, 0.5).map(({ id }) => id)
          : [];
      const id = randomUUID();
      const by = (actors[0] as Actor).hatId;
      if (wasAsked)
        await owner.informationRequest.create({
          data: {
            id,
            caseId,
            areaId: parties.areaId,
            organisationId: supplierId,
            reference: `PC-${caseId}`,
            dataKeyId,
            personName: "x",
            personBorn: "x",
            question: "x",
            lawfulBasis: "safeguarding",
            dueOn: day,
            askedByHatId: by,
            askedAt: at,
          },
        });
      const words =
        audience === "chair_and_coordinator" ? { sealedBody: new Uint8Array(4) } : { body: "x" };
      await owner.informationItem.create({
        data: {
          id,
          caseId,
          areaId: parties.areaId,
          suppliedById: supplierId,
          enteredByHatId: by,
          kind: "fact",
          source: "x",
          datedOn: day,
          reliability: "not_known",
          corroboration: "uncorroborated",
          audience,
          necessity: "x",
          lawfulBasis: "safeguarding",
          ...words,
          requestId: wasAsked ? id : null,
          enteredAt: at,
        },
      });
      await owner.corroborationChange.create({
        data: {
          ...{ id, itemId: id, caseId, areaId: parties.areaId, reasons: "x" },
          ...{ was: "disproved", became: "uncorroborated", changedByHatId: by, changedAt: at },
        },
      });
      await owner.itemAudience.createMany({
        data: namedOrganisationIds.map((organisationId) => ({
          itemId: id,
          organisationId,
          caseId,
          areaId: parties.areaId,
        })),
      });
      const document = { id, caseId, areaId: parties.areaId };
      await owner.document.create({
        data: {
          ...{ ...document, suppliedById: supplierId, marking: "official", audience },
          ...(audience === "chair_and_coordinator"
            ? { sealedTitle: new Uint8Array(4) }
            : { title: "x" }),
          ...{ addedByHatId: by, addedAt: at },
        },
      });
      await owner.documentVersion.create({
        data: {
          ...{ ...document, documentId: id, number: 1, why: "first", contentType: "x", bytes: 1 },
          ...{ sha256: "x", sealed: new Uint8Array(4), addedByHatId: by, addedAt: at },
        },
      });
      await owner.documentAudience.createMany({
        data: namedOrganisationIds.map((organisationId) => ({
          ...{ documentId: id, organisationId, caseId, areaId: parties.areaId },
        })),
      });
      items.push({
        id,
        caseId,
        parties,
        item: { audience, supplierId, namedOrganisationIds, wasAsked },
      });
    }
  }
  return items;
}

async function plansOf(
  random: Dice,
  areas: readonly { id: string }[],
  organisations: { id: string }[],
  actors: Actor[],
) {
  const plans = [];
  for (const status of ["draft", "approved"]) {
    const areaId = random.pick(areas).id;
    const planAreaIds = random.chance(0.5) ? areas.map(({ id }) => id) : [areaId];
    const id = randomUUID();
    const ownerOrganisationId = random.pick(organisations).id;
    await owner.plan.create({
      data: {
        id,
        areaId,
        title: "Plan",
        periodStart: day,
        periodEnd: new Date("2027-03-31"),
        status,
        objectiveScheme: "prevent_2023",
        createdAt: at,
      },
    });
    await owner.planArea.createMany({
      data: planAreaIds.map((one) => ({ planId: id, areaId: one, status, keptBy: areaId })),
    });
    await owner.planTheme.create({
      data: { id, planId: id, areaId, position: 1, title: "Channel" },
    });
    await owner.action.create({
      data: {
        id,
        areaId,
        kind: "plan",
        planId: id,
        title: "x",
        ownerOrganisationId,
        dueOn: day,
        firstDueOn: day,
        addedByHatId: (actors[0] as Actor).hatId,
        addedAt: at,
      },
    });
    await owner.planAction.create({
      data: {
        actionId: id,
        planId: id,
        areaId,
        themeId: id,
        objective: "causes_2023",
        reference: "1",
        ownerRole: "x",
        priority: "high",
        workstream: "prevent",
        proportionality: "x",
        lastUpdateOn: day,
      },
    });
    await owner.planUpdate.create({
      data: {
        id,
        actionId: id,
        planId: id,
        areaId,
        rag: "green",
        percent: 1,
        note: "x",
        updatedAt: at,
      },
    });
    await owner.planEscalation.create({
      data: { id, actionId: id, planId: id, areaId, reason: "x", raisedAt: at },
    });
    const parties: Parties = { areaId, planAreaIds, isApproved: status === "approved" };
    plans.push({ id, parties });
  }
  return plans;
}

/** Who is away and covered, and what each area allows. */
async function absencesOf(random: Dice, areas: readonly { id: string }[], actors: Actor[]) {
  const [anybody] = actors as [Actor];
  const set = { setByHatId: anybody.hatId, setAt: at };
  await owner.areaLimit.createMany({
    data: areas.map(({ id }) => ({
      ...{ id, areaId: id, kind: "s36_decision", count: 10, fromOn: day, reason: "x" },
      ...set,
    })),
  });
  const absences = random.some(actors, 0.3).flatMap(({ hatId, areaId, organisationId }) => {
    const near = actors.filter((other) => other.areaId === areaId && other.hatId !== hatId);
    if (near.length === 0) return [];
    return [
      { id: randomUUID(), areaId, organisationId, hatId, coverHatId: random.pick(near).hatId },
    ];
  });
  await owner.absence.createMany({
    data: absences.map(({ organisationId: _, ...absence }) => ({
      ...absence,
      fromOn: day,
      toOn: day,
      ...set,
    })),
  });
  return absences;
}

async function concernsOf(random: Dice, actors: Actor[]) {
  const concerns = random.some(actors, 0.3).map((author) => ({
    id: randomUUID(),
    author,
    parties: { areaId: author.areaId, organisationId: author.organisationId } as Parties,
  }));
  await owner.concern.createMany({
    data: concerns.map(({ id, author }) => ({
      id,
      areaId: author.areaId,
      organisationId: author.organisationId,
      createdByHatId: author.hatId,
      about: "x",
      noticed: "x",
      noticedOn: day,
      howKnown: "online",
      createdAt: at,
    })),
  });
  await owner.concernCheck.createMany({
    data: concerns.map(({ id, author }) => ({
      id,
      concernId: id,
      areaId: author.areaId,
      organisationId: author.organisationId,
      spokenTo: "x",
      whatTheySaid: "x",
      otherExplanation: "x",
      addedByHatId: author.hatId,
      addedAt: at,
    })),
  });
  return concerns;
}

async function actionsOf(random: Dice, actors: Actor[], cases: CaseInWorld[]) {
  const actions = [];
  for (const { id: caseId, parties } of cases) {
    for (const kind of ["support", "panel"]) {
      const id = randomUUID();
      const owning = random.pick(actors);
      await owner.action.create({
        data: {
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
        },
      });
      actions.push({ id, parties, ownerHatId: owning.hatId });
    }
  }
  return actions;
}

/** One entry by each of two people, who may or may not be on the case. */
async function needsOf(random: Dice, actors: Actor[], cases: CaseInWorld[]) {
  const needs = [];
  for (const { id: caseId, parties } of cases) {
    const { areaId, workerHatIds } = parties;
    const near = actors.filter(({ hatId }) => workerHatIds.includes(hatId));
    for (const by of [random.pick(actors), random.pick(near.length > 0 ? near : actors)]) {
      const id = randomUUID();
      await owner.needEntry.create({
        data: {
          ...{ id, entryId: id, version: 1, caseId, areaId, kind: "person_view" },
          ...{ certainty: "known", words: "x", source: "x", datedOn: day },
          ...{ writtenByHatId: by.hatId, writtenAt: at },
        },
      });
      needs.push({ id, parties, writtenByHatId: by.hatId });
    }
  }
  return needs;
}
