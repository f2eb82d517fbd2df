import type { ClosureCode } from "@/lib/cases/labels";
import { disposeOn, retentionClassFor } from "@/lib/cases/retention/rules";
import type { ClockKind } from "@/lib/clocks/labels";
import { clockDuties, dueDay, type LimitedKind } from "@/lib/clocks/rules";
import { seal } from "@/lib/crypto/vault";
import { addDays, addWorkingDays, ageOn, type Day, dayOf, formatDay, isChildOn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import { matchKeys } from "@/lib/people/rules";
import type { Sector } from "@/lib/referrals/labels";
import { contactPlace } from "@/lib/referrals/queries";
import { currentDeclaration, splitAnswers } from "@/lib/referrals/rules";
import type { Worn } from "./accounts";
import { employers, schools } from "./names";
import type { Story } from "./story";
import {
  closingReasons,
  needsDetails,
  proportionality,
  strengths,
  supportGiven,
  wordsOf,
} from "./words";
import {
  aDataKey,
  column,
  columnOrNull,
  during,
  nextReference,
  played,
  streamOf,
  type World,
} from "./world";

/** A referral that is laid out, and what the rest of its story needs of it. */
export type Told = {
  story: Story;
  referralId: string;
  reference: string;
  personId: string;
  dataKeyId: string;
  key: { id: string; wrapped: Uint8Array };
  author: Worn;
  place: string;
  isChild: boolean;
  bornText: string;
};

const authors: Partial<Record<Sector, readonly string[]>> = {
  education: ["lead", "t.rooke", "t.rooke", "b.copperwheat", "b.copperwheat"],
  police: ["r.wick"],
  local_authority: ["b.copperwheat"],
  health: ["agency"],
  probation: ["j.hartsop"],
  prison: ["m.stoddard"],
  community: ["w.abernethy"],
};

/** What is sent: the referral, the person, the words, and both deliveries (IS-17). */
export function tellReferral(world: World, story: Story): Told {
  const { rows, chance, areaId, now } = world;
  const submittedAt = during(world, story.submittedOn);
  const writer = chance.pick(authors[story.sector] ?? ["w.abernethy"]);
  const author = played(world, story.channel ? "gateway" : writer);
  const referralId = chance.id(submittedAt);
  const dataKeyId = chance.id(submittedAt);
  const key = aDataKey(world, dataKeyId, submittedAt);
  const screeningDueOn = dueDay("gateway_assessment", story.submittedOn);
  const reference = nextReference(world, "R", story.submittedOn);
  rows.referral.push({
    id: referralId,
    areaId,
    reference,
    organisationId: author.organisationId,
    createdById: author.userId,
    createdByHatId: author.hatId,
    status: "gateway",
    ...(story.channel && { channel: story.channel }),
    sector: story.sector,
    submittedAt,
    screeningDueOn: column(screeningDueOn),
    dataKeyId,
    createdAt: submittedAt,
  });
  const told = {
    story,
    referralId,
    reference,
    dataKeyId,
    key,
    author,
    personId: chance.id(submittedAt),
    place: placeOf(world, story),
    isChild: isChildOn(story.bornOn, story.submittedOn),
    bornText: story.isAgeGuessed
      ? `About ${ageOn(story.bornOn, story.submittedOn)} on ${formatDay(story.submittedOn)}`
      : `Born ${formatDay(story.bornOn)}`,
  };
  tellPerson(world, told);
  tellWords(world, told, submittedAt);
  deliver(world, told, submittedAt);
  rows.auditStream.push({ stream: streamOf(dataKeyId), areaId, referralId });
  if (submittedAt < now) acknowledge(world, told, screeningDueOn);
  return told;
}

function placeOf({ chance }: World, { sector, bornOn, submittedOn }: Story): string {
  if (sector === "prison") return "HMP Marlow Vale";
  return chance.pick(ageOn(bornOn, submittedOn) < 19 ? schools : employers);
}

function tellPerson(world: World, { story, referralId, personId, author, place }: Told): void {
  const { rows, areaId, chance } = world;
  const { forenames, surname, isAgeGuessed, bornOn, submittedOn } = story;
  const { words, ...keys } = matchKeys({ forenames, surname });
  const { organisationId, userId: createdById } = author;
  rows.person.push({
    id: personId,
    areaId,
    referralId,
    organisationId,
    createdById,
    forenames,
    surname,
    dateOfBirth: isAgeGuessed ? null : column(bornOn),
    approximateAge: isAgeGuessed ? ageOn(bornOn, submittedOn) : null,
    ageRecordedOn: column(submittedOn),
    gender: story.gender,
    postcode: story.postcode ?? aPostcode(world),
    localAuthority: "Northbridge",
    place,
    ...keys,
  });
  rows.personName.push(...words.map((word) => ({ personId, areaId, word })));
  if (chance.is(0.45)) {
    const ethnicity = chance.weighted({ white: 62, asian: 16, black: 9, mixed: 7, other: 3 });
    rows.equalityRecord.push({ referralId, areaId, ethnicity });
  }
}

const letters = [..."ABDEFGHJLNPQRSTUWXYZ"];
const aPostcode = ({ chance }: World) =>
  `NB${chance.between(1, 4)} ${chance.between(1, 9)}${chance.pick(letters)}${chance.pick(letters)}`;

function tellWords(world: World, told: Told, submittedAt: Date): void {
  const { rows, areaId } = world;
  const { referralId, author, key } = told;
  const { open, sealed } = splitAnswers(answersOf(world, told));
  rows.referralText.push({
    referralId,
    areaId,
    organisationId: author.organisationId,
    createdById: author.userId,
    answers: open as Prisma.InputJsonObject,
    sealedContact: seal(key, contactPlace(referralId), JSON.stringify(sealed)),
    declarationVersion: currentDeclaration,
    submittedAt,
  });
}

/** One level of answers, as flatten() in lib/referrals/schema.ts makes of a finished form. */
function answersOf({ chance }: World, { story, author, isChild, place }: Told) {
  const { forenames, surname, submittedOn, sector, concern } = story;
  const { seen, quoted, other } = wordsOf(concern);
  const happenedOn = addDays(submittedOn, -chance.between(1, 12));
  const isTold = chance.is(0.78);
  return {
    ...(story.channel && {
      ...{ calledOn: submittedOn, calledAt: "09:40", callBackNumber: "01632 960 118" },
    }),
    immediateDanger: "no",
    otherSafeguarding: chance.is(0.3) ? "yes" : "no",
    nameUnknown: false,
    forenames,
    surname,
    ...(story.isAgeGuessed
      ? { approximateAge: ageOn(story.bornOn, submittedOn) }
      : { dateOfBirth: story.bornOn }),
    gender: story.gender,
    localAuthority: "Northbridge",
    address: `${chance.between(1, 90)} ${chance.pick(["Larch", "Quay", "Mill", "Station"])} Road`,
    contactDetails: "Through the person who made this referral",
    schoolOrWork: place,
    ...(isChild && {
      parentNames: `A parent of ${forenames} ${surname}`,
      parentContact: "Through the school office",
      parentalResponsibility: "Both parents",
      spokenToChild: "yes",
      spokenToChildAccount: `${forenames} was asked what was meant, and said that it was “only talk”. They were told why we are worried.`,
      spokenToParents: chance.is(0.7) ? "yes" : "no",
      spokenToParentsAccount:
        "The parent who was reached had noticed a change since the summer and would welcome help.",
    }),
    whatHappened: `On ${formatDay(happenedOn)} ${forenames} ${seen}. Two members of staff saw or heard this, and one wrote it down the same day. When asked, ${forenames} said: ${quoted} This is different from how ${forenames} has been before, and others who were there are worried. It has been spoken of once more since.`,
    firstNoted: happenedOn,
    happenedOn,
    howKnown: chance.pick(["seen_or_heard", "seen_or_heard", "told_by_other", "online"]),
    concern,
    otherExplanation: other,
    needsKnown: chance.is(0.4) ? [chance.pick(["mental_health", "neurodiversity", "send"])] : [],
    needsSuspected: chance.is(0.4) ? [chance.pick(["bullying", "trauma", "exploitation"])] : [],
    needsDetail: chance.pick(needsDetails),
    strengths: chance.pick(strengths),
    discussedWithLead: "yes",
    told: isTold ? "yes" : "no",
    ...(!isTold && {
      notToldReason: "increases_risk",
      notToldExplanation:
        "A conversation last month led to the person leaving the building. We would like advice on when to tell them.",
    }),
    supportGiven: chance.pick(supportGiven),
    proportionality: chance.pick(proportionality),
    ...(chance.is(0.4) && { agency1Name: "Family doctor", agency1Role: "Health" }),
    ...(story.channel
      ? { name: "Nia Fernhollow", role: "Aunt", organisation: "Family", contact: "By telephone" }
      : {
          name: author.name,
          role: author.role === "referrer" ? "Safeguarding lead" : "Prevent lead",
          ...{ organisation: author.organisation, contact: author.email },
        }),
    sector,
    anonymous: chance.is(0.06) ? "yes" : "no",
    declared: "yes",
    version: currentDeclaration,
  };
}

function deliver({ rows, areaId, places }: World, { referralId }: Told, deliveredAt: Date): void {
  const to = { police: "Wyvern Police", council: "Northbridge City Council" };
  for (const [recipient, name] of Object.entries(to)) {
    const organisationId = places.organisationId[name] as string;
    const acknowledgedAt = recipient === "police" ? deliveredAt : null;
    rows.referralDelivery.push({
      referralId,
      areaId,
      recipient,
      organisationId,
      deliveredAt,
      acknowledgedAt,
    });
  }
}

/** TL-01, nearly always the same day; TL-02 runs until the gateway decides. */
function acknowledge(world: World, { referralId, story }: Told, screeningDueOn: Day): void {
  const { chance, today } = world;
  const stopsOn = addWorkingDays(story.submittedOn, chance.is(0.93) ? 0 : 1);
  const started = { referralId, startedOn: story.submittedOn };
  aClock(world, { ...started, kind: "acknowledge_referral", stopsOn });
  const decidedOn = screenedOn(story, today);
  const isWithdrawn = story.screening === "withdrawn";
  aClock(world, {
    ...started,
    kind: "gateway_assessment",
    stopsOn: decidedOn,
    isCancelled: isWithdrawn,
    dueOn: screeningDueOn,
  });
}

/** The day the gateway decides, if it has come. */
export function screenedOn(story: Story, today: Day): Day | null {
  const day = addWorkingDays(story.submittedOn, story.screenedAfter);
  return story.screening === "waits" || day > today ? null : day;
}

type AClock = {
  kind: ClockKind;
  referralId?: string;
  caseId?: string;
  startedOn: Day;
  dueOn?: Day;
  /** When it stops, if that is known; it is running still when that is yet to come. */
  stopsOn: Day | null;
  isCancelled?: boolean;
};

/** A time limit, met or missed or still running. */
export function aClock(
  { rows, areaId, today }: World,
  { kind, startedOn, stopsOn, isCancelled = false, dueOn: known, ...subject }: AClock,
): Day {
  const dueOn = known ?? dueDay(kind as LimitedKind, startedOn);
  const stoppedOn = stopsOn && stopsOn <= today ? stopsOn : null;
  const inTime = stoppedOn && stoppedOn > dueOn ? "missed" : "met";
  rows.clock.push({
    areaId,
    ...subject,
    kind,
    ownerRole: clockDuties[kind].owner,
    startedOn: column(startedOn),
    dueOn: column(dueOn),
    stoppedOn: columnOrNull(stoppedOn),
    outcome: stoppedOn ? (isCancelled ? "cancelled" : inTime) : null,
  });
  return dueOn;
}

/** What the gateway makes of it (T04 to T06), on the day it does. */
export function screen(world: World, told: Told): Day | null {
  const { rows, chance, areaId, today } = world;
  const { story, referralId } = told;
  const decidedOn = screenedOn(story, today);
  if (!decidedOn) return null;
  const decidedAt = during(world, decidedOn);
  const referral = rows.referral.find(({ id }) => id === referralId);
  if (!referral) return null;
  if (story.screening === "withdrawn") {
    const dispose = column(addDays(decidedOn, 30));
    Object.assign(referral, { status: "withdrawn", endedAt: decidedAt, disposeOn: dispose });
    return null;
  }
  const gateway = played(world, chance.is(0.8) ? "gateway" : "g.ravenhurst");
  const screening = {
    id: chance.id(decidedAt),
    referralId,
    areaId,
    decidedAt,
    decidedByHatId: gateway.hatId,
  };
  referral.priority = chance.weighted({ urgent: 8, soon: 27, standard: 65 });
  if (story.screening === "police_led") {
    rows.screening.push({
      ...screening,
      outcome: "police_led",
      closureCode: "police_investigation",
    });
    Object.assign(referral, {
      status: "police_led",
      ...ended("police_investigation", told, decidedAt),
    });
    return null;
  }
  rows.deconfliction.push({
    id: chance.id(decidedAt),
    referralId,
    areaId,
    outcome: chance.is(0.9) ? "clear" : "clear_with_conditions",
    recordedByHatId: gateway.hatId,
    recordedAt: decidedAt,
  });
  if (story.screening === "close") {
    const isSignposted = story.closureCode === "not_radicalisation_other_need";
    rows.screening.push({
      ...screening,
      outcome: "close",
      closureCode: story.closureCode,
      reasons: closingReasons[story.closureCode] ?? closingReasons.no_concern ?? "",
      signpost: isSignposted
        ? chance.pick(["early_help", "mental_health", "childrens_social_care", "youth_service"])
        : "none",
      signpostAnswer: isSignposted
        ? chance.pick(["accepted", "accepted", "waiting"])
        : "not_needed",
    });
    Object.assign(referral, {
      status: "closed_not_prevent",
      ...ended(story.closureCode, told, decidedAt),
    });
    return null;
  }
  rows.screening.push({
    ...screening,
    outcome: "continue",
    evidence: chance.is(0.4) ? "clear" : "possible",
    reasons:
      "Two people saw or heard this, there is more than one occasion, and others may be drawn in. Partners may know more, and it is proportionate to ask them.",
  });
  referral.status = "taken_forward";
  return decidedOn;
}

/** How a referral ends: its code, the day, and how long it is kept. */
export function ended(closureCode: ClosureCode, { isChild }: Told, endedAt: Date) {
  const { retentionClass } = retentionClassFor(closureCode, isChild);
  const last = disposeOn(retentionClass, dayOf(endedAt), isChild);
  return { closureCode, endedAt, retentionClass, disposeOn: columnOrNull(last) };
}
