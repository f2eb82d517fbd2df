import { expect, test } from "vitest";

import * as access from "@/lib/access/labels";
import * as areas from "@/lib/areas/labels";
import { frameworkStatuses } from "@/lib/assessments/frameworks/labels";
import * as assessments from "@/lib/assessments/labels";
import * as attachments from "@/lib/attachments/labels";
import * as benchmarks from "@/lib/benchmarks/labels";
import * as around from "@/lib/cases/around/labels";
import * as cases from "@/lib/cases/labels";
import * as leads from "@/lib/cases/leads/labels";
import * as needs from "@/lib/cases/needs/labels";
import * as champions from "@/lib/champions/labels";
import * as clocks from "@/lib/clocks/labels";
import * as concerns from "@/lib/concerns/labels";
import * as consent from "@/lib/consent/labels";
import * as consultations from "@/lib/consultations/labels";
import * as documents from "@/lib/documents/labels";
import * as funding from "@/lib/funding/labels";
import * as governance from "@/lib/governance/labels";
import * as information from "@/lib/information/labels";
import * as panels from "@/lib/panels/labels";
import { paperKinds } from "@/lib/panels/papers/labels";
import { seriesPatterns } from "@/lib/panels/series/labels";
import { planDecisionLabels } from "@/lib/plans/approval/labels";
import * as consultation from "@/lib/plans/consultation/labels";
import { characteristicLabels } from "@/lib/plans/equality/labels";
import { importStatuses } from "@/lib/plans/imports/labels";
import * as plans from "@/lib/plans/labels";
import * as planParts from "@/lib/plans/parts/labels";
import * as planSnapshots from "@/lib/plans/snapshots/labels";
import * as profile from "@/lib/profile/labels";
import * as projects from "@/lib/projects/labels";
import * as gateway from "@/lib/referrals/gateway/labels";
import * as referrals from "@/lib/referrals/labels";
import { ageBand } from "@/lib/referrals/rules";
import * as reports from "@/lib/reports/labels";
import * as reviews from "@/lib/reviews/labels";
import * as risks from "@/lib/risks/labels";
import * as onward from "@/lib/signposts/labels";
import { spreadsheetKinds } from "@/lib/spreadsheets/labels";
import * as sessions from "@/lib/support/sessions/labels";
import * as threat from "@/lib/threat/labels";
import * as told from "@/lib/told/labels";
import * as tracker from "@/lib/tracker/labels";
import * as training from "@/lib/training/labels";
import * as transfers from "@/lib/transfers/labels";
import { ask } from "@/tests/support/catalogue";

// Before it is a case, it is a referral, and has the statuses of one.
const { draft: _, submitted: __, gateway: ___, ...statusesOfACase } = cases.caseStatuses;

const wordsOf: Record<string, object> = {
  "actions.kind": tracker.kindLabels,
  "actions.status": tracker.statusLabels,
  "agenda_left_off.kind": panels.itemKinds,
  "areas.case_lead": gateway.recipientLabels,
  "assessment_answers.answer": assessments.factorAnswers,
  "assessments.status": assessments.assessmentStatuses,
  "attachments.scan": attachments.scanLabels,
  "benchmark_assessments.scheme": benchmarks.schemeLabels,
  "benchmark_assessments.status": benchmarks.benchmarkStatuses,
  "benchmark_challenges.verdict": benchmarks.verdictLabels,
  "benchmark_evidence.kind": benchmarks.evidenceKinds,
  "gap_reviews.outcome": benchmarks.gapOutcomes,
  "case_workers.capacity": cases.capacityLabels,
  "case_pauses.reason": cases.pauseReasons,
  "case_transfers.status": transfers.transferStatuses,
  "case_transfers.told_by": transfers.transferTellers,
  "cases.closure_code": cases.closureCodes,
  "cases.marking": cases.markingLabels,
  "cases.status": statusesOfACase,
  "area_posts.kind": areas.postKinds,
  "area_priorities.status": areas.priorityLabels,
  "area_limits.unit": clocks.clockUnits,
  "champions.kind": champions.championKinds,
  "champions.sector": champions.sectorLabels,
  "clocks.kind": clocks.clockKinds,
  "clock_steps.step": clocks.clockSteps,
  "clocks.outcome": gateway.clockOutcomeLabels,
  "concerns.close_reason": concerns.closeReasonLabels,
  "concerns.how_known": referrals.howKnownLabels,
  "concerns.status": concerns.statusLabels,
  "consent_forms.state": consent.formStates,
  "consents.state": consent.consentStates,
  "deconflictions.outcome": cases.deconflictionOutcomes,
  "corroboration_changes.became": information.corroborationLabels,
  "corroboration_changes.was": information.corroborationLabels,
  "document_versions.scan": attachments.scanLabels,
  "document_versions.why": documents.versionReasons,
  "documents.audience": information.audienceLabels,
  "documents.marking": cases.markingLabels,
  "frameworks.status": frameworkStatuses,
  "governance_attendance.state": governance.attendanceStates,
  "governance_bodies.frequency": governance.frequencyLabels,
  "governance_bodies.kind": governance.bodyKinds,
  "governance_bodies.powers": governance.powerLabels,
  "governance_escalations.state": governance.escalationStates,
  "governance_files.scan": attachments.scanLabels,
  "governance_items.decision_kind": governance.decisionKinds,
  "governance_items.kind": governance.governanceItemKinds,
  "governance_meetings.status": governance.meetingStates,
  "governance_members.role": governance.memberRoles,
  "governance_papers.marking": governance.paperMarkings,
  "hats.role": access.roleLabels,
  "hats.seat": panels.seats,
  "information_items.audience": information.audienceLabels,
  "information_items.corroboration": information.corroborationLabels,
  "information_items.kind": information.itemKindLabels,
  "information_items.reliability": information.reliabilityLabels,
  "information_requests.state": information.requestStateLabels,
  "request_templates.status": information.templateStatuses,
  "meeting_members.seat": panels.seats,
  "meeting_series.pattern": seriesPatterns,
  "meetings.status": panels.meetingStatuses,
  "need_entries.certainty": needs.needCertaintyLabels,
  "need_entries.kind": needs.needKinds,
  "need_entries.need": needs.needLabels,
  "onward_referrals.made_at_stage": onward.onwardStages,
  "onward_referrals.state": onward.onwardStates,
  "panel_attendees.seat": panels.seats,
  "panel_decisions.outcome": panels.outcomeLabels,
  "panel_decisions.vote": panels.votes,
  "panel_items.kind": panels.itemKinds,
  "people_around.knows": around.knowsLabels,
  "people_around.relation": around.relations,
  "people_around.safe_to_contact": around.safetyLabels,
  "panel_papers.kind": paperKinds,
  "people.gender": referrals.genderLabels,
  "person_links.answer": referrals.linkAnswerLabels,
  "plan_actions.benchmarks": plans.benchmarkLabels,
  "plan_actions.evidence_basis": plans.evidenceBasisLabels,
  "plan_actions.priority": plans.priorityLabels,
  "plan_actions.rag": plans.ragLabels,
  "plan_actions.workstream": plans.workstreamLabels,
  "plan_comments.about": consultation.aboutLabels,
  "plan_comments.changed_part": consultation.changedPartLabels,
  "plan_comments.disposition": consultation.dispositionLabels,
  "plan_comments.source_kind": consultation.sourceKindLabels,
  "plan_equality.affected": characteristicLabels,
  "plan_evidence.benchmark": plans.benchmarkLabels,
  "plan_imports.kind": spreadsheetKinds,
  "plan_imports.status": importStatuses,
  "plan_measures.better": planParts.betterLabels,
  "plan_measures.type": planParts.measureTypeLabels,
  "plan_milestones.state": planParts.milestoneStates,
  "plan_snapshots.kind": planSnapshots.snapshotKinds,
  "plan_submissions.decision": planDecisionLabels,
  "plan_themes.duty_theme": plans.dutyThemeLabels,
  "plan_updates.rag": plans.ragLabels,
  "plans.eia_status": plans.eiaStatusLabels,
  "plans.objective_scheme": plans.objectiveSchemeLabels,
  "plans.status": plans.statusLabels,
  "lead_hand_overs.from_lead": leads.leadLabels,
  "lead_hand_overs.state": leads.handOverStates,
  "lead_hand_overs.to_lead": leads.leadLabels,
  "police_led_stubs.closure_code": cases.policeLedCodes,
  "reassessments.outcome": consent.reassessmentOutcomes,
  "consultation_questions.stance": consultations.stanceLabels,
  "consultations.status": consultations.consultationStatuses,
  "board_reports.purpose": reports.purposeLabels,
  "board_reports.status": reports.reportStatuses,
  "board_reports.template": reports.templateLabels,
  "report_approvers.role": reports.approverRoles,
  "report_versions.part": reports.partLabels,
  "referral_deliveries.recipient": gateway.recipientLabels,
  "referrals.channel": referrals.channelLabels,
  "referrals.marking": cases.markingLabels,
  "referrals.passed_told": referrals.coarseStatusLabels,
  "referrals.priority": referrals.priorityLabels,
  "referrals.status": referrals.statusLabels,
  "reviews.kind": reviews.reviewKinds,
  "reviews.outcome": cases.reviewOutcomes,
  "profile_editions.kind": profile.editionKinds,
  "profile_editions.status": profile.editionStatuses,
  "funding_entries.kind": funding.entryKinds,
  "funding_lines.source": funding.sourceLabels,
  "funding_posts.state": funding.postStates,
  "project_counts.outcome": projects.participantOutcomes,
  "project_measures.type": projects.measureTypes,
  "project_measures.unit": projects.measureUnits,
  "projects.answer": projects.answerLabels,
  "projects.basis": projects.basisLabels,
  "projects.ideologies": risks.coveredIdeologyLabels,
  "projects.objective": plans.objectiveLabels,
  "projects.status": projects.projectStatuses,
  "provider_checks.kind": projects.checkKinds,
  "provider_checks.result": projects.checkResults,
  "risk_reviews.outcome": risks.reviewOutcomeLabels,
  "risks.finding": risks.findingLabels,
  "risks.ideology": risks.ideologyLabels,
  "risks.source_type": risks.sourceTypeLabels,
  "risks.status": risks.riskStatusLabels,
  "risks.strand": plans.strandLabels,
  "risks.workstream": plans.workstreamLabels,
  "threat_levels.level": threat.threatLevels,
  "training_courses.kind": training.courseKinds,
  "training_role_groups.found_in": training.organisationKinds,
  "training_sessions.audience": training.audienceLabels,
  "training_sessions.status": training.sessionStates,
  "s36_decisions.decision": referrals.section36Labels,
  "screenings.evidence": referrals.evidenceLabels,
  "screenings.outcome": referrals.gatewayOutcomeLabels,
  "support_sessions.missed_because": sessions.missedReasons,
  "support_sessions.state": sessions.sessionStates,
  "tellings.exemption": referrals.notToldReasonLabels,
  "tellings.method": told.tellingMethods,
  "tellings.stage": told.tellingStages,
  "tellings.told_whom": told.toldWhom,
  "untold_tasks.outcome": told.untoldOutcomes,
};

// Never on a screen, so without words.
const wordless = [
  "lead_hand_over_rows.state",
  "organisations.kind",
  "reference_counters.kind",
  "searches.kind",
  "users.status",
];

test("every code that the database takes has its words, and no words are for a code it refuses", async () => {
  const checks = await ask<{ column: string; codes: string }>(
    `select k.conrelid::regclass || '.' || a.attname as column, pg_get_constraintdef(k.oid) as codes
       from pg_constraint k join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
      where k.contype = 'c' and cardinality(k.conkey) = 1 and pg_get_constraintdef(k.oid) like '%ARRAY[%'`,
  );

  const inDatabase = checks
    .filter(({ column }) => !wordless.includes(column))
    .map(({ column, codes }) => [
      column,
      [...codes.matchAll(/'(\w+)'::text/g)].map(([, code]) => code).sort(),
    ]);
  expect(Object.fromEntries(inDatabase)).toEqual(
    Object.fromEntries(
      Object.entries(wordsOf).map(([column, words]) => [column, Object.keys(words).sort()]),
    ),
  );
});

test("the statistics put every age in the same band as the screens do (9.2)", async () => {
  const ages = [null, ...Array.from({ length: 111 }, (_, age) => age)];

  const rows = await ask<{ band: string }>(
    `select age_band(null) as band union all (select age_band(age) from generate_series(0, 110) age order by age)`,
  );

  expect(rows.map(({ band }) => band)).toEqual(ages.map(ageBand));
  expect(Object.keys(referrals.ageBandLabels).sort()).toEqual(
    [...new Set(rows.map(({ band }) => band))].sort(),
  );
});
