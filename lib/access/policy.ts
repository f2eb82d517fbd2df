import type { Actor } from "@/lib/access/actor";
import type { Role } from "@/lib/access/labels";
import { Forbidden } from "@/lib/errors";

/** Whose row it is: all that the policy needs to know. What is left out reaches nobody. */
export type Parties = {
  areaId: string;
  /** The organisation a concern, referral or request belongs to. */
  organisationId?: string | null;
  authorId?: string | null;
  /** Hats at work on the case, and hats at a meeting that discusses it: those asked in for it alone until its item ends. */
  workerHatIds?: readonly string[];
  attendeeHatIds?: readonly string[];
  /** People with a conflict of interest: the case is not there for them, in any hat (IS-18). */
  conflictedUserIds?: readonly string[];
  /** Hats invited to the meeting itself. */
  memberHatIds?: readonly string[];
  /** The areas that share a partnership with the one that keeps a body, and that one. */
  neighbourAreaIds?: readonly string[];
  /** Hats that sit on a body, or stand in for who does, and those of its chair among them. */
  sittingHatIds?: readonly string[];
  chairHatIds?: readonly string[];
  /** The area that keeps the body to which a report is put. */
  boardAreaId?: string | undefined;
  /** The other areas that a joint meeting serves (P-08). */
  jointAreaIds?: readonly string[];
  /** The areas a plan is for, and whether it is approved. */
  planAreaIds?: readonly string[];
  /** The organisations that are asked what they think of a draft. */
  askedOrganisationIds?: readonly string[];
  isApproved?: boolean;
  /** Hats that were asked by name: to approve a report, or to contribute to a response. */
  namedHatIds?: readonly string[];
  ownerHatId?: string | null;
  /** Whom a request is put to by name. */
  forHatId?: string | null;
  isDraft?: boolean;
  councilMayRefer?: boolean;
  /** The area a case is offered to. */
  toAreaId?: string;
  isPoliceLed?: boolean;
  /** Hats that were on a case when it was handed to the police. */
  wasOnItHatIds?: readonly string[];
};

export type Scope =
  | "area"
  | "organisation"
  | "put_to"
  | "authored"
  | "assigned"
  | "meeting"
  | "member"
  | "joint"
  | "owned"
  | "asked"
  | "plan"
  | "led"
  | "kept"
  | "consulted"
  | "approved"
  | "sent"
  | "named"
  | "council"
  | "handed"
  | "neighbour"
  | "sits"
  | "chairs"
  | "put"
  | "tabled"
  | "tabled_issued"
  | "receiving";

const here = (actor: Actor, parties: Parties) => parties.areaId === actor.areaId;
const free = (actor: Actor, { conflictedUserIds = [] }: Parties) =>
  !conflictedUserIds.includes(actor.userId);
/** What the police manage is read at the gateway, and by information governance (T05, T14). */
const open = (actor: Actor, { isPoliceLed }: Parties) =>
  !isPoliceLed || actor.role === "governance_officer";
const assigned = (actor: Actor, parties: Parties) =>
  (parties.workerHatIds ?? []).includes(actor.hatId) &&
  free(actor, parties) &&
  open(actor, parties);

/** How far each scope reaches. The row policies in prisma/migrations say the same in SQL. */
export const reaches: Record<Scope, (actor: Actor, parties: Parties) => boolean> = {
  area: (actor, parties) => here(actor, parties) && !parties.isDraft && free(actor, parties),
  organisation: (actor, parties) =>
    here(actor, parties) && !parties.isDraft && parties.organisationId === actor.organisationId,
  put_to: (actor, parties) => reaches.organisation(actor, parties) && free(actor, parties),
  authored: (actor, parties) =>
    here(actor, parties) &&
    parties.authorId === actor.userId &&
    parties.organisationId === actor.organisationId,
  assigned,
  meeting: (actor, parties) =>
    (parties.attendeeHatIds ?? []).includes(actor.hatId) &&
    free(actor, parties) &&
    open(actor, parties),
  member: (actor, parties) => (parties.memberHatIds ?? []).includes(actor.hatId),
  joint: (actor, parties) => (parties.jointAreaIds ?? []).includes(actor.areaId),
  owned: (actor, parties) =>
    parties.ownerHatId === actor.hatId &&
    (assigned(actor, parties) || reaches.meeting(actor, parties)),
  asked: (actor, parties) =>
    parties.forHatId === actor.hatId &&
    (assigned(actor, parties) || reaches.meeting(actor, parties)),
  plan: (actor, parties) => (parties.planAreaIds ?? []).includes(actor.areaId),
  led: (actor, parties) =>
    reaches.plan(actor, parties) && parties.organisationId === actor.organisationId,
  kept: (actor, parties) => here(actor, parties) && parties.planAreaIds !== undefined,
  consulted: (actor, parties) =>
    reaches.plan(actor, parties) &&
    (parties.askedOrganisationIds ?? []).includes(actor.organisationId),
  approved: (actor, parties) => parties.isApproved === true && reaches.plan(actor, parties),
  sent: (actor, parties) => !parties.isDraft && reaches.plan(actor, parties),
  named: (actor, parties) => !parties.isDraft && (parties.namedHatIds ?? []).includes(actor.hatId),
  council: (actor, parties) => parties.councilMayRefer === true && assigned(actor, parties),
  receiving: (actor, parties) => parties.toAreaId === actor.areaId && free(actor, parties),
  neighbour: (actor, parties) => (parties.neighbourAreaIds ?? []).includes(actor.areaId),
  sits: (actor, parties) =>
    reaches.neighbour(actor, parties) && (parties.sittingHatIds ?? []).includes(actor.hatId),
  chairs: (actor, parties) =>
    reaches.neighbour(actor, parties) && (parties.chairHatIds ?? []).includes(actor.hatId),
  put: (actor, parties) => !parties.isDraft && parties.boardAreaId === actor.areaId,
  tabled: (actor, parties) => !parties.isDraft && reaches.sits(actor, parties),
  tabled_issued: (actor, parties) => parties.isApproved === true && reaches.sits(actor, parties),
  handed: (actor, parties) => (parties.wasOnItHatIds ?? []).includes(actor.hatId),
};

/** The sentence that "Why can I see this?" prints for each scope. */
export const scopeReasons: Record<Scope, string> = {
  area: "Your role works on every referral and case in this area, and you have declared no conflict of interest.",
  organisation: "It belongs to your organisation.",
  put_to: "Your organisation is asked, and you have declared no conflict of interest.",
  authored: "You wrote it, for the organisation you are working for now.",
  assigned: "You are named on this case (IS-01).",
  meeting: "This case is on the agenda of a meeting you are invited to (IS-01, IS-18).",
  member: "You are invited to this meeting.",
  joint: "This is a joint meeting that serves your area (P-08).",
  owned: "You own this action.",
  asked: "You are asked this by name, for an item that is not over yet.",
  plan: "The plan covers your area.",
  led: "Your organisation leads this action, in a plan or for a body that covers your area.",
  kept: "You keep this plan.",
  consulted: "Your organisation is asked what it thinks of this plan.",
  approved: "The plan is approved, and covers your area.",
  sent: "It has been sent for approval, and is for your area.",
  named: "You have been asked by name.",
  council:
    "In this area the council may refer a case to the panel, and you are named on this case.",
  receiving: "The case is offered to your area.",
  neighbour: "It is of a partnership that your area belongs to.",
  sits: "You sit on this body, or stand in for somebody who does.",
  chairs: "You chair this body, or stand in for its chair.",
  put: "It has been sent to a body whose papers you keep.",
  tabled: "It has been sent to a body that you sit on.",
  tabled_issued: "It is published, and was put to a body that you sit on.",
  handed: "You were on this case when it was handed to the police.",
};

const team: readonly Scope[] = ["assigned", "meeting"];
const caseTeam = { coordinator: team, chair: team, panel_member: team, governance_officer: team };
const inArea: readonly Scope[] = ["area"];
const inOrganisation: readonly Scope[] = ["organisation"];
const putToOrganisation: readonly Scope[] = ["put_to"];
const inServedArea: readonly Scope[] = ["area", "joint"];
const inPartnership: readonly Scope[] = ["neighbour"];
const written: readonly Scope[] = ["authored"];

/** Who may do what, and how far their reach extends (domain 2.3). A missing cell means no. */
export const grants = {
  "concern:read": { referrer: inOrganisation, agency_lead: inOrganisation },
  "concern:write": { referrer: inOrganisation, agency_lead: inOrganisation },
  "referral:write": {
    referrer: written,
    agency_lead: written,
    gateway_officer: written,
    coordinator: written,
    panel_member: written,
  },
  "referral:take_call": { gateway_officer: written, coordinator: written },
  "referral:status": {
    referrer: written,
    agency_lead: ["organisation", "authored"],
    gateway_officer: ["area", "authored"],
    coordinator: ["area", "authored", "assigned", "meeting"],
    chair: team,
    panel_member: ["authored", "assigned", "meeting"],
    governance_officer: team,
  },
  "referral:read": {
    referrer: written,
    agency_lead: ["organisation", "authored"],
    gateway_officer: ["area", "authored"],
    coordinator: ["authored", "assigned", "meeting"],
    chair: team,
    panel_member: ["authored", "assigned", "meeting"],
    governance_officer: team,
  },
  "referral:screen": { gateway_officer: inArea },
  "person:read": {
    referrer: written,
    agency_lead: ["organisation", "authored"],
    gateway_officer: ["area", "authored"],
    coordinator: ["authored", "assigned", "meeting"],
    chair: team,
    panel_member: ["authored", "assigned", "meeting"],
    governance_officer: team,
    provider: team,
    invitee: ["assigned"],
  },
  "person:match": { gateway_officer: inArea, coordinator: inArea },
  "case:read": { ...caseTeam, gateway_officer: inArea, provider: team, invitee: ["assigned"] },
  "case:history": { ...caseTeam, gateway_officer: inArea },
  "case:access": {
    coordinator: team,
    chair: team,
    gateway_officer: inArea,
    governance_officer: inArea,
    auditor: inArea,
  },
  "information:read": { ...caseTeam, gateway_officer: inArea },
  "information:write": {
    coordinator: team,
    chair: team,
    panel_member: team,
    gateway_officer: inArea,
  },
  "request:read": {
    coordinator: team,
    chair: team,
    gateway_officer: inArea,
    referrer: putToOrganisation,
    agency_lead: putToOrganisation,
    panel_member: putToOrganisation,
    invitee: ["asked"],
  },
  "request:ask": { coordinator: team, chair: team, gateway_officer: inArea },
  "request:answer": {
    referrer: putToOrganisation,
    agency_lead: putToOrganisation,
    panel_member: putToOrganisation,
    invitee: ["asked"],
  },
  "template:read": { coordinator: inArea, chair: inArea, gateway_officer: inArea },
  "template:write": { coordinator: inArea },
  "around:read": { ...caseTeam, gateway_officer: inArea },
  "around:write": { coordinator: team, chair: team, gateway_officer: inArea },
  "needs:read": { ...caseTeam, gateway_officer: inArea, provider: team },
  "needs:add": { coordinator: team, chair: team, panel_member: team, provider: team },
  "needs:change": { coordinator: team, chair: team },
  "assessment:read": { ...caseTeam, gateway_officer: inArea },
  "assessment:write": { coordinator: team, gateway_officer: inArea },
  "assessment:countersign": { chair: team, coordinator: team, gateway_officer: inArea },
  "signpost:answer": { gateway_officer: inArea, coordinator: team, chair: team },
  "section36:decide": { gateway_officer: inArea, coordinator: ["council"] },
  "meeting:read": {
    coordinator: inServedArea,
    chair: inServedArea,
    panel_member: ["member"],
    invitee: ["member"],
  },
  "meeting:build": { coordinator: inServedArea, chair: inServedArea },
  "meeting:host": { coordinator: inArea, chair: inArea },
  "meeting:run": { chair: inArea },
  "panel:read": caseTeam,
  "invitation:read": { invitee: ["meeting"] },
  "panel:list": { coordinator: team, chair: team },
  "decision:record": { chair: team },
  "minutes:read": { coordinator: inServedArea, chair: inServedArea, panel_member: ["member"] },
  "minutes:write": { coordinator: team, chair: team },
  "minutes:export": { coordinator: team, chair: team },
  "minutes:comment": { coordinator: ["meeting"], chair: ["meeting"], panel_member: ["meeting"] },
  "minutes:sign": { chair: inServedArea },
  "consent:read": caseTeam,
  "consent:record": { coordinator: team, chair: team },
  "consent:withdraw": { coordinator: team, chair: team },
  "consent:hand_over": { provider: team },
  "support:read": { ...caseTeam, provider: team },
  "support:write": { coordinator: team },
  "support:contact": { coordinator: team, provider: team },
  "case:stub": {
    gateway_officer: inArea,
    governance_officer: inArea,
    coordinator: ["handed"],
    chair: ["handed"],
    panel_member: ["handed"],
  },
  "lead:hand_over": { coordinator: inArea, chair: inArea },
  "transfer:offer": { coordinator: team },
  "transfer:read": {
    coordinator: ["assigned", "meeting", "receiving"],
    chair: ["assigned", "meeting", "receiving"],
  },
  "transfer:answer": { coordinator: ["receiving"] },
  "case:pause": { gateway_officer: inArea },
  "session:read": { coordinator: team, chair: team, provider: ["owned"] },
  "session:write": { provider: team },
  "support:raise": { coordinator: team, provider: team },
  "support:answer": { coordinator: team, chair: team },
  "end_report:read": { ...caseTeam, provider: ["owned"] },
  "end_report:write": { provider: team },
  "told:read": caseTeam,
  "told:record": { coordinator: team, chair: team },
  "untold:settle": { governance_officer: inArea },
  "case:hand_over": { coordinator: team, chair: team },
  "review:read": { ...caseTeam, gateway_officer: inArea },
  "review:record": { coordinator: team, chair: team },
  "case:close": { chair: team },
  "action:read": { ...caseTeam, provider: ["owned"], invitee: ["owned"] },
  "action:update": {
    coordinator: team,
    chair: team,
    panel_member: ["owned"],
    provider: ["owned"],
    invitee: ["owned"],
  },
  "plan:read": {
    prevent_coordinator: ["plan"],
    steering_member: ["plan"],
    agency_lead: ["plan"],
    auditor: ["plan"],
    gold_reader: ["approved"],
  },
  "plan:write": { prevent_coordinator: ["kept"] },
  "plan:update": { prevent_coordinator: ["kept"], agency_lead: ["led"] },
  "comment:make": { steering_member: ["consulted"], agency_lead: ["consulted"] },
  "risk:read": {
    prevent_coordinator: ["plan"],
    steering_member: ["plan"],
    auditor: ["plan"],
    agency_lead: ["led"],
    gold_reader: ["approved"],
  },
  /** What was scored and said of a risk before is not what was agreed. */
  "risk:history": {
    prevent_coordinator: ["plan"],
    steering_member: ["plan"],
    auditor: ["plan"],
    agency_lead: ["led"],
  },
  "risk:write": { prevent_coordinator: ["kept"] },
  "risk:review": { prevent_coordinator: ["kept"], agency_lead: ["led"] },
  "profile:read": {
    prevent_coordinator: ["plan"],
    steering_member: ["plan"],
    auditor: ["plan"],
  },
  "profile:access": { prevent_coordinator: inArea, auditor: inArea },
  "profile:write": { prevent_coordinator: ["kept"] },
  "project:read": {
    prevent_coordinator: ["plan"],
    steering_member: ["plan"],
    auditor: ["plan"],
    agency_lead: ["led"],
    gold_reader: ["approved"],
  },
  "project:write": { prevent_coordinator: ["kept"] },
  "project:report": { prevent_coordinator: ["kept"], agency_lead: ["led"] },
  /** How many took part, exactly. Whoever oversees has what the return shows. */
  "project:count": { prevent_coordinator: ["plan"], agency_lead: ["led"] },
  "provider:read": { prevent_coordinator: inArea, steering_member: inArea, auditor: inArea },
  "provider:write": { prevent_coordinator: inArea },
  "money:read": {
    prevent_coordinator: ["plan"],
    steering_member: ["plan"],
    gold_reader: ["plan"],
    agency_lead: ["led"],
  },
  "money:write": { prevent_coordinator: ["kept"] },
  /** What is to be learnt, by whom and where: known to every partner. */
  "course:read": {
    prevent_coordinator: inArea,
    steering_member: inArea,
    agency_lead: inArea,
    auditor: inArea,
  },
  /** How many have learnt it, as organisations say of themselves. */
  "training:read": {
    prevent_coordinator: inArea,
    steering_member: inArea,
    auditor: inArea,
    agency_lead: inOrganisation,
  },
  "training:declare": { prevent_coordinator: inArea, agency_lead: inOrganisation },
  "training:write": { prevent_coordinator: inArea },
  /** Who speaks for Prevent where: by name for whoever keeps the register and for their own organisation, as counts for those who oversee. */
  "champion:read": { prevent_coordinator: inArea, agency_lead: inOrganisation },
  "champion:sectors": { prevent_coordinator: inArea, steering_member: inArea },
  "champion:write": { prevent_coordinator: inArea, agency_lead: inOrganisation },
  /** The area at a glance, for those who oversee it and the areas it works with. */
  "area_profile:read": {
    prevent_coordinator: inPartnership,
    steering_member: inPartnership,
    auditor: inPartnership,
  },
  "area_profile:write": { prevent_coordinator: inArea },
  "threat:read": {
    prevent_coordinator: ["plan"],
    steering_member: ["plan"],
    agency_lead: ["plan"],
    auditor: ["plan"],
    gold_reader: ["plan"],
  },
  "threat:set": { prevent_coordinator: ["kept"] },
  /** Who oversees the plan is known to the whole partnership, with what each body is for. */
  "body:read": {
    prevent_coordinator: inPartnership,
    steering_member: inPartnership,
    gold_reader: inPartnership,
    agency_lead: inPartnership,
    auditor: inPartnership,
    coordinator: inPartnership,
    chair: inPartnership,
    panel_member: inPartnership,
  },
  "body:members": {
    prevent_coordinator: inPartnership,
    steering_member: inPartnership,
    gold_reader: inPartnership,
    agency_lead: inPartnership,
    auditor: inPartnership,
  },
  "body:write": { prevent_coordinator: ["kept"] },
  /** Its meetings and papers are for those who sit on it, and for whoever keeps them. */
  "board:read": {
    prevent_coordinator: ["plan"],
    steering_member: ["sits"],
    gold_reader: ["sits"],
    agency_lead: ["sits"],
  },
  "board:decide": {
    prevent_coordinator: ["kept"],
    steering_member: ["chairs"],
    gold_reader: ["chairs"],
    agency_lead: ["chairs"],
  },
  /** The published copy, which leaves out what is exempt (BR-03). */
  "report:read": {
    prevent_coordinator: ["kept", "put"],
    steering_member: ["sent", "named", "tabled"],
    gold_reader: ["approved", "named", "tabled_issued"],
    agency_lead: ["approved", "named", "tabled_issued"],
    auditor: ["approved"],
    governance_officer: ["named"],
    chair: ["named"],
    panel_member: ["named"],
  },
  /** The whole of it. */
  "report:exempt": {
    prevent_coordinator: ["kept", "put"],
    steering_member: ["sent", "named", "tabled"],
    gold_reader: ["named"],
    agency_lead: ["named"],
    governance_officer: ["named"],
    chair: ["named"],
    panel_member: ["named"],
  },
  "report:approve": {
    steering_member: ["named"],
    gold_reader: ["named"],
    agency_lead: ["named"],
    governance_officer: ["named"],
    chair: ["named"],
    panel_member: ["named"],
  },
  "report:write": { prevent_coordinator: ["kept"] },
  "consultation:read": {
    prevent_coordinator: ["kept"],
    steering_member: ["approved", "named"],
    auditor: ["approved"],
    gold_reader: ["named"],
    agency_lead: ["named"],
    governance_officer: ["named"],
    chair: ["named"],
    panel_member: ["named"],
  },
  "consultation:answer": {
    steering_member: ["named"],
    gold_reader: ["named"],
    agency_lead: ["named"],
    governance_officer: ["named"],
    chair: ["named"],
    panel_member: ["named"],
  },
  "consultation:write": { prevent_coordinator: ["kept"] },
  /** How well the area does what the duty asks: read like its plan. */
  "benchmark:read": {
    prevent_coordinator: ["plan"],
    steering_member: ["plan"],
    agency_lead: ["plan"],
    auditor: ["plan"],
    gold_reader: ["approved"],
  },
  "benchmark:write": { prevent_coordinator: ["kept"] },
  "benchmark:challenge": {
    prevent_coordinator: ["plan"],
    steering_member: ["plan"],
    agency_lead: ["plan"],
  },
  /** The same of one authority: its own lead answers for it, and no other authority's lead reads it. */
  "compliance:read": {
    prevent_coordinator: ["plan"],
    steering_member: ["plan"],
    agency_lead: ["led"],
    auditor: ["plan"],
    gold_reader: ["approved"],
  },
  "compliance:write": { prevent_coordinator: ["kept"], agency_lead: ["led"] },
  "compliance:challenge": { prevent_coordinator: ["plan"], steering_member: ["plan"] },
  "cooperation:read": {
    prevent_coordinator: ["plan"],
    steering_member: ["plan"],
    agency_lead: ["led"],
    auditor: ["plan"],
  },
  "cooperation:write": { prevent_coordinator: ["kept"], agency_lead: ["led"] },
  "guidance:read": {
    prevent_coordinator: ["plan"],
    steering_member: ["plan"],
    agency_lead: ["plan"],
    auditor: ["plan"],
  },
  /** The answer comes back to the action that a question was about. */
  "escalation:of_action": {
    prevent_coordinator: ["plan"],
    steering_member: ["plan"],
    agency_lead: ["plan"],
    auditor: ["plan"],
  },
  "guidance:write": { prevent_coordinator: ["kept"] },
  "gap:read": {
    prevent_coordinator: ["plan"],
    steering_member: ["plan"],
    agency_lead: ["led"],
    auditor: ["plan"],
  },
  "gap:answer": { prevent_coordinator: ["kept"], agency_lead: ["led"] },
  /** What a body asked for is read by those who sit on it, and by whoever was asked. */
  "board_action:read": {
    prevent_coordinator: ["plan"],
    steering_member: ["sits"],
    gold_reader: ["sits"],
    agency_lead: ["sits", "led"],
  },
  "board_action:update": { prevent_coordinator: ["kept"], agency_lead: ["led"] },
  "insight:read": {
    agency_lead: inArea,
    gateway_officer: inArea,
    coordinator: inArea,
    chair: inArea,
    panel_member: inArea,
    prevent_coordinator: inArea,
    steering_member: inArea,
    gold_reader: inArea,
    governance_officer: inArea,
    auditor: inArea,
  },
  "audit:read": { governance_officer: inArea, auditor: inArea },
  "people:manage": { administrator: inArea },
  "area:manage": { administrator: inArea },
  "form:manage": { administrator: inArea },
  "late:list": {
    coordinator: inArea,
    chair: inArea,
    gateway_officer: inArea,
    prevent_coordinator: inArea,
  },
} satisfies Record<string, Partial<Record<Role, readonly Scope[]>>>;

export type Permission = keyof typeof grants;

const cell = (actor: Actor, permission: Permission): readonly Scope[] => {
  const row: Partial<Record<Role | "system", readonly Scope[]>> = grants[permission];
  return row[actor.role] ?? [];
};

export function can(actor: Actor, permission: Permission, parties: Parties): boolean {
  return cell(actor, permission).some((scope) => reaches[scope](actor, parties));
}

/** Whether the role has the permission anywhere at all: what navigation asks. */
export const mayEver = (actor: Actor, permission: Permission): boolean =>
  cell(actor, permission).length > 0;

export function authorize(actor: Actor, permission: Permission, parties: Parties): void {
  if (!can(actor, permission, parties)) throw new Forbidden(permission);
}

/** The rules that let this actor in, as sentences. */
export const whyAllowed = (actor: Actor, permission: Permission, parties: Parties): string[] =>
  cell(actor, permission)
    .filter((scope) => reaches[scope](actor, parties))
    .map((scope) => scopeReasons[scope]);

/** The words of an item of information: its audience, and its supplier. */
export type ItemAudience = {
  audience: "all_partners" | "panel_members" | "named_organisations" | "chair_and_coordinator";
  supplierId: string;
  namedOrganisationIds: readonly string[];
  wasAsked: boolean;
  forHatId?: string | null;
};

const panelRoles: readonly Actor["role"][] = [
  "coordinator",
  "chair",
  "panel_member",
  "governance_officer",
];

/** Whether the actor is in the audience of an item, given that they may read items of the case at all. */
function isInAudience(actor: Actor, item: ItemAudience): boolean {
  switch (item.audience) {
    case "all_partners":
      return true;
    case "panel_members":
      return panelRoles.includes(actor.role);
    case "named_organisations":
      return item.namedOrganisationIds.includes(actor.organisationId);
    case "chair_and_coordinator":
      return actor.role === "chair" || actor.role === "coordinator";
  }
}

/** Outside its audience an item is absent, not blanked. Whoever supplied it in answer to a request keeps sight of it. */
export function mayReadItem(actor: Actor, parties: Parties, item: ItemAudience): boolean {
  const isSupplier = item.supplierId === actor.organisationId && parties.areaId === actor.areaId;
  if (can(actor, "information:read", parties)) return isSupplier || isInAudience(actor, item);
  const asked = { ...parties, organisationId: actor.organisationId, forHatId: item.forHatId };
  return isSupplier && item.wasAsked && can(actor, "request:answer", asked);
}
