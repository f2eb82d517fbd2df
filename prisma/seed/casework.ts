import type { CaseStatus, ClosureCode } from "@/lib/cases/labels";
import { disposeOn, retentionClassFor } from "@/lib/cases/retention/rules";
import type { TransitionId } from "@/lib/cases/rules";
import { seal } from "@/lib/crypto/vault";
import { addDays, addWorkingDays, type Day, dayOf } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Worn } from "./accounts";
import { aClock, type Told } from "./referral";
import { allegations, chairOnly, disproved, facts, opinions, section36Reasons } from "./words";
import { column, columnOrNull, during, nextReference, played, streamOf, type World } from "./world";

/** A case that came of a referral, and where its story has got to. */
export type Opened = Told & {
  caseId: string;
  caseReference: string;
  coordinator: Worn;
  row: Prisma.CaseCreateManyInput;
  items: string[];
  assessments: number;
};

/** T06: the case, who runs it, and whoever chairs the panel. */
export function openCase(world: World, told: Told, openedOn: Day): Opened {
  const { rows, chance, areaId } = world;
  const screening = rows.screening.find(({ referralId }) => referralId === told.referralId);
  const openedAt = new Date(screening?.decidedAt ?? during(world, openedOn));
  const caseId = chance.id(openedAt);
  const caseReference = nextReference(world, "PC", openedOn);
  const coordinator = played(world, chance.is(0.75) ? "coordinator" : "c.haddow");
  const row: Prisma.CaseCreateManyInput = {
    id: caseId,
    areaId,
    reference: caseReference,
    referralId: told.referralId,
    personId: told.personId,
    status: "info_gathering",
    statusSince: openedAt,
    leadOrganisationId: coordinator.organisationId,
    openedAt,
    dataKeyId: told.dataKeyId,
  };
  rows.case.push(row);
  for (const who of [coordinator, played(world, "chair")]) {
    rows.caseWorker.push({
      caseId,
      areaId,
      hatId: who.hatId,
      capacity: who.role,
      assignedAt: openedAt,
      assignedByHatId: played(world, "gateway").hatId,
    });
  }
  const opened = { ...told, caseId, caseReference, coordinator, row, items: [], assessments: 0 };
  nameCase(world, opened);
  rows.caseMove.push(aMove(world, opened, "T06", "gateway", openedAt, played(world, "gateway")));
  return opened;
}

/** What was written before there was a case belongs to it now. */
function nameCase(
  { rows }: World,
  { caseId, caseReference, referralId, personId, dataKeyId }: Opened,
) {
  const stream = streamOf(dataKeyId);
  for (const row of rows.referralText) if (row.referralId === referralId) row.caseId = caseId;
  for (const row of rows.deconfliction) if (row.referralId === referralId) row.caseId = caseId;
  for (const row of rows.personName) if (row.personId === personId) row.caseId = caseId;
  for (const row of rows.auditStream)
    if (row.stream === stream) Object.assign(row, { caseId, caseReference });
}

function aMove(
  { chance, areaId }: World,
  { caseId, row }: Opened,
  transition: TransitionId,
  fromStatus: CaseStatus,
  movedAt: Date,
  by: Worn | null,
): Prisma.CaseMoveCreateManyInput {
  return {
    id: chance.id(movedAt),
    caseId,
    areaId,
    transition,
    fromStatus,
    toStatus: row.status,
    movedByHatId: by?.hatId ?? null,
    movedAt,
  };
}

/** Moves the case on, and keeps that it moved. */
export function move(
  world: World,
  opened: Opened,
  transition: TransitionId,
  to: CaseStatus,
  movedAt: Date,
  by: Worn | null,
): void {
  const from = opened.row.status as CaseStatus;
  Object.assign(opened.row, { status: to, statusSince: movedAt });
  world.rows.caseMove.push(aMove(world, opened, transition, from, movedAt, by));
}

export function close(opened: Opened, closureCode: ClosureCode, closedAt: Date): void {
  const { retentionClass } = retentionClassFor(closureCode, opened.isChild);
  const last = disposeOn(retentionClass, dayOf(closedAt), opened.isChild);
  Object.assign(opened.row, {
    closureCode,
    closedAt,
    retentionClass,
    disposeOn: columnOrNull(last),
  });
}

/** T25: a closed case is moved to be kept, and no longer, some weeks later. */
export function keepUntilDisposal(world: World, opened: Opened, closedOn: Day): void {
  const keptOn = addDays(closedOn, 56);
  if (keptOn <= world.today) move(world, opened, "T25", "retention", during(world, keptOn), null);
}

const asked = [
  { organisation: "Northbridge NHS Foundation Trust", answers: ["agency", "panel.health"] },
  { organisation: "Wyvern Probation", answers: ["panel.probation", "j.hartsop"] },
  { organisation: "Northbridge College", answers: ["t.rooke"] },
  { organisation: "Northbridge Youth Justice Service", answers: ["y.tamberlane"] },
  { organisation: "Oakfield Academy", answers: ["lead"] },
  { organisation: "Harbour Community Trust", answers: ["w.abernethy"] },
];

const questions = [
  "What do you know of this person from the last six months, and is any other service working with them?",
  "Have you seen a change in behaviour, friends or attendance since September? Please say what was seen and what was heard.",
  "Is there anything in your records about contact with groups or people who encourage violence?",
];

/** Three or four partners are asked. Most answer, some hold nothing, and some are late. */
export function askPartners(world: World, opened: Opened, openedOn: Day): void {
  const { rows, chance, areaId, today } = world;
  const partners = chance.some(asked, opened.isChild ? 4 : 3);
  const askedOn = addWorkingDays(openedOn, 1);
  if (askedOn > today) return;
  for (const { organisation, answers } of partners) {
    const organisationId = world.places.organisationId[organisation] as string;
    const answerOn = addWorkingDays(askedOn, chance.between(2, 9));
    const dueOn = addWorkingDays(askedOn, 7);
    const wanted = chance.weighted({ answered: 58, nil: 20, part: 6, declined: 4, asked: 8 });
    const isLongAgo = askedOn < addDays(today, -70);
    const state = isLongAgo ? (settled[wanted] ?? wanted) : wanted;
    const isAnswered = state in noteOf && answerOn <= today;
    const answeredBy = played(world, chance.pick(answers));
    const askedAt = during(world, askedOn);
    const answeredAt = isAnswered ? during(world, answerOn, 9, 11) : null;
    const isChased = state === "asked" && dueOn < today;
    const id = chance.id(askedAt);
    rows.informationRequest.push({
      id,
      caseId: opened.caseId,
      areaId,
      organisationId,
      reference: opened.caseReference,
      dataKeyId: opened.dataKeyId,
      personName: `${opened.story.forenames} ${opened.story.surname}`,
      personBorn: opened.bornText,
      question: chance.pick(questions),
      lawfulBasis: organisation.includes("NHS") ? "health_partner" : "safeguarding",
      dueOn: column(dueOn),
      state: isAnswered || state === "cancelled" ? state : "asked",
      askedByHatId: opened.coordinator.hatId,
      askedAt,
      answeredByHatId: isAnswered ? answeredBy.hatId : null,
      answeredAt,
      answerNote: isAnswered ? noteOf[state] : null,
      chasedAt: isChased ? during(world, addWorkingDays(dueOn, 1)) : null,
      chases: isChased ? 1 : 0,
    });
    if (answeredAt && (state === "answered" || state === "part"))
      anItem(world, opened, { on: answerOn, at: answeredAt, by: answeredBy, requestId: id });
  }
}

/** Nobody is asked about a case that has ended. */
export function stopAsking({ rows }: World, { caseId, row }: Opened): void {
  if (!row.closedAt) return;
  for (const request of rows.informationRequest)
    if (request.caseId === caseId && (request.state === "asked" || request.state === "part"))
      request.state = "cancelled";
}

/** What is left open for long is settled in the end. */
const settled: Record<string, string> = { asked: "cancelled", part: "answered" };

const noteOf: Record<string, string | null> = {
  answered: null,
  nil: "We have looked by name and date of birth, and hold nothing.",
  part: "The records before the summer are with another service, and have been asked for.",
  declined: "We do not think that this is needed for the purpose, and would be glad to talk.",
};

type AnItem = {
  on: Day;
  at?: Date;
  by: Worn;
  requestId?: string;
  audience?: string;
  text?: string;
  corroboration?: "corroborated" | "uncorroborated" | "disproved";
};

/** Something that a partner knows, has been told, or thinks. */
export function anItem(world: World, opened: Opened, given: AnItem): void {
  const { rows, chance, areaId, places } = world;
  const { on, by, requestId } = given;
  const kind = chance.weighted({ fact: 50, third_party_allegation: 22, professional_opinion: 28 });
  const audience =
    given.audience ??
    chance.weighted({ all_partners: 58, panel_members: 32, named_organisations: 10 });
  const texts = {
    fact: facts,
    third_party_allegation: allegations,
    professional_opinion: opinions,
  };
  const text = given.text ?? chance.pick(texts[kind]);
  const enteredAt = given.at ?? during(world, on);
  const id = chance.id(enteredAt);
  const corroboration =
    given.corroboration ?? (kind === "fact" && chance.is(0.6) ? "corroborated" : "uncorroborated");
  const isSealed = audience === "chair_and_coordinator";
  rows.informationItem.push({
    id,
    caseId: opened.caseId,
    areaId,
    suppliedById: by.organisationId,
    enteredByHatId: by.hatId,
    kind,
    source: kind === "third_party_allegation" ? "Told to a member of staff" : "Our own records",
    datedOn: column(addDays(on, -chance.between(2, 40))),
    reliability: chance.pick(["reliable", "mostly_reliable", "not_known"]),
    corroboration,
    corroborationReasons:
      corroboration === "disproved"
        ? "The search and both accounts agree that it did not happen."
        : null,
    audience,
    necessity: "It bears on how settled the views are, and on who could help.",
    lawfulBasis: by.organisation.includes("NHS") ? "health_partner" : "safeguarding",
    body: isSealed ? null : text,
    sealedBody: isSealed ? seal(opened.key, `information_items.sealed_body.${id}`, text) : null,
    requestId: requestId ?? null,
    enteredAt,
  });
  opened.items.push(id);
  if (audience !== "named_organisations") return;
  for (const name of ["Northbridge NHS Foundation Trust", "Wyvern Police"]) {
    const organisationId = places.organisationId[name] as string;
    rows.itemAudience.push({ itemId: id, organisationId, caseId: opened.caseId, areaId });
  }
}

/** What the coordinator and the police know without having asked. */
export function gatherItems(world: World, opened: Opened, openedOn: Day): void {
  const { chance } = world;
  const on = (days: number) => addWorkingDays(openedOn, days);
  const police = played(world, "i.thorsby");
  anItem(world, opened, { on: on(0), by: opened.coordinator });
  anItem(world, opened, { on: on(1), by: police });
  if (chance.is(0.12))
    anItem(world, opened, {
      on: on(2),
      by: opened.coordinator,
      audience: "chair_and_coordinator",
      text: chairOnly,
    });
  if (chance.is(0.1))
    anItem(world, opened, {
      on: on(2),
      by: police,
      audience: "all_partners",
      text: disproved,
      corroboration: "disproved",
    });
}

const codes = (letter: string, count: number) =>
  Array.from({ length: count }, (_, at) => `${letter}${`${at + 1}`.padStart(2, "0")}`);
const named = (...all: string[]) => all.map((code) => ({ code }));

/** The frameworks that every area begins with, by the codes that their migration gave them. */
const everyAreas = {
  legacy: {
    ...{ code: "legacy_22", version: "2012" },
    sections: named("engagement", "intent", "capability"),
    factors: [...codes("e", 13), ...codes("i", 6), ...codes("c", 3)],
  },
  blank: {
    ...{ code: "blank", version: "1" },
    sections: named("susceptibility", "risk", "needs", "protective"),
    factors: [],
  },
};

type Purpose = "first" | "refresh" | "exit";

/** An assessment: a judgement in words, and for half of them the older list of questions. */
export function assess(world: World, opened: Opened, on: Day, purpose: Purpose): string | null {
  const { rows, chance, areaId, today } = world;
  const startedOn = addWorkingDays(on, -4);
  if (startedOn > today) return null;
  const isComplete = on <= today;
  const framework = opened.assessments > 0 || chance.is(0.5) ? everyAreas.blank : everyAreas.legacy;
  const startedAt = during(world, startedOn);
  const id = chance.id(startedAt);
  opened.assessments += 1;
  rows.assessment.push({
    id,
    caseId: opened.caseId,
    areaId,
    frameworkId: framework.code,
    frameworkVersion: framework.version,
    number: opened.assessments,
    purpose,
    status: isComplete ? "countersigned" : "draft",
    judgement: isComplete ? judgementOf(world, framework.sections, purpose) : {},
    authorHatId: opened.coordinator.hatId,
    startedAt,
    completedAt: isComplete ? during(world, on, 12, 13) : null,
    countersignedByHatId: isComplete ? played(world, "gateway").hatId : null,
    countersignedAt: isComplete ? during(world, on, 14, 14) : null,
  });
  for (const factor of framework.factors) {
    if (!isComplete && chance.is(0.6)) continue;
    const wanted = chance.weighted({ present: 18, partly: 22, not_present: 40, unknown: 20 });
    const evidence = opened.items.length > 0 ? [chance.pick(opened.items)] : [];
    rows.assessmentAnswer.push({
      assessmentId: id,
      caseId: opened.caseId,
      areaId,
      factor,
      wording: "", // the database keeps the words of the framework
      answer: wanted === "present" && evidence.length === 0 ? "unknown" : wanted,
      evidence: wanted === "present" || wanted === "partly" ? evidence : [],
      answeredByHatId: opened.coordinator.hatId,
      answeredAt: startedAt,
    });
  }
  return isComplete ? id : null;
}

function judgementOf({ chance }: World, sections: readonly { code: string }[], purpose: Purpose) {
  return {
    protectiveFactors: "One trusted adult, a wish to work, and a family that wants help.",
    alternativeExplanations: "Distress and isolation explain much of it, and are being met.",
    viewOfPersonAndFamily: "Both were asked. They would welcome help that is not a punishment.",
    whatChanged:
      purpose === "first"
        ? "This is the first assessment."
        : "Fewer hours online, new friends, and no contact with the earlier group.",
    planAndProportionality: "A mentor, and help with school or work. Nothing less has been enough.",
    sections: Object.fromEntries(
      sections.map(({ code }) => [
        code,
        {
          judgement:
            "What is known points to a recent interest, with little that is settled in it.",
          confidence: chance.pick(["low", "medium", "high"]),
          gaps: "Little is known of contact online in the last month.",
        },
      ]),
    ),
  };
}

/** T07 to T09. Says the day on which the panel may have it, if that has come. */
export function decideSection36(world: World, opened: Opened, openedOn: Day): Day | null {
  const { rows, chance, areaId, today } = world;
  const { story, caseId } = opened;
  const decidedOn =
    story.section36 === "waits" ? null : addWorkingDays(openedOn, story.decidedAfter);
  aClock(world, { caseId, kind: "s36_decision", startedOn: openedOn, stopsOn: decidedOn });
  const assessedOn = addWorkingDays(openedOn, Math.max(4, story.decidedAfter - 3));
  assess(world, opened, assessedOn, "first");
  if (assessedOn > today) return null;
  move(world, opened, "T07", "s36_decision", during(world, assessedOn, 15, 16), opened.coordinator);
  if (!decidedOn || decidedOn > today) return null;

  const decidedAt = during(world, decidedOn);
  const gateway = played(world, "gateway");
  const decision = story.section36;
  rows.section36Decision.push({
    id: chance.id(decidedAt),
    caseId,
    areaId,
    decision,
    statement: decision === "yes",
    reasons: section36Reasons[decision === "yes" ? "yes" : "no"],
    otherReasons: section36Reasons[decision === "yes" ? "no" : "yes"],
    decidedByHatId: gateway.hatId,
    decidedAt,
  });
  if (decision === "yes") {
    move(world, opened, "T09", "panel_listed", decidedAt, gateway);
    return decidedOn;
  }
  const code = chance.weighted<ClosureCode>({
    not_radicalisation_other_need: 50,
    no_concern: 30,
    misguided: 12,
    insufficient_information: 8,
  });
  move(world, opened, "T08", "closed_not_prevent", decidedAt, gateway);
  close(opened, code, decidedAt);
  keepUntilDisposal(world, opened, decidedOn);
  return null;
}

/**
 * Laid over whatever the case is doing: it stands still, and somebody looks at it again within 28
 * days. One of them has been forgotten for three days.
 */
export function pause(world: World, { row, caseId }: Opened): void {
  const { rows, chance, areaId, today } = world;
  const since = addDays(today, row.status === "in_support" ? -31 : -9);
  const reviewOn = addDays(since, 28);
  const pausedAt = during(world, since);
  const { hatId } = played(world, "gateway");
  Object.assign(row, { pausedSince: pausedAt, pauseReviewOn: column(reviewOn) });
  rows.casePause.push({
    ...{ id: chance.id(pausedAt), caseId, areaId, reason: "police_request" },
    ...{ pausedByHatId: hatId, pausedAt, reviewOn: column(reviewOn) },
  });
  aClock(world, { caseId, kind: "pause_review", startedOn: since, dueOn: reviewOn, stopsOn: null });
}

type Entry = { number: number; state: string; on: Day; details?: Prisma.InputJsonObject };

export function keepConsent(
  world: World,
  opened: Opened,
  { number, state, on, details = {} }: Entry,
) {
  const { rows, chance, areaId } = world;
  const recordedAt = during(world, on);
  const ledger = state === "withdrawn" ? rows.consentTakenBack : rows.consent;
  ledger.push({
    id: chance.id(recordedAt),
    caseId: opened.caseId,
    areaId,
    number,
    state,
    onDay: column(on),
    details,
    recordedByHatId: opened.coordinator.hatId,
    recordedAt,
  });
}
