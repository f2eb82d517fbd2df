import "server-only";

import { can } from "@/lib/access/policy";
import { listOrganisations } from "@/lib/agencies/queries";
import { record } from "@/lib/audit/record";
import type { CaseStatus } from "@/lib/cases/labels";
import { type CaseRecord, getCase, getCaseById } from "@/lib/cases/queries";
import { type Day, dayOf, fromDateColumn } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { isChildRecord } from "@/lib/people/rules";
import { listForms } from "./forms/queries";
import type { ConsentAuthority, ConsentState } from "./labels";
import { reassessmentFacts, toReassessment } from "./refusals/queries";
import {
  type Consent,
  isValid,
  lapseDue,
  nextStates,
  standingOf,
  strandsOf,
  uncovered,
  whoMustConsent,
} from "./rules";
import { signedFacts, toSignedForm } from "./signed/queries";

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
      strand: true,
      state: true,
      onDay: true,
      details: true,
      recordedAt: true,
      recordedByHat: { select: { user: { select: { name: true } } } },
      documents: signedFacts,
    },
  });
  return found.map(({ details, documents, ...entry }) => ({
    ...entry,
    signed: documents.map(toSignedForm),
    state: entry.state as ConsentState,
    onDay: fromDateColumn(entry.onDay),
    details: details as Details,
  }));
}
export type ConsentEntry = Awaited<ReturnType<typeof listConsents>>[number];

/** One consent of the case, and whether it counts today (C-01, C-02). */
function toStrand({ person }: CaseRecord, entry: ConsentEntry, today: Day) {
  const { strand, number, state, details, onDay } = entry;
  const consent: Consent = {
    state,
    authority: details.authority ?? null,
    givenOn: state === "given" ? onDay : null,
  };
  const about = {
    dateOfBirth: person.dateOfBirth,
    isChild: isChildRecord(person, today),
    lacksCapacity: details.capacity === "assessed_lacks_capacity",
  };
  return {
    ...consent,
    id: entry.id,
    strand,
    number,
    scope: { types: details.supportTypes ?? [], organisationIds: details.organisationIds ?? [] },
    lacksCapacity: about.lacksCapacity,
    isValid: isValid(consent, about, today),
    lapseDue: lapseDue(consent, about, today),
  };
}
export type Strand = ReturnType<typeof toStrand>;

/** Where consent stands on the case as a whole, and each consent by itself. */
function standing(ctx: Context, caseRecord: CaseRecord, ledger: ConsentEntry[]) {
  const { person } = caseRecord;
  const today = dayOf(ctx.now);
  const strands = strandsOf(ledger).map((entry) => toStrand(caseRecord, entry, today));
  const about = {
    dateOfBirth: person.dateOfBirth,
    isChild: isChildRecord(person, today),
    lacksCapacity: strands[0]?.lacksCapacity,
  };
  return {
    state: standingOf(strands),
    number: ledger[0]?.number ?? 0,
    strands,
    isValid: strands.some((one) => one.isValid),
    whoMust: whoMustConsent(about, today),
    isChild: about.isChild,
  };
}

/** A case and where consent stands on it, for somebody who may record it. */
export async function getConsentToRecord(
  ctx: Context,
  caseId: string,
  permission: "consent:record" | "consent:withdraw" = "consent:record",
) {
  const caseRecord = await getCaseById(ctx, caseId, permission);
  const ledger = await listConsents(ctx, caseId);
  return { case: caseRecord, consent: standing(ctx, caseRecord, ledger), ledger };
}

/** The support that is planned, to compare with what was agreed to; and what was looked at again after a no. */
async function besideConsent({ tx }: Context, caseId: string) {
  const { actions, reassessments } = await tx.case.findUniqueOrThrow({
    where: { id: caseId },
    select: {
      actions: {
        where: { kind: "support", status: { in: ["not_started", "in_progress"] } },
        select: { title: true, supportType: true, ownerOrganisationId: true },
      },
      reassessments: reassessmentFacts,
    },
  });
  return {
    planned: actions.map(({ title, supportType, ownerOrganisationId }) => ({
      title,
      type: supportType,
      organisationId: ownerOrganisationId,
    })),
    reassessments: reassessments.map(toReassessment),
  };
}

type Stage = { status: CaseStatus; isPaused: boolean };

/** What may be recorded next of one consent, at this stage of the case. A pause stops all but a withdrawal (C-07). */
function nextOf(
  { state }: Pick<Strand, "state">,
  { status, isPaused }: Stage,
  isCoordinator: boolean,
) {
  const next = nextStates[state];
  const isOpen = status === "consent_pending" || status === "in_support";
  if (isPaused) return { ...nothing, withdraw: isOpen && next.includes("withdrawn") };
  return {
    seek: isOpen && next.includes("sought"),
    give: isOpen && next.includes("given"),
    refuse: isOpen && next.includes("refused"),
    withdraw: isOpen && next.includes("withdrawn"),
    lapse: status === "in_support" && next.includes("lapsed") && isCoordinator,
  };
}
const nothing = { seek: false, give: false, refuse: false, withdraw: false, lapse: false };

/** Consent on a case: where it stands, what can be recorded next, and how it came so. */
export async function viewConsent(ctx: Context, reference: string) {
  const { actor } = ctx;
  const caseRecord = await getCase(ctx, reference, "consent:read");
  const { id: caseId, status, dataKeyId, isPaused, parties } = caseRecord;
  const ledger = await listConsents(ctx, caseId);
  const { strands, ...consent } = standing(ctx, caseRecord, ledger);
  const { planned, reassessments } = await besideConsent(ctx, caseId);
  const live = strands.filter(({ state }) => state === "given");
  const organisationIds = [...new Set(strands.flatMap(({ scope }) => scope.organisationIds))];
  const organisations = await ctx.tx.organisation.findMany({
    where: { id: { in: organisationIds } },
    select: { id: true, name: true },
  });
  const isRecorder = can(actor, "consent:record", parties);
  const mayRecord = isRecorder && !isPaused;
  const forms = isRecorder ? await listForms(ctx, caseId) : [];

  const isPending = status === "consent_pending";
  const isRunning = status === "in_support";
  const isNo = consent.state === "refused" || consent.state === "withdrawn";
  const isCoordinator = actor.role === "coordinator";
  const mayClose = can(actor, "case:close", parties);
  await record(ctx, { type: "case.viewed", dataKeyId, facts: { reference, page: "consent" } });
  return {
    caseId,
    areaId: caseRecord.areaId,
    reference,
    status,
    ledger,
    consent,
    today: dayOf(ctx.now),
    strands: strands.map((one) => ({
      ...one,
      organisations: organisations
        .filter(({ id }) => one.scope.organisationIds.includes(id))
        .map(({ name }) => name),
      signed:
        ledger.find(({ strand, state }) => strand === one.strand && state === "given")?.signed ??
        [],
      mayAttach: isRecorder && one.state === "given",
      may: isRecorder ? nextOf(one, caseRecord, isCoordinator) : nothing,
    })),
    beyond:
      live.length > 0
        ? uncovered(
            live.map(({ scope }) => scope),
            planned,
          )
        : [],
    forms,
    reassessments,
    may: {
      record: mayRecord,
      seek:
        mayRecord && (isPending || isRunning) && strands.every(({ state }) => state === "given"),
      start: mayRecord && isPending && consent.isValid && planned.length > 0,
      end: mayClose && (isPending || isRunning) && isNo,
      reassess: mayClose,
    },
    needsAction: isPending && consent.isValid && planned.length === 0,
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
  const organisations = await listOrganisations(ctx, [caseRecord.areaId]);
  return {
    caseId: caseRecord.id,
    reference,
    organisations,
    consent: standing(ctx, caseRecord, ledger),
  };
}
