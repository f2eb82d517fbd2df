import { randomBytes, randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import { type Role, roleLabels } from "@/lib/access/labels";
import type { Parties } from "@/lib/access/policy";
import type { Prisma, PrismaClient } from "@/lib/db/generated/client";
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

type MeetingInWorld = {
  id: string;
  caseId: string;
  drafterHatId: string;
  isAttended: boolean;
  /** Those asked in for the case alone, while its item is open. */
  askedIn: { hatId: string; userId: string }[];
  parties: Parties & { memberHatIds: string[] };
};

const at = new Date("2026-03-02T10:00:00Z");
const day = new Date("2026-03-02");
const fifty = "The panel heard every agency, and the reasons fill these fifty characters.";

type Table = Uncapitalize<Prisma.ModelName>;
type Rows<T extends Table> = Prisma.Args<PrismaClient[T], "createMany">["data"];

let waiting = new Map<Table, object[]>();
const everyArea: { id: string }[] = [];

/** Keeps rows until their worlds are laid out, table by table in the order in which they were first named. */
function lay<T extends Table>(table: T, rows: Rows<T>): void {
  const before = waiting.get(table) ?? [];
  waiting.set(table, before.concat(rows as object[]));
}

/** Several worlds at once: most of what one costs is the way to the database and back. */
export async function someWorlds(seeds: number[]) {
  waiting = new Map();
  const worlds = seeds.map(aWorld);
  const rows = waiting;
  const tables = owner as unknown as Record<
    Table,
    { createMany(all: { data: object[] }): Promise<unknown> }
  >;
  for (const [table, data] of rows) await tables[table].createMany({ data });
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

/** What was sent goes with its referral into the case (T06). */
async function becomeCases() {
  await owner.$transaction([
    owner.$executeRaw`update referrals r set case_id = c.id from cases c where c.referral_id = r.id and r.case_id is null`,
    owner.$executeRaw`update people r set case_id = c.id from cases c where c.referral_id = r.referral_id and r.case_id is null`,
    owner.$executeRaw`update referral_texts r set case_id = c.id from cases c where c.referral_id = r.referral_id and r.case_id is null`,
    owner.$executeRaw`update referral_addenda r set case_id = c.id from cases c where c.referral_id = r.referral_id and r.case_id is null`,
    owner.$executeRaw`update attachments r set case_id = c.id from cases c where c.referral_id = r.referral_id and r.case_id is null`,
    owner.$executeRaw`update deconflictions r set case_id = c.id from cases c where c.referral_id = r.referral_id and r.case_id is null`,
  ]);
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
  const papers = papersOf(random, areas, actors);
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

function places() {
  const areas = [{ id: randomUUID() }, { id: randomUUID() }] as const;
  lay(
    "area",
    areas.map(({ id }) => ({ id, name: id, policeForce: "Wyvern" })),
  );
  return areas;
}

/** Each role at least once, and some people with two hats, in another role, organisation or area. */
function people(random: Dice, areas: readonly { id: string }[], organisations: { id: string }[]) {
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

function referralsOf(random: Dice, actors: Actor[]) {
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
  lay(
    "dataKey",
    referrals.map(({ dataKeyId, author }) => ({
      id: dataKeyId,
      areaId: author.areaId,
      wrapped: new Uint8Array(randomBytes(4)),
      wrappingVersion: 1,
    })),
  );
  lay(
    "referral",
    referrals.map((referral) => ({
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
  );
  const sent = referrals.filter(({ isDraft }) => !isDraft);
  lay(
    "person",
    sent.map((referral) => ({
      ...common(referral),
      id: referral.id,
      referralId: referral.id,
      ageRecordedOn: day,
      gender: "not_known",
      matchName: "x",
      matchSound: "x",
    })),
  );
  lay(
    "referralText",
    sent.map((referral) => ({
      ...common(referral),
      referralId: referral.id,
      answers: {},
      declarationVersion: "1",
      submittedAt: at,
    })),
  );
  lay(
    "referralAddendum",
    sent.map((referral) => ({
      ...common(referral),
      id: referral.id,
      referralId: referral.id,
      body: "More.",
      addedByHatId: referral.author.hatId,
      addedAt: at,
    })),
  );
  lay(
    "attachment",
    referrals.map((referral) => ({
      ...common(referral),
      id: referral.id,
      referralId: referral.id,
      ...{ name: "letter.pdf", contentType: "application/pdf", bytes: 1, sha256: "x" },
      ...{ addedByHatId: referral.author.hatId, addedAt: at },
    })),
  );
  lay(
    "screening",
    sent.map(({ id, author }) => ({
      id,
      referralId: id,
      areaId: author.areaId,
      outcome: "continue",
      decidedByHatId: author.hatId,
      decidedAt: at,
    })),
  );
  lay(
    "deconfliction",
    sent.map(({ id, author }) => ({
      id,
      referralId: id,
      areaId: author.areaId,
      outcome: "clear",
      recordedByHatId: author.hatId,
      recordedAt: at,
    })),
  );
  return referrals;
}

function casesOf(
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

function meetingsOf(
  random: Dice,
  areas: readonly { id: string }[],
  actors: Actor[],
  cases: CaseInWorld[],
) {
  const meetings: MeetingInWorld[] = [];
  for (const { id: caseId, parties } of cases.filter(() => random.chance(0.7))) {
    const { areaId } = parties;
    const near = actors.filter((actor) => actor.areaId === areaId);
    const members = random.some(near, 0.4).map((member) => ({
      ...member,
      oneItem: random.chance(0.4),
    }));
    const isAskedIn = ({ role, oneItem }: { role: string; oneItem: boolean }) =>
      oneItem || role === "invitee";
    const status = random.chance(0.3) ? "closed" : "planned";
    const outcome = random.chance(0.5) ? "adopt" : "discussed_only";
    const isOpen = status === "planned" && outcome === "discussed_only";
    const id = randomUUID();
    lay("meetingSeries", {
      ...{ id, areaId, title: "Panel", pattern: "weekly", firstOn: day, untilOn: day },
      ...{ calledByHatId: (near[0] as Actor).hatId, createdAt: at },
    });
    lay("meeting", {
      id,
      areaId,
      seriesId: id,
      title: "Panel",
      heldOn: day,
      startsAt: "14:00",
      place: "Here",
      status,
      calledByHatId: (near[0] as Actor).hatId,
      createdAt: at,
    });
    const jointAreaIds = random.chance(0.3)
      ? areas.map((area) => area.id).filter((one) => one !== areaId)
      : [];
    lay(
      "meetingArea",
      jointAreaIds.map((one) => ({ meetingId: id, areaId: one, hostArea: areaId })),
    );
    const seat = "other";
    lay(
      "meetingMember",
      members.map(({ hatId, userId, organisationId, oneItem }) => ({
        ...{ meetingId: id, areaId, hatId, userId, organisationId, seat, oneItem },
      })),
    );
    lay("panelItem", {
      id: caseId,
      meetingId: id,
      caseId,
      areaId,
      kind: "new_case",
      position: 1,
      addedByHatId: (near[0] as Actor).hatId,
      addedAt: at,
    });
    const attending = random.some(members, 0.8);
    lay(
      "panelAttendee",
      attending.map(({ hatId, userId, organisationId }) => ({
        itemId: caseId,
        meetingId: id,
        caseId,
        areaId,
        hatId,
        userId,
        organisationId,
        seat,
      })),
    );
    lay("panelDecision", {
      id: caseId,
      itemId: caseId,
      meetingId: id,
      caseId,
      areaId,
      outcome,
      reasons: fifty,
      details: {},
      quorum: {},
      vote: "agreed",
      decidedByHatId: (near[0] as Actor).hatId,
      decidedAt: at,
    });
    const [hat, deputy] = near.length > 1 ? near : actors;
    lay("panelDeputy", {
      ...{ id, areaId, hatId: (hat as Actor).hatId, deputyHatId: (deputy as Actor).hatId },
      ...{ namedByHatId: (hat as Actor).hatId, namedAt: at, endedAt: at },
    });
    lay("panelPaper", {
      ...{ id: caseId, itemId: caseId, meetingId: id, caseId, areaId, kind: "assessment" },
      ...{ assessmentId: caseId, addedByHatId: (near[0] as Actor).hatId, addedAt: at },
    });
    lay("agendaLeftOff", {
      ...{ id: caseId, meetingId: id, caseId, areaId, kind: "new_case", reason: "x" },
      ...{ leftOffByHatId: (near[0] as Actor).hatId, leftOffAt: at },
    });
    const chairs = near.filter(({ role }) => role === "chair");
    const drafter = chairs[0] ?? (near[0] as Actor);
    minutesOf({ id, caseId, areaId, by: drafter });
    // Whoever is asked in for the case alone is there for as long as its item is open (s.37(4)).
    const stillThere = attending.filter((one) => isOpen || !isAskedIn(one));
    parties.attendeeHatIds.push(...stillThere.map(({ hatId }) => hatId));
    meetings.push({
      id,
      caseId,
      drafterHatId: drafter.hatId,
      isAttended: attending.length > 0,
      askedIn: stillThere.filter(isAskedIn),
      parties: {
        ...{ areaId, jointAreaIds },
        memberHatIds: members.filter((one) => !isAskedIn(one)).map(({ hatId }) => hatId),
      },
    });
  }
  return meetings;
}

/** A meeting is known to whoever is asked in to it, unless the case is not there for them (Q-07, T14). */
function askIn(meetings: MeetingInWorld[], cases: CaseInWorld[]) {
  for (const { caseId, askedIn, parties } of meetings) {
    const onIt = cases.find(({ id }) => id === caseId)?.parties;
    const free = askedIn.filter(({ userId }) => !onIt?.conflictedUserIds.includes(userId));
    if (!onIt?.isPoliceLed) parties.memberHatIds.push(...free.map(({ hatId }) => hatId));
  }
}

type Minuted = { id: string; caseId: string; areaId: string; by: Actor };

/** A meeting's minutes, with the block of its case, what was said of it, and the decision as it was drafted. */
function minutesOf({ id: meetingId, caseId, areaId, by: { hatId: by, organisationId } }: Minuted) {
  const row = { id: caseId, caseId, areaId };
  const sealed = { sealedBody: new Uint8Array(4) };
  const written = { ...sealed, writtenByHatId: by, writtenAt: at };
  lay("minutes", {
    meetingId,
    areaId,
    attendance: [],
    dueOn: day,
    draftedByHatId: by,
    draftedAt: at,
  });
  const edited = { editedByHatId: by, editedAt: at };
  lay("minuteBlock", { ...row, itemId: caseId, meetingId, ...sealed, ...edited });
  const said = { ...row, blockId: caseId, ...written };
  lay("minuteComment", { ...said, itemId: caseId, organisationId });
  lay("minuteAddendum", said);
  lay("decisionDraft", { itemId: caseId, hatId: by, caseId, areaId, savedAt: at });
}

/** Every case is offered to the other area. */
function offerElsewhere(areas: readonly { id: string }[], actors: Actor[], cases: CaseInWorld[]) {
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
function draftFrameworks(areas: readonly { id: string }[]) {
  lay(
    "framework",
    areas.map(({ id }) => ({ areaId: id, name: "A draft", madeAt: at })),
  );
}

/** Some cases the police manage: whoever was on them sees a stub, and no more (T14). */
function handToPolice(random: Dice, actors: Actor[], cases: CaseInWorld[]) {
  for (const { parties } of cases.filter(() => random.chance(0.2))) {
    const hatIds = [...parties.workerHatIds, ...parties.attendeeHatIds];
    const free = actors.filter(({ userId }) => !parties.conflictedUserIds.includes(userId));
    Object.assign(parties, {
      isPoliceLed: true,
      wasOnItHatIds: free.map(({ hatId }) => hatId).filter((hatId) => hatIds.includes(hatId)),
    });
  }
}

function itemsOf(
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
      const invitees = actors.filter(({ role }) => role === "invitee");
      const forHatId = wasAsked && random.chance(0.5) ? random.pick(invitees).hatId : null;
      const request = {
        forHatId,
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
      };
      lay("informationRequest", wasAsked ? request : []);
      const words =
        audience === "chair_and_coordinator" ? { sealedBody: new Uint8Array(4) } : { body: "x" };
      lay("informationItem", {
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
      });
      lay("corroborationChange", {
        ...{ id, itemId: id, caseId, areaId: parties.areaId, reasons: "x" },
        ...{ was: "disproved", became: "uncorroborated", changedByHatId: by, changedAt: at },
      });
      lay(
        "itemAudience",
        namedOrganisationIds.map((organisationId) => ({
          itemId: id,
          organisationId,
          caseId,
          areaId: parties.areaId,
        })),
      );
      const document = { id, caseId, areaId: parties.areaId };
      lay("document", {
        ...{ ...document, suppliedById: supplierId, marking: "official", audience },
        ...(audience === "chair_and_coordinator"
          ? { sealedTitle: new Uint8Array(4) }
          : { title: "x" }),
        ...{ addedByHatId: by, addedAt: at },
      });
      lay("documentVersion", {
        ...{ ...document, documentId: id, number: 1, why: "first", contentType: "x", bytes: 1 },
        ...{ sha256: "x", sealed: new Uint8Array(4), addedByHatId: by, addedAt: at },
      });
      lay(
        "documentAudience",
        namedOrganisationIds.map((organisationId) => ({
          ...{ documentId: id, organisationId, caseId, areaId: parties.areaId },
        })),
      );
      items.push({
        id,
        caseId,
        parties,
        item: { audience, supplierId, namedOrganisationIds, wasAsked, forHatId },
      });
    }
  }
  return items;
}

function plansOf(
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
    lay("plan", {
      id,
      areaId,
      title: "Plan",
      periodStart: day,
      periodEnd: new Date("2027-03-31"),
      status,
      objectiveScheme: "prevent_2023",
      createdAt: at,
    });
    lay(
      "planArea",
      planAreaIds.map((one) => ({ planId: id, areaId: one, status, keptBy: areaId })),
    );
    lay("planTheme", { id, planId: id, areaId, position: 1, title: "Channel" });
    lay("action", {
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
    });
    lay("planAction", {
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
    });
    lay("planUpdate", {
      id,
      actionId: id,
      planId: id,
      areaId,
      rag: "green",
      percent: 1,
      note: "x",
      updatedAt: at,
    });
    lay("planEscalation", { id, actionId: id, planId: id, areaId, reason: "x", raisedAt: at });
    whatAnActionHas(id, areaId, (actors[0] as Actor).hatId);
    whatIsAskedOf(id, areaId, (actors[0] as Actor).hatId);
    const parties: Parties = { areaId, planAreaIds, isApproved: status === "approved" };
    plans.push({ id, parties });
  }
  return plans;
}

/** What was asked of a plan, what it does to whom, who approved it and what of it is public. */
function whatIsAskedOf(id: string, areaId: string, hatId: string) {
  const of = { id, planId: id, areaId };
  lay("planRound", {
    ...{ ...of, number: 1, question: "x", closesOn: day },
    ...{ openedByHatId: hatId, openedAt: at },
  });
  lay("planAsked", { ...of, roundId: id, body: "x" });
  lay("planComment", {
    ...{ ...of, roundId: id, number: 1, about: "plan", text: "x", sourceKind: "body" },
    ...{ sourceTitle: "x", saidOn: day, madeByHatId: hatId, madeAt: at },
  });
  lay("planEquality", {
    ...{ ...of, number: 1, proposal: "x", affected: [], whoAffected: "x", evidence: "x" },
    ...{ effect: "x", mitigation: "x", cohesion: "x", writtenByHatId: hatId, writtenAt: at },
  });
  lay("planSubmission", {
    ...{ ...of, edition: 1, body: "x", submittedOn: day },
    ...{ submittedByHatId: hatId, submittedAt: at },
  });
  lay("planPublicLine", { ...of, themeId: id, text: "x", setByHatId: hatId, setAt: at });
  lay("planPublication", {
    ...{ ...of, slug: id, title: "x", coverage: "x", edition: 1, introduction: "x" },
    ...{ periodStart: day, periodEnd: day, approvedBy: "x", approvedOn: day, contact: "x" },
    ...{ contents: [], publishedOn: day, publishedByHatId: hatId, publishedAt: at },
  });
}

const scored = {
  ...{ inherentLikelihood: 2, inherentImpact: 2, residualLikelihood: 1, residualImpact: 1 },
  ...{ scoredBecause: "x", scoredAt: at, controls: "x" },
};

/** Risks that wait, are agreed and are closed; an edition of the profile; the national level. One area's alone, or a partnership's. */
function registerOf(
  random: Dice,
  areas: readonly { id: string }[],
  organisations: { id: string }[],
  actors: Actor[],
) {
  const hatId = (actors[0] as Actor).hatId;
  const partnershipId = randomUUID();
  lay("partnership", { id: partnershipId, name: partnershipId, steeringGroup: "x" });
  const together = random.chance(0.5) ? areas.map(({ id }) => id) : [];
  lay(
    "partnershipArea",
    together.map((areaId) => ({ partnershipId, areaId })),
  );
  const covered = (areaId: string) => {
    const isShared = together.length > 0 && random.chance(0.5);
    return {
      planAreaIds: isShared ? together : [areaId],
      partnershipId: isShared ? partnershipId : null,
    };
  };
  const risks = (["proposed", "agreed", "closed"] as const).map((status) => {
    const id = randomUUID();
    const areaId = random.pick(areas).id;
    const organisationId = random.pick(organisations).id;
    const { planAreaIds, partnershipId: shared } = covered(areaId);
    lay("risk", {
      ...{ id, areaId, partnershipId: shared, reference: id, finding: "risk", title: "x", status },
      ...{ description: "x", strand: "prevent", workstream: "prevent", ideology: "none" },
      ...{ sourceType: "national", evidence: "x", mentionsCommunity: false, proportionality: "x" },
      ...{ ...scored, scoredByHatId: hatId, ownerOrganisationId: organisationId, ownerRole: "x" },
      ...{ reviewOn: day, addedByHatId: hatId, addedAt: at, editedByHatId: hatId, editedAt: at },
      ...(status === "agreed" && { agreedBy: "x", agreedOn: day }),
      ...(status === "closed" && { closedBecause: "x", closedOn: day }),
    });
    lay("riskReview", {
      ...{ id, riskId: id, areaId, dueOn: day, reviewedOn: day, nextOn: day, outcome: "unchanged" },
      ...{ note: "x", reviewedByHatId: hatId, reviewedAt: at },
    });
    const parties: Parties = {
      ...{ areaId, planAreaIds, organisationId, isApproved: status === "agreed" },
    };
    return { id, isOpen: status !== "closed", parties };
  });
  const profiles = [true, false].map((isCleared, index) => {
    const id = randomUUID();
    const areaId = (areas[index] as { id: string }).id;
    const { planAreaIds, partnershipId: shared } = covered(areaId);
    const added = { addedByHatId: hatId, addedAt: at };
    lay("profileEdition", {
      ...{ id, areaId, partnershipId: shared, reference: id, kind: "annual", period: "x" },
      ...{ versionLabel: "1", producedById: (organisations[0] as { id: string }).id },
      ...{ datedOn: day, heldAt: "x", refreshDueOn: new Date("2026-06-02"), ...added },
    });
    lay("profileSummary", {
      ...{ id, editionId: id, areaId, number: 1, body: "x", writtenByHatId: hatId, writtenAt: at },
      ...(isCleared && { clearedBy: "x", clearedOn: day, clearedByHatId: hatId }),
    });
    lay("profileAccess", {
      ...{ id, areaId, organisationId: (organisations[0] as { id: string }).id },
      ...{ post: "x", reason: "x", ...added },
    });
    lay("profileAccessReview", {
      ...{ editionId: id, areaId, kept: 1, ended: 0, reasons: "x" },
      ...{ reviewedByHatId: hatId, reviewedAt: at },
    });
    lay("profileBriefing", {
      ...{ id, editionId: id, areaId, audience: "x", briefedBy: "x", briefedOn: day, people: 1 },
      ...{ handling: "x", loggedByHatId: hatId, loggedAt: at },
    });
    lay("profileRecommendation", { id, editionId: id, areaId, number: 1, text: "x", ...added });
    return { id, isCleared, parties: { areaId, planAreaIds } as Parties };
  });
  const levels = areas.map(({ id: areaId }) => {
    const id = randomUUID();
    lay("threatLevel", {
      ...{ id, areaId, level: "substantial", setOn: day, note: "x" },
      ...{ recordedByHatId: hatId, recordedAt: at },
    });
    const planAreaIds = together.length > 0 ? together : [areaId];
    return { id, parties: { areaId, planAreaIds } as Parties };
  });
  return {
    ...{ risks, profiles, levels, partnership: { id: partnershipId, areaIds: together } },
    ...projectsOf(random, areas, organisations, hatId, covered),
    trained: trainingOf(random, areas, organisations, hatId),
    champions: championsOf(random, areas, organisations, hatId),
    profiled: profiledOf(areas, hatId, together),
  };
}

/** In each area one course for one group, a session of it, and what one organisation says of itself. */
function trainingOf(
  random: Dice,
  areas: readonly { id: string }[],
  organisations: { id: string }[],
  hatId: string,
) {
  const edited = { editedByHatId: hatId, editedAt: at };
  return areas.map(({ id: areaId }) => {
    const id = randomUUID();
    const organisationId = random.pick(organisations).id;
    const row = { id, areaId };
    lay("trainingRoleGroup", { ...row, name: "x", who: "x", foundIn: ["other"], ...edited });
    lay("trainingCourse", { ...row, name: "x", kind: "wrap", level: 1, about: "x", ...edited });
    lay("trainingRequirement", { ...row, roleGroupId: id, courseId: id, ...edited });
    lay("trainingDeclaration", {
      ...{ ...row, requirementId: id, organisationId, asAtOn: day, inScope: 2, trained: 1 },
      ...{ evidence: "x", declaredByHatId: hatId, declaredAt: at },
    });
    lay("trainingSession", {
      ...{ ...row, courseId: id, title: "x", heldOn: day, starts: "x", venue: "x", capacity: 9 },
      ...{ hostOrganisationId: organisationId, trainers: "x", audience: "staff", ...edited },
    });
    lay("trainingAttendance", {
      ...{ ...row, sessionId: id, organisationId, roleGroupId: id, attended: 1 },
      ...{ recordedByHatId: hatId, recordedAt: at },
    });
    lay("trainingMaterial", {
      ...{ ...row, sessionId: id, title: "x", bodyText: "x", addedByHatId: hatId, addedAt: at },
    });
    return { id, parties: { areaId, organisationId } as Parties };
  });
}

/** In each area one who speaks for Prevent in some organisation. */
const championsOf = (
  random: Dice,
  areas: readonly { id: string }[],
  organisations: { id: string }[],
  hatId: string,
) =>
  areas.map(({ id: areaId }) => {
    const id = randomUUID();
    const organisationId = random.pick(organisations).id;
    lay("champion", {
      ...{ id, areaId, organisationId, sector: "other", kind: "internal", name: "x", post: "x" },
      ...{ contact: "x", appointedOn: day, expiresOn: new Date("2027-03-02") },
      ...{ addedByHatId: hatId, addedAt: at, editedByHatId: hatId, editedAt: at },
    });
    return { id, parties: { areaId, organisationId } as Parties };
  });

/** What each area says of itself to those it works with. */
const profiledOf = (areas: readonly { id: string }[], hatId: string, together: string[]) =>
  areas.map(({ id: areaId }) => {
    const id = randomUUID();
    lay("areaPriority", {
      ...{ id, areaId, yearOn: new Date("2026-04-01"), status: "priority", source: "x" },
      ...{ recordedByHatId: hatId, recordedAt: at },
    });
    lay("areaPost", {
      ...{ id, areaId, kind: "prevent_lead", name: "x", about: "x", contact: "x", fromOn: day },
      ...{ addedByHatId: hatId, addedAt: at },
    });
    lay("areaPostContact", {
      ...{ id, areaId, postId: id, contact: "x", replacedByHatId: hatId, replacedAt: at },
    });
    const neighbourAreaIds = together.length > 0 ? together : [areaId];
    return { id, parties: { areaId, neighbourAreaIds } as Parties };
  });

/** Self-assessments of areas and of authorities, open and submitted; what was done together; a change of guidance. */
function benchmarksOf(
  random: Dice,
  areas: readonly { id: string }[],
  organisations: { id: string }[],
  actors: Actor[],
  plans: readonly { id: string }[],
  { partnership: { id: partnershipId, areaIds: together } }: ReturnType<typeof registerOf>,
) {
  const hatId = (actors[0] as Actor).hatId;
  const kinds = areas.flatMap(({ id: areaId }) =>
    (["toolkit", "engagement", "duty"] as const).map((scheme) => ({ areaId, scheme })),
  );
  const assessments = kinds.map(({ areaId, scheme }) => {
    const id = randomUUID();
    const isOwn = scheme === "duty";
    const organisationId = isOwn ? random.pick(organisations).id : null;
    const isShared = !isOwn && together.length > 0 && random.chance(0.5);
    const isSubmitted = random.chance(0.5);
    lay("benchmarkAssessment", {
      ...{ id, areaId, scheme, schemeVersion: "x", organisationId, periodStart: day },
      ...{ partnershipId: isShared ? partnershipId : null, periodEnd: new Date("2027-03-31") },
      ...{ startedByHatId: hatId, startedAt: at, status: isSubmitted ? "submitted" : "draft" },
      ...(isSubmitted && { statement: "x", submittedOn: day, submittedByHatId: hatId }),
    });
    const under = { id, answerId: id, assessmentId: id, areaId };
    lay("benchmarkAnswer", {
      ...{ id, assessmentId: id, areaId, criterion: "x", position: 0, wording: "x" },
      ...{ editedByHatId: hatId, editedAt: at },
    });
    lay("benchmarkEvidence", {
      ...{ ...under, kind: "document", title: "x", place: "x", datedOn: day },
      ...{ addedByHatId: hatId, addedAt: at },
    });
    lay("benchmarkChallenge", {
      ...{ ...under, verdict: "agree", note: "x", challengedOn: day, challengedByHatId: hatId },
      organisationId: random.pick(organisations).id,
    });
    const [plan] = plans;
    if (plan)
      lay("benchmarkAction", {
        ...{ ...under, actionId: plan.id, planId: plan.id, linkedByHatId: hatId, linkedAt: at },
      });
    const planAreaIds = isShared ? together : [areaId];
    const parties: Parties = { areaId, planAreaIds, organisationId, isApproved: isSubmitted };
    return { id, organisationId, parties };
  });
  const entries = areas.map(({ id: areaId }) => {
    const [whose, partner] = organisations as [{ id: string }, { id: string }];
    const entry = { areaId, organisationId: whose.id, partnerIds: [partner.id] };
    const id = randomUUID();
    lay("cooperationEntry", {
      ...{ ...entry, id, happenedOn: day, what: "x", place: "x" },
      ...{ loggedByHatId: hatId, loggedAt: at },
    });
    return { id, ...entry };
  });
  const reviews = areas.map(({ id: areaId }) => {
    const id = randomUUID();
    const organisationId = random.pick(organisations).id;
    lay("guidanceEdition", {
      ...{ id, areaId, title: id, versionLabel: "x", publishedOn: day, inForceOn: day },
      ...{ summary: "x", criteria: [], recordedByHatId: hatId, recordedAt: at },
    });
    lay("gapReview", { id, guidanceId: id, areaId, organisationId, dueOn: day });
    return { id, parties: { areaId, planAreaIds: [areaId], organisationId } as Parties };
  });
  return { assessments, entries, gapReviews: reviews };
}

/** Reports that are written, sent and published, with a hat named on some; and what government asked, likewise. */
function papersOf(random: Dice, areas: readonly { id: string }[], actors: Actor[]) {
  const hatId = (actors[0] as Actor).hatId;
  const edited = { editedByHatId: hatId, editedAt: at };
  const added = { addedByHatId: hatId, addedAt: at };
  const reports = (["draft", "in_approval", "published"] as const).map((status) => {
    const id = randomUUID();
    const areaId = random.pick(areas).id;
    const approverHatIds = random.chance(0.5) ? [random.pick(actors).hatId] : [];
    lay("boardReport", {
      ...{ id, areaId, reference: id, template: "board", title: "x", board: "x", author: "x" },
      ...{ purpose: "decision", contact: "x", status, approverHatIds, ...added, ...edited },
      latestVersion: 1,
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

/**
 * Bodies of one area or of both, with who sits on them, who has and who will, and a meeting with all that hangs from
 * it. The second asks the first, about an item or about an action of a plan. What hangs from a body has its id.
 */
function bodiesOf(
  random: Dice,
  areas: readonly { id: string }[],
  organisations: { id: string }[],
  actors: Actor[],
  plans: { id: string; parties: Parties }[],
  partnership: { id: string; areaIds: string[] },
) {
  const { hatId } = actors[0] as Actor;
  const [edited, added] = [
    { editedByHatId: hatId, editedAt: at },
    { addedByHatId: hatId, addedAt: at },
  ];
  const isTogether = partnership.areaIds.length > 0;
  const may = ["steering_member", "gold_reader", "agency_lead", "coordinator"];
  const areaId = random.pick(areas).id;
  const isShared = isTogether && random.chance(0.5);
  const ids = [randomUUID(), randomUUID()] as const;
  const made = ids.map((id, nth) => {
    const ownerOrganisationId = random.pick(organisations).id;
    const seats = random
      .some(
        actors.filter(({ role }) => may.includes(role)),
        0.5,
      )
      .map((actor) => ({
        ...{ actor, role: random.chance(0.4) ? "chair" : "member" },
        ...{ state: random.pick(["now", "over", "to_come"]), isDeputy: random.chance(0.3) },
      }));
    lay("governanceBody", {
      ...{ id, areaId, partnershipId: isShared ? partnership.id : null, kind: "steering" },
      ...{ name: id, purpose: "x", frequency: "quarterly", ...edited },
      parentId: nth === 1 ? ids[0] : null,
    });
    lay("governanceTerms", {
      ...{ id, bodyId: id, areaId, number: 1, bodyText: "x", adoptedOn: day, adoptedBy: "x" },
      ...{ writtenByHatId: hatId, writtenAt: at },
    });
    lay("governanceMember", [
      {
        ...{ id, bodyId: id, areaId, role: "adviser", organisationId: ownerOrganisationId },
        ...{ hatId: null, deputyHatId: null, deputyName: null, name: "x", post: "x" },
        ...{ fromOn: day, untilOn: null, ...edited },
      },
      ...seats.map(({ actor, role, state, isDeputy }) => ({
        ...{ id: randomUUID(), bodyId: id, areaId, role, organisationId: actor.organisationId },
        ...(isDeputy
          ? { hatId: null, deputyHatId: actor.hatId, deputyName: "x" }
          : { hatId: actor.hatId, deputyHatId: null, deputyName: null }),
        ...{ name: "x", post: "x", fromOn: state === "to_come" ? new Date("2999-01-01") : day },
        ...{ untilOn: state === "over" ? day : null, ...edited },
      })),
    ]);
    lay("governanceMeeting", {
      ...{ id, bodyId: id, areaId, startsAt: at, place: "x", calledByHatId: hatId, calledAt: at },
    });
    const hangs = { bodyId: id, areaId, meetingId: id };
    lay("governanceItem", {
      ...{ id, ...hangs, position: 1, kind: "other", title: "x", isExempt: false, ...added },
    });
    lay("governancePaper", {
      ...{ id, itemId: id, ...hangs, title: "x", marking: "official", isFile: true, ...added },
    });
    lay("dataKey", {
      ...{ id, areaId, bodyId: id, wrapped: new Uint8Array(randomBytes(4)), wrappingVersion: 1 },
    });
    lay("governanceFile", {
      ...{ paperId: id, dataKeyId: id, ...hangs, name: "x", contentType: "x", bytes: 1 },
      ...{ sha256: "x", sealed: new Uint8Array(randomBytes(4)), scan: "clean", ...added },
    });
    lay("governanceAttendance", {
      ...{ memberId: id, ...hangs, state: "present", notedByHatId: hatId, notedAt: at },
    });
    lay("governanceAddendum", {
      ...{ id, ...hangs, text: "x", writtenByHatId: hatId, writtenAt: at },
    });
    lay("action", {
      ...{ id, areaId, kind: "governance", bodyId: id, governanceItemId: id, title: "x" },
      ...{ ownerOrganisationId, dueOn: day, firstDueOn: day, ...added },
    });
    const sitting = seats.filter(({ state }) => state === "now");
    const parties: Parties = {
      ...{ areaId, planAreaIds: isShared ? partnership.areaIds : [areaId] },
      neighbourAreaIds: isTogether ? partnership.areaIds : [areaId],
      sittingHatIds: sitting
        .filter(({ actor }) => actor.role !== "coordinator")
        .map(({ actor }) => actor.hatId),
    };
    return { id, parties, ownerOrganisationId };
  });
  const [upper, lower] = ids;
  const plan = random.chance(0.5) ? random.pick(plans) : null;
  lay("governanceEscalation", {
    ...{ id: lower, areaId, fromBodyId: lower, toBodyId: upper, title: "x", question: "x" },
    ...(plan ? { actionId: plan.id } : { itemId: lower }),
    ...{ options: "x", recommendation: "x", raisedByHatId: hatId, raisedAt: at },
  });
  return made.map((body) => ({ ...body, lower, planParties: plan?.parties ?? null }));
}

type Covered = (areaId: string) => { planAreaIds: string[]; partnershipId: string | null };

/** Projects that wait, are approved, delivered and withdrawn, with all that hangs on them; and a line of money for each. */
function projectsOf(
  random: Dice,
  areas: readonly { id: string }[],
  organisations: { id: string }[],
  hatId: string,
  covered: Covered,
) {
  const edited = { editedByHatId: hatId, editedAt: at };
  const added = { addedByHatId: hatId, addedAt: at };
  const projects = (["idea", "approved", "delivery", "withdrawn"] as const).map((status) => {
    const id = randomUUID();
    const areaId = random.pick(areas).id;
    const organisationId = random.pick(organisations).id;
    const { planAreaIds, partnershipId } = covered(areaId);
    lay("provider", { id, areaId, reference: id, name: id, contactPost: "x", ...added });
    lay("providerCheck", {
      ...{ id, providerId: id, areaId, kind: "finance", result: "passed", checkedBy: "x" },
      ...{ checkedOn: day, expiresOn: new Date("2027-03-02"), note: "x" },
      ...{ recordedByHatId: hatId, recordedAt: at },
    });
    lay("project", {
      ...{ id, areaId, partnershipId, reference: id, title: "x", summary: "x", status },
      ...{ objective: "causes_2023", basis: "general", basisWords: "x", providerId: id },
      ...{ ownerOrganisationId: organisationId, outline: "x", outlineGroup: "x", outlineOn: day },
      ...{ answer: "supported", answerReasons: "x", answerOn: day, funder: "x", bidOn: day },
      ...{ decisionReasons: "x", decidedOn: day, startsOn: day, endsOn: new Date("2027-03-02") },
      ...{ deliveryPlan: "x", safeguarding: "x", ...added, ...edited },
      ...(status === "withdrawn" && { withdrawnBecause: "x", withdrawnOn: day }),
    });
    const row = { id, projectId: id, areaId };
    lay("projectBid", { ...row, number: 1, pence: 1n });
    lay("projectMeasure", {
      ...{ ...row, ...edited, type: "output", name: "x", unit: "sessions", target: 1, source: "x" },
    });
    lay("projectReturn", {
      ...{ ...row, periodStart: day, periodEnd: day, dueOn: new Date("2026-04-02") },
    });
    lay("projectReturnVersion", {
      ...{ returnId: id, projectId: id, areaId, number: 1, progress: "x", writtenOn: day },
      writtenByHatId: hatId,
    });
    lay("projectCount", { returnId: id, projectId: id, areaId, outcome: "left", people: 1 });
    lay("fundingLine", {
      ...{ id, areaId, partnershipId, reference: id, name: id, source: "police", ...added },
      yearOn: new Date("2026-04-01"),
    });
    const ofLine = { id, lineId: id, areaId };
    lay("fundingPost", {
      ...ofLine,
      ...edited,
      title: "x",
      state: "vacant",
      fromOn: day,
      costPence: 1n,
    });
    lay("fundingEntry", {
      ...{ ...ofLine, projectId: id, kind: "spent", pence: 1n, enteredOn: day, words: "x" },
      ...{ enteredByHatId: hatId, enteredAt: at },
    });
    lay("fundingClaim", { ...ofLine, ...edited, title: "x", dueOn: day, pence: 1n });
    const isApproved = status === "approved" || status === "delivery";
    const parties: Parties = { areaId, planAreaIds, organisationId, isApproved };
    return { id, parties };
  });
  return { projects };
}

/** What an action of the plan is made of, and the plan as it was, under the plan's own id. */
function whatAnActionHas(id: string, areaId: string, hatId: string) {
  const row = { id, actionId: id, planId: id, areaId };
  const edited = { editedByHatId: hatId, editedAt: at };
  lay("planMilestone", { ...row, ...edited, title: "x", dueOn: day, firstDueOn: day });
  lay("planMeasure", {
    ...{ ...row, ...edited, name: "x", type: "output", unit: "x", better: "higher", target: 1 },
    source: "x",
  });
  lay("planActual", {
    ...{ ...row, measureId: id, number: 1, actual: 1, recordedByHatId: hatId, recordedAt: at },
    quarterOn: new Date("2026-01-01"),
  });
  lay("planEvidence", { ...row, ...edited, title: "x", place: "x", datedOn: day });
  lay("planSnapshot", {
    ...{ id, planId: id, areaId, kind: "quarter", takenOn: day, takenAt: at },
    quarterOn: new Date("2026-01-01"),
  });
  lay("planImport", {
    ...{ id, planId: id, areaId, name: "x", kind: "csv", bytes: 1, sha256: "x", rows: 1 },
    ...{ status: "discarded", uploadedByHatId: hatId, uploadedAt: at },
  });
  lay("planImportRow", {
    ...{ importId: id, actionId: id, areaId, row: 1, reference: "1" },
    ...{ actionVersion: 1, standingVersion: 1 },
  });
  lay("planSnapshotAction", {
    ...{ snapshotId: id, actionId: id, planId: id, areaId, reference: "1", title: "x", theme: "x" },
    ...{ objective: "causes_2023", workstream: "prevent", priority: "high", owner: "x" },
    ...{ ownerRole: "x", rag: "green", isStale: false, percent: 1, startOn: day, dueOn: day },
    ...{ firstDueOn: day, forAreas: [], milestones: [], measures: [] },
  });
}

/** Who is away and covered, and what each area allows. */
function absencesOf(random: Dice, areas: readonly { id: string }[], actors: Actor[]) {
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

function concernsOf(random: Dice, actors: Actor[]) {
  const concerns = random.some(actors, 0.3).map((author) => ({
    id: randomUUID(),
    author,
    parties: { areaId: author.areaId, organisationId: author.organisationId } as Parties,
  }));
  lay(
    "concern",
    concerns.map(({ id, author }) => ({
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
  );
  lay(
    "concernCheck",
    concerns.map(({ id, author }) => ({
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
  );
  return concerns;
}

function actionsOf(random: Dice, actors: Actor[], cases: CaseInWorld[]) {
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
function needsOf(random: Dice, actors: Actor[], cases: CaseInWorld[]) {
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
