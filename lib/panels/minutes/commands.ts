import "server-only";

import { authorize } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { getTimetable } from "@/lib/clocks/queries";
import { dueDay } from "@/lib/clocks/rules";
import { seal } from "@/lib/crypto/vault";
import { dayOf, formatDay, formatInstant, fromDateColumn, toDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { FieldsRefused, Forbidden, NotFound, Overtaken, RuleBroken } from "@/lib/errors";
import {
  findingFacts,
  type toFound,
  toFoundByOrganisation,
} from "@/lib/information/findings/queries";
import { findingNow, findingText } from "@/lib/information/findings/rules";
import { notify } from "@/lib/notices/commands";
import type { Outcome, Vote } from "../labels";
import { closeMeeting } from "../meetings/commands";
import type { MeetingRecord } from "../meetings/queries";
import { listItems, type PanelItem } from "../queries";
import type { MeetingId } from "../schema";
import { attendanceByAgency } from "../sitting/rules";
import {
  addendumPlace,
  type Block,
  blockPlace,
  commentPlace,
  getBlock,
  getMinuted,
} from "./queries";
import {
  assertDraft,
  assertSigned,
  brokenMark,
  type ItemRecord,
  namesIn,
  withoutNames,
  writeBlock,
} from "./rules";
import type { ChangeBlock, Comment, Correction } from "./schema";

/** Closes the meeting, and its minutes write themselves from what was recorded. */
export async function closeAndMinute(ctx: Context, input: MeetingId) {
  const answer = await closeMeeting(ctx, input);
  await writeMinutes(ctx, input);
  return answer;
}

/** The draft: a block for every case that this actor may know and that has none yet (M-01, M-02). */
export async function writeMinutes(ctx: Context, { meetingId }: MeetingId) {
  const meeting = await getMinuted(ctx, meetingId, "meeting:build");
  if (meeting.status !== "closed")
    throw new RuleBroken("The minutes are written once the meeting is closed");
  const { members } = meeting;
  if (!meeting.minutes) await beginMinutes(ctx, meeting);
  const blocks = await writeBlocks(ctx, meeting);
  if (!meeting.minutes) {
    const told = members.filter(({ oneItem }) => !oneItem).map(({ hatId }) => hatId);
    await notify(ctx, told, { kind: "minutes_drafted", ...aboutMinutes(meeting) });
  }
  await record(ctx, { type: "minutes.drafted", facts: { meetingId, blocks } });
  return { meetingId };
}

/** The draft as it stands before any case: who came, and by when it is to be signed (M-02). */
async function beginMinutes(ctx: Context, { id, areaId, heldOn, members }: MeetingRecord) {
  const { actor, tx, now } = ctx;
  if (areaId !== actor.areaId)
    throw new RuleBroken("The minutes are begun in the area that called the meeting"); // P-08
  const { limits, holidays } = await getTimetable(ctx, { areaId, on: heldOn });
  await tx.minutes.createMany({
    data: {
      meetingId: id,
      areaId,
      attendance: attendedBy(members),
      dueOn: toDateColumn(dueDay("sign_minutes", heldOn, limits, holidays)),
      draftedByHatId: actor.hatId,
      draftedAt: now,
    },
    skipDuplicates: true,
  });
}

const aboutMinutes = ({ id, heldOn }: Pick<MeetingRecord, "id" | "heldOn">) => ({
  reference: `Panel meeting on ${formatDay(heldOn)}`,
  path: `/meetings/${id}/minutes`,
});

/** Which organisations came and in which seats: no person is named in the minutes (M-03). */
const attendedBy = (members: MeetingRecord["members"]) =>
  attendanceByAgency(members).map(({ name, here, apologies }) => ({
    organisation: name,
    seats: (here.length > 0 ? here : apologies).map(({ seat }) => seat),
    isPresent: here.length > 0,
  }));

async function writeBlocks(
  ctx: Context,
  { id: meetingId, heldOn }: MeetingRecord,
): Promise<number> {
  const { actor, tx, now } = ctx;
  const items = await listItems(ctx, meetingId);
  const written = await tx.minuteBlock.findMany({ where: { meetingId }, select: { itemId: true } });
  const done = written.map(({ itemId }) => itemId);
  const missing = items.filter(({ id, isSpokenOf }) => isSpokenOf && !done.includes(id));
  if (missing.length === 0) return 0;

  const records = await recordsOf(ctx, missing, heldOn);
  const found = await tx.dataKey.findMany({
    where: { id: { in: missing.map((item) => item.case.dataKeyId) } },
    select: { id: true, wrapped: true },
  });
  await tx.minuteBlock.createMany({
    data: missing.map((item) => {
      const { id: caseId, areaId, dataKeyId } = item.case;
      const key = found.find(({ id }) => id === dataKeyId);
      if (!key?.wrapped) throw new NotFound("data key", dataKeyId);
      const body = withoutNames(writeBlock(records(item)), peopleAt(item)); // M-03
      return {
        itemId: item.id,
        meetingId,
        caseId,
        areaId,
        sealedBody: seal({ id: key.id, wrapped: key.wrapped }, blockPlace(item.id), body),
        editedByHatId: actor.hatId,
        editedAt: now,
      };
    }),
  });
  return missing.length;
}

const peopleAt = ({ attendees }: PanelItem) =>
  attendees.map(({ user, organisation }) => ({ name: user.name, organisation: organisation.name }));

/** What was recorded of each of these items. Asked once, however many there are. */
async function recordsOf({ tx }: Context, items: readonly PanelItem[], heldOn: string) {
  const itemIds = items.map(({ id }) => id);
  const meetingId = items[0]?.meeting.id ?? "";
  const decisions = await tx.panelDecision.findMany({
    where: { itemId: { in: itemIds } },
    orderBy: { decidedAt: "asc" },
    select: {
      itemId: true,
      outcome: true,
      reasons: true,
      vote: true,
      dissent: true,
      details: true,
    },
  });
  const considered = decisions.flatMap(({ details }) => idsIn(details));
  const information = await tx.informationItem.findMany({
    where: { id: { in: considered } },
    select: { id: true, audience: true, supplier: { select: { name: true } }, ...findingFacts },
  });
  const actions = await tx.action.findMany({
    where: { meetingId, kind: "panel", caseId: { in: items.map((item) => item.case.id) } },
    orderBy: { dueOn: "asc" },
    select: {
      caseId: true,
      title: true,
      dueOn: true,
      ownerOrganisation: { select: { name: true } },
    },
  });
  return (item: PanelItem): ItemRecord => {
    const own = decisions.filter(({ itemId }) => itemId === item.id);
    const ids = own.flatMap(({ details }) => idsIn(details));
    const agency = ({ seat, organisation }: PanelItem["attendees"][number]) => ({
      seat,
      organisation: organisation.name,
    });
    return {
      heldOn,
      kind: item.kind,
      present: item.attendees.filter((one) => one.isPresent && !one.hasConflict).map(agency),
      conflicted: item.attendees.filter(({ hasConflict }) => hasConflict).map(agency),
      isQuorate: item.quorum.isQuorate,
      information: information
        .filter(({ id }) => ids.includes(id))
        .map((one) => ({ from: one.supplier.name, finding: findingFor(one) })),
      decisions: own.map(({ outcome, vote, details, ...decision }) => ({
        ...decision,
        outcome: outcome as Outcome,
        vote: vote as Vote,
        details: details as Record<string, unknown>,
      })),
      actions: actions
        .filter(({ caseId }) => caseId === item.case.id)
        .map(({ title, dueOn, ownerOrganisation }) => ({
          title,
          organisation: ownerOrganisation.name,
          dueOn: fromDateColumn(dueOn),
        })),
    };
  };
}

/** IS-10. The whole panel reads minutes: of what is for fewer, how it was found out stays where it is. */
function findingFor({ audience, ...row }: { audience: string } & Parameters<typeof toFound>[0]) {
  const found = toFoundByOrganisation(row); // M-03
  const isForAll = audience === "all_partners" || audience === "panel_members";
  return isForAll ? findingText(found) : findingNow(found);
}

function idsIn(details: unknown): string[] {
  const { informationConsidered: ids } = details as { informationConsidered?: unknown };
  return Array.isArray(ids) ? ids.filter((id) => typeof id === "string") : [];
}

/** M-03: whatever is written into minutes names organisations. */
function assertNamesNobody(field: string, body: string, { people }: Block): void {
  const [name] = namesIn(body, people);
  if (!name) return;
  throw new FieldsRefused({ [field]: [`Name the organisation and not the person: ${name}`] });
}

function assertMarksClose(field: string, body: string): void {
  const mark = brokenMark(body);
  if (!mark) return;
  throw new FieldsRefused({
    [field]: [`Put a mark at both ends of what may be taken out: ${mark}`],
  });
}

/** The coordinator or the chair puts the draft into better words. */
export async function changeBlock(ctx: Context, { blockId, version, body }: ChangeBlock) {
  const { actor, tx, now } = ctx;
  const block = await getBlock(ctx, blockId, "minutes:write");
  assertDraft(block);
  assertMarksClose("body", body);
  assertNamesNobody("body", body, block);
  const { count } = await tx.minuteBlock.updateMany({
    where: { id: blockId, version, signedAt: null },
    data: {
      sealedBody: seal(block.key, blockPlace(block.itemId), body),
      editedByHatId: actor.hatId,
      editedAt: now,
      version: version + 1,
    },
  });
  if (count === 0) {
    const theirs = { name: "body", label: "Minutes of this case", theirs: block.body };
    const savedAt = `on ${formatInstant(block.editedAt)}`;
    throw new Overtaken("Somebody else", savedAt, [theirs], block.version);
  }
  return recorded(ctx, block, "minutes.changed");
}

/** Whoever was invited to the item says what they think of its draft. */
export async function commentOnBlock(ctx: Context, { blockId, comment }: Comment) {
  const { actor, tx, now } = ctx;
  const block = await getBlock(ctx, blockId, "minutes:comment");
  if (!block.isInvited) throw new Forbidden("minutes:comment");
  assertDraft(block);
  const id = crypto.randomUUID();
  const { id: caseId, areaId } = block.case;
  await tx.minuteComment.createMany({
    data: {
      id,
      blockId,
      itemId: block.itemId,
      caseId,
      areaId,
      organisationId: actor.organisationId,
      sealedBody: seal(block.key, commentPlace(id), comment),
      writtenByHatId: actor.hatId,
      writtenAt: now,
    },
  });
  return recorded(ctx, block, "minutes.commented");
}

const chairs: readonly string[] = ["chair", "deputy_chair"];

/** M-02: from here on nothing in them changes. A case that this chair may not know waits for the deputy. */
export async function signMinutes(ctx: Context, { meetingId }: MeetingId) {
  const { actor, tx, now } = ctx;
  const meeting = await getMinuted(ctx, meetingId, "minutes:sign");
  const { minutes, members } = meeting;
  const here = members.find(({ hatId }) => hatId === actor.hatId);
  if (!here?.isPresent || !chairs.includes(here.seat))
    throw new RuleBroken("Only a chair who was at the meeting signs its minutes");
  if (!minutes) throw new RuleBroken("There are no minutes to sign yet");
  const unwritten = await tx.panelItem.count({ where: { meetingId, minuteBlock: null } });
  if (unwritten > 0) throw new RuleBroken("Write the minutes of every case before they are signed");

  const signed = { signedByHatId: actor.hatId, signedAt: now };
  const unsigned = { meetingId, signedAt: null };
  const { count: first } = await tx.minutes.updateMany({ where: unsigned, data: signed });
  const { count: blocks } = await tx.minuteBlock.updateMany({ where: unsigned, data: signed });
  if (first + blocks === 0) throw new RuleBroken("These minutes are signed already");
  const told = members.filter(({ oneItem }) => !oneItem).map(({ hatId }) => hatId);
  await notify(ctx, told, { kind: "minutes_signed", ...aboutMinutes(meeting) });
  const isLate = dayOf(now) > minutes.dueOn;
  await record(ctx, { type: "minutes.signed", facts: { meetingId, blocks, isLate } });
  return { meetingId };
}

/** What was signed stays as it is; the correction stands below it. */
export async function correctBlock(ctx: Context, { blockId, correction }: Correction) {
  const { actor, tx, now } = ctx;
  const block = await getBlock(ctx, blockId, "minutes:write");
  authorize(actor, "decision:record", block.case.parties);
  assertSigned(block);
  assertMarksClose("correction", correction);
  assertNamesNobody("correction", correction, block);
  const id = crypto.randomUUID();
  const { id: caseId, areaId } = block.case;
  await tx.minuteAddendum.createMany({
    data: {
      id,
      blockId,
      caseId,
      areaId,
      sealedBody: seal(block.key, addendumPlace(id), correction),
      writtenByHatId: actor.hatId,
      writtenAt: now,
    },
  });
  return recorded(ctx, block, "minutes.corrected");
}

type What = "minutes.changed" | "minutes.commented" | "minutes.corrected";

async function recorded(
  ctx: Context,
  { id: blockId, meeting, case: caseRecord }: Block,
  type: What,
) {
  const { reference, dataKeyId } = caseRecord;
  await record(ctx, { type, dataKeyId, facts: { reference } });
  return { meetingId: meeting.id, blockId };
}
