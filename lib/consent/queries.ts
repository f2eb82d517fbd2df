import "server-only";

import { can } from "@/lib/access/policy";
import { record } from "@/lib/audit/record";
import { type CaseRecord, getCase, getCaseById } from "@/lib/cases/queries";
import { dayOf, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { isChildRecord } from "@/lib/people/rules";
import type { ConsentAuthority, ConsentState } from "./labels";
import { type Consent, isValid, lapseDue, nextStates, scopeChanged, whoMustConsent } from "./rules";

type Details = Partial<{
  authority: ConsentAuthority;
  capacity: string;
  supportTypes: string[];
  organisationIds: string[];
}> &
  Record<string, unknown>;

/** The ledger of a case, newest first. The first entry is where consent stands. */
export async function listConsents({ tx }: Context, caseId: string) {
  const found = await tx.consent.findMany({
    where: { caseId },
    orderBy: { number: "desc" },
    take: 50,
    select: {
      id: true,
      number: true,
      state: true,
      onDay: true,
      details: true,
      recordedAt: true,
      recordedByHat: { select: { user: { select: { name: true } } } },
    },
  });
  return found.map(({ details, ...entry }) => ({
    ...entry,
    state: entry.state as ConsentState,
    onDay: fromDateColumn(entry.onDay),
    details: details as Details,
  }));
}
export type ConsentEntry = Awaited<ReturnType<typeof listConsents>>[number];

/** Where consent stands, and whether it counts today (C-01, C-02). */
function standing(ctx: Context, { person }: CaseRecord, ledger: ConsentEntry[]) {
  const today = dayOf(ctx.now);
  const latest = ledger[0];
  const consent: Consent = {
    state: latest?.state ?? "not_sought",
    authority: latest?.details.authority ?? null,
    givenOn: latest?.state === "given" ? latest.onDay : null,
  };
  const about = {
    dateOfBirth: person.dateOfBirth,
    isChild: isChildRecord(person, today),
    lacksCapacity: latest?.details.capacity === "assessed_lacks_capacity",
  };
  return {
    ...consent,
    number: latest?.number ?? 0,
    isValid: isValid(consent, about, today),
    lapseDue: lapseDue(consent, about, today),
    whoMust: whoMustConsent(about, today),
    isChild: about.isChild,
  };
}

/** A case and where consent stands on it, for somebody who may record it. */
export async function getConsentToRecord(ctx: Context, caseId: string) {
  const caseRecord = await getCaseById(ctx, caseId, "consent:record");
  const ledger = await listConsents(ctx, caseId);
  return { case: caseRecord, consent: standing(ctx, caseRecord, ledger), ledger };
}

/** The support that is planned, to compare with what was agreed to. */
async function plannedSupport({ tx }: Context, caseId: string) {
  const actions = await tx.action.findMany({
    where: { caseId, kind: "support", status: { not: "cancelled" } },
    select: { supportType: true, ownerOrganisationId: true },
  });
  return {
    count: actions.length,
    types: actions.flatMap(({ supportType }) => supportType ?? []),
    organisationIds: actions.map(({ ownerOrganisationId }) => ownerOrganisationId),
  };
}

/** Consent on a case: where it stands, what can be recorded next, and how it came so. */
export async function viewConsent(ctx: Context, reference: string) {
  const { actor } = ctx;
  const caseRecord = await getCase(ctx, reference, "consent:read");
  const { id: caseId, status, dataKeyId, isPaused, parties } = caseRecord;
  const ledger = await listConsents(ctx, caseId);
  const consent = standing(ctx, caseRecord, ledger);
  const planned = await plannedSupport(ctx, caseId);
  const agreed = ledger[0]?.details;
  const isBeyond =
    consent.state === "given" &&
    scopeChanged(
      { types: agreed?.supportTypes ?? [], organisationIds: agreed?.organisationIds ?? [] },
      planned,
    );

  const mayRecord = can(actor, "consent:record", parties) && !isPaused;
  const next = nextStates[consent.state];
  const isPending = status === "consent_pending";
  const isRunning = status === "in_support";
  const isNo = consent.state === "refused" || consent.state === "withdrawn";
  await record(ctx, { type: "case.viewed", dataKeyId, facts: { reference, page: "consent" } });
  return {
    caseId,
    reference,
    status,
    ledger,
    consent,
    isBeyond,
    may: {
      seek: mayRecord && isPending && next.includes("sought"),
      give: mayRecord && isPending && next.includes("given"),
      refuse: mayRecord && isPending && next.includes("refused"),
      withdraw: mayRecord && (isPending || isRunning) && next.includes("withdrawn"),
      lapse: mayRecord && isRunning && next.includes("lapsed") && actor.role === "coordinator",
      start: mayRecord && isPending && consent.isValid && planned.count > 0,
      end: can(actor, "case:close", parties) && (isPending || isRunning) && isNo,
    },
    needsAction: isPending && consent.isValid && planned.count === 0,
  };
}

/** Who could take part in the support, for whoever records consent, or closes the case without it. */
export async function getConsentChoices(
  ctx: Context,
  reference: string,
  permission: "consent:record" | "case:close" = "consent:record",
) {
  const caseRecord = await getCase(ctx, reference, permission);
  const ledger = await listConsents(ctx, caseRecord.id);
  const organisations = await ctx.tx.organisation.findMany({
    where: { organisationAreas: { some: { areaId: caseRecord.areaId } } },
    orderBy: { name: "asc" },
    select: { id: true, name: true },
  });
  return {
    caseId: caseRecord.id,
    reference,
    organisations,
    consent: standing(ctx, caseRecord, ledger),
  };
}
