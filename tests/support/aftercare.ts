import type { Actor } from "@/lib/access/actor";
import { addDays, dayOf, toDateColumn } from "@/lib/dates";
import { owner } from "./owner";

type OnIt = { id: string; areaId: string };
const today = () => dayOf(new Date());
const on = ({ id: caseId, areaId }: OnIt) => ({ caseId, areaId });

/** A signed form in the hand of whoever confirms it. */
export const aConsentForm = (onIt: OnIt, mentor: Actor) =>
  owner.consentForm.create({
    data: {
      ...on(onIt),
      ...{ signedOn: toDateColumn(today()), givenBy: "The mother" },
      ...{ handedByHatId: mentor.hatId, handedAt: new Date() },
    },
    select: { id: true },
  });

/** The panel wants to look at it again, in three months unless said otherwise. */
export const aReassessment = (onIt: OnIt, chair: Actor, dueOn = addDays(today(), 90)) =>
  owner.reassessment.create({
    data: {
      ...on(onIt),
      ...{ number: 1, reason: "The family is moving in the spring.", dueOn: toDateColumn(dueOn) },
      ...{ decidedByHatId: chair.hatId, decidedAt: new Date() },
    },
    select: { id: true },
  });

type TellingTraits = { stage?: string; isTold?: boolean; onDay?: string; by: Actor };

/** The person has been told, or not. */
export async function aTelling(
  onIt: OnIt,
  { stage = "referral", isTold, onDay, by }: TellingTraits,
) {
  const number = 1 + (await owner.telling.count({ where: { caseId: onIt.id } }));
  const told = { toldWhom: "person", toldBy: "The coordinator", method: "in_person" };
  const untold = { exemption: "increases_risk", reasons: "Somebody at home might be hurt." };
  return owner.telling.create({
    data: {
      ...on(onIt),
      ...{ number, stage, isTold: isTold ?? true, onDay: toDateColumn(onDay ?? today()) },
      ...(isTold === false ? untold : told),
      ...{ recordedByHatId: by.hatId, recordedAt: new Date() },
    },
    select: { id: true },
  });
}

/** A task of information governance, about a case that was closed long ago. */
export const anUntoldTask = (onIt: OnIt & { reference: string }) =>
  owner.untoldTask.create({
    data: {
      ...on(onIt),
      ...{ reference: onIt.reference, stages: ["referral"] },
      ...{ closedOn: toDateColumn(addDays(today(), -100)), raisedOn: toDateColumn(today()) },
    },
    select: { id: true },
  });

export const aSupportNeed = (onIt: OnIt, by: Actor, addedIn = 1) =>
  owner.supportNeed.create({
    data: {
      ...on(onIt),
      ...{ need: "Sleeps little", objective: "To sleep through the night" },
      ...{ measure: "Four nights of seven", addedIn, addedByHatId: by.hatId, addedAt: new Date() },
    },
    select: { id: true },
  });

type SessionTraits = { state?: string; plannedOn?: string };

/** A session of a mentor with the person, planned for today unless said otherwise. */
export const aSession = (
  onIt: OnIt,
  mentor: Actor,
  { state = "planned", plannedOn }: SessionTraits = {},
) =>
  owner.supportSession.create({
    data: {
      ...on(onIt),
      ...{ providerHatId: mentor.hatId, plannedOn: toDateColumn(plannedOn ?? today()) },
      ...{ state, place: "The library", plannedAt: new Date() },
      ...(state === "held" && { content: "We talked about school.", recordedAt: new Date() }),
      ...(state === "missed" && { missedBecause: "did_not_come", recordedAt: new Date() }),
    },
    select: { id: true },
  });

export const aSupportConcern = (onIt: OnIt, mentor: Actor) =>
  owner.supportConcern.create({
    data: {
      ...on(onIt),
      ...{ what: "Somebody new waits for him outside.", isAnyoneAtRisk: false },
      ...{ raisedByHatId: mentor.hatId, raisedAt: new Date() },
    },
    select: { id: true },
  });

/** A service that the gateway told somebody of as it closed their referral. */
export const aSignpost = ({ id: referralId, areaId }: OnIt, by: Actor) =>
  owner.onwardReferral.create({
    data: {
      ...{ referralId, areaId, service: "Early help: the family hub", madeAtStage: "gateway" },
      ...{ said: "They ring the family today.", madeOn: toDateColumn(today()) },
      ...{ dueOn: toDateColumn(addDays(today(), 14)), madeByHatId: by.hatId },
    },
    select: { id: true },
  });

type OnwardTraits = { dueOn?: string; stage?: string };

export const anOnwardReferral = (
  onIt: OnIt,
  by: Actor,
  { dueOn, stage = "exit" }: OnwardTraits = {},
) =>
  owner.onwardReferral.create({
    data: {
      ...on(onIt),
      ...{ service: "The youth service", madeAtStage: stage, madeOn: toDateColumn(today()) },
      ...{ dueOn: toDateColumn(dueOn ?? addDays(today(), 14)), madeByHatId: by.hatId },
    },
    select: { id: true },
  });
