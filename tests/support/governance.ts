import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import type { ScanState } from "@/lib/attachments/labels";
import { paperPlace } from "@/lib/attachments/queries";
import { newDataKey, seal, sha256 } from "@/lib/crypto/vault";
import { addDays, dayOf, instantAt, toDateColumn } from "@/lib/dates";
import type { BodyKind, GovernanceItemKind, MemberRole } from "@/lib/governance/labels";
import { aPdf } from "./files";
import { owner } from "./owner";

const today = dayOf(new Date());
export const words = "It is said here in as many words as the form asks for.";
const at = new Date();

let counter = 0;

type BodyTraits = {
  kind?: BodyKind;
  name?: string;
  parentId?: string | null;
  partnershipId?: string | null;
};

/** A body that this co-ordinator keeps. */
export async function aBody(keeper: Actor, traits: BodyTraits = {}) {
  const { areaId, hatId } = keeper;
  const { kind = "steering", parentId = null, partnershipId = null } = traits;
  const name = traits.name ?? `Group ${++counter}`;
  return owner.governanceBody.create({
    data: {
      ...{ areaId, partnershipId, parentId, kind, name, purpose: words },
      ...{
        powers: ["challenge", "approve_plan"],
        frequency: "quarterly",
        editedByHatId: hatId,
        editedAt: at,
      },
    },
    select: { id: true, areaId: true, name: true },
  });
}
export type ABody = Awaited<ReturnType<typeof aBody>>;

type SeatTraits = {
  role?: MemberRole;
  fromDay?: string;
  untilDay?: string;
  deputy?: Actor;
  endNoticedDay?: string;
};

/** Somebody sits on it: with an account, or known by name alone. */
export async function aSeat(
  body: ABody,
  { hatId, organisationId }: Actor,
  traits: SeatTraits & { isNameOnly?: boolean } = {},
) {
  const { role = "member", fromDay = addDays(today, -400), untilDay, deputy, isNameOnly } = traits;
  return owner.governanceMember.create({
    data: {
      ...{ bodyId: body.id, areaId: body.areaId, role, organisationId, post: "Head of service" },
      ...{ hatId: isNameOnly ? null : hatId, name: `Member ${++counter}` },
      ...{ deputyHatId: deputy?.hatId ?? null, deputyName: deputy ? "A deputy" : null },
      ...{ fromOn: toDateColumn(fromDay), untilOn: untilDay ? toDateColumn(untilDay) : null },
      ...{ editedByHatId: hatId, editedAt: at },
    },
    select: { id: true },
  });
}

type MeetingTraits = { day?: string; status?: "planned" | "held" | "cancelled" };

export async function aBoardMeeting(body: ABody, keeper: Actor, traits: MeetingTraits = {}) {
  const { day = addDays(today, 30), status = "planned" } = traits;
  return owner.governanceMeeting.create({
    data: {
      ...{ bodyId: body.id, areaId: body.areaId, startsAt: instantAt(day, "10:00"), status },
      ...{ place: "Town hall", calledByHatId: keeper.hatId, calledAt: at },
      ...(status === "cancelled" && { cancelledBecause: words }),
    },
    select: { id: true },
  });
}

type ItemTraits = {
  kind?: GovernanceItemKind;
  isExempt?: boolean;
  isDecided?: boolean;
  escalationId?: string;
  position?: number;
};

export async function aBoardItem(
  body: ABody,
  meetingId: string,
  keeper: Actor,
  traits: ItemTraits = {},
) {
  const { kind = "other", isExempt = false, escalationId = null, position = 1 } = traits;
  return owner.governanceItem.create({
    data: {
      ...{ meetingId, bodyId: body.id, areaId: body.areaId, position, kind, isExempt },
      ...{ title: "Venue hire policy", escalationId, addedByHatId: keeper.hatId, addedAt: at },
      ...(traits.isDecided && {
        ...{ decisionKind: "agreed", decision: "Agreed that the policy is put to cabinet." },
        ...{ decidedByHatId: keeper.hatId, decidedAt: at },
      }),
    },
    select: { id: true },
  });
}

export async function aPaper(
  body: ABody,
  meetingId: string,
  itemId: string,
  keeper: Actor,
  awaitsFile = false,
) {
  return owner.governancePaper.create({
    data: {
      ...{ itemId, meetingId, bodyId: body.id, areaId: body.areaId, title: "Policy in draft" },
      ...{ marking: "official", isFile: awaitsFile, bodyText: awaitsFile ? null : words },
      ...{ addedByHatId: keeper.hatId, addedAt: at },
    },
    select: { id: true },
  });
}

/** A paper that is a file, sealed under a key of its own. */
export async function aFilePaper(
  body: ABody,
  meetingId: string,
  itemId: string,
  keeper: Actor,
  { scan = "not_scanned" }: { scan?: ScanState } = {},
) {
  const hangs = { meetingId, bodyId: body.id, areaId: body.areaId };
  const added = { addedByHatId: keeper.hatId, addedAt: at };
  const { id: paperId } = await owner.governancePaper.create({
    data: {
      ...{ itemId, ...hangs, title: "Spending of the year", marking: "official_sensitive" },
      ...{ isFile: true, ...added },
    },
    select: { id: true },
  });
  const id = randomUUID();
  const { wrapped, version } = newDataKey(id);
  await owner.dataKey.create({
    data: { id, areaId: body.areaId, bodyId: body.id, wrapped, wrappingVersion: version },
  });
  await owner.governanceFile.create({
    data: {
      ...{ paperId, ...hangs, dataKeyId: id, name: "spending.pdf", bytes: aPdf.length, scan },
      ...{ contentType: "application/pdf", sha256: sha256(aPdf), ...added },
      sealed: seal({ id, wrapped }, paperPlace(paperId), aPdf),
    },
  });
  return { id: paperId };
}

type Subject = { actionId: string } | { riskId: string } | { itemId: string };

/** A question that waits for an answer. */
export const anEscalation = (from: ABody, to: ABody, keeper: Actor, about: Subject) =>
  owner.governanceEscalation.create({
    data: {
      ...{ areaId: from.areaId, fromBodyId: from.id, toBodyId: to.id, ...about },
      ...{ title: "Money for a second officer", question: words, options: words },
      ...{ recommendation: words, raisedByHatId: keeper.hatId, raisedAt: at },
    },
    select: { id: true },
  });

/** Its minutes, approved at a later meeting that was held. */
export async function approveMinutesOf(body: ABody, meetingId: string, keeper: Actor) {
  const later = await aBoardMeeting(body, keeper, { day: addDays(today, -1), status: "held" });
  await owner.governanceMeeting.update({
    where: { id: meetingId },
    data: {
      ...{ minutesText: "Minutes", minutesApprovedAtId: later.id, minutesApprovedBy: "A chair" },
      ...{ minutesApprovedByHatId: keeper.hatId, minutesApprovedOn: toDateColumn(today) },
    },
  });
  return later;
}

/** A meeting that was held a month ago, with an item of it. */
export async function aHeldMeeting(body: ABody, keeper: Actor, traits: ItemTraits = {}) {
  const day = addDays(today, -30);
  const meeting = await aBoardMeeting(body, keeper, { day, status: "held" });
  const item = await aBoardItem(body, meeting.id, keeper, traits);
  return { meetingId: meeting.id, itemId: item.id };
}

/** Gold above a steering group, both of one area. */
export async function twoBodies(keeper: Actor) {
  const gold = await aBody(keeper, { kind: "gold" });
  const steering = await aBody(keeper, { parentId: gold.id });
  return { gold, steering };
}
