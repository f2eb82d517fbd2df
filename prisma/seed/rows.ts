import { Prisma } from "@/lib/db/generated/client";

/** Everything that is laid out, table by table, before any of it is written. */
export const noRows = () => ({
  dataKey: [] as Prisma.DataKeyCreateManyInput[],
  referral: [] as Prisma.ReferralCreateManyInput[],
  person: [] as Prisma.PersonCreateManyInput[],
  case: [] as Prisma.CaseCreateManyInput[],
  referralText: [] as Prisma.ReferralTextCreateManyInput[],
  referralAddendum: [] as Prisma.ReferralAddendumCreateManyInput[],
  referralDelivery: [] as Prisma.ReferralDeliveryCreateManyInput[],
  personName: [] as Prisma.PersonNameCreateManyInput[],
  equalityRecord: [] as Prisma.EqualityRecordCreateManyInput[],
  screening: [] as Prisma.ScreeningCreateManyInput[],
  deconfliction: [] as Prisma.DeconflictionCreateManyInput[],
  personLink: [] as Prisma.PersonLinkCreateManyInput[],
  caseWorker: [] as Prisma.CaseWorkerCreateManyInput[],
  caseConflict: [] as Prisma.CaseConflictCreateManyInput[],
  casePause: [] as Prisma.CasePauseCreateManyInput[],
  caseMove: [] as Prisma.CaseMoveCreateManyInput[],
  informationRequest: [] as Prisma.InformationRequestCreateManyInput[],
  informationItem: [] as Prisma.InformationItemCreateManyInput[],
  itemAudience: [] as Prisma.ItemAudienceCreateManyInput[],
  personAround: [] as Prisma.PersonAroundCreateManyInput[],
  document: [] as Prisma.DocumentCreateManyInput[],
  documentVersion: [] as Prisma.DocumentVersionCreateManyInput[],
  needEntry: [] as Prisma.NeedEntryCreateManyInput[],
  assessment: [] as Prisma.AssessmentCreateManyInput[],
  assessmentAnswer: [] as Prisma.AssessmentAnswerCreateManyInput[],
  section36Decision: [] as Prisma.Section36DecisionCreateManyInput[],
  clock: [] as Prisma.ClockCreateManyInput[],
  panelDeputy: [] as Prisma.PanelDeputyCreateManyInput[],
  meetingSeries: [] as Prisma.MeetingSeriesCreateManyInput[],
  meeting: [] as Prisma.MeetingCreateManyInput[],
  meetingArea: [] as Prisma.MeetingAreaCreateManyInput[],
  meetingMember: [] as Prisma.MeetingMemberCreateManyInput[],
  panelItem: [] as Prisma.PanelItemCreateManyInput[],
  panelAttendee: [] as Prisma.PanelAttendeeCreateManyInput[],
  panelPaper: [] as Prisma.PanelPaperCreateManyInput[],
  panelDecision: [] as Prisma.PanelDecisionCreateManyInput[],
  minutes: [] as Prisma.MinutesCreateManyInput[],
  minuteBlock: [] as Prisma.MinuteBlockCreateManyInput[],
  consent: [] as Prisma.ConsentCreateManyInput[],
  /** Documents that hang on a consent, which comes before them (C-05). */
  signedForm: [] as Prisma.DocumentCreateManyInput[],
  signedFormVersion: [] as Prisma.DocumentVersionCreateManyInput[],
  supportPlan: [] as Prisma.SupportPlanCreateManyInput[],
  review: [] as Prisma.ReviewCreateManyInput[],
  plan: [] as Prisma.PlanCreateManyInput[],
  planArea: [] as Prisma.PlanAreaCreateManyInput[],
  planTheme: [] as Prisma.PlanThemeCreateManyInput[],
  supportNeed: [] as Prisma.SupportNeedCreateManyInput[],
  action: [] as Prisma.ActionCreateManyInput[],
  supportSession: [] as Prisma.SupportSessionCreateManyInput[],
  supportConcern: [] as Prisma.SupportConcernCreateManyInput[],
  endReport: [] as Prisma.EndReportCreateManyInput[],
  reassessment: [] as Prisma.ReassessmentCreateManyInput[],
  telling: [] as Prisma.TellingCreateManyInput[],
  onwardReferral: [] as Prisma.OnwardReferralCreateManyInput[],
  /** After the actions: support that was begun was agreed to then (C-09). */
  consentTakenBack: [] as Prisma.ConsentCreateManyInput[],
  planAction: [] as Prisma.PlanActionCreateManyInput[],
  planActionContributor: [] as Prisma.PlanActionContributorCreateManyInput[],
  planUpdate: [] as Prisma.PlanUpdateCreateManyInput[],
  planEscalation: [] as Prisma.PlanEscalationCreateManyInput[],
  planMilestone: [] as Prisma.PlanMilestoneCreateManyInput[],
  planDependency: [] as Prisma.PlanDependencyCreateManyInput[],
  planMeasure: [] as Prisma.PlanMeasureCreateManyInput[],
  planActual: [] as Prisma.PlanActualCreateManyInput[],
  planEvidence: [] as Prisma.PlanEvidenceCreateManyInput[],
  planRound: [] as Prisma.PlanRoundCreateManyInput[],
  planAsked: [] as Prisma.PlanAskedCreateManyInput[],
  planComment: [] as Prisma.PlanCommentCreateManyInput[],
  planEquality: [] as Prisma.PlanEqualityCreateManyInput[],
  planSubmission: [] as Prisma.PlanSubmissionCreateManyInput[],
  planPublicLine: [] as Prisma.PlanPublicLineCreateManyInput[],
  planPublication: [] as Prisma.PlanPublicationCreateManyInput[],
  planImport: [] as Prisma.PlanImportCreateManyInput[],
  planImportRow: [] as Prisma.PlanImportRowCreateManyInput[],
  planSnapshot: [] as Prisma.PlanSnapshotCreateManyInput[],
  planSnapshotAction: [] as Prisma.PlanSnapshotActionCreateManyInput[],
  actionExtension: [] as Prisma.ActionExtensionCreateManyInput[],
  risk: [] as Prisma.RiskCreateManyInput[],
  riskScore: [] as Prisma.RiskScoreCreateManyInput[],
  riskReview: [] as Prisma.RiskReviewCreateManyInput[],
  riskAction: [] as Prisma.RiskActionCreateManyInput[],
  profileEdition: [] as Prisma.ProfileEditionCreateManyInput[],
  profileSummary: [] as Prisma.ProfileSummaryCreateManyInput[],
  profileAccess: [] as Prisma.ProfileAccessCreateManyInput[],
  profileAccessReview: [] as Prisma.ProfileAccessReviewCreateManyInput[],
  profileBriefing: [] as Prisma.ProfileBriefingCreateManyInput[],
  profileRecommendation: [] as Prisma.ProfileRecommendationCreateManyInput[],
  recommendationAction: [] as Prisma.RecommendationActionCreateManyInput[],
  threatLevel: [] as Prisma.ThreatLevelCreateManyInput[],
  benchmarkAssessment: [] as Prisma.BenchmarkAssessmentCreateManyInput[],
  benchmarkAnswer: [] as Prisma.BenchmarkAnswerCreateManyInput[],
  benchmarkChallenge: [] as Prisma.BenchmarkChallengeCreateManyInput[],
  trainingRoleGroup: [] as Prisma.TrainingRoleGroupCreateManyInput[],
  trainingCourse: [] as Prisma.TrainingCourseCreateManyInput[],
  trainingRequirement: [] as Prisma.TrainingRequirementCreateManyInput[],
  trainingDeclaration: [] as Prisma.TrainingDeclarationCreateManyInput[],
  trainingSession: [] as Prisma.TrainingSessionCreateManyInput[],
  trainingAttendance: [] as Prisma.TrainingAttendanceCreateManyInput[],
  trainingMaterial: [] as Prisma.TrainingMaterialCreateManyInput[],
  // Some of it is figures of the training register, so it comes after that.
  benchmarkEvidence: [] as Prisma.BenchmarkEvidenceCreateManyInput[],
  cooperationEntry: [] as Prisma.CooperationEntryCreateManyInput[],
  guidanceEdition: [] as Prisma.GuidanceEditionCreateManyInput[],
  gapReview: [] as Prisma.GapReviewCreateManyInput[],
  provider: [] as Prisma.ProviderCreateManyInput[],
  providerCheck: [] as Prisma.ProviderCheckCreateManyInput[],
  project: [] as Prisma.ProjectCreateManyInput[],
  projectBid: [] as Prisma.ProjectBidCreateManyInput[],
  projectAction: [] as Prisma.ProjectActionCreateManyInput[],
  projectMeasure: [] as Prisma.ProjectMeasureCreateManyInput[],
  projectReturn: [] as Prisma.ProjectReturnCreateManyInput[],
  projectCount: [] as Prisma.ProjectCountCreateManyInput[],
  fundingLine: [] as Prisma.FundingLineCreateManyInput[],
  fundingPost: [] as Prisma.FundingPostCreateManyInput[],
  fundingEntry: [] as Prisma.FundingEntryCreateManyInput[],
  fundingClaim: [] as Prisma.FundingClaimCreateManyInput[],
  fundingAction: [] as Prisma.FundingActionCreateManyInput[],
  areaPriority: [] as Prisma.AreaPriorityCreateManyInput[],
  areaPost: [] as Prisma.AreaPostCreateManyInput[],
  areaPostContact: [] as Prisma.AreaPostContactCreateManyInput[],
  champion: [] as Prisma.ChampionCreateManyInput[],
  concern: [] as Prisma.ConcernCreateManyInput[],
  concernCheck: [] as Prisma.ConcernCheckCreateManyInput[],
  notification: [] as Prisma.NotificationCreateManyInput[],
  outboxMail: [] as Prisma.OutboxMailCreateManyInput[],
  auditStream: [] as Prisma.AuditStreamCreateManyInput[],
});
export type Rows = ReturnType<typeof noRows>;

type Writer = { createMany: (rows: { data: unknown[] }) => Promise<unknown> };

/** What is written later than others of its kind, because of what it needs. */
const later = {
  consentTakenBack: "consent",
  signedForm: "document",
  signedFormVersion: "documentVersion",
} as const;
const isLater = (name: keyof Rows): name is keyof typeof later => Object.hasOwn(later, name);
const tableOf = (name: keyof Rows) => (isLater(name) ? later[name] : name);

/** Writes the rows in the order above, each of which needs only what is before it. */
export async function writeRows(tx: Prisma.TransactionClient, rows: Rows): Promise<void> {
  await readersAfterwards(tx, "disable");
  for (const [name, data] of Object.entries(rows) as [keyof Rows, unknown[]][]) {
    const table = tx[tableOf(name)] as unknown as Writer;
    if (data.length > 0) await table.createMany({ data });
    if (name === "case") await pointBack(tx);
  }
  await readersAfterwards(tx, "enable");
  await tx.$executeRaw`
    update cases c set next_due_on = (
      select min(k.due_on) from clocks k where k.case_id = c.id and k.stopped_on is null and k.paused_on is null)`;
  await tx.$executeRaw`select refresh_case_readers(c.id) from cases c`;
}

/** Who reads a case is worked out once for each case, not once for each row that bears on it. */
async function readersAfterwards(tx: Prisma.TransactionClient, to: "disable" | "enable") {
  const every = to === "disable" ? disableTriggers : enableTriggers;
  for (const statement of every) await tx.$executeRaw(statement);
}

const disableTriggers = [
  Prisma.sql`alter table case_workers disable trigger readers`,
  Prisma.sql`alter table case_conflicts disable trigger readers`,
  Prisma.sql`alter table panel_attendees disable trigger readers`,
  Prisma.sql`alter table clocks disable trigger next_due`,
];
const enableTriggers = [
  Prisma.sql`alter table case_workers enable trigger readers`,
  Prisma.sql`alter table case_conflicts enable trigger readers`,
  Prisma.sql`alter table panel_attendees enable trigger readers`,
  Prisma.sql`alter table clocks enable trigger next_due`,
];

/** A referral and a person say which case they became, which was not there when they were written. */
async function pointBack(tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`update referrals r set case_id = c.id from cases c where c.referral_id = r.id`;
  await tx.$executeRaw`update people p set case_id = c.id from cases c where c.person_id = p.id`;
}
