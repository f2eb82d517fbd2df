import { type Role, roleLabels } from "@/lib/access/labels";
import type { Town } from "./town";

/** Where the door is in a town, and which roles find it open there. To everybody else there is no such page (IS-01). */
export type Door = { at: (town: Town) => string; opens: readonly Role[] };

const everybody = Object.keys(roleLabels) as Role[];
const team: Role[] = ["coordinator", "chair", "panel_member", "governance_officer"];
const teamAndGateway: Role[] = [...team, "gateway_officer"];
const atWork: Role[] = [...teamAndGateway, "provider", "invitee"];
const runners: Role[] = ["coordinator", "chair"];
const partners: Role[] = ["referrer", "agency_lead", "panel_member"];
const organisation: Role[] = ["referrer", "agency_lead"];
const writers: Role[] = [
  "referrer",
  "agency_lead",
  "gateway_officer",
  "coordinator",
  "panel_member",
];
const informers: Role[] = ["coordinator", "chair", "panel_member", "gateway_officer"];
const atPanel: Role[] = ["coordinator", "chair", "panel_member"];
const gateway: Role[] = ["gateway_officer"];
const planners: Role[] = [
  "prevent_coordinator",
  "steering_member",
  "agency_lead",
  "auditor",
  "gold_reader",
];
/** Who says how an action of the plan goes: its lead, and whoever keeps the plan. */
const ofAction: Role[] = ["prevent_coordinator", "agency_lead"];
const overseers: Role[] = ["prevent_coordinator", "steering_member", "auditor"];
const counted: Role[] = [
  ...["agency_lead", "gateway_officer", "coordinator", "chair", "panel_member"],
  ...["prevent_coordinator", "steering_member", "gold_reader", "governance_officer", "auditor"],
] as Role[];
const inMeetings: Role[] = ["coordinator", "chair", "panel_member", "invitee"];
const keepsPlan: Role[] = ["prevent_coordinator"];
/** Who knows of the bodies that oversee the plan, who may sit on one, and who does in this town. */
const knowsBodies: Role[] = [...planners, "coordinator", "chair", "panel_member"];
const maySit: Role[] = [...ofAction, "steering_member", "gold_reader"];
const onBody: Role[] = ["prevent_coordinator", "steering_member"];

/** Who reads the training register. */
const learners: Role[] = [...ofAction, "steering_member", "auditor"];

const door = (opens: readonly Role[], at: Door["at"]): Door => ({ opens, at });
const page = (opens: readonly Role[], path: string) => door(opens, () => path);

const onRequirement = (opens: readonly Role[], path = "") =>
  door(opens, ({ training }) => `/training/requirements/${training.requirement}${path}`);
type CaseName = keyof Town["cases"];
const onCase = (opens: readonly Role[], path = "", name: CaseName = "gathering") =>
  door(opens, ({ cases }) => `/cases/${cases[name].reference}${path}`);
const onReferral = (opens: readonly Role[], path = "") =>
  door(opens, ({ sent }) => `/referrals/${sent.reference}${path}`);
const onDraft = (path = "") =>
  door(["referrer"], ({ draft }) => `/referrals/drafts/${draft.draftId}${path}`);
const onItem = (opens: readonly Role[], path = "") =>
  door(opens, ({ item }) => `/meetings/${item.meetingId}/items/${item.id}${path}`);
const onDocument = (opens: readonly Role[]) =>
  door(
    opens,
    ({ cases, document }) => `/cases/${cases.gathering.reference}/documents/${document.id}`,
  );
const onMinutes = (opens: readonly Role[], path = "") =>
  door(opens, ({ minuted }) => `/meetings/${minuted.meetingId}/minutes${path}`);
const onBlock = (opens: readonly Role[], path = "") =>
  door(opens, ({ minuted }) => `/meetings/${minuted.meetingId}/minutes/${minuted.blockId}${path}`);
const onForm = (path: string) =>
  door(["administrator"], ({ framework }) => `/admin/forms/${framework.frameworkId}${path}`);
const onPlan = (opens: readonly Role[], path: string) =>
  door(opens, ({ plan }) => `${path}?plan=${plan.id}`);

/** A draft that is out for consultation: the Gold group reads what is approved. */
const readsDrafts: Role[] = ["prevent_coordinator", "steering_member", "agency_lead", "auditor"];
const onConsulted = (opens: readonly Role[], path: string) =>
  door(opens, ({ consulted }) => `${path}?plan=${consulted.plan}`);
const onRound = (opens: readonly Role[], path: string) =>
  door(opens, ({ consulted }) => `/plan/consultation/rounds/${consulted.round}${path}`);

const onPlanAction = (opens: readonly Role[], path: string) =>
  door(opens, ({ planAction }) => `/plan/actions/${planAction.id}${path}`);
const onMeasure = (opens: readonly Role[], path: string) =>
  door(opens, ({ ofAction: { measure } }) => `/plan/measures/${measure}${path}`);

const onImport = (path: string) =>
  door(["prevent_coordinator"], ({ planImport }) => `/plan/import/${planImport}${path}`);

const onRisk = (opens: readonly Role[], path = "") =>
  door(opens, ({ risk }) => `/plan/risks/${risk}${path}`);
const onChampion = (path = "") => door(ofAction, ({ champion }) => `/champions/${champion}${path}`);
const onEdition = (opens: readonly Role[], path = "") =>
  door(opens, ({ edition }) => `/plan/profile/${edition}${path}`);

const keepers: Role[] = ["prevent_coordinator"];
/** Those who may be named to approve a report, or to contribute to a response. */
const named: Role[] = [
  ...(["steering_member", "agency_lead", "gold_reader"] as const),
  ...(["governance_officer", "chair", "panel_member"] as const),
];
type Reports = Town["reports"];
const onReport = (opens: readonly Role[], which: keyof Reports, path = "") =>
  door(opens, ({ reports }) => `/plan/reports/${reports[which].id}${path}`);
const onOpen = (opens: readonly Role[], path = "") =>
  door(
    opens,
    ({ benchmarks: { open } }) =>
      `/plan/assessments/${open.id}${path.replace("CRITERION", open.criterion)}`,
  );
const onSubmitted = (opens: readonly Role[], path = "") =>
  door(opens, ({ benchmarks }) => `/plan/assessments/${benchmarks.submitted.id}${path}`);
/** Those who read what is not submitted yet. */
const assessors = planners.filter((role) => role !== "gold_reader");
const onProject = (opens: readonly Role[], path = "") =>
  door(opens, ({ project }) => `/plan/projects/${project.id}${path}`);
const onLine = (opens: readonly Role[], path = "") =>
  door(opens, ({ money }) => `/plan/funding/lines/${money.line}${path}`);
/** Who may see money: those who keep and oversee it, and partners what their own projects have. */
const overMoney: Role[] = ["prevent_coordinator", "steering_member", "gold_reader"];

const atBody = (opens: readonly Role[], path = "") =>
  door(opens, ({ board }) => `/meetings/bodies/${board.body}${path}`);
const atBoard = (opens: readonly Role[], path = "") =>
  door(opens, ({ board }) => `/meetings/governance/${board.meetingId}${path}`);
const atBoardItem = (opens: readonly Role[], path = "") =>
  door(opens, ({ board }) => `/meetings/governance/items/${board.itemId}${path}`);
const atEscalation = (opens: readonly Role[], path = "") =>
  door(opens, ({ board }) => `/meetings/escalations/${board.escalation}${path}`);
const onConsultation = (opens: readonly Role[], which: keyof Town["consultations"], path = "") =>
  door(opens, ({ consultations }) => `/plan/consultations/${consultations[which].id}${path}`);

/** Every page and every other address that answers. */
export const doors: Record<string, Door> = {
  "/home": page(everybody, "/home"),
  "/home/absence": page(everybody, "/home/absence"),
  "/messages": page(everybody, "/messages"),
  "/choose-role": page(everybody, "/choose-role"),

  "/concerns": page(organisation, "/concerns"),
  "/concerns/new": page(organisation, "/concerns/new"),
  "/concerns/[id]": door(organisation, ({ concernId }) => `/concerns/${concernId}`),
  "/concerns/[id]/check": door(organisation, ({ concernId }) => `/concerns/${concernId}/check`),
  "/concerns/[id]/decide": door(organisation, ({ concernId }) => `/concerns/${concernId}/decide`),

  "/referrals": page([...writers], "/referrals"),
  "/referrals/new": page(writers, "/referrals/new"),
  "/referrals/call": page(["gateway_officer", "coordinator"], "/referrals/call"),
  "/referrals/blank": page(writers, "/referrals/blank"),
  "/referrals/drafts/[id]": onDraft(),
  "/referrals/drafts/[id]/stop": onDraft("/stop"),
  "/referrals/drafts/[id]/check": onDraft("/check"),
  "/referrals/drafts/[id]/discard": onDraft("/discard"),
  "/referrals/drafts/[id]/files": onDraft("/files"),
  "/referrals/drafts/[id]/[page]": onDraft("/person"),
  "/referrals/drafts/[id]/[page]/warnings": onDraft("/concern/warnings"),
  "/referrals/[ref]": onReferral(["referrer", "agency_lead", "gateway_officer", "coordinator"]),
  "/referrals/[ref]/sent": onReferral(organisation, "/sent"),
  "/referrals/[ref]/add": onReferral(["referrer"], "/add"),
  "/referrals/[ref]/copy": onReferral(["referrer", "agency_lead"], "/copy"),
  "/referrals/[ref]/withdraw": onReferral(["referrer"], "/withdraw"),
  "/referrals/[ref]/priority": onReferral(gateway, "/priority"),
  "/referrals/[ref]/pass": onReferral(gateway, "/pass"),
  "/referrals/[ref]/screen": onReferral(gateway, "/screen"),
  "/referrals/[ref]/deconfliction": onReferral(gateway, "/deconfliction"),
  "/referrals/[ref]/signposting/[onwardId]": door(
    gateway,
    ({ closed, signpost }) => `/referrals/${closed.reference}/signposting/${signpost}`,
  ),
  "/referrals/[ref]/matches/[other]": door(
    gateway,
    ({ sent, other }) => `/referrals/${sent.reference}/matches/${other.reference}`,
  ),
  "/referrals/find": page(["gateway_officer", "coordinator"], "/referrals/find"),
  "/referrals/find/[key]": door(gateway, ({ search }) => `/referrals/find/${search}`),

  "/requests": page([...partners, "invitee"], "/requests"),
  "/requests/[id]": door(organisation, ({ request }) => `/requests/${request.id}`),
  "/requests/[id]/[answer]": door(organisation, ({ request }) => `/requests/${request.id}/nil`),

  "/cases": page(atWork, "/cases"),
  "/cases/hand-over-all": page(runners, "/cases/hand-over-all"),
  "/cases/request-templates": page(["coordinator"], "/cases/request-templates"),
  "/cases/request-templates/new": page(["coordinator"], "/cases/request-templates/new"),
  "/cases/request-templates/[id]": door(
    ["coordinator"],
    ({ template }) => `/cases/request-templates/${template.id}`,
  ),
  "/cases/handed-to-police": page(
    [...runners, "panel_member", "gateway_officer", "governance_officer"],
    "/cases/handed-to-police",
  ),
  "/cases/search": page(teamAndGateway, "/cases/search"),
  "/cases/[ref]": onCase(atWork),
  "/cases/[ref]/access": onCase(
    ["coordinator", "chair", "gateway_officer", "governance_officer", "auditor"],
    "/access",
  ),
  "/cases/[ref]/assessment": onCase(teamAndGateway, "/assessment"),
  "/cases/[ref]/assessment/over-time": onCase(teamAndGateway, "/assessment/over-time"),
  "/cases/[ref]/assessment/start": onCase(["coordinator", "gateway_officer"], "/assessment/start"),
  "/cases/[ref]/assessment/questions/[factor]": onCase(
    ["coordinator", "gateway_officer"],
    "/assessment/questions/e01",
  ),
  "/cases/[ref]/assessment/sections/[section]": onCase(
    ["coordinator", "gateway_officer"],
    "/assessment/sections/engagement",
  ),
  "/cases/[ref]/assessment/words": onCase(["coordinator", "gateway_officer"], "/assessment/words"),
  "/cases/[ref]/assessment/finish": onCase(
    ["coordinator", "gateway_officer"],
    "/assessment/finish",
  ),
  "/cases/[ref]/chronology": onCase(teamAndGateway, "/chronology"),
  "/cases/[ref]/chronology/print": onCase(teamAndGateway, "/chronology/print?why=supervision"),
  "/cases/[ref]/consent": onCase(team, "/consent", "asked"),
  "/cases/[ref]/consent/ask": onCase(runners, "/consent/ask", "asking"),
  "/cases/[ref]/consent/ask-again": onCase(runners, "/consent/ask-again", "supported"),
  "/cases/[ref]/consent/give": onCase(runners, "/consent/give", "asked"),
  "/cases/[ref]/consent/refuse": onCase(runners, "/consent/refuse", "asked"),
  "/cases/[ref]/consent/forms/[formId]": door(
    runners,
    ({ cases, form }) => `/cases/${cases.asked.reference}/consent/forms/${form}`,
  ),
  "/cases/[ref]/consent/signed/[consentId]": door(
    runners,
    ({ cases, given }) => `/cases/${cases.supported.reference}/consent/signed/${given}`,
  ),
  "/cases/[ref]/consent/reassess/[id]": door(
    ["chair"],
    ({ cases, reassessment }) =>
      `/cases/${cases.refused.reference}/consent/reassess/${reassessment}`,
  ),
  "/cases/[ref]/consent/withdraw": onCase(runners, "/consent/withdraw", "supported"),
  "/cases/[ref]/consent/close": onCase(["chair"], "/consent/close", "refused"),
  "/cases/[ref]/documents": onCase(teamAndGateway, "/documents"),
  "/cases/[ref]/documents/add": onCase(informers, "/documents/add"),
  "/cases/[ref]/documents/[documentId]": onDocument(teamAndGateway),
  "/cases/[ref]/documents/[documentId]/remove/[versionId]": door(
    runners,
    ({ cases, document }) =>
      `/cases/${cases.gathering.reference}/documents/${document.id}/remove/${document.versionId}`,
  ),
  "/cases/[ref]/hand-over": onCase(runners, "/hand-over"),
  "/cases/[ref]/information": onCase(teamAndGateway, "/information"),
  "/cases/[ref]/information/[id]": door(
    informers,
    ({ cases, information }) => `/cases/${cases.gathering.reference}/information/${information.id}`,
  ),
  "/cases/[ref]/information/add": onCase(informers, "/information/add"),
  "/cases/[ref]/needs": onCase([...teamAndGateway, "provider"], "/needs"),
  "/cases/[ref]/needs/add": onCase([...atPanel, "provider"], "/needs/add"),
  "/cases/[ref]/needs/[entryId]": door(
    runners,
    ({ cases, need }) => `/cases/${cases.gathering.reference}/needs/${need.entryId}`,
  ),
  "/cases/[ref]/panel": onCase(team, "/panel", "listed"),
  "/cases/[ref]/transfer": onCase(runners, "/transfer"),
  "/transfers": page(["coordinator"], "/transfers"),
  "/transfers/[id]": door(["coordinator"], ({ transfer }) => `/transfers/${transfer.id}`),
  "/cases/[ref]/pause": onCase(gateway, "/pause"),
  "/cases/[ref]/people": onCase(teamAndGateway, "/people"),
  "/cases/[ref]/people/add": onCase([...runners, "gateway_officer"], "/people/add"),
  "/cases/[ref]/people/[aroundId]": door(
    [...runners, "gateway_officer"],
    ({ cases, around }) => `/cases/${cases.gathering.reference}/people/${around.id}`,
  ),
  "/cases/[ref]/requests": onCase([...runners, "gateway_officer"], "/requests"),
  "/cases/[ref]/requests/[id]": door(
    [...runners, "gateway_officer"],
    ({ cases, request }) => `/cases/${cases.gathering.reference}/requests/${request.id}`,
  ),
  "/cases/[ref]/requests/ask": onCase([...runners, "gateway_officer"], "/requests/ask"),
  "/cases/[ref]/reviews": onCase(teamAndGateway, "/reviews", "reviewed"),
  "/cases/[ref]/reviews/[reviewId]": door(
    runners,
    ({ cases, review }) => `/cases/${cases.reviewed.reference}/reviews/${review}`,
  ),
  "/cases/[ref]/reviews/onward/[onwardId]": door(
    runners,
    ({ cases, onward }) => `/cases/${cases.reviewed.reference}/reviews/onward/${onward}`,
  ),
  "/cases/[ref]/section-36": onCase(teamAndGateway, "/section-36", "deciding"),
  "/cases/[ref]/section-36/[answer]": onCase(gateway, "/section-36/yes", "deciding"),
  "/cases/[ref]/support": onCase([...team, "provider"], "/support", "supported"),
  "/cases/[ref]/support/actions": onCase(["coordinator"], "/support/actions", "supported"),
  "/cases/[ref]/support/contact": onCase(
    ["coordinator", "provider"],
    "/support/contact",
    "supported",
  ),
  "/cases/[ref]/support/form": onCase(["provider"], "/support/form", "supported"),
  "/cases/[ref]/support/concerns/[concernId]": door(
    runners,
    ({ cases, supportConcern }) =>
      `/cases/${cases.supported.reference}/support/concerns/${supportConcern}`,
  ),
  "/cases/[ref]/support/concerns/raise": onCase(
    ["coordinator", "provider"],
    "/support/concerns/raise",
    "supported",
  ),
  "/cases/[ref]/support/needs": onCase(["coordinator"], "/support/needs", "supported"),
  "/cases/[ref]/support/report": onCase(["provider"], "/support/report", "supported"),
  "/cases/[ref]/support/sessions": onCase(
    [...runners, "provider"],
    "/support/sessions",
    "supported",
  ),
  "/cases/[ref]/support/sessions/[sessionId]": door(
    ["provider"],
    ({ cases, supportSession }) =>
      `/cases/${cases.supported.reference}/support/sessions/${supportSession}`,
  ),
  "/cases/[ref]/support/sessions/plan": onCase(["provider"], "/support/sessions/plan", "supported"),
  "/cases/[ref]/support/versions/[number]": onCase(
    [...team, "provider"],
    "/support/versions/1",
    "supported",
  ),
  "/cases/[ref]/support/plan": onCase(["coordinator"], "/support/plan", "supported"),
  "/cases/[ref]/support/provider": onCase(["coordinator"], "/support/provider", "supported"),

  "/cases/[ref]/told": onCase(team, "/told", "supported"),
  "/cases/[ref]/told/record": onCase(runners, "/told/record", "supported"),

  "/meetings": page([...inMeetings, ...maySit], "/meetings"),
  "/meetings/bodies": page(knowsBodies, "/meetings/bodies"),
  "/meetings/bodies/new": page(keepsPlan, "/meetings/bodies/new"),
  "/meetings/bodies/[id]": atBody(knowsBodies),
  "/meetings/bodies/[id]/edit": atBody(keepsPlan, "/edit"),
  "/meetings/bodies/[id]/terms": atBody(keepsPlan, "/terms"),
  "/meetings/bodies/[id]/members": atBody(keepsPlan, "/members"),
  "/meetings/bodies/[id]/cycle": atBody(keepsPlan, "/cycle"),
  "/meetings/bodies/members/[memberId]": door(
    keepsPlan,
    ({ board }) => `/meetings/bodies/members/${board.member}`,
  ),
  "/meetings/governance/[id]": atBoard(onBody),
  "/meetings/governance/[id]/change": atBoard(keepsPlan, "/change"),
  "/meetings/governance/[id]/cancel": atBoard(keepsPlan, "/cancel"),
  "/meetings/governance/[id]/items": atBoard(keepsPlan, "/items"),
  "/meetings/governance/[id]/attendance": atBoard(keepsPlan, "/attendance"),
  "/meetings/governance/[id]/approve": atBoard(onBody, "/approve"),
  "/meetings/governance/[id]/addendum": atBoard(onBody, "/addendum"),
  "/meetings/governance/items/[itemId]": atBoardItem(onBody),
  "/meetings/governance/items/[itemId]/write": atBoardItem(onBody, "/write"),
  "/meetings/governance/items/[itemId]/paper": atBoardItem(keepsPlan, "/paper"),
  "/meetings/governance/items/[itemId]/action": atBoardItem(keepsPlan, "/action"),
  "/meetings/governance/items/[itemId]/take-off": atBoardItem(keepsPlan, "/take-off"),
  "/meetings/governance/items/[itemId]/publish": atBoardItem(keepsPlan, "/publish"),
  "/meetings/governance/papers/[paperId]": door(
    onBody,
    ({ board }) => `/meetings/governance/papers/${board.paper}`,
  ),
  "/api/papers/[id]": door(onBody, ({ board }) => `/api/papers/${board.filed}`),
  "/meetings/escalations": page(maySit, "/meetings/escalations"),
  "/meetings/escalations/new": door(
    keepsPlan,
    ({ board }) => `/meetings/escalations/new?about=item&of=${board.itemId}`,
  ),
  "/meetings/escalations/[id]": atEscalation(onBody),
  "/meetings/escalations/[id]/withdraw": atEscalation(keepsPlan, "/withdraw"),
  "/meetings/escalations/[id]/addendum": atEscalation(onBody, "/addendum"),
  "/meetings/new": page(runners, "/meetings/new"),
  "/meetings/members": page(runners, "/meetings/members"),
  "/meetings/members/[hatId]/deputy": door(
    runners,
    ({ seat }) => `/meetings/members/${seat.hatId}/deputy`,
  ),
  "/meetings/series": page(runners, "/meetings/series"),
  "/meetings/calendar": page(inMeetings, "/meetings/calendar"),
  "/meetings/[id]/calendar": door(inMeetings, ({ meeting }) => `/meetings/${meeting.id}/calendar`),
  "/meetings/[id]/cancel": door(runners, ({ meeting }) => `/meetings/${meeting.id}/cancel`),
  "/meetings/[id]/change": door(runners, ({ meeting }) => `/meetings/${meeting.id}/change`),
  "/meetings/[id]/pack": door(inMeetings, ({ meeting }) => `/meetings/${meeting.id}/pack`),
  "/meetings/[id]/pack/file": door(
    inMeetings,
    ({ meeting }) => `/meetings/${meeting.id}/pack/file`,
  ),
  "/meetings/[id]/invite": door(runners, ({ meeting }) => `/meetings/${meeting.id}/invite`),
  "/meetings/[id]": door(inMeetings, ({ meeting }) => `/meetings/${meeting.id}`),
  "/meetings/[id]/agenda": door(runners, ({ meeting }) => `/meetings/${meeting.id}/agenda`),
  "/meetings/[id]/leave-off/[ref]": door(
    runners,
    ({ meeting, cases }) => `/meetings/${meeting.id}/leave-off/${cases.supported.reference}`,
  ),
  "/admin/areas/beside": page(["administrator"], "/admin/areas/beside"),
  "/admin/areas/notice": page(["administrator"], "/admin/areas/notice"),
  "/admin/areas/papers": page(["administrator"], "/admin/areas/papers"),
  "/admin/areas/training": page(["administrator"], "/admin/areas/training"),
  "/training": page(learners, "/training"),
  "/training/courses": page(learners, "/training/courses"),
  "/training/courses/new": page(keepsPlan, "/training/courses/new"),
  "/training/courses/[id]": door(
    keepsPlan,
    ({ training }) => `/training/courses/${training.course}`,
  ),
  "/training/groups/new": page(keepsPlan, "/training/groups/new"),
  "/training/groups/[id]": door(keepsPlan, ({ training }) => `/training/groups/${training.group}`),
  "/training/requirements/new": page(keepsPlan, "/training/requirements/new"),
  "/training/requirements/[id]": onRequirement(learners),
  "/training/requirements/[id]/edit": onRequirement(keepsPlan, "/edit"),
  "/training/requirements/[id]/declare": onRequirement(ofAction, "/declare"),
  "/training/materials/[materialId]": door(
    keepsPlan,
    ({ training }) => `/training/materials/${training.material}`,
  ),
  "/training/sessions": page(learners, "/training/sessions"),
  "/training/sessions/new": page(keepsPlan, "/training/sessions/new"),
  "/training/sessions/[id]": door(
    learners,
    ({ training }) => `/training/sessions/${training.session}`,
  ),
  "/training/sessions/[id]/edit": door(
    keepsPlan,
    ({ training }) => `/training/sessions/${training.session}/edit`,
  ),
  "/meetings/[id]/items/[itemId]/papers": onItem(atPanel, "/papers"),
  "/meetings/[id]/items/[itemId]/slot": onItem(runners, "/slot"),
  "/meetings/[id]/items/[itemId]/take-off": onItem(runners, "/take-off"),
  "/meetings/[id]/attendance": door(runners, ({ meeting }) => `/meetings/${meeting.id}/attendance`),
  "/meetings/[id]/deputy": door(runners, ({ meeting }) => `/meetings/${meeting.id}/deputy`),
  "/meetings/[id]/minutes": onMinutes(atPanel),
  "/meetings/[id]/minutes/sign": onMinutes(["chair"], "/sign"),
  "/meetings/[id]/minutes/[blockId]": onBlock(atPanel),
  "/meetings/[id]/minutes/[blockId]/export": onBlock(runners, "/export"),
  "/meetings/[id]/minutes/[blockId]/print": onBlock(runners, "/print"),
  "/meetings/[id]/minutes/[blockId]/text": onBlock(runners, "/text"),
  "/meetings/[id]/sit": door(inMeetings, ({ meeting }) => `/meetings/${meeting.id}/sit`),
  "/meetings/[id]/sit/version": door(
    inMeetings,
    ({ meeting }) => `/meetings/${meeting.id}/sit/version`,
  ),
  "/meetings/[id]/sit/[itemId]": door(
    atPanel,
    ({ item }) => `/meetings/${item.meetingId}/sit/${item.id}`,
  ),
  "/meetings/[id]/close": door(["chair"], ({ meeting }) => `/meetings/${meeting.id}/close`),
  "/meetings/[id]/items/new": door(runners, ({ meeting }) => `/meetings/${meeting.id}/items/new`),
  "/meetings/[id]/items/[itemId]": onItem(atPanel),
  "/meetings/[id]/items/[itemId]/actions": onItem(runners, "/actions"),
  "/meetings/[id]/items/[itemId]/attendance": onItem(runners, "/attendance"),
  "/meetings/[id]/items/[itemId]/conflict": onItem(atPanel, "/conflict"),
  "/meetings/[id]/items/[itemId]/invite": onItem(runners, "/invite"),
  "/meetings/[id]/items/[itemId]/withdraw": onItem(runners, "/withdraw"),

  "/actions": page(everybody, "/actions"),
  "/actions/late": page(
    ["coordinator", "chair", "gateway_officer", "prevent_coordinator"],
    "/actions/late",
  ),
  "/actions/export": page(everybody, "/actions/export"),
  "/actions/[id]": door(
    [...team, "provider"],
    ({ supportAction }) => `/actions/${supportAction.id}`,
  ),
  "/actions/[id]/progress": door(
    [...runners, "provider"],
    ({ supportAction }) => `/actions/${supportAction.id}/progress`,
  ),
  "/actions/[id]/extend": door(
    [...runners, "provider"],
    ({ supportAction }) => `/actions/${supportAction.id}/extend`,
  ),

  "/plan": page(planners, "/plan"),
  "/plan/new": page(["prevent_coordinator"], "/plan/new"),
  "/plan/status": onPlan(["prevent_coordinator"], "/plan/status"),
  "/plan/risks": page(planners, "/plan/risks"),
  "/plan/risks/new": page(["prevent_coordinator"], "/plan/risks/new"),
  "/plan/risks/no-evidence": page(["prevent_coordinator"], "/plan/risks/no-evidence"),
  "/plan/risks/[id]": onRisk(planners),
  "/plan/risks/[id]/edit": onRisk(["prevent_coordinator"], "/edit"),
  "/plan/risks/[id]/scores": onRisk(["prevent_coordinator"], "/scores"),
  "/plan/risks/[id]/review": onRisk(["prevent_coordinator", "agency_lead"], "/review"),
  "/plan/risks/[id]/agree": onRisk(["prevent_coordinator"], "/agree"),
  "/plan/risks/[id]/close": onRisk(["prevent_coordinator"], "/close"),
  "/plan/risks/[id]/actions": onRisk(["prevent_coordinator"], "/actions"),
  "/plan/projects": page(planners, "/plan/projects"),
  "/plan/projects/new": page(["prevent_coordinator"], "/plan/projects/new"),
  "/plan/projects/lessons": page(planners, "/plan/projects/lessons"),
  "/plan/projects/[id]": onProject(planners),
  "/plan/projects/[id]/edit": onProject(["prevent_coordinator"], "/edit"),
  "/plan/projects/[id]/links": onProject(["prevent_coordinator"], "/links"),
  "/plan/projects/[id]/measures": onProject(["prevent_coordinator"], "/measures"),
  "/plan/projects/[id]/step/[to]": onProject(["prevent_coordinator"], "/step/evaluation"),
  "/plan/projects/measures/[measureId]": door(
    ["prevent_coordinator"],
    ({ ofProject }) => `/plan/projects/measures/${ofProject.measure}`,
  ),
  "/plan/projects/returns/[returnId]": door(
    ["prevent_coordinator", "agency_lead"],
    ({ ofProject }) => `/plan/projects/returns/${ofProject.return}`,
  ),
  "/plan/projects/returns/[returnId]/correct": door(
    ["prevent_coordinator", "agency_lead"],
    ({ ofProject }) => `/plan/projects/returns/${ofProject.recorded}/correct`,
  ),
  "/plan/projects/providers": page(overseers, "/plan/projects/providers"),
  "/plan/projects/providers/new": page(["prevent_coordinator"], "/plan/projects/providers/new"),
  "/plan/projects/providers/[id]": door(
    overseers,
    ({ project }) => `/plan/projects/providers/${project.provider}`,
  ),
  "/plan/projects/providers/[id]/edit": door(
    ["prevent_coordinator"],
    ({ project }) => `/plan/projects/providers/${project.provider}/edit`,
  ),
  "/plan/funding": page([...overMoney, "agency_lead"], "/plan/funding"),
  "/plan/funding/export": page([...overMoney, "agency_lead"], "/plan/funding/export"),
  "/plan/funding/lines/new": page(["prevent_coordinator"], "/plan/funding/lines/new"),
  "/plan/funding/lines/[id]": onLine(overMoney),
  "/plan/funding/lines/[id]/edit": onLine(["prevent_coordinator"], "/edit"),
  "/plan/funding/lines/[id]/entry": onLine(["prevent_coordinator"], "/entry"),
  "/plan/funding/lines/[id]/post": onLine(["prevent_coordinator"], "/post"),
  "/plan/funding/lines/[id]/claim": onLine(["prevent_coordinator"], "/claim"),
  "/plan/funding/entries/[entryId]": door(
    ["prevent_coordinator"],
    ({ money }) => `/plan/funding/entries/${money.entry}`,
  ),
  "/plan/funding/posts/[postId]": door(
    ["prevent_coordinator"],
    ({ money }) => `/plan/funding/posts/${money.post}`,
  ),
  "/plan/funding/claims/[claimId]": door(
    ["prevent_coordinator"],
    ({ money }) => `/plan/funding/claims/${money.claim}`,
  ),
  "/plan/profile": page(overseers, "/plan/profile"),
  "/plan/profile/new": page(["prevent_coordinator"], "/plan/profile/new"),
  "/plan/profile/access": page(["prevent_coordinator"], "/plan/profile/access"),
  "/plan/profile/[id]": onEdition(overseers),
  "/plan/profile/[id]/summary": onEdition(["prevent_coordinator"], "/summary"),
  "/plan/profile/[id]/briefing": onEdition(["prevent_coordinator"], "/briefing"),
  "/plan/profile/[id]/access": onEdition(["prevent_coordinator"], "/access"),
  "/plan/profile/[id]/recommend": onEdition(["prevent_coordinator"], "/recommend"),
  "/plan/profile/summaries/[summary]": door(
    ["prevent_coordinator"],
    ({ profileSummary }) => `/plan/profile/summaries/${profileSummary}`,
  ),
  "/plan/profile/recommendations/[recommendation]": door(
    ["prevent_coordinator"],
    ({ recommendation }) => `/plan/profile/recommendations/${recommendation}`,
  ),
  "/plan/profile/recommendations/[recommendation]/action": door(
    ["prevent_coordinator"],
    ({ recommendation }) => `/plan/profile/recommendations/${recommendation}/action`,
  ),
  "/plan/area": page(overseers, "/plan/area"),
  "/plan/area/priority": page(keepsPlan, "/plan/area/priority"),
  "/plan/area/posts/new": page(keepsPlan, "/plan/area/posts/new"),
  "/plan/area/posts/[id]": door(keepsPlan, ({ areaPost }) => `/plan/area/posts/${areaPost}`),
  "/plan/area/posts/[id]/contact": door(
    keepsPlan,
    ({ areaPost }) => `/plan/area/posts/${areaPost}/contact`,
  ),
  "/champions": page([...ofAction, "steering_member"], "/champions"),
  "/champions/export": page(ofAction, "/champions/export"),
  "/champions/new": page(ofAction, "/champions/new"),
  "/champions/[id]": onChampion(),
  "/champions/[id]/[change]": onChampion("/renew"),
  "/plan/threat-level": page(planners, "/plan/threat-level"),
  "/plan/threat-level/set": page(["prevent_coordinator"], "/plan/threat-level/set"),
  "/plan/assessments": page(planners, "/plan/assessments"),
  "/plan/assessments/new": page(["prevent_coordinator"], "/plan/assessments/new"),
  "/plan/assessments/historic": page(["prevent_coordinator"], "/plan/assessments/historic"),
  "/plan/assessments/trends": page(planners, "/plan/assessments/trends"),
  "/plan/assessments/compliance": page(planners, "/plan/assessments/compliance"),
  "/plan/assessments/compliance/new": page(ofAction, "/plan/assessments/compliance/new"),
  "/plan/assessments/co-operation": page(assessors, "/plan/assessments/co-operation"),
  "/plan/assessments/co-operation/new": page(ofAction, "/plan/assessments/co-operation/new"),
  "/plan/assessments/guidance": page(assessors, "/plan/assessments/guidance"),
  "/plan/assessments/guidance/new": page(["prevent_coordinator"], "/plan/assessments/guidance/new"),
  "/plan/assessments/guidance/[guidanceId]": door(
    assessors,
    ({ benchmarks }) => `/plan/assessments/guidance/${benchmarks.gap.guidanceId}`,
  ),
  "/plan/assessments/guidance/reviews/[reviewId]": door(
    ofAction,
    ({ benchmarks }) => `/plan/assessments/guidance/reviews/${benchmarks.gap.id}`,
  ),
  "/plan/assessments/challenges/[challengeId]": door(
    ["prevent_coordinator"],
    ({ benchmarks }) => `/plan/assessments/challenges/${benchmarks.challenge}`,
  ),
  "/plan/assessments/[id]": onOpen(assessors),
  "/plan/assessments/[id]/submit": onOpen(["prevent_coordinator"], "/submit"),
  "/plan/assessments/[id]/receipt": onSubmitted(["prevent_coordinator"], "/receipt"),
  "/plan/assessments/[id]/export": onSubmitted(planners, "/export"),
  "/plan/assessments/[id]/criteria/[criterion]": onOpen(assessors, "/criteria/CRITERION"),
  "/plan/assessments/[id]/criteria/[criterion]/evidence": onOpen(
    ["prevent_coordinator"],
    "/criteria/CRITERION/evidence",
  ),
  "/plan/assessments/[id]/criteria/[criterion]/challenge": onOpen(
    ["steering_member", "agency_lead"],
    "/criteria/CRITERION/challenge",
  ),
  "/plan/assessments/[id]/criteria/[criterion]/action": onOpen(
    ["prevent_coordinator"],
    "/criteria/CRITERION/action",
  ),
  "/plan/themes/new": onPlan(["prevent_coordinator"], "/plan/themes/new"),
  "/plan/actions/new": onPlan(["prevent_coordinator"], "/plan/actions/new"),
  "/plan/actions/[id]": door(planners, ({ planAction }) => `/plan/actions/${planAction.id}`),
  "/plan/actions/[id]/edit": onPlanAction(["prevent_coordinator"], "/edit"),
  "/plan/actions/[id]/update": onPlanAction(ofAction, "/update"),
  "/plan/actions/[id]/funding": onPlanAction(["prevent_coordinator"], "/funding"),
  "/plan/actions/[id]/dependencies": onPlanAction(["prevent_coordinator"], "/dependencies"),
  "/plan/actions/[id]/milestones/new": onPlanAction(ofAction, "/milestones/new"),
  "/plan/actions/[id]/measures/new": onPlanAction(["prevent_coordinator"], "/measures/new"),
  "/plan/actions/[id]/evidence/new": onPlanAction(ofAction, "/evidence/new"),
  "/plan/milestones/[milestoneId]": door(
    ofAction,
    ({ ofAction: { milestone } }) => `/plan/milestones/${milestone}`,
  ),
  "/plan/evidence/[evidenceId]": door(
    ofAction,
    ({ ofAction: { evidence } }) => `/plan/evidence/${evidence}`,
  ),
  "/plan/export": onPlan(planners, "/plan/export"),
  "/plan/import": onPlan(["prevent_coordinator"], "/plan/import"),
  "/plan/import/[id]": onImport(""),
  "/plan/import/[id]/columns": onImport("/columns"),
  "/plan/import/[id]/discard": onImport("/discard"),
  "/plan/import/[id]/names": onImport("/names"),
  "/plan/import/[id]/problems": onImport("/problems"),
  "/plan/measures": onPlan(planners, "/plan/measures"),
  "/plan/measures/[measureId]": onMeasure(planners, ""),
  "/plan/measures/[measureId]/edit": onMeasure(["prevent_coordinator"], "/edit"),
  "/plan/measures/[measureId]/actual": onMeasure(ofAction, "/actual"),
  "/plan/objectives": onPlan(planners, "/plan/objectives"),
  "/plan/updates": page(ofAction, "/plan/updates"),
  "/plan/board": onPlan(planners, "/plan/board"),
  "/plan/timeline": onPlan(planners, "/plan/timeline"),
  "/plan/snapshots": onPlan(planners, "/plan/snapshots"),
  "/plan/snapshots/new": door(
    ["prevent_coordinator"],
    ({ snapshots }) => `/plan/snapshots/new?plan=${snapshots.plan}`,
  ),
  "/plan/snapshots/[snapshotId]": door(
    planners,
    ({ snapshots }) => `/plan/snapshots/${snapshots.kept}`,
  ),
  "/plan/snapshots/compare": onPlan(planners, "/plan/snapshots/compare"),
  "/plan/consultation": onConsulted(readsDrafts, "/plan/consultation"),
  "/plan/consultation/new": onConsulted(["prevent_coordinator"], "/plan/consultation/new"),
  "/plan/consultation/changes": onConsulted(readsDrafts, "/plan/consultation/changes"),
  "/plan/consultation/comments/[comment]": door(
    readsDrafts,
    ({ consulted }) => `/plan/consultation/comments/${consulted.comment}`,
  ),
  "/plan/consultation/rounds/[round]/close": onRound(["prevent_coordinator"], "/close"),
  "/plan/consultation/rounds/[round]/comment": onRound(
    ["agency_lead", "steering_member"],
    "/comment",
  ),
  "/plan/consultation/rounds/[round]/enter": onRound(["prevent_coordinator"], "/enter"),
  "/plan/equality": onConsulted(readsDrafts, "/plan/equality"),
  "/plan/equality/edit": onConsulted(["prevent_coordinator"], "/plan/equality/edit"),
  "/plan/equality/sign": onConsulted(["prevent_coordinator"], "/plan/equality/sign"),
  "/plan/approval": onConsulted(readsDrafts, "/plan/approval"),
  "/plan/approval/submit": onConsulted(["prevent_coordinator"], "/plan/approval/submit"),
  "/plan/approval/decide": onConsulted(["prevent_coordinator"], "/plan/approval/decide"),
  "/plan/approval/next": onPlan(["prevent_coordinator"], "/plan/approval/next"),
  "/plan/public": onPlan(["prevent_coordinator"], "/plan/public"),
  "/plan/public/publish": onPlan(["prevent_coordinator"], "/plan/public/publish"),
  "/plan/public/themes/[theme]": door(
    ["prevent_coordinator"],
    ({ plan }) => `/plan/public/themes/${plan.themeId}`,
  ),
  "/plan/public/withdraw": onPlan(["prevent_coordinator"], "/plan/public/withdraw"),
  "/plan/themes/[themeId]": door(
    ["prevent_coordinator"],
    ({ plan }) => `/plan/themes/${plan.themeId}`,
  ),

  "/plan/reports": page([...keepers, ...named, "auditor"], "/plan/reports"),
  "/plan/reports/new": page(keepers, "/plan/reports/new"),
  "/plan/reports/[id]": onReport(planners, "issued"),
  "/plan/reports/[id]/edit": onReport(keepers, "draft", "/edit"),
  "/plan/reports/[id]/sections/[code]": onReport(keepers, "draft", "/sections/summary"),
  "/plan/reports/[id]/approvers": onReport(keepers, "draft", "/approvers"),
  "/plan/reports/[id]/preview": onReport(keepers, "draft", "/preview"),
  "/plan/reports/[id]/publish": onReport(keepers, "waiting", "/publish"),
  "/plan/reports/[id]/approve/[approver]": door(
    ["agency_lead"],
    ({ reports: { waiting } }) => `/plan/reports/${waiting.id}/approve/${waiting.approverId}`,
  ),
  "/plan/reports/[id]/versions/[number]": onReport(planners, "issued", "/versions/2"),
  "/plan/reports/[id]/slides": onReport(planners, "issued", "/slides"),
  "/plan/reports/[id]/compare": onReport([...keepers, "steering_member"], "issued", "/compare"),
  "/plan/reports/[id]/file": onReport(planners, "issued", "/file?as=docx"),

  "/plan/consultations": page([...keepers, ...named, "auditor"], "/plan/consultations"),
  "/plan/consultations/new": page(keepers, "/plan/consultations/new"),
  "/plan/consultations/[id]": onConsultation(overseers, "submitted"),
  "/plan/consultations/[id]/contributors": onConsultation(keepers, "open", "/contributors"),
  "/plan/consultations/[id]/questions/new": onConsultation(keepers, "open", "/questions/new"),
  "/plan/consultations/[id]/sign-off": onConsultation(keepers, "open", "/sign-off"),
  "/plan/consultations/[id]/submit": onConsultation(keepers, "open", "/submit"),
  "/plan/consultations/[id]/file": onConsultation(overseers, "submitted", "/file?as=csv"),
  "/plan/consultations/questions/[question]": door(
    keepers,
    ({ consultations: { open } }) => `/plan/consultations/questions/${open.questionId}`,
  ),
  "/plan/consultations/questions/[question]/answer": door(
    ["agency_lead"],
    ({ consultations: { open } }) => `/plan/consultations/questions/${open.questionId}/answer`,
  ),

  "/insight": page(counted, "/insight"),
  "/insight/download": page(counted, "/insight/download"),
  "/governance/told": page(["governance_officer"], "/governance/told"),
  "/governance/told/[taskId]": door(
    ["governance_officer"],
    ({ untold }) => `/governance/told/${untold}`,
  ),
  "/governance/audit": page(["governance_officer", "auditor"], "/governance/audit"),

  "/admin/areas": page(["administrator"], "/admin/areas"),
  "/admin/areas/director": page(["administrator"], "/admin/areas/director"),
  "/admin/areas/limits/[kind]": page(["administrator"], "/admin/areas/limits/s36_decision"),
  "/admin/forms": page(["administrator"], "/admin/forms"),
  "/admin/forms/new": page(["administrator"], "/admin/forms/new"),
  "/admin/forms/[id]": onForm(""),
  "/admin/forms/[id]/name": onForm("/name"),
  "/admin/forms/[id]/preview": onForm("/preview"),
  "/admin/forms/[id]/preview/[factor]": door(
    ["administrator"],
    ({ framework: { frameworkId, factorCode } }) =>
      `/admin/forms/${frameworkId}/preview/${factorCode}`,
  ),
  "/admin/forms/[id]/publish": onForm("/publish"),
  "/admin/forms/[id]/retire": onForm("/retire"),
  "/admin/forms/[id]/sections/add": onForm("/sections/add"),
  "/admin/forms/[id]/sections/[section]": door(
    ["administrator"],
    ({ framework: { frameworkId, sectionId } }) =>
      `/admin/forms/${frameworkId}/sections/${sectionId}`,
  ),
  "/admin/forms/[id]/sections/[section]/add": door(
    ["administrator"],
    ({ framework: { frameworkId, sectionId } }) =>
      `/admin/forms/${frameworkId}/sections/${sectionId}/add`,
  ),
  "/admin/forms/[id]/factors/[factor]": door(
    ["administrator"],
    ({ framework: { frameworkId, factorId } }) => `/admin/forms/${frameworkId}/factors/${factorId}`,
  ),
  "/admin/people": page(["administrator"], "/admin/people"),
  "/admin/people/grant": page(["administrator"], "/admin/people/grant"),
  "/admin/people/[id]": door(
    ["administrator"],
    ({ people }) => `/admin/people/${people.referrer.userId}`,
  ),
  "/admin/people/[id]/status": door(
    ["administrator"],
    ({ people }) => `/admin/people/${people.referrer.userId}/status`,
  ),
  "/admin/people/[id]/roles/[hatId]/end": door(
    ["administrator"],
    ({ people: { referrer } }) => `/admin/people/${referrer.userId}/roles/${referrer.hatId}/end`,
  ),
};

/** Open to everybody, signed in or not: nothing of a person is behind them. */
export const openDoors = [
  "/",
  "/accessibility",
  "/api/health",
  "/api/ready",
  "/api/session",
  "/help",
  "/icon.svg",
  "/pathway",
  "/pathway/plan",
  "/pathway/reports",
  "/pathway/decisions",
  "/privacy",
  "/privacy/children",
  "/sign-in",
];

/** Doors that lead on by who is there, or take a file: each has its own test. */
export const frontDoors = [
  "/pathway/plan/[slug]",
  "/api/auth/[...nextauth]",
  "/api/attachments/[id]",
  "/api/documents/[id]",
  "/api/uploads",
  "/pathway/reports/[slug]",
  "/sign-in/code",
  "/sign-in/recovery-code",
  "/sign-in/recovery-codes",
  "/sign-in/set-up",
];
