import { randomUUID } from "node:crypto";

import type { Actor } from "@/lib/access/actor";
import { type Role, roleLabels } from "@/lib/access/labels";
import { startAssessment } from "@/lib/assessments/commands";
import type { CaseStatus } from "@/lib/cases/labels";
import { clocksAt } from "@/lib/cases/rules";
import { clockDuties } from "@/lib/clocks/rules";
import { noticeConcern } from "@/lib/concerns/commands";
import { addDays, dayOf, toDateColumn } from "@/lib/dates";
import { withActor } from "@/lib/db/with-actor";
import {
  aConsentForm,
  anOnwardReferral,
  anUntoldTask,
  aReassessment,
  aSession,
  aSignpost,
  aSupportConcern,
  aSupportNeed,
} from "./aftercare";
import { wholeReferral } from "./answers";
import { anAreaPost } from "./areas";
import { aChallenge, aGapReview, aSelfAssessment, lastYear } from "./benchmarks";
import { aChampion } from "./champions";
import {
  aComment,
  anEquality,
  aPublication,
  aPublicLine,
  aRound,
  aSubmission,
} from "./consultation";
import { aConsultation } from "./consultations";
import {
  aCase,
  aConsent,
  aDocument,
  aDraft,
  aMeeting,
  aNeed,
  anActor,
  anArea,
  anInformationItem,
  anItem,
  anOrganisation,
  aPersonAround,
  aReferral,
  aRequest,
  aSupportAction,
  aPlan as aSupportPlan,
  aTemplate,
  aTransfer,
  aWorker,
} from "./factories";
import { aFramework } from "./frameworks";
import { aClaim, aLine, anEntry, aPost } from "./funding";
import {
  aFilePaper,
  aBody as aGovernanceBody,
  aHeldMeeting,
  anEscalation,
  aPaper,
  aSeat,
} from "./governance";
import { someMinutes } from "./minutes";
import { owner } from "./owner";
import { anImport } from "./plan-imports";
import {
  aMeasure,
  aMilestone,
  aPlan,
  aPlanAction,
  aroundToday,
  aSnapshot,
  someEvidence,
} from "./plans";
import { anEdition, aRecommendation, aSummary } from "./profile";
import { aProject, aProjectMeasure, aRecordedReturn, aReturn } from "./projects";
import { aReport } from "./reports";
import { aRisk } from "./risks";
import { aDeclaration, aMaterial, aRequirement, aTrainingSession } from "./training";

// RF-05: a page that asks for behaviour instead is behind this door.
const generalising = {
  ...wholeReferral,
  concern: {
    ...wholeReferral.concern,
    whatHappened: "He says that they are all the same. ".repeat(7),
  },
};

/** Everybody who can be named on a case is, so that what turns them away is what they may do. */
const atWork: Role[] = [
  "coordinator",
  "chair",
  "panel_member",
  "provider",
  "invitee",
  "governance_officer",
];

export async function aCaseInTown(
  { areaId, people }: { areaId: string; people: Record<Role, Actor> },
  caseStatus: string,
) {
  const opened = await aCase({ areaId, caseStatus, referrer: people.referrer });
  for (const role of atWork) await aWorker(opened.id, people[role]);
  await runClocks(opened, caseStatus as CaseStatus);
  return opened;
}

const today = dayOf(new Date());

/** What has to run where a case is: without it, it cannot go on. */
const runClocks = ({ id: caseId, areaId }: { id: string; areaId: string }, at: CaseStatus) =>
  owner.clock.createMany({
    data: (clocksAt[at] ?? []).map((kind) => ({
      ...{ caseId, areaId, kind, ownerRole: clockDuties[kind].owner },
      ...{ startedOn: toDateColumn(today), dueOn: toDateColumn(addDays(today, 10)) },
    })),
  });

/** One person for each role, all in one area, and one of everything, so that each door can be opened by somebody. */
export async function aTown() {
  const { id: areaId } = await anArea();
  const school = await anOrganisation(areaId);
  const people = {} as Record<Role, Actor>;
  for (const role of Object.keys(roleLabels) as Role[]) {
    const organisationId = ["referrer", "agency_lead"].includes(role) ? school.id : undefined;
    people[role] = await anActor(role, { areaId, organisationId });
  }
  const { referrer, coordinator, chair, panel_member: health, prevent_coordinator } = people;

  const aCaseAt = (caseStatus: string) => aCaseInTown({ areaId, people }, caseStatus);
  const gathering = await aCaseAt("info_gathering");
  const deciding = await aCaseAt("s36_decision");
  const asking = await aCaseAt("consent_pending");
  const asked = await aCaseAt("consent_pending");
  await aConsent(asked, { state: "sought" });
  const supported = await aCaseAt("in_support");
  const given = await aConsent(supported);
  const refused = await aCaseAt("consent_pending");
  await aConsent(refused, { state: "refused" });
  const listed = await aCaseAt("panel_listed");
  const reviewed = await aCaseAt("review_6m");
  const review = await owner.review.create({
    data: { caseId: reviewed.id, areaId, kind: "review_6m", dueOn: new Date("2026-12-01") },
    select: { id: true },
  });
  const assessed = { caseId: gathering.id, frameworkId: "legacy_22", purpose: "first" } as const;
  await withActor(coordinator, (ctx) => startAssessment(ctx, assessed));

  const seat = await anActor("panel_member", { areaId, seat: "health" });
  const meeting = await aMeeting({ areaId, calledBy: coordinator });
  const seats = { chair, health, other: people.invitee } as const;
  const item = await anItem(listed, seats, { meetingId: meeting.id });

  const held = await aMeeting({ areaId, calledBy: coordinator, status: "closed" });
  const heard = await anItem(supported, seats, { meetingId: held.id, kind: "monthly_review" });
  const block = await someMinutes(heard, supported, coordinator);

  const keeper = prevent_coordinator;
  const plan = await aPlan(keeper);
  const led = { ownerOrganisationId: people.agency_lead.organisationId };
  const planAction = await aPlanAction(plan, led);
  const risk = await aRisk(keeper, { ...led, status: "agreed" });
  const edition = await anEdition(keeper);
  const benchmarks = await selfAssessments(keeper, people);
  const board = await aBoard(keeper, people.steering_member);
  const project = await aProject(keeper, { ...led, status: "delivery" });
  const line = await aLine(keeper);
  const money = {
    line: line.id,
    entry: (await anEntry(line, keeper, "spent", 12_345, { projectId: project.id })).id,
    post: (await aPost(line, keeper)).id,
    claim: (await aClaim(line, keeper)).id,
  };
  const ofProject = {
    measure: (await aProjectMeasure(project, keeper)).id,
    return: (await aReturn(project)).id,
    recorded: (await aRecordedReturn(project, keeper)).id,
  };
  const snapshots = {
    kept: (await aSnapshot(plan, planAction)).id,
    // In force whenever today is, so that the quarter before has ended and waits to be closed.
    plan: (await aPlan(keeper, aroundToday)).id,
  };
  const draft = await aPlan(keeper, { status: "consultation" });
  await owner.plan.update({ where: { id: draft.id }, data: { eiaStatus: "in_progress" } });
  await anEquality(draft);
  await aSubmission(draft);
  const whoIsAsked = [people.agency_lead, people.steering_member].map((one) => one.organisationId);
  const round = await aRound(draft, { organisationIds: whoIsAsked });
  const consulted = {
    plan: draft.id,
    themeId: draft.themeId,
    round: round.id,
    comment: (await aComment(round)).id,
  };
  await aPublicLine(plan);
  const publication = await aPublication(plan);
  const planImport = (await anImport(plan)).id;
  const ofAction = {
    milestone: (await aMilestone(plan, planAction)).id,
    measure: (await aMeasure(plan, planAction)).id,
    evidence: (await someEvidence(plan, planAction)).id,
  };

  const approverHatId = people.agency_lead.hatId;
  const reports = {
    draft: await aReport(keeper),
    waiting: await aReport(keeper, { status: "in_approval", approverHatId }),
    issued: await aReport(keeper, { status: "published", isPublic: true }),
  };

  const consultations = {
    open: await aConsultation(keeper, { contributorHatId: approverHatId }),
    submitted: await aConsultation(keeper, { status: "submitted" }),
  };

  const { concernId } = await withActor(referrer, (ctx) =>
    noticeConcern(ctx, {
      about: "A pupil in year 9",
      noticed: "Repeated what was said in a film that was passed round.",
      noticedOn: "2026-03-02",
      howKnown: "seen_or_heard",
    }),
  );

  const { hatId } = people.gateway_officer;
  const search = await owner.savedSearch.create({
    data: {
      ...{ hatId, areaId, kind: "people", createdAt: new Date() },
      terms: { name: "Rowan Marsh", postcode: "NB1 4QT", reason: "A new referral" },
    },
    select: { id: true },
  });

  const closed = await aReferral({ referrer, areaId, status: "closed_not_prevent" });

  // Without a quarter that has ended there are no figures to take away.
  await owner.$executeRaw`insert into stat_cells values (${areaId}::uuid, '2026-04-01', 'referrals', 'all', 'all', 12)`;

  return {
    areaId,
    people,
    draft: await aDraft(referrer, generalising),
    sent: await aReferral({ referrer, areaId, status: "gateway" }),
    other: await aReferral({ referrer, areaId, status: "gateway" }),
    closed,
    signpost: (await aSignpost(closed, people.gateway_officer)).id,
    cases: { gathering, deciding, asking, asked, refused, supported, listed, reviewed },
    elsewhere: await aCase({ areaId }),
    transfer: await aTransfer(areaId),
    review: review.id,
    onward: (await anOnwardReferral(reviewed, coordinator)).id,
    untold: (await anUntoldTask(refused)).id,
    supportSession: (await aSession(supported, people.provider)).id,
    supportConcern: (await aSupportConcern(supported, people.provider)).id,
    supportNeed: (await aSupportNeed(supported, coordinator)).id,
    given: given.id,
    form: (await aConsentForm(asked, people.provider)).id,
    reassessment: (await aReassessment(refused, chair)).id,
    search: search.id,
    item,
    meeting,
    seat,
    minuted: { meetingId: held.id, blockId: block.id },
    information: await anInformationItem(gathering),
    template: await aTemplate(coordinator),
    around: await aPersonAround(gathering, coordinator),
    document: await aDocument(gathering, coordinator),
    need: await aNeed(gathering, coordinator),
    request: await aRequest(gathering, { organisationId: school.id, askedBy: coordinator }),
    supportPlan: await aSupportPlan(supported, coordinator),
    supportAction: await aSupportAction(supported, coordinator, { owner: people.provider }),
    framework: await aFramework(people.administrator),
    plan,
    planAction,
    risk: risk.id,
    areaPost: (await anAreaPost(keeper)).id,
    champion: (await aChampion(keeper, { organisationId: led.ownerOrganisationId })).id,
    benchmarks,
    edition: edition.id,
    profileSummary: (await aSummary(edition, keeper)).id,
    recommendation: (await aRecommendation(edition, keeper)).id,
    ofAction,
    consulted,
    publication: publication.slug,
    planImport,
    board,
    project: { id: project.id, provider: project.providerId ?? "" },
    ofProject,
    training: await aTraining(keeper, people.agency_lead),
    money,
    snapshots,
    reports,
    consultations,
    concernId,
    absent: randomUUID(),
  };
}

/** What a group needs, what a partner says of it, and a session that was held. */
async function aTraining(keeper: Actor, lead: Actor) {
  const requirement = await aRequirement(keeper);
  await aDeclaration(requirement, lead);
  const { group, course } = requirement;
  const session = await aTrainingSession(keeper, course.id);
  const { id: material } = await aMaterial(session, keeper);
  const held = { session: session.id, material };
  return { requirement: requirement.id, group: group.id, course: course.id, ...held };
}

/** One that is being answered, with a peer's view of a low level, one that was submitted, and a change of guidance. */
async function selfAssessments(keeper: Actor, people: Record<Role, Actor>) {
  const open = await aSelfAssessment(keeper, { level: 2 });
  return {
    open,
    challenge: (await aChallenge(open, people.steering_member)).id,
    submitted: await aSelfAssessment(keeper, { level: 3, status: "submitted", year: lastYear }),
    gap: await aGapReview(keeper, people.agency_lead.organisationId),
  };
}

/** A body above another, and one of its meetings, with a paper and a question that it is asked. */
async function aBoard(keeper: Actor, chair: Actor) {
  const gold = await aGovernanceBody(keeper, { kind: "gold" });
  const body = await aGovernanceBody(keeper, { parentId: gold.id });
  const member = await aSeat(body, chair, { role: "chair" });
  const { meetingId, itemId } = await aHeldMeeting(body, keeper);
  const under = await aGovernanceBody(keeper, { kind: "practitioner", parentId: body.id });
  const raised = await aHeldMeeting(under, keeper);
  const about = { itemId: raised.itemId };
  return {
    ...{ body: body.id, member: member.id, meetingId, itemId },
    paper: (await aPaper(body, meetingId, itemId, keeper)).id,
    ...{ awaitsFile: (await aPaper(body, meetingId, itemId, keeper, true)).id },
    filed: (await aFilePaper(body, meetingId, itemId, keeper)).id,
    escalation: (await anEscalation(under, body, keeper, about)).id,
  };
}

export type Town = Awaited<ReturnType<typeof aTown>>;
