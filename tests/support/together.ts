import { randomUUID } from "node:crypto";

import type { z } from "zod";

import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { changeNeed, addNeed as noteNeed } from "@/lib/cases/needs/commands";
import { changeNeedSchema, addNeedSchema as noteNeedSchema } from "@/lib/cases/needs/schema";
import { pauseCase, resumeCase } from "@/lib/cases/pauses/commands";
import { pauseCaseSchema, resumeCaseSchema } from "@/lib/cases/pauses/schema";
import { giveConsent, refuseConsent, seekConsent, withdrawConsent } from "@/lib/consent/commands";
import { lapseConsent } from "@/lib/consent/lapses/commands";
import {
  giveConsentSchema,
  lapseConsentSchema,
  refuseConsentSchema,
  seekConsentSchema,
  startSupportSchema,
  withdrawConsentSchema,
} from "@/lib/consent/schema";
import { startSupport } from "@/lib/consent/start/commands";
import { addDays, dayOf } from "@/lib/dates";
import type { Context } from "@/lib/db/with-actor";
import { readForm } from "@/lib/form-state";
import { recordItem } from "@/lib/information/items/commands";
import { recordItemSchema } from "@/lib/information/schema";
import { attempt } from "@/lib/request/attempt";
import { once } from "@/lib/request/once";
import { addSupportAction, recordContact, writePlan } from "@/lib/support/commands";
import { contactSchema, supportActionSchema, supportPlanSchema } from "@/lib/support/schema";
import { holdSession, planSession, raiseConcern } from "@/lib/support/sessions/commands";
import {
  holdSessionSchema,
  planSessionSchema,
  raiseConcernSchema,
} from "@/lib/support/sessions/schema";
import { extendAction, updateAction } from "@/lib/tracker/commands";
import { extendActionSchema, updateActionSchema } from "@/lib/tracker/schema";
import { owner } from "./owner";

/** Everything that people who share a case may do to it while support is asked for and given. */

type Fields = Record<string, unknown>;
type Command = (ctx: Context, input: never) => Promise<unknown>;
type Choose = <T>(from: readonly T[]) => T | undefined;

export type Operation = {
  /** The roles whose form this is. Others may forge it. */
  by: readonly Role[];
  /** What it leaves on the log, once. */
  type: string;
  schema: z.ZodType;
  command: Command;
  /** The row it changes, with the version it has read: two may not both change it from there. */
  reads?: string;
  fields: Fields;
};

const runners: Role[] = ["coordinator", "chair"];
const team: Role[] = ["coordinator"];
const mentor: Role[] = ["provider"];
const mentored: Role[] = [...team, ...mentor];
const anybody: Role[] = [...runners, ...mentor];
const gateway: Role[] = ["gateway_officer"];

const text = "As it was put by whoever was there, in these words and no others.";

export type Shared = { id: string; people: { provider: Actor; chair: Actor } };

/** The forms that could be sent now, as somebody would see them who has just loaded their pages. */
export async function formsFor({ id: caseId, people }: Shared, choose: Choose) {
  const today = dayOf(new Date());
  const { organisationId, hatId } = people.provider;
  const where = { caseId };
  const { version: caseVersion, pausedSince } = await owner.case.findUniqueOrThrow({
    where: { id: caseId },
    select: { version: true, pausedSince: true },
  });

  const version = await owner.consent.count({ where });
  const planVersion = await owner.supportPlan.count({ where });
  const action = choose(await owner.action.findMany({ where, orderBy: { id: "asc" } }));
  const session = choose(await owner.supportSession.findMany({ where, orderBy: { id: "asc" } }));
  const need = choose(await owner.needEntry.findMany({ where, orderBy: { id: "asc" } }));

  const on = (
    by: readonly Role[],
    type: string,
    schema: z.ZodType,
    command: Command,
    fields: Fields,
    reads = "",
  ) => ({
    ...{ by, type, schema, command, fields },
    ...(reads && { reads }),
  });
  const strand = choose([1, 1, 2]); // the first consent, or another beside it
  const ledger = { caseId, version, ...(version > 0 && { strand }) };
  const said = { words: text, source: "The tutor", asOf: today, need: "bullying" };
  const item = {
    ...{ kind: "fact", text, source: "The tutor", asOf: today, reliability: "reliable" },
    ...{ corroboration: "uncorroborated", necessity: text, audience: "all_partners" },
    ...{ namedOrganisationIds: [], lawfulBasis: "safeguarding" },
  };
  const plan = {
    ...{ consentAsked: text, nature: text, provider: "A mentor", delivery: text },
    ...{ objective: text, safeguardingContact: "The college", exitCriteria: text },
  };
  const consent = {
    ...{ givenOn: today, authority: "parent", givenBy: "The mother", relationship: "Mother" },
    ...{ childAgreement: "agrees", capacity: "no_doubt", explainedBy: "Cora", language: "English" },
    ...{ leafletVersion: "3", supportTypes: ["mentoring"], method: "signed" },
    ...{ organisationIds: [organisationId], toldOfSharing: "yes" },
    ...{ toldOfWithdrawal: "yes", toldOfComplaints: "yes" },
  };
  const support = {
    ...{ supportType: "mentoring", title: text, measure: text, funding: "home_office" },
    ...{ ownerOrganisationId: organisationId, ownerHatId: hatId, startsOn: today, dueOn: today },
  };
  const read = (name: string, row: { id: string; version: number }) =>
    `${name} ${row.id} ${row.version}`;
  const status = choose(["not_started", "in_progress", "in_progress", "done", "cancelled"]);

  const forms: (Operation | null | undefined)[] = [
    on(
      runners,
      "consent.recorded",
      seekConsentSchema,
      seekConsent,
      {
        ...{ ...ledger, soughtOn: today, askedBy: "Cora", askedOf: "The parents" },
      },
      `consent ${caseId} ${version}`,
    ),
    on(
      runners,
      "consent.recorded",
      giveConsentSchema,
      giveConsent,
      { ...ledger, ...consent },
      `consent ${caseId} ${version}`,
    ),
    on(
      runners,
      "consent.recorded",
      refuseConsentSchema,
      refuseConsent,
      {
        ...{ ...ledger, refusedOn: today, authority: "parent" },
      },
      `consent ${caseId} ${version}`,
    ),
    on(runners, "consent.recorded", withdrawConsentSchema, withdrawConsent, { caseId, strand }),
    on(runners, "consent.recorded", lapseConsentSchema, lapseConsent, {
      caseId,
      strand,
      reason: "scope_changed",
    }),
    on(runners, "support.started", startSupportSchema, startSupport, { caseId }),
    on(
      team,
      "plan.written",
      supportPlanSchema,
      writePlan,
      { ...plan, caseId, version: planVersion },
      `plan ${caseId} ${planVersion}`,
    ),
    on(team, "action.added", supportActionSchema, addSupportAction, { ...support, caseId }),
    on(mentored, "contact.recorded", contactSchema, recordContact, { caseId, metOn: today }),
    on(runners, "information.recorded", recordItemSchema, recordItem, {
      ...{ ...item, caseId, suppliedById: people.chair.organisationId },
    }),
    on(runners, "need.added", noteNeedSchema, noteNeed, {
      ...said,
      caseId,
      kind: "need",
      certainty: "known",
    }),
    on(mentor, "session.planned", planSessionSchema, planSession, {
      caseId,
      plannedOn: today,
      place: "Library",
    }),
    on(mentored, "support_concern.raised", raiseConcernSchema, raiseConcern, {
      ...{ caseId, what: text, isAnyoneAtRisk: "no" },
    }),
    on(gateway, "case.paused", pauseCaseSchema, pauseCase, {
      ...{ caseId, version: caseVersion, reason: "police_request", reviewOn: addDays(today, 7) },
    }),
    on(gateway, "case.resumed", resumeCaseSchema, resumeCase, { caseId }),
    action &&
      on(
        anybody,
        "action.updated",
        updateActionSchema,
        updateAction,
        {
          ...{ actionId: action.id, version: action.version, status, note: text },
        },
        read("action", action),
      ),
    action &&
      on(
        anybody,
        "action.extended",
        extendActionSchema,
        extendAction,
        {
          ...{ actionId: action.id, version: action.version, reason: text },
          dueDay: addDays(dayOf(action.dueOn), 7),
        },
        read("action", action),
      ),
    session &&
      on(
        mentor,
        "session.recorded",
        holdSessionSchema,
        holdSession,
        {
          ...{ sessionId: session.id, version: session.version, content: text },
        },
        read("session", session),
      ),
    need &&
      on(
        runners,
        "need.changed",
        changeNeedSchema,
        changeNeed,
        {
          ...{ ...said, entryId: need.id, version: need.version, certainty: "suspected" },
          ...{ stands: "yes", reasons: text },
        },
        read("need", need),
      ),
  ];
  const offered = forms.filter((form) => form !== null && form !== undefined);
  // A pause is soon over: while it lasts, hardly anything else can be done.
  const resume = offered.filter(({ type }) => type === "case.resumed");
  return pausedSince ? [...offered, ...Array(5).fill(resume).flat()] : offered;
}

export type Answer = "done" | "refused" | "not understood";

/** Sends a form as the door would take it: parsed, done once for its key, refused on the log. */
export async function send(
  actor: Actor,
  { schema, command, fields }: Operation,
  key: string = randomUUID(),
): Promise<Answer> {
  const form = new FormData();
  for (const [name, values] of Object.entries(fields))
    for (const value of [values].flat()) form.append(name, `${value}`);
  const typed = readForm(form);
  const parsed = await schema.safeParseAsync(typed);
  if (!parsed.success) return "not understood";
  const work = (ctx: Context) => once(ctx, key, typed, () => command(ctx, parsed.data as never));
  return (await attempt(actor, work)).ok ? "done" : "refused";
}
