import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import type { Judgement } from "@/lib/assessments/rules";
import { fileStream } from "@/lib/audit/record";
import { newDataKey, seal } from "@/lib/crypto/vault";
import { addMonths, dayOf } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import { withActor } from "@/lib/db/with-actor";
import type { Seat } from "@/lib/panels/labels";
import { matchKeys } from "@/lib/people/rules";
import { saveDraftPage, startDraft } from "@/lib/referrals/drafts/commands";
import type { QuestionPage } from "@/lib/referrals/pages/rules";
import type { Answers } from "@/lib/referrals/schema";
import { wholeReferral } from "./answers";
import { owner } from "./owner";

// Rows are laid out as the owner, past every policy. A test says only what matters to it.
const short = () => randomUUID().slice(0, 8);

export async function anArea(traits: { councilMayRefer?: boolean; caseLead?: string } = {}) {
  return owner.area.create({
    data: { name: `Area ${short()}`, policeForce: "Wyvern", postcodePrefixes: ["NB1"], ...traits },
    select: { id: true, name: true },
  });
}

export async function anOrganisation(areaId?: string, kind = "education") {
  const sector = kind === "education" ? "education" : "other";
  const organisation = await owner.organisation.create({
    data: { name: `Organisation ${short()}`, sector, kind },
    select: { id: true, name: true },
  });
  if (areaId)
    await owner.organisationArea.create({ data: { areaId, organisationId: organisation.id } });
  return organisation;
}

const kindOf: Partial<Record<Role, string>> = {
  gateway_officer: "police",
  coordinator: "council",
  chair: "council",
  provider: "voluntary",
  panel_member: "health",
};

const globals = globalThis as { theArea?: ReturnType<typeof anArea> };
/** The area of every test of a file that does not say otherwise. */
export function theArea() {
  globals.theArea ??= anArea();
  return globals.theArea;
}

type ActorTraits = { areaId?: string; organisationId?: string; userId?: string; seat?: Seat };

/** Somebody in a role: a person, a hat and, unless told otherwise, an organisation of their own. */
export async function anActor(role: Role, traits: ActorTraits = {}): Promise<Actor> {
  const areaId = traits.areaId ?? (await theArea()).id;
  const organisationId = traits.organisationId ?? (await anOrganisation(areaId, kindOf[role])).id;
  const userId = traits.userId ?? (await aUser(`A ${role} ${short()}`)).id;
  const hat = await owner.hat.create({
    data: { userId, organisationId, areaId, role, seat: traits.seat ?? null },
    select: { id: true },
  });
  return { userId, hatId: hat.id, role, areaId, organisationId };
}

export const aUser = (name = `Somebody ${short()}`) =>
  owner.user.create({
    data: { name, email: `${randomUUID()}@example.test` },
    select: { id: true, email: true },
  });

let counter = 0;
const reference = (kind: "R" | "PC") =>
  `${kind}-2026-9${`${process.pid % 1000}`.padStart(3, "0")}${++counter}`;

async function aDataKey(areaId: string) {
  const id = randomUUID();
  const { wrapped, version } = newDataKey(id);
  await owner.dataKey.create({ data: { id, areaId, wrapped, wrappingVersion: version } });
  return id;
}

type PersonTraits = {
  forenames?: string;
  surname?: string;
  dateOfBirth?: string | null;
  gender?: string;
  postcode?: string | null;
};

export type ReferralTraits = {
  areaId?: string;
  referrer?: Actor;
  status?: string;
  person?: PersonTraits;
  submittedAt?: Date;
  answers?: Record<string, string | string[]>;
};

/** A submitted referral, with its words and its person. */
export async function aReferral(traits: ReferralTraits = {}) {
  const areaId = traits.areaId ?? traits.referrer?.areaId ?? (await theArea()).id;
  const referrer = traits.referrer ?? (await anActor("referrer", { areaId }));
  const submittedAt = traits.submittedAt ?? new Date();
  const dataKeyId = await aDataKey(areaId);
  const { id, reference: ref } = await owner.referral.create({
    data: {
      areaId,
      reference: reference("R"),
      organisationId: referrer.organisationId,
      createdById: referrer.userId,
      createdByHatId: referrer.hatId,
      status: traits.status ?? "submitted",
      sector: "education",
      submittedAt,
      dataKeyId,
    },
    select: { id: true, reference: true },
  });
  const common = {
    referralId: id,
    areaId,
    organisationId: referrer.organisationId,
    createdById: referrer.userId,
  };
  const personId = await aPerson(common, submittedAt, traits.person);
  await owner.referralText.create({
    data: {
      ...common,
      answers: traits.answers ?? { whatHappened: "What was seen and heard." },
      declarationVersion: "1",
      submittedAt,
    },
  });
  const stream = fileStream(dataKeyId);
  await owner.auditStream.create({ data: { stream, areaId, referralId: id } });
  return { id, reference: ref as string, areaId, dataKeyId, personId, referrer };
}

type OfReferral = {
  referralId: string;
  areaId: string;
  organisationId: string;
  createdById: string;
};

/** Somebody of 17 in every year in which the tests are run. */
const aChildsBirth = () => addMonths(dayOf(new Date()), -(12 * 17 + 6));

async function aPerson(common: OfReferral, recordedOn: Date, traits: PersonTraits = {}) {
  const { forenames = "Rowan", surname = `Marsh${short()}` } = traits;
  const { dateOfBirth = aChildsBirth(), postcode = "NB1 4QT", gender = "male" } = traits;
  const { words: _, ...keys } = matchKeys({ forenames, surname });
  const person = await owner.person.create({
    data: {
      ...common,
      forenames,
      surname,
      dateOfBirth: dateOfBirth ? new Date(dateOfBirth) : null,
      approximateAge: dateOfBirth ? null : 17,
      ageRecordedOn: recordedOn,
      gender,
      postcode,
      ...keys,
    },
    select: { id: true },
  });
  return person.id;
}

export type CaseTraits = ReferralTraits & {
  caseStatus?: string;
  coordinator?: Actor;
  workers?: Actor[];
  openedAt?: Date;
};

/** A case that came of a referral. The coordinator and workers are named on it. */
export async function aCase(traits: CaseTraits = {}) {
  const referral = await aReferral({ ...traits, status: "taken_forward" });
  const { areaId, dataKeyId, personId } = referral;
  const openedAt = traits.openedAt ?? new Date();
  const council = await anOrganisation(areaId, "council");
  const opened = await owner.case.create({
    data: {
      areaId,
      reference: reference("PC"),
      referralId: referral.id,
      personId,
      status: traits.caseStatus ?? "info_gathering",
      statusSince: openedAt,
      leadOrganisationId: council.id,
      openedAt,
      dataKeyId,
    },
    select: { id: true, reference: true },
  });
  const caseId = opened.id;
  const where = { referralId: referral.id };
  await owner.referral.update({ where: { id: referral.id }, data: { caseId } });
  await owner.referralText.update({ where, data: { caseId } });
  await owner.person.update({ where, data: { caseId } });
  await owner.auditStream.update({
    where: { stream: fileStream(dataKeyId) },
    data: { caseId, caseReference: opened.reference },
  });
  const workers = [...(traits.workers ?? []), ...(traits.coordinator ? [traits.coordinator] : [])];
  for (const worker of workers) await aWorker(caseId, worker);
  return { ...opened, areaId, dataKeyId, personId, referral };
}

/** Names a hat on a case, in the capacity that goes with its role. */
export async function aWorker(caseId: string, { hatId, areaId, role }: Actor) {
  const capacity = role === "panel_member" ? "invitee" : role;
  const assignedAt = new Date();
  await owner.caseWorker.create({ data: { caseId, areaId, hatId, capacity, assignedAt } });
}

type MeetingTraits = { areaId?: string; calledBy?: Actor; heldOn?: string; status?: string };

export async function aMeeting(traits: MeetingTraits = {}) {
  const areaId = traits.areaId ?? traits.calledBy?.areaId ?? (await theArea()).id;
  const calledBy = traits.calledBy ?? (await anActor("coordinator", { areaId }));
  return owner.meeting.create({
    data: {
      areaId,
      title: "Channel panel",
      heldOn: new Date(traits.heldOn ?? "2026-12-01"),
      startsAt: "14:00",
      place: "Northbridge House, room 4",
      status: traits.status ?? "in_progress",
      calledByHatId: calledBy.hatId,
      createdAt: new Date(),
    },
    select: { id: true, areaId: true },
  });
}

type ItemTraits = { meetingId?: string; kind?: string; isPresent?: boolean };

/** A case on the agenda of a meeting, with these people in these seats, present unless said otherwise. */
export async function anItem(
  onIt: { id: string; areaId: string },
  seated: Partial<Record<Seat, Actor>>,
  { meetingId, kind = "new_case", isPresent = true }: ItemTraits = {},
) {
  const { id: caseId, areaId } = onIt;
  const meeting = meetingId ?? (await aMeeting({ areaId })).id;
  const addedBy = Object.values(seated)[0] ?? (await anActor("coordinator", { areaId }));
  const { id } = await owner.panelItem.create({
    data: {
      meetingId: meeting,
      caseId,
      areaId,
      kind,
      position: ++counter,
      addedByHatId: addedBy.hatId,
      addedAt: new Date(),
    },
    select: { id: true },
  });
  for (const [seat, { hatId, userId, organisationId }] of Object.entries(seated)) {
    const who = { meetingId: meeting, areaId, hatId, userId, organisationId, seat, isPresent };
    await owner.meetingMember.upsert({
      where: { meetingId_hatId: { meetingId: meeting, hatId } },
      create: who,
      update: {},
    });
    await owner.panelAttendee.create({ data: { ...who, itemId: id, caseId } });
  }
  return { id, meetingId: meeting, caseId };
}

/** An area with somebody for both sides of dual delivery: the police with its officer, the council with its coordinator. */
export async function aReadyArea() {
  const { id: areaId, name } = await anArea();
  const police = await anOrganisation(areaId, "police");
  const council = await anOrganisation(areaId, "council");
  const officer = await anActor("gateway_officer", { areaId, organisationId: police.id });
  const coordinator = await anActor("coordinator", { areaId, organisationId: council.id });
  const referrer = await anActor("referrer", { areaId });
  return { areaId, name, police, council, officer, coordinator, referrer };
}

/** A draft with these pages typed in, begun and saved as somebody would. */
export async function aDraft(author: Actor, answers: Answers = wholeReferral) {
  const { draftId } = await withActor(author, (ctx) => startDraft(ctx));
  for (const page of Object.keys(answers) as QuestionPage[]) {
    const typed = { draftId, page, editor: randomUUID(), version: 0 };
    await withActor(author, (ctx) =>
      saveDraftPage(ctx, { ...typed, answers: answers[page] ?? {} }),
    );
  }
  const { version } = await owner.referral.findUniqueOrThrow({
    where: { id: draftId },
    select: { version: true },
  });
  return { draftId, draftVersion: version };
}

/** A plan that says everything it has to. */
export async function aPlan(
  { id: caseId, areaId }: { id: string; areaId: string },
  { hatId }: Actor,
  number = 1,
) {
  return owner.supportPlan.create({
    data: {
      caseId,
      areaId,
      number,
      consentAsked: "The coordinator asks at home on 3 December",
      nature: "Mentoring and help to get back to college",
      provider: "A mentor and the college",
      delivery: "Every Tuesday afternoon at the library",
      objective: "Somebody to talk to who is not online",
      exitCriteria: "Back at college for a term",
      safeguardingContact: "The college's safeguarding lead",
      writtenByHatId: hatId,
      writtenAt: new Date(),
    },
    select: { id: true, number: true },
  });
}

type ConsentTraits = { state?: string; onDay?: string; authority?: string };

/** Where consent stands: the next entry of the ledger. */
export async function aConsent(
  { id: caseId, areaId }: { id: string; areaId: string },
  { state = "given", onDay = "2026-11-01", authority = "parent" }: ConsentTraits = {},
) {
  const number = 1 + (await owner.consent.count({ where: { caseId } }));
  const details = state === "given" ? { authority } : {};
  const day = { onDay: new Date(onDay), recordedAt: new Date() };
  return owner.consent.create({
    data: { caseId, areaId, number, state, details, ...day },
    select: { id: true },
  });
}

type SupportActionTraits = { status?: string; owner?: Actor; organisationId?: string };

/** Something the plan does for the person. */
export async function aSupportAction(
  { id: caseId, areaId }: { id: string; areaId: string },
  addedBy: Actor,
  { status = "not_started", owner: by, organisationId }: SupportActionTraits = {},
) {
  return owner.action.create({
    data: {
      areaId,
      kind: "support",
      caseId,
      title: "Meet every week",
      supportType: "mentoring",
      funding: "home_office",
      measure: "Goes to college",
      ownerOrganisationId: organisationId ?? by?.organisationId ?? addedBy.organisationId,
      ownerHatId: by?.hatId ?? null,
      startsOn: new Date("2026-12-01"),
      dueOn: new Date("2027-03-01"),
      firstDueOn: new Date("2027-03-01"),
      status,
      addedByHatId: addedBy.hatId,
      addedAt: new Date(),
    },
    select: { id: true },
  });
}

type InformationTraits = {
  suppliedById?: string;
  kind?: string;
  audience?: string;
  namedOrganisationIds?: string[];
  body?: string;
  corroboration?: string;
  requestId?: string;
};

/** An item of information on a case, for every partner unless said otherwise. */
export async function anInformationItem(
  onIt: { id: string; areaId: string; dataKeyId: string },
  traits: InformationTraits = {},
) {
  const { id: caseId, areaId } = onIt;
  const id = randomUUID();
  const { audience = "all_partners", body = "What is known.", namedOrganisationIds = [] } = traits;
  const isSealed = audience === "chair_and_coordinator";
  const key = await owner.dataKey.findUniqueOrThrow({ where: { id: onIt.dataKeyId } });
  const sealed = seal(
    { id: key.id, wrapped: key.wrapped ?? new Uint8Array() },
    `information_items.sealed_body.${id}`,
    body,
  );
  await owner.informationItem.create({
    data: {
      id,
      caseId,
      areaId,
      suppliedById: traits.suppliedById ?? (await anOrganisation(areaId)).id,
      enteredByHatId: (await anActor("coordinator", { areaId })).hatId,
      kind: traits.kind ?? "fact",
      source: "A colleague",
      datedOn: new Date("2026-01-15"),
      reliability: "reliable",
      corroboration: traits.corroboration ?? "uncorroborated",
      audience,
      necessity: "To understand what has happened.",
      lawfulBasis: "safeguarding",
      body: isSealed ? null : body,
      sealedBody: isSealed ? sealed : null,
      requestId: traits.requestId ?? null,
      enteredAt: new Date(),
    },
  });
  await owner.itemAudience.createMany({
    data: namedOrganisationIds.map((organisationId) => ({
      itemId: id,
      organisationId,
      caseId,
      areaId,
    })),
  });
  return { id };
}

type AssessmentTraits = {
  status?: string;
  purpose?: string;
  judgement?: Judgement;
  framework?: "blank" | "legacy_22";
  author: Actor;
};

/** An assessment by somebody's professional judgement, without questions to answer unless they are asked for. */
export async function anAssessment(
  { id: caseId, areaId }: { id: string; areaId: string },
  traits: AssessmentTraits,
) {
  const {
    status = "draft",
    purpose = "first",
    judgement = {},
    framework = "blank",
    author,
  } = traits;
  const reader = status === "countersigned" ? await anActor("chair", { areaId }) : null;
  return owner.assessment.create({
    data: {
      ...{ caseId, areaId, status, purpose, frameworkId: framework },
      frameworkVersion: framework === "blank" ? "1" : "2012",
      ...(reader && { countersignedByHatId: reader.hatId, countersignedAt: new Date() }),
      ...{ number: 1, authorHatId: author.hatId, startedAt: new Date() },
      judgement: judgement as Prisma.InputJsonObject,
      completedAt: status === "draft" ? null : new Date(),
    },
    select: { id: true },
  });
}

type RequestTraits = {
  organisationId?: string;
  askedBy?: Actor;
  state?: string;
  dueOn?: string;
  forHatId?: string;
};

/** An organisation has been asked about a case. */
export async function aRequest(
  onIt: { id: string; areaId: string; dataKeyId: string; reference: string },
  traits: RequestTraits = {},
) {
  const { id: caseId, areaId, dataKeyId, reference: ofCase } = onIt;
  const organisationId = traits.organisationId ?? (await anOrganisation(areaId)).id;
  const askedBy = traits.askedBy ?? (await anActor("coordinator", { areaId }));
  const request = await owner.informationRequest.create({
    data: {
      caseId,
      areaId,
      organisationId,
      reference: ofCase,
      dataKeyId,
      personName: "Rowan Marsh",
      personBorn: "Born 17 May 2009",
      question: "What do you know of attendance and friendships?",
      lawfulBasis: "safeguarding",
      dueOn: new Date(traits.dueOn ?? addMonths(dayOf(new Date()), 2)),
      state: traits.state ?? "asked",
      askedByHatId: askedBy.hatId,
      askedAt: new Date(),
      forHatId: traits.forHatId ?? null,
    },
    select: { id: true },
  });
  return { ...request, organisationId };
}

type NeedTraits = { kind?: string; need?: string; words?: string; certainty?: string };

/** A need, a strength or a view, as its first version. */
export async function aNeed(
  { id: caseId, areaId }: { id: string; areaId: string },
  { hatId }: Actor,
  traits: NeedTraits = {},
) {
  const entryId = randomUUID();
  const { kind = "person_view", need = null, words = "He wants to go back to college." } = traits;
  await owner.needEntry.create({
    data: {
      ...{ entryId, version: 1, caseId, areaId, kind, need, words },
      certainty: traits.certainty ?? "known",
      source: "Told the coordinator",
      datedOn: new Date("2026-01-15"),
      writtenByHatId: hatId,
      writtenAt: new Date(),
    },
  });
  return { entryId };
}

type AroundTraits = { name?: string; relation?: string; contact?: string };

/** Somebody around the person of a case, sealed as the application seals them. */
export async function aPersonAround(
  onIt: { id: string; areaId: string; dataKeyId: string },
  { hatId }: Actor,
  { name = "Ada Marsh", relation = "mother", contact = "01632 960001" }: AroundTraits = {},
) {
  const id = randomUUID();
  const key = await owner.dataKey.findUniqueOrThrow({ where: { id: onIt.dataKeyId } });
  const who = { name, organisation: null, contact, safetyNote: null };
  await owner.personAround.create({
    data: {
      ...{ id, caseId: onIt.id, areaId: onIt.areaId, relation },
      ...{ safeToContact: "yes", knows: "knows", writtenByHatId: hatId, writtenAt: new Date() },
      sealed: seal(
        { id: key.id, wrapped: key.wrapped ?? new Uint8Array() },
        `people_around.sealed.${id}`,
        JSON.stringify(who),
      ),
    },
  });
  return { id };
}

/** A case of another area, offered to this one. */
export async function aTransfer(toAreaId: string) {
  const { id: areaId } = await anArea();
  const coordinator = await anActor("coordinator", { areaId });
  const { id: caseId, reference } = await aCase({ areaId, caseStatus: "in_support", coordinator });
  return owner.caseTransfer.create({
    data: {
      ...{ caseId, areaId, toAreaId, reference, stage: "in_support", isChild: true },
      summary: "Weekly mentoring runs, and the next review is in a month.",
      ...{ reason: "The family has moved house.", toldBy: "coordinator" },
      ...{ offeredByHatId: coordinator.hatId, offeredAt: new Date() },
    },
    select: { id: true, caseId: true, reference: true },
  });
}

type DocumentTraits = {
  title?: string;
  audience?: string;
  namedOrganisationIds?: string[];
  bytes?: Buffer;
  scan?: string;
};

/** A document with one version, supplied by the organisation of whoever added it. */
export async function aDocument(
  onIt: { id: string; areaId: string; dataKeyId: string },
  { hatId, organisationId: suppliedById }: Actor,
  traits: DocumentTraits = {},
) {
  const { title = "Attendance report", audience = "all_partners" } = traits;
  const { bytes = Buffer.from("What was said.\n"), scan = "clean" } = traits;
  const { wrapped } = await owner.dataKey.findUniqueOrThrow({ where: { id: onIt.dataKeyId } });
  const key = { id: onIt.dataKeyId, wrapped: wrapped ?? new Uint8Array() };
  const [id, versionId, addedAt] = [randomUUID(), randomUUID(), new Date()];
  const on = { caseId: onIt.id, areaId: onIt.areaId };
  const isSealed = audience === "chair_and_coordinator";
  await owner.document.create({
    data: {
      ...{ id, ...on, suppliedById, marking: "official_sensitive", audience },
      title: isSealed ? null : title,
      sealedTitle: isSealed ? seal(key, `documents.sealed_title.${id}`, title) : null,
      ...{ addedByHatId: hatId, addedAt },
    },
  });
  await owner.documentAudience.createMany({
    data: (traits.namedOrganisationIds ?? []).map((organisationId) => ({
      ...{ documentId: id, organisationId, ...on },
    })),
  });
  await owner.documentVersion.create({
    data: {
      ...{ id: versionId, documentId: id, ...on, number: 1, why: "first" },
      ...{ contentType: "text/plain; charset=utf-8", bytes: bytes.length, sha256: "x", scan },
      sealed: seal(key, `document_versions.sealed.${versionId}`, bytes),
      ...{ addedByHatId: hatId, addedAt },
    },
  });
  return { id, versionId };
}

/** A starting text for requests, in use unless said otherwise. */
export const aTemplate = ({ areaId, hatId }: Actor, status = "in_use") =>
  owner.requestTemplate.create({
    data: {
      ...{ areaId, name: "School attendance", lawfulBasis: "safeguarding", days: 10, status },
      question: "What do you know of attendance and friendships since September?",
      ...{ writtenByHatId: hatId, writtenAt: new Date() },
    },
    select: { id: true },
  });
