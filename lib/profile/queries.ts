import "server-only";

import { authorize, can, mayEver, type Parties, type Permission } from "@/lib/access/policy";
import { listOrganisations } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Prisma } from "@/lib/db/generated/client";
import type { Context } from "@/lib/db/with-actor";
import { Forbidden, NotFound } from "@/lib/errors";
import { listCoverage } from "@/lib/plans/queries";
import type { EditionKind, EditionStatus } from "@/lib/profile/labels";
import { listActionsOfEdition } from "@/lib/profile/recommendations/queries";
import { recommendationState } from "@/lib/profile/rules";

const editionFacts = {
  id: true,
  areaId: true,
  partnershipId: true,
  reference: true,
  kind: true,
  period: true,
  versionLabel: true,
  datedOn: true,
  heldAt: true,
  refreshDueOn: true,
  status: true,
  producedBy: { select: { name: true } },
  partnership: { select: { name: true, partnershipAreas: { select: { areaId: true } } } },
  accessReview: { select: { reviewedAt: true, kept: true, ended: true, reasons: true } },
} satisfies Prisma.ProfileEditionSelect;

type Found = Prisma.ProfileEditionGetPayload<{ select: typeof editionFacts }>;

/** An edition as the rest of the code knows it: facts about the profile, and never the profile (CT-01). */
function toEdition({ partnership, producedBy, datedOn, refreshDueOn, ...found }: Found) {
  const planAreaIds = partnership?.partnershipAreas.map(({ areaId }) => areaId) ?? [found.areaId];
  return {
    ...found,
    kind: found.kind as EditionKind,
    status: found.status as EditionStatus,
    producedBy: producedBy.name,
    covers: partnership?.name ?? null,
    datedDay: fromDateColumn(datedOn),
    refreshDay: fromDateColumn(refreshDueOn),
    accessReviewedAt: found.accessReview?.reviewedAt ?? null,
    parties: { areaId: found.areaId, planAreaIds } as Parties,
  };
}
export type Edition = ReturnType<typeof toEdition>;

/** Every edition that this reader may know of, newest first, with who may read the profile. */
export async function viewProfile(ctx: Context) {
  const { actor, tx, now } = ctx;
  if (!mayEver(actor, "profile:read")) throw new Forbidden("profile:read");
  const found = await tx.profileEdition.findMany({
    select: editionFacts,
    orderBy: [{ datedOn: "desc" }, { id: "desc" }],
    take: 100,
  });
  const editions = found
    .map(toEdition)
    .filter(({ parties }) => can(actor, "profile:read", parties));
  const mayReadAccess = can(actor, "profile:access", { areaId: actor.areaId });
  const access = mayReadAccess ? await listAccess(ctx) : [];
  await record(ctx, { type: "profile.viewed", facts: { editions: editions.length } });
  return {
    ...{ editions, access, mayReadAccess },
    today: dayOf(now),
    mayWrite: mayEver(actor, "profile:write"),
  };
}

/** The posts that may read the profile now (CT-03). */
export async function listAccess({ actor, tx }: Context) {
  authorize(actor, "profile:access", { areaId: actor.areaId });
  const found = await tx.profileAccess.findMany({
    where: { areaId: actor.areaId, endedAt: null },
    orderBy: [{ organisation: { name: "asc" } }, { post: "asc" }],
    take: 200,
    select: {
      ...{ id: true, post: true, reason: true, addedAt: true },
      organisation: { select: { name: true } },
    },
  });
  return found.map(({ organisation, ...entry }) => ({ ...entry, organisation: organisation.name }));
}

/** One edition, for somebody who may do this with it. */
export async function getEdition(
  { actor, tx }: Context,
  editionId: string,
  permission: Permission = "profile:read",
): Promise<Edition> {
  const found = await tx.profileEdition.findUnique({
    where: { id: editionId },
    select: editionFacts,
  });
  if (!found) throw new NotFound("edition", editionId);
  const edition = toEdition(found);
  authorize(actor, permission, edition.parties);
  return edition;
}

/** An edition with its summary, its briefings, and what became of each recommendation. */
export async function viewEdition(ctx: Context, editionId: string) {
  const { actor, tx, now } = ctx;
  const edition = await getEdition(ctx, editionId);
  const summaries = await tx.profileSummary.findMany({
    where: { editionId },
    orderBy: { number: "desc" },
    take: 20,
    select: {
      id: true,
      number: true,
      body: true,
      writtenAt: true,
      clearedBy: true,
      clearedOn: true,
    },
  });
  const briefings = await tx.profileBriefing.findMany({
    where: { editionId },
    orderBy: [{ briefedOn: "desc" }, { loggedAt: "desc" }],
    take: 100,
    select: {
      ...{ id: true, audience: true, briefedBy: true, briefedOn: true, people: true },
      handling: true,
    },
  });
  const recommendations = await tx.profileRecommendation.findMany({
    where: { editionId },
    orderBy: { number: "asc" },
    take: 100,
    select: { id: true, number: true, text: true, declinedBecause: true, declinedOn: true },
  });
  const actions = await listActionsOfEdition(ctx, editionId);
  await record(ctx, { type: "profile.viewed", facts: { editionId } });
  return {
    edition,
    summaries: summaries.map(({ clearedOn, ...summary }) => ({
      ...summary,
      clearedDay: clearedOn && fromDateColumn(clearedOn),
    })),
    briefings: briefings.map(({ briefedOn, ...briefing }) => ({
      ...briefing,
      briefedDay: fromDateColumn(briefedOn),
    })),
    recommendations: recommendations.map(({ declinedOn, ...one }) => {
      const answered = {
        actions: actions.filter(({ recommendationId }) => recommendationId === one.id),
        declinedDay: declinedOn && fromDateColumn(declinedOn),
      };
      return { ...one, ...answered, state: recommendationState(answered) };
    }),
    today: dayOf(now),
    mayKeep: can(actor, "profile:write", edition.parties),
    mayWrite: edition.status === "current" && can(actor, "profile:write", edition.parties),
  };
}

/** What the form of a new edition needs: which areas it may be for, and who may have produced it. */
export async function getProfileToWrite(ctx: Context) {
  if (!mayEver(ctx.actor, "profile:write")) throw new Forbidden("profile:write");
  const coverage = await listCoverage(ctx);
  const areaIds = coverage.partnerships.flatMap(({ partnershipAreas }) =>
    partnershipAreas.map(({ areaId }) => areaId),
  );
  const areas = [...new Set([ctx.actor.areaId, ...areaIds])];
  return { ...coverage, organisations: await listOrganisations(ctx, areas) };
}

/** The same for an edition that is there, with the access list as it stands. */
export async function getAccessToReview(ctx: Context, editionId: string) {
  const edition = await getEdition(ctx, editionId, "profile:write");
  return { edition, access: await listAccess(ctx) };
}
