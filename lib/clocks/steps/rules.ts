import type { Role } from "@/lib/access/labels";
import type { ClockKind, ClockStep } from "@/lib/clocks/labels";
import { clockDuties, roleToldAt } from "@/lib/clocks/rules";

/** A hat that is worn now. */
export type Person = {
  hatId: string;
  userId: string;
  role: Role;
  organisationId: string;
  areaId: string;
};

/** A clock for which a step is due. */
export type Watched = {
  clockId: string;
  step: ClockStep;
  kind: ClockKind;
  areaId: string;
  reference: string;
  caseId: string | null;
  referralId: string | null;
  requestId: string | null;
  actionId: string | null;
  planId: string | null;
  riskId: string | null;
  editionId: string | null;
  meetingId: string | null;
  bodyId: string | null;
  /** Where a clock of projects and money is read; it says so itself. */
  path: string | null;
  ownerRole: Role;
  ownerHatId: string | null;
  ownerOrganisationId: string | null;
};

/** Everybody a clock may be brought to, as they stand today. */
export type Around = {
  people: readonly Person[];
  /** By case: hats at work on it, hats that read it, and people with a conflict. */
  workers: ReadonlyMap<string, readonly string[]>;
  readers: ReadonlyMap<string, readonly string[]>;
  conflicts: ReadonlyMap<string, readonly string[]>;
  /** By plan, risk, profile or body: the areas it is for. */
  planAreas: ReadonlyMap<string, readonly string[]>;
  /** By body: the hats that sit on it. */
  sitting: ReadonlyMap<string, readonly string[]>;
  /** Who is away today, and the hats that cover for them. */
  covers: ReadonlyMap<string, readonly string[]>;
  directorHatId: string | null;
};

const asked: readonly Role[] = ["agency_lead", "referrer", "panel_member"];
const planned: readonly Role[] = ["agency_lead", "prevent_coordinator", "steering_member"];
const overseeing: readonly Role[] = ["prevent_coordinator", "steering_member"];
const ofReferrals: readonly Role[] = ["gateway_officer", "coordinator"];
const ofMeetings: readonly Role[] = ["coordinator", "chair"];
const listed = (by: ReadonlyMap<string, readonly string[]>, key: string) => by.get(key) ?? [];

/** A notice goes to nobody who could not open what it is of: cover widens nothing (IS-01, IS-18). */
export function mayBeTold(person: Person, clock: Watched, around: Around): boolean {
  const { role, areaId, organisationId, hatId, userId } = person;
  if (clock.planId)
    return planned.includes(role) && listed(around.planAreas, clock.planId).includes(areaId);
  const registered = clock.riskId ?? clock.editionId;
  if (registered) {
    if (!listed(around.planAreas, registered).includes(areaId)) return false;
    const isOwner = role === "agency_lead" && organisationId === clock.ownerOrganisationId;
    return overseeing.includes(role) || (clock.riskId !== null && isOwner);
  }
  if (clock.bodyId) {
    if (!listed(around.planAreas, clock.bodyId).includes(areaId)) return false;
    const isAsked = role === "agency_lead" && organisationId === clock.ownerOrganisationId;
    const sits = listed(around.sitting, clock.bodyId).includes(hatId);
    return role === "prevent_coordinator" || isAsked || (role === "steering_member" && sits);
  }
  if (areaId !== clock.areaId) return false;
  if (clock.path) {
    const delivers = role === "agency_lead" && organisationId === clock.ownerOrganisationId;
    return overseeing.includes(role) || delivers;
  }
  if (!clock.caseId) return (clock.referralId ? ofReferrals : ofMeetings).includes(role);
  if (listed(around.conflicts, clock.caseId).includes(userId)) return false;
  if (role === "gateway_officer") return true;
  if (clock.requestId && organisationId === clock.ownerOrganisationId && asked.includes(role))
    return true;
  return listed(around.readers, clock.caseId).includes(hatId);
}

/** Who in a role is told: whoever works on the case, or else whoever may see it. */
function inRole(role: Role, clock: Watched, around: Around): Person[] {
  const all = around.people.filter((one) => one.role === role && mayBeTold(one, clock, around));
  const working = clock.caseId ? listed(around.workers, clock.caseId) : [];
  const named = all.filter(({ hatId }) => working.includes(hatId));
  return named.length > 0 ? named : all;
}

/** Whose clock it is: somebody named, then the organisation, then the role. */
function ownersOf(clock: Watched, around: Around): Person[] {
  const theirs = around.people.filter((one) => mayBeTold(one, clock, around));
  if (clock.ownerHatId) return theirs.filter(({ hatId }) => hatId === clock.ownerHatId);
  if (!clock.ownerOrganisationId) return inRole(clock.ownerRole, clock, around);
  const inside = theirs.filter((one) => one.organisationId === clock.ownerOrganisationId);
  const leads = inside.filter(({ role }) => role === "agency_lead");
  return leads.length > 0 ? leads : inside;
}

/** For somebody who is away, their cover, if the cover may see it and is there. */
function present(people: readonly Person[], clock: Watched, around: Around): Person[] {
  const there = people.flatMap((one) => {
    const covers = around.covers.get(one.hatId);
    if (!covers) return [one];
    return around.people.filter(
      (other) =>
        covers.includes(other.hatId) &&
        !around.covers.has(other.hatId) &&
        mayBeTold(other, clock, around),
    );
  });
  return [...new Set(there)];
}

/** Who hears of a step. Where nobody is there the next in line does, so that it is somebody's. */
export function toldOf(clock: Watched, around: Around): Person[] {
  if (clock.step === "to_director")
    return around.people.filter(({ hatId }) => hatId === around.directorHatId);
  const role = roleToldAt(clock.step, clock.kind);
  const { deputy } = clockDuties[clock.kind];
  const next = clock.ownerHatId
    ? (["coordinator", deputy] as const)
    : ([deputy, "coordinator"] as const);
  const inLine = [
    role ? inRole(role, clock, around) : ownersOf(clock, around),
    ...[...next, "chair" as const, "gateway_officer" as const].map((one) =>
      inRole(one, clock, around),
    ),
  ];
  for (const people of inLine) {
    const there = present(people, clock, around);
    if (there.length > 0) return there;
  }
  return [];
}

/** Where the notice leads. The director is brought to figures, which know no case. */
export function pathFor(clock: Watched, { role, organisationId }: Person): string {
  const { step, reference, requestId, actionId, planId, riskId, meetingId, caseId, referralId } =
    clock;
  if (step === "to_director") return "/insight";
  if (planId) return `/plan/actions/${actionId}`;
  if (riskId) return `/plan/risks/${riskId}`;
  if (clock.editionId) return `/plan/profile/${clock.editionId}`;
  if (clock.path) return clock.path;
  if (actionId) return `/actions/${actionId}`;
  const isAsked = organisationId === clock.ownerOrganisationId && asked.includes(role);
  if (requestId)
    return isAsked ? `/requests/${requestId}` : `/cases/${reference}/requests/${requestId}`;
  if (meetingId) return `/meetings/${meetingId}/minutes`;
  if (caseId) return `/cases/${reference}`;
  return referralId ? `/referrals/${reference}` : "/meetings";
}
