import { expect, test } from "vitest";

import type { Actor } from "@/lib/access/actor";
import { can, mayEver, mayReadItem, type Parties, type Permission } from "@/lib/access/policy";
import { partiesOfEntry } from "@/lib/benchmarks/cooperation/queries";
import { withActor } from "@/lib/db/with-actor";
import { someWorlds, type World } from "./world";

// SEC-1: what the policy says may be read is exactly what Postgres returns, for every actor and row.

type Ids = Record<string, string[]>;

const hangs = (permission: Permission) => (actor: Actor, world: World) =>
  world.cases.filter(({ parties }) => can(actor, permission, parties)).map(({ id }) => id);

/** What a mentor has of their own, and whoever runs the case has all of. */
const ofMentor = (permission: Permission) => (actor: Actor, world: World) =>
  world.cases
    .filter(({ parties, mentorHatId: ownerHatId }) =>
      can(actor, permission, { ...parties, ownerHatId }),
    )
    .map(({ id }) => id);

/** A referral's own parties, and its case's when it has become one. */
function partiesOf(world: World, referral: World["referrals"][number]): Parties {
  const { areaId, organisationId, userId: authorId } = referral.author;
  const theCase = world.cases.find(({ referralId }) => referralId === referral.id);
  return { ...theCase?.parties, areaId, organisationId, authorId, isDraft: referral.isDraft };
}

const referral =
  (permission: Permission, isSentOnly = true) =>
  (actor: Actor, world: World) =>
    world.referrals
      .filter((one) => !(isSentOnly && one.isDraft))
      .filter((one) => can(actor, permission, partiesOf(world, one)))
      .map(({ id }) => id);

const plan = (actor: Actor, world: World) =>
  world.plans.filter(({ parties }) => can(actor, "plan:read", parties)).map(({ id }) => id);

/** A file on its way into a plan is its writer's alone. */
const keptPlan = (actor: Actor, world: World) =>
  world.plans.filter(({ parties }) => can(actor, "plan:write", parties)).map(({ id }) => id);

const onRegister =
  (rows: "risks" | "profiles" | "levels", permission: Permission) => (actor: Actor, world: World) =>
    world[rows].filter(({ parties }) => can(actor, permission, parties)).map(({ id }) => id);

const report = (permission: Permission) => (actor: Actor, world: World) =>
  world.reports.filter(({ parties }) => can(actor, permission, parties)).map(({ id }) => id);
/** The area's own is read like its plan, and an authority's by those who oversee, and by itself (1.2). */
const benchmark = (actor: Actor, world: World) =>
  world.assessments
    .filter(({ organisationId, parties }) =>
      can(actor, organisationId ? "compliance:read" : "benchmark:read", parties),
    )
    .map(({ id }) => id);
const ofProjects =
  (may: (actor: Actor, parties: Parties) => boolean) => (actor: Actor, world: World) =>
    world.projects.filter(({ parties }) => may(actor, parties)).map(({ id }) => id);
/** A line is nobody's organisation's. */
const mayReadLine = (actor: Actor, { organisationId: _, ...parties }: Parties) =>
  can(actor, "money:read", parties);

const profiled = (actor: Actor, world: World) =>
  world.profiled
    .filter(({ parties }) => can(actor, "area_profile:read", parties))
    .map(({ id }) => id);

const taught = (permission: Permission) => (actor: Actor, world: World) =>
  world.trained.filter(({ parties }) => can(actor, permission, parties)).map(({ id }) => id);

const body = (permission: Permission) => (actor: Actor, world: World) =>
  world.bodies.filter(({ parties }) => can(actor, permission, parties)).map(({ id }) => id);

/** The key of a referral is its area's, but for those who know no case; that of a paper goes with the paper, whose id it has. */
const knowNoCase = [
  ...["administrator", "auditor", "steering_member", "gold_reader", "prevent_coordinator"],
];
const dataKey = (actor: Actor, world: World) => [
  ...body("board:read")(actor, world),
  ...world.referrals
    .filter(({ author }) => author.areaId === actor.areaId && !knowNoCase.includes(actor.role))
    .map(({ dataKeyId }) => dataKeyId),
];

/** The action that each body asked for, which has its id. */
const askedFor = (actor: Actor, world: World) =>
  world.bodies
    .filter(({ parties, ownerOrganisationId: organisationId }) =>
      can(actor, "board_action:read", { ...parties, organisationId }),
    )
    .map(({ id }) => id);

/** A question is read from both ends; and by whoever reads the action that it is about. */
const escalated = (actor: Actor, world: World) => [
  ...new Set(
    world.bodies
      .filter(
        ({ parties, planParties }) =>
          can(actor, "board:read", parties) ||
          (planParties !== null &&
            can(actor, "plan:read", planParties) &&
            can(actor, "escalation:of_action", planParties)),
      )
      .map(({ lower }) => lower),
  ),
];
const consultation = (permission: Permission) => (actor: Actor, world: World) =>
  world.consultations.filter(({ parties }) => can(actor, permission, parties)).map(({ id }) => id);

/** What contributors say is for the co-ordinator who asked, and their own. */
const contribution = (actor: Actor, world: World) =>
  together(
    consultation("consultation:write")(actor, world),
    consultation("consultation:answer")(actor, world),
  );

const concern = (actor: Actor, world: World) =>
  world.concerns.filter(({ parties }) => can(actor, "concern:read", parties)).map(({ id }) => id);

/** Who reads a case; and who is asked in for an item of it, and knows that it is there (s.37(4)). */
const mayKnow = (actor: Actor, parties: Parties) =>
  can(actor, "case:read", parties) || can(actor, "invitation:read", parties);

/** The gateway reads a case by its area, and is no reader by name. */
const mentioned = (actor: Actor, world: World, hats: "workerHatIds" | "attendeeHatIds") =>
  world.cases
    .filter(({ parties }) => parties[hats].includes(actor.hatId))
    .filter(({ parties }) => actor.role !== "gateway_officer" && mayKnow(actor, parties))
    .map(({ id }) => id);

const together = (...ids: string[][]) => [...new Set(ids.flat())];

/** Closed at the gateway with other help named: those of which no case came. */
const signposted = (world: World) => {
  const become = world.cases.map(({ referralId }) => referralId);
  return world.referrals.filter(({ id, isDraft }) => !isDraft && !become.includes(id));
};

const onAgenda = (actor: Actor, world: World) =>
  world.cases
    .filter(({ id, parties }) => world.listed.has(id) && can(actor, "panel:read", parties))
    .map(({ id }) => id);

/** A document is for its audience as an item is, and nobody is asked for one. A signed form goes with its consent. */
const documentsOf = (actor: Actor, world: World) =>
  together(
    world.items
      .filter(({ parties, item }) => mayReadItem(actor, parties, { ...item, wasAsked: false }))
      .map(({ id }) => id),
    hangs("consent:read")(actor, world),
  );

/** Words are as visible as the row that they come from. What is sealed has no words, and a file has a title alone. */
const wordsOf = (actor: Actor, world: World) => {
  const become = world.cases.map(({ referralId }) => referralId);
  const inClear = world.items.filter(({ item }) => item.audience !== "chair_and_coordinator");
  const rows = (table: string) => expected[table]?.(actor, world) ?? [];
  return together(
    ...["s36_decisions", "panel_decisions", "support_plans", "need_entries"].map(rows),
    ...["information_items", "information_requests"].map(rows),
    rows("referral_addenda").filter((id) => become.includes(id)),
    rows("actions").filter((id) => world.actions.some((action) => action.id === id)),
    rows("documents").filter((id) => [...inClear, ...world.cases].some((one) => one.id === id)),
  );
};

/** What each table should show, by the policy alone. */
const expected: Record<string, (actor: Actor, world: World) => string[]> = {
  referrals: referral("referral:status", false),
  referral_texts: referral("referral:read"),
  referral_addenda: referral("referral:read"),
  attachments: referral("referral:read", false),
  people: referral("person:read"),
  deconflictions: (actor, world) =>
    world.referrals
      .filter((one) => !one.isDraft)
      .filter((one) => can(actor, "case:history", partiesOf(world, one)))
      .map(({ id }) => id),
  screenings: (actor, world) =>
    world.referrals
      .filter((one) => !one.isDraft)
      .filter((one) => {
        const parties = partiesOf(world, one);
        const isTheirs = ["coordinator", "chair"].includes(actor.role);
        return (
          can(actor, "referral:screen", parties) || (isTheirs && can(actor, "case:read", parties))
        );
      })
      .map(({ id }) => id),
  cases: (actor, world) =>
    world.cases.filter(({ parties }) => mayKnow(actor, parties)).map(({ id }) => id),
  case_moves: hangs("case:history"),
  case_pauses: hangs("case:pause"),
  clocks: (actor, world) => {
    const mayRead = ({ parties }: { parties: Parties }) => can(actor, "case:history", parties);
    const asked = world.items.filter(({ item }) => item.wasAsked);
    const kept = [...world.cases, ...asked, ...world.actions].filter(mayRead);
    // Of the panel's own, those who run panels in the area that called the meeting (M-02).
    const runsPanels = actor.role === "coordinator" || actor.role === "chair";
    const minutes = world.meetings.filter(
      ({ parties }) => runsPanels && parties.areaId === actor.areaId,
    );
    const atGateway = ["gateway_officer", "coordinator"].includes(actor.role)
      ? signposted(world).filter(({ author }) => author.areaId === actor.areaId)
      : [];
    return [
      ...[...kept, ...minutes].map(({ id }) => id),
      ...plan(actor, world),
      ...askedFor(actor, world),
      ...world.risks
        .filter(({ isOpen, parties }) => isOpen && can(actor, "risk:read", parties))
        .map(({ id }) => id),
      ...world.projects.flatMap(({ id, parties }) => [
        ...(can(actor, "project:read", parties) ? [`return ${id}`] : []),
        ...(mayReadLine(actor, parties) ? [`claim ${id}`] : []),
        ...(can(actor, "provider:read", { areaId: parties.areaId }) ? [`check ${id}`] : []),
      ]),
      ...atGateway.map(({ id }) => id),
      ...onRegister("profiles", "profile:read")(actor, world),
    ];
  },
  clock_steps: hangs("case:history"),
  absences: (actor, world) =>
    world.absences
      .filter(
        ({ areaId, hatId, coverHatId, organisationId }) =>
          [hatId, coverHatId].includes(actor.hatId) ||
          (areaId === actor.areaId &&
            (actor.role === "administrator" ||
              (actor.role === "agency_lead" && organisationId === actor.organisationId))),
      )
      .map(({ id }) => id),
  area_limits: (actor, world) =>
    world.everyArea.filter(({ id }) => id === actor.areaId).map(({ id }) => id),
  beside_changes: (actor, world) =>
    world.everyArea
      .filter(({ id }) => actor.role === "administrator" && id === actor.areaId)
      .map(({ id }) => id),
  area_notices: (_, world) => world.everyArea.map(({ id }) => id), // TR-01: public
  assessments: hangs("assessment:read"),
  // A draft is its administrators'; whoever reads an assessment reads what it asked, in any area (AF-01).
  frameworks: (actor, world) =>
    world.frameworks
      .filter(({ areaId, code, status }) => {
        if (can(actor, "form:manage", { areaId })) return true;
        const isPinned = world.cases.some(
          ({ parties }) =>
            code === "blank" && parties.areaId === areaId && can(actor, "assessment:read", parties),
        );
        return status !== "draft" && (areaId === actor.areaId || isPinned);
      })
      .map(({ id }) => id),
  s36_decisions: hangs("assessment:read"),
  consents: hangs("consent:read"),
  consent_forms: ofMentor("session:read"),
  reassessments: hangs("consent:read"),
  tellings: hangs("told:read"),
  untold_tasks: hangs("untold:settle"),
  support_plans: hangs("support:read"),
  support_needs: hangs("consent:read"),
  support_sessions: ofMentor("session:read"),
  support_concerns: ofMentor("session:read"),
  end_reports: ofMentor("end_report:read"),
  onward_referrals: (actor, world) => [
    ...hangs("consent:read")(actor, world),
    ...together(
      hangs("consent:read")(actor, world),
      actor.role === "gateway_officer" ? hangs("signpost:answer")(actor, world) : [],
    ).map((id) => `36 ${id}`),
    ...signposted(world)
      .filter((one) => can(actor, "referral:screen", partiesOf(world, one)))
      .map(({ id }) => id),
  ],
  reviews: hangs("review:read"),
  panel_items: onAgenda,
  panel_decisions: onAgenda,
  minute_blocks: onAgenda,
  minute_comments: onAgenda,
  minute_addenda: onAgenda,
  minutes: (actor, world) =>
    world.meetings.filter(({ parties }) => can(actor, "minutes:read", parties)).map(({ id }) => id),
  decision_drafts: (actor, world) =>
    world.meetings
      .filter(({ drafterHatId }) => drafterHatId === actor.hatId)
      .map(({ caseId }) => caseId)
      .filter((id) =>
        world.cases.some((one) => one.id === id && can(actor, "decision:record", one.parties)),
      ),
  case_texts: wordsOf,
  documents: documentsOf,
  document_versions: documentsOf,
  people_around: hangs("around:read"),
  case_transfers: (actor, world) =>
    world.cases.filter(({ parties }) => can(actor, "transfer:read", parties)).map(({ id }) => id),
  police_led_stubs: (actor, world) =>
    world.cases
      .filter(({ parties }) => parties.isPoliceLed && can(actor, "case:stub", parties))
      .map(({ id }) => id),
  need_entries: (actor, world) =>
    world.needs
      .filter(({ parties }) => can(actor, "needs:read", parties))
      .filter(({ writtenByHatId }) => actor.role !== "provider" || writtenByHatId === actor.hatId) // IS-15
      .map(({ id }) => id),
  panel_papers: (actor, world) =>
    world.cases
      .filter(({ id, parties }) => world.listed.has(id) && can(actor, "panel:read", parties))
      .map(({ id }) => id),
  request_templates: (actor, world) =>
    world.areas
      .filter(({ id: areaId }) => can(actor, "template:read", { areaId }))
      .map(({ id }) => id),
  agenda_left_off: (actor, world) =>
    world.cases
      .filter(({ id, parties }) => world.listed.has(id) && can(actor, "panel:list", parties))
      .map(({ id }) => id),
  case_workers: (actor, world) =>
    together(
      world.cases
        .filter(({ parties }) => parties.workerHatIds.length > 0)
        .filter(({ parties }) => can(actor, "case:history", parties))
        .map(({ id }) => id),
      mentioned(actor, world, "workerHatIds"),
    ),
  panel_attendees: (actor, world) =>
    together(
      world.cases
        .filter(({ id }) => world.attended.has(id))
        .filter(({ parties }) => can(actor, "panel:read", parties))
        .map(({ id }) => id),
      mentioned(actor, world, "attendeeHatIds"),
    ),
  case_conflicts: (actor, world) =>
    world.cases
      .filter(
        ({ parties }) =>
          parties.conflictedUserIds.includes(actor.userId) ||
          (parties.conflictedUserIds.length > 0 && can(actor, "panel:read", parties)),
      )
      .map(({ id }) => id),
  information_items: (actor, world) =>
    world.items
      .filter(({ parties, item }) => mayReadItem(actor, parties, item))
      .map(({ id }) => id),
  corroboration_changes: (actor, world) => expected.information_items?.(actor, world) ?? [],
  information_requests: (actor, world) =>
    world.items
      .filter(({ item }) => item.wasAsked)
      .filter(({ parties, item }) =>
        can(actor, "request:read", {
          ...{ ...parties, organisationId: item.supplierId, forHatId: item.forHatId },
        }),
      )
      .map(({ id }) => id),
  meetings: (actor, world) =>
    world.meetings.filter(({ parties }) => can(actor, "meeting:read", parties)).map(({ id }) => id),
  meeting_series: (actor, world) =>
    world.meetings.filter(({ parties }) => can(actor, "meeting:host", parties)).map(({ id }) => id),
  panel_deputies: (actor, world) =>
    world.meetings.filter(({ parties }) => can(actor, "meeting:host", parties)).map(({ id }) => id),
  meeting_areas: (actor, world) =>
    world.meetings
      .filter(({ parties }) => (parties.jointAreaIds ?? []).length > 0)
      .filter(() => mayEver(actor, "meeting:read")) // there are two areas, and both are served
      .map(({ id }) => id),
  actions: (actor, world) =>
    together(
      world.actions
        .filter(({ parties, ownerHatId }) => can(actor, "action:read", { ...parties, ownerHatId }))
        .map(({ id }) => id),
      plan(actor, world),
      askedFor(actor, world),
    ),
  plans: plan,
  plan_themes: plan,
  plan_actions: plan,
  plan_updates: plan,
  plan_escalations: plan,
  risks: onRegister("risks", "risk:read"),
  risk_scores: onRegister("risks", "risk:history"),
  risk_reviews: onRegister("risks", "risk:history"),
  profile_editions: onRegister("profiles", "profile:read"),
  profile_access: onRegister("profiles", "profile:access"),
  profile_access_reviews: onRegister("profiles", "profile:read"),
  profile_briefings: onRegister("profiles", "profile:read"),
  profile_recommendations: onRegister("profiles", "profile:read"),
  // CT-01: until it is cleared, a summary is its keeper's alone.
  profile_summaries: (actor, world) =>
    world.profiles
      .filter(({ isCleared, parties }) =>
        can(actor, isCleared ? "profile:read" : "profile:write", parties),
      )
      .map(({ id }) => id),
  threat_levels: onRegister("levels", "threat:read"),
  consultations: consultation("consultation:read"),
  consultation_questions: consultation("consultation:read"),
  consultation_contributors: contribution,
  consultation_answers: contribution,
  board_reports: report("report:read"),
  // What is being written is its keeper's; others read what was frozen.
  report_sections: report("report:write"),
  report_approvers: report("report:read"),
  report_approvals: report("report:read"),
  // BR-03: the whole of it for those who work on it, and once it is published its public copy for all above.
  report_versions: (actor, world) =>
    world.reports.flatMap(({ id, publicId, parties }) => {
      if (can(actor, "report:exempt", parties)) return [id, publicId];
      return parties.isApproved && can(actor, "report:read", parties) ? [publicId] : [];
    }),
  benchmark_assessments: benchmark,
  benchmark_answers: benchmark,
  benchmark_evidence: benchmark,
  benchmark_challenges: benchmark,
  benchmark_actions: benchmark,
  cooperation_entries: (actor, world) =>
    world.entries
      .filter((entry) =>
        can(actor, "cooperation:read", partiesOfEntry(actor.organisationId, entry)),
      )
      .map(({ id }) => id),
  guidance_editions: (actor, world) =>
    world.gapReviews
      .filter(({ parties }) => can(actor, "guidance:read", parties))
      .map(({ id }) => id),
  gap_reviews: (actor, world) =>
    world.gapReviews.filter(({ parties }) => can(actor, "gap:read", parties)).map(({ id }) => id),
  governance_bodies: body("body:read"),
  governance_terms: body("body:read"),
  governance_members: body("body:members"),
  governance_meetings: body("board:read"),
  governance_items: body("board:read"),
  governance_papers: body("board:read"),
  governance_files: body("board:read"),
  data_keys: dataKey,
  governance_attendance: body("board:read"),
  governance_addenda: body("board:read"),
  governance_escalations: escalated,
  projects: ofProjects((actor, parties) => can(actor, "project:read", parties)),
  project_moves: ofProjects((actor, parties) => can(actor, "project:read", parties)),
  project_measures: ofProjects((actor, parties) => can(actor, "project:read", parties)),
  project_returns: ofProjects((actor, parties) => can(actor, "project:read", parties)),
  project_return_versions: ofProjects((actor, parties) => can(actor, "project:read", parties)),
  project_counts: ofProjects((actor, parties) => can(actor, "project:count", parties)),
  project_bids: ofProjects(
    (actor, parties) => can(actor, "money:read", parties) && can(actor, "project:read", parties),
  ),
  providers: ofProjects(
    (actor, parties) =>
      can(actor, "provider:read", { areaId: parties.areaId }) ||
      can(actor, "project:read", parties),
  ),
  provider_checks: ofProjects((actor, { areaId }) => can(actor, "provider:read", { areaId })),
  funding_lines: ofProjects(mayReadLine),
  funding_posts: ofProjects(mayReadLine),
  funding_claims: ofProjects(mayReadLine),
  // Of their own projects, partners see what was entered.
  funding_entries: ofProjects((actor, parties) => can(actor, "money:read", parties)),
  champions: (actor, world) =>
    world.champions
      .filter(({ parties }) => can(actor, "champion:read", parties))
      .map(({ id }) => id),
  area_priorities: profiled,
  area_posts: profiled,
  area_post_contacts: profiled,
  training_role_groups: taught("course:read"),
  training_courses: taught("course:read"),
  training_requirements: taught("course:read"),
  training_sessions: taught("course:read"),
  training_materials: taught("course:read"),
  training_declarations: taught("training:read"),
  training_attendance: taught("training:read"),
  plan_milestones: plan,
  plan_measures: plan,
  plan_actuals: plan,
  plan_evidence: plan,
  plan_imports: keptPlan,
  plan_import_rows: keptPlan,
  plan_snapshots: plan,
  plan_snapshot_actions: plan,
  plan_rounds: plan,
  plan_asked: plan,
  plan_comments: plan,
  plan_equality: plan,
  plan_submissions: plan,
  plan_public_lines: plan,
  plan_publications: plan,
  concerns: concern,
  concern_checks: concern,
};

const idOf: Record<string, string> = {
  case_texts: "row_id",
  clocks:
    "coalesce('return ' || return_id, 'claim ' || claim_id, 'check ' || check_id, coalesce(request_id, action_id, risk_id, edition_id, meeting_id, case when onward_id is not null then coalesce(case_id, referral_id) end, id)::text)",
  risk_scores: "risk_id",
  project_moves: "project_id",
  project_counts: "project_id",
  project_return_versions: "project_id",
  profile_access_reviews: "edition_id",
  onward_referrals:
    "case when made_at_stage = 'section_36' then '36 ' || case_id else id::text end",
  clock_steps: "clock_id",
  referral_texts: "referral_id",
  case_workers: "case_id",
  police_led_stubs: "case_id",
  panel_attendees: "case_id",
  meeting_areas: "meeting_id",
  governance_members: "body_id",
  governance_files: "paper_id",
  governance_attendance: "meeting_id",
  case_conflicts: "case_id",
  plan_actions: "action_id",
  plan_snapshot_actions: "snapshot_id",
  plan_import_rows: "import_id",
  minutes: "meeting_id",
  decision_drafts: "case_id",
};

const readEverything = Object.keys(expected)
  .map((table) => `select '${table}' as t, ${idOf[table] ?? "id"}::text as id from ${table}`)
  .join(" union ");

async function shown(actor: Actor): Promise<Ids> {
  const { Prisma } = await import("@/lib/db/generated/client");
  const rows = await withActor(actor, ({ tx }) =>
    tx.$queryRaw<{ t: string; id: string }[]>(Prisma.raw(readEverything)),
  );
  const found: Ids = Object.fromEntries(Object.keys(expected).map((table) => [table, []]));
  for (const { t, id } of rows) found[t]?.push(id);
  return found;
}

const sorted = (ids: Ids): Ids =>
  Object.fromEntries(Object.entries(ids).map(([table, list]) => [table, list.toSorted()]));

const worlds = 200;
const share = worlds / 8;
const atOnce = 5;
const upTo = (count: number) => Array.from({ length: count }, (_, index) => index);

/** Each share has a file to itself, and with it a database: every actor is shown rows of that many worlds, and their own. */
export function differential(which: 0 | 1 | 2 | 3 | 4 | 5 | 6 | 7): void {
  test(`in ${share} of ${worlds} worlds, share ${which + 1}, the policy and Postgres show every actor the same rows (SEC-1, IS-01, IS-18)`, {
    timeout: 600_000,
  }, async () => {
    let seen = 0;
    for (let first = which * share; first < (which + 1) * share; first += atOnce) {
      const seeds = upTo(atOnce).map((index) => first + index + 1);
      for (const [index, world] of (await someWorlds(seeds)).entries())
        for (const actor of world.actors) seen += await compare(actor, world, seeds[index] ?? 0);
    }
    // A test in which nobody sees anything would prove nothing.
    expect(seen).toBeGreaterThan(worlds * 5);
  });
}

async function compare(actor: Actor, world: World, seed: number): Promise<number> {
  const allowed = Object.fromEntries(
    Object.entries(expected).map(([table, rule]) => [table, rule(actor, world)]),
  );
  const found = await shown(actor);
  expect(sorted(found), `world ${seed}, ${actor.role}`).toEqual(sorted(allowed));
  return Object.values(found).flat().length;
}
