import "server-only";

import { can } from "@/lib/access/policy";
import type { AssessmentPurpose } from "@/lib/assessments/labels";
import type { Judgement } from "@/lib/assessments/rules";
import { recordEach } from "@/lib/audit/record";
import { dayOf, formatInstant, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { findingFacts, toFoundByOrganisation } from "@/lib/information/findings/queries";
import { findingText } from "@/lib/information/findings/rules";
import type { ItemKind as InformationKind } from "@/lib/information/labels";
import { ageOf, nameOf } from "@/lib/people/rules";
import { layOutAgenda } from "../agenda/rules";
import { listInvitations } from "../invitations/queries";
import type { Outcome } from "../labels";
import { listDeconflictions, openActions } from "../matters/queries";
import { getMeeting } from "../meetings/queries";
import { paperFacts, toPaper } from "../papers/queries";
import { listItems, type PanelItem } from "../queries";
import { type PackAction, type PackItem, toBlocks } from "./rules";

const actionFacts = {
  title: true,
  dueOn: true,
  ownerOrganisation: { select: { name: true } },
} as const;
type FoundAction = { title: string; dueOn: Date; ownerOrganisation: { name: string } };
const toAction = ({ title, dueOn, ownerOrganisation }: FoundAction): PackAction => ({
  ...{ title, organisation: ownerOrganisation.name, dueOn: fromDateColumn(dueOn) },
});

/** What a pack says of its cases, in one read. */
const listContents = (
  { tx }: Context,
  { meetingId, caseIds }: { meetingId: string; caseIds: string[] },
) =>
  tx.case.findMany({
    where: { id: { in: caseIds } },
    select: {
      id: true,
      panelPapers: {
        where: { meetingId, withdrawnAt: null },
        orderBy: { addedAt: "asc" },
        select: paperFacts,
      },
      informationItems: {
        orderBy: [{ datedOn: "desc" }, { id: "desc" }],
        take: 50,
        select: {
          ...{ kind: true, source: true, datedOn: true, supplier: { select: { name: true } } },
          ...findingFacts,
        },
      },
      assessments: {
        where: { status: { not: "draft" } },
        orderBy: { number: "desc" },
        take: 1,
        select: { number: true, purpose: true, judgement: true },
      },
      supportPlans: {
        orderBy: { number: "desc" },
        take: 1,
        select: {
          ...{ objective: true, nature: true, provider: true, delivery: true },
          exitCriteria: true,
        },
      },
      panelDecisions: {
        orderBy: { decidedAt: "desc" },
        take: 3,
        select: { outcome: true, decidedAt: true, reasons: true },
      },
      actions: { where: openActions, orderBy: { dueOn: "asc" }, take: 30, select: actionFacts },
    },
  });

/** Whose pack an item belongs in: of the panel, those at the item itself (IS-18). */
const isFor = ({ actor }: Context, { attendees }: PanelItem): boolean =>
  actor.role === "coordinator" ||
  actor.role === "chair" ||
  attendees.some(({ hatId }) => hatId === actor.hatId);

/** The pack of one meeting for one reader: what they may see and nothing else. Each case on it is on its log. */
async function readPack(ctx: Context, meetingId: string, type: "pack.viewed" | "pack.exported") {
  const { actor, tx, now } = ctx;
  const meeting = await getMeeting(ctx, meetingId);
  const isInvitee = actor.role === "invitee";
  const items = isInvitee
    ? []
    : (await listItems(ctx, meetingId)).filter((item) => isFor(ctx, item));
  const caseIds = items.map((item) => item.case.id);
  const contents = isInvitee ? [] : await listContents(ctx, { meetingId, caseIds });
  const deconflictionOf = await listDeconflictions(ctx, caseIds);
  const invitedTo = isInvitee ? await listInvitations(ctx, meetingId) : [];
  const reader = await tx.user.findUniqueOrThrow({
    where: { id: actor.userId },
    select: { name: true },
  });

  const slots = layOutAgenda(meeting.startsAt, items).parts.flatMap((part) => part.items);
  const me = meeting.members.find(({ hatId }) => hatId === actor.hatId);
  const packed = slots.map((item): PackItem => {
    const { case: onCase, attendees } = item;
    const content = contents.find(({ id }) => id === onCase.id);
    const [assessment] = can(actor, "assessment:read", onCase.parties)
      ? (content?.assessments ?? [])
      : [];
    const [plan] = can(actor, "support:read", onCase.parties) ? (content?.supportPlans ?? []) : [];
    const called = attendees.find(({ hatId }) => hatId === actor.hatId)?.calledFor;
    return {
      ...{ id: item.id, kind: item.kind, minutes: item.minutes, residentForce: item.residentForce },
      ...{ reference: onCase.reference, status: onCase.status, defers: onCase.defers },
      startsAt: (me?.oneItem && called) || item.startsAt,
      name: nameOf(onCase.person),
      age: ageOf(onCase.person, meeting.heldOn),
      deconfliction: deconflictionOf(onCase.id),
      assessment: assessment
        ? {
            number: assessment.number,
            purpose: assessment.purpose as AssessmentPurpose,
            blocks: assessment.judgement as Judgement,
          }
        : null,
      plan: plan ?? null,
      information: (content?.informationItems ?? []).map((one) => ({
        ...{ kind: one.kind as InformationKind, source: one.source, from: one.supplier.name },
        datedOn: fromDateColumn(one.datedOn),
        finding: findingText(toFoundByOrganisation(one)), // IS-10
      })),
      papers: (content?.panelPapers ?? []).flatMap((paper) =>
        toPaper(paper, {
          heldOn: meeting.heldOn,
          papersCloseDays: onCase.area.papersCloseDays,
        }),
      ),
      decisions: (content?.panelDecisions ?? []).map(({ outcome, decidedAt, reasons }) => ({
        ...{ outcome: outcome as Outcome, decidedOn: dayOf(decidedAt), reasons },
      })),
      actions: (content?.actions ?? []).map(toAction),
    };
  });
  await recordEach(ctx, [
    { type, facts: { meetingId, items: packed.length + invitedTo.length } },
    ...items.map(({ case: { reference, dataKeyId } }) => ({
      ...{ type: "case.viewed" as const, dataKeyId, facts: { reference, page: "pack" } },
    })),
  ]);
  const { title, heldOn, startsAt, place, status } = meeting;
  return {
    meeting: { id: meetingId, title, heldOn, status },
    blocks: toBlocks({ title, heldOn, startsAt, place, items: packed, invitedTo }),
    watermark: `${reader.name}, ${formatInstant(now)}`,
    createdAt: now,
  };
}

export const viewPack = (ctx: Context, meetingId: string) =>
  readPack(ctx, meetingId, "pack.viewed");

export const exportPack = (ctx: Context, meetingId: string) =>
  readPack(ctx, meetingId, "pack.exported");
