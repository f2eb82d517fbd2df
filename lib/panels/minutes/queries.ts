import "server-only";

import { authorize, can, mayEver, type Permission } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { caseFacts, toCaseRecord } from "@/lib/cases/queries";
import { getDataKey } from "@/lib/crypto/queries";
import { type DataKey, open } from "@/lib/crypto/vault";
import { type Day, dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import { anId } from "@/lib/schema";
import type { ItemKind, Seat } from "../labels";
import { getMeeting } from "../meetings/queries";
import { panelActionFacts, servedBy, toPanelAction } from "../queries";
import { inAgendaOrder } from "../sitting/rules";
import type { ExportPurpose, RedactionLayer } from "./labels";
import { layersFor, redact, withoutWords } from "./rules";

export const blockPlace = (itemId: string): string => `minute_blocks.sealed_body.${itemId}`;
export const commentPlace = (id: string): string => `minute_comments.sealed_body.${id}`;
export const addendumPlace = (id: string): string => `minute_addenda.sealed_body.${id}`;

const blockFacts = {
  id: true,
  itemId: true,
  sealedBody: true,
  version: true,
  editedAt: true,
  signedAt: true,
  addenda: {
    orderBy: { writtenAt: "asc" },
    select: { id: true, sealedBody: true, writtenAt: true },
  },
} satisfies Prisma.MinuteBlockSelect;
type FoundBlock = Prisma.MinuteBlockGetPayload<{ select: typeof blockFacts }>;

const opened = (key: DataKey, place: string, sealed: Uint8Array) =>
  open(key, place, sealed).toString();

function toBlock({ sealedBody, addenda, ...block }: FoundBlock, key: DataKey) {
  return {
    ...block,
    body: opened(key, blockPlace(block.itemId), sealedBody),
    addenda: addenda.map(({ id, sealedBody: sealed, writtenAt }) => ({
      id,
      body: opened(key, addendumPlace(id), sealed),
      writtenAt,
    })),
  };
}

const commentFacts = {
  orderBy: { writtenAt: "asc" },
  select: {
    id: true,
    sealedBody: true,
    writtenAt: true,
    organisation: { select: { name: true } },
  },
} satisfies Prisma.MinuteBlock$commentsArgs;

type FoundComment = Prisma.MinuteCommentGetPayload<typeof commentFacts>;
const toComment = ({ id, sealedBody, ...comment }: FoundComment, key: DataKey) => ({
  id,
  ...comment,
  body: opened(key, commentPlace(id), sealedBody),
});

/** The minutes of a case over time, newest first, for whoever may read what the panel did with it (M-01). */
export async function listCaseMinutes(ctx: Context, caseId: string, dataKeyId: string) {
  const found = await ctx.tx.minuteBlock.findMany({
    where: { caseId },
    orderBy: { editedAt: "desc" },
    take: 50,
    select: blockFacts,
  });
  if (found.length === 0) return [];
  const key = await getDataKey(ctx, dataKeyId);
  return found.map((block) => {
    const { body, addenda, ...rest } = toBlock(block, key);
    const plain = addenda.map((one) => ({ ...one, body: redact(one.body, []) }));
    return { ...rest, body: redact(body, []), addenda: plain };
  });
}

type AttendedBy = { organisation: string; seats: Seat[]; isPresent: boolean }[];

async function findMinutes({ tx }: Context, meetingId: string) {
  const found = await tx.minutes.findUnique({
    where: { meetingId },
    select: {
      attendance: true,
      dueOn: true,
      draftedAt: true,
      signedAt: true,
      signedByHat: {
        select: { user: { select: { name: true } }, organisation: { select: { name: true } } },
      },
    },
  });
  return (
    found && {
      ...found,
      attendance: found.attendance as AttendedBy,
      dueOn: fromDateColumn(found.dueOn),
    }
  );
}

type MinutesPermission = "minutes:read" | "minutes:sign" | "meeting:build";

/** A meeting with its minutes, for somebody who may do this with them. */
export async function getMinuted(ctx: Context, meetingId: string, permission: MinutesPermission) {
  const meeting = await getMeeting(ctx, meetingId, permission);
  return { ...meeting, minutes: await findMinutes(ctx, meetingId) };
}

/** The minutes of a meeting, with the part of them that this reader may know. The view is recorded. */
export async function viewMinutes(ctx: Context, meetingId: string) {
  const meeting = await getMinuted(ctx, meetingId, "minutes:read");
  if (meeting.status !== "closed") throw new NotFound("minutes", meetingId);
  const { tx, actor } = ctx;
  const found = await tx.panelItem.findMany({
    where: { meetingId },
    select: {
      id: true,
      kind: true,
      position: true,
      minutes: true,
      case: { select: { reference: true, dataKeyId: true } },
      minuteBlock: { select: { ...blockFacts, comments: commentFacts } },
    },
  });
  const items = inAgendaOrder(found.map((item) => ({ ...item, kind: item.kind as ItemKind })));
  const ids = items.map(({ case: { dataKeyId } }) => dataKeyId);
  const keys = await tx.dataKey.findMany({
    where: { id: { in: ids }, wrapped: { not: null } },
    select: { id: true, wrapped: true },
  });
  const actions = await tx.action.findMany({
    where: { meetingId, kind: "panel" },
    orderBy: { dueOn: "asc" },
    take: 200,
    select: { ...panelActionFacts, case: { select: { reference: true } } },
  });
  await record(ctx, { type: "minutes.viewed", facts: { meetingId, items: items.length } });
  const blocks = items.flatMap(({ kind, case: { reference, dataKeyId }, minuteBlock: block }) => {
    const key = keys.find(({ id }) => id === dataKeyId);
    if (!block || !key?.wrapped) return [];
    const known = { id: key.id, wrapped: key.wrapped };
    const comments = block.comments.map((comment) => toComment(comment, known));
    return [{ ...toBlock(block, known), reference, kind, comments }];
  });
  return {
    ...meeting,
    blocks,
    unwritten: items.filter(({ minuteBlock }) => minuteBlock === null).length,
    unsigned: blocks.filter(({ signedAt }) => signedAt === null).length,
    actions: actions.map(({ case: onIt, ...action }) => ({
      ...toPanelAction(action),
      reference: onIt?.reference ?? null,
    })),
    mayWrite: mayEver(actor, "minutes:write"),
    maySign: mayEver(actor, "minutes:sign"),
    today: dayOf(ctx.now),
  };
}
export type MinutesView = Awaited<ReturnType<typeof viewMinutes>>;

/** The block of one case, for somebody who may do this with it. */
export async function getBlock(ctx: Context, blockId: string, permission: Permission) {
  const { actor, tx } = ctx;
  if (!anId().safeParse(blockId).success) throw new NotFound("minute block", blockId);
  const found = await tx.minuteBlock.findFirst({
    where: { id: blockId, meeting: servedBy(actor.areaId) },
    select: {
      ...blockFacts,
      comments: commentFacts,
      item: {
        select: {
          kind: true,
          panelAttendees: {
            select: {
              hatId: true,
              user: { select: { name: true } },
              organisation: { select: { name: true } },
            },
          },
        },
      },
      meeting: { select: { id: true, title: true, heldOn: true } },
      case: { select: caseFacts(actor) },
    },
  });
  if (!found) throw new NotFound("minute block", blockId);
  const { item, meeting, comments, case: foundCase, ...block } = found;
  const caseRecord = toCaseRecord(foundCase);
  authorize(actor, permission, caseRecord.parties);
  const key = await getDataKey(ctx, caseRecord.dataKeyId);
  return {
    ...toBlock(block, key),
    key,
    kind: item.kind as ItemKind,
    isInvited: item.panelAttendees.some(({ hatId }) => hatId === actor.hatId),
    people: item.panelAttendees.map(({ user, organisation }) => ({
      name: user.name,
      organisation: organisation.name,
    })),
    meeting: { ...meeting, heldOn: fromDateColumn(meeting.heldOn) as Day },
    case: caseRecord,
    comments: comments.map((comment) => toComment(comment, key)),
  };
}
export type Block = Awaited<ReturnType<typeof getBlock>>;

/** One block and what this reader may do with it. The view is recorded. */
export async function viewBlock(ctx: Context, blockId: string) {
  const { key: _, people: __, isInvited, ...block } = await getBlock(ctx, blockId, "panel:read");
  const { reference, dataKeyId, parties } = block.case;
  const isDraft = block.signedAt === null;
  const may = {
    change: isDraft && can(ctx.actor, "minutes:write", parties),
    comment: isDraft && isInvited && can(ctx.actor, "minutes:comment", parties),
    correct: !isDraft && can(ctx.actor, "decision:record", parties),
    take: can(ctx.actor, "minutes:export", parties),
  };
  if (!mayEver(ctx.actor, "minutes:read")) throw new Forbidden("minutes:read");
  await record(ctx, { type: "case.viewed", dataKeyId, facts: { reference, page: "minutes" } });
  return { ...block, reference, may };
}

/** Before a copy is made: what it would be of. */
export async function getBlockToExport(ctx: Context, blockId: string) {
  const { meeting, case: caseRecord, signedAt } = await getBlock(ctx, blockId, "minutes:export");
  return { meeting, reference: caseRecord.reference, signedAt };
}

type Asked = { purpose: ExportPurpose; without: readonly RedactionLayer[] };

/** M-06: a copy for somebody outside the panel. What was taken out and why it was made is on the case's log. */
export async function exportBlock(ctx: Context, blockId: string, { purpose, without }: Asked) {
  const block = await getBlock(ctx, blockId, "minutes:export");
  const { reference, dataKeyId, referralId } = block.case;
  const layers = layersFor(purpose, without);
  const words = layers.includes("referrer") ? await referrerWords(ctx, block, referralId) : [];
  const clean = (body: string) => withoutWords(redact(body, layers), words);
  const exporter = await ctx.tx.hat.findUniqueOrThrow({
    where: { id: ctx.actor.hatId },
    select: { user: { select: { name: true } }, organisation: { select: { name: true } } },
  });
  const facts = { reference, purpose, without: layers };
  await record(ctx, { type: "minutes.exported", dataKeyId, facts });
  return {
    reference,
    purpose,
    layers,
    meeting: block.meeting,
    kind: block.kind,
    signedAt: block.signedAt,
    body: clean(block.body),
    addenda: block.addenda.map((one) => ({ ...one, body: clean(one.body) })),
    takenBy: `${exporter.user.name}, ${exporter.organisation.name}`,
    takenAt: ctx.now,
  };
}

/**
 * By what a reader of the copy would know who made the referral (IS-07): their name, and with their organisation
 * every other one, since the only one that is missing from a list of those in the room would tell as much.
 */
async function referrerWords(
  { tx }: Context,
  { case: { id: caseId, areaId }, people }: Block,
  referralId: string,
) {
  const organisations = await tx.organisation.findMany({
    where: {
      OR: [{ organisationAreas: { some: { areaId } } }, { informationItems: { some: { caseId } } }],
    },
    select: { name: true },
  });
  const referral = await tx.referral.findUnique({
    where: { id: referralId },
    select: { author: { select: { name: true } }, organisation: { select: { name: true } } },
  });
  return [
    ...organisations.map(({ name }) => name),
    ...people.map(({ organisation }) => organisation),
    ...(referral ? [referral.author.name, referral.organisation.name] : []),
  ];
}

/** Before they are signed: how much that would be. */
export async function viewMinutesToSign(ctx: Context, meetingId: string) {
  const { title, heldOn, minutes } = await getMinuted(ctx, meetingId, "minutes:sign");
  if (!minutes) throw new NotFound("minutes", meetingId);
  const blocks = await ctx.tx.minuteBlock.findMany({
    where: { meetingId },
    select: { signedAt: true },
  });
  const unsigned = blocks.filter(({ signedAt }) => signedAt === null).length;
  return { title, heldOn, blocks: blocks.length, unsigned };
}
