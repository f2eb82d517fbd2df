import { expect, test } from "vitest";

import type { Role } from "@/lib/access/labels";
import { clockDuties } from "@/lib/clocks/rules";
import { type Around, pathFor, toldOf, type Watched } from "@/lib/clocks/steps/rules";

const person = (name: string, role: Role, organisationId = "council") => ({
  ...{ hatId: name, userId: name, role, organisationId, areaId: "north" },
});
const people = [
  person("gwen", "gateway_officer", "police"),
  person("cora", "coordinator"),
  person("colin", "coordinator"),
  person("charles", "chair"),
  person("lena", "agency_lead", "school"),
  person("rae", "referrer", "school"),
  person("priya", "prevent_coordinator"),
  person("stella", "steering_member", "county"),
  { ...person("other", "gateway_officer", "police"), areaId: "south" },
];
const around = {
  people,
  workers: new Map([["case", ["cora", "charles"]]]),
  readers: new Map([["case", ["cora", "charles"]]]),
  conflicts: new Map(),
  planAreas: new Map([
    ["plan", ["north"]],
    ["risk", ["north"]],
    ["body", ["north"]],
  ]),
  sitting: new Map([["body", ["stella"]]]),
  covers: new Map(),
  directorHatId: "stella",
} satisfies Around;

const none = {
  ...{ caseId: null, referralId: null, requestId: null, actionId: null, planId: null },
  ...{ riskId: null, editionId: null, meetingId: null, bodyId: null, path: null },
};
const clock: Watched = {
  ...none,
  ...{ clockId: "clock", step: "overdue", kind: "s36_decision", areaId: "north", caseId: "case" },
  ...{ reference: "PC-2026-000001", ownerHatId: null, ownerOrganisationId: null },
  ownerRole: "coordinator",
};
const request = {
  kind: "information_request",
  requestId: "request",
  ownerOrganisationId: "school",
} as const;
const action = { kind: "case_action", actionId: "action", ownerHatId: "colin" } as const;
const inPlan = {
  ...none,
  kind: "plan_action",
  planId: "plan",
  actionId: "action",
  ownerOrganisationId: "school",
} as const;
const registered = {
  ...none,
  kind: "risk_review",
  riskId: "risk",
  ownerOrganisationId: "school",
} as const;
const returned = {
  ...none,
  kind: "project_return",
  path: "/plan/projects/one",
  ownerOrganisationId: "school",
} as const;
const askedFor = {
  ...none,
  kind: "board_action",
  ...{ bodyId: "body", actionId: "action", path: "/actions/action" },
  ownerOrganisationId: "school",
} as const;
const claimed = { ...none, kind: "funding_claim", path: "/plan/funding/lines/one" } as const;
const toSign = { ...none, kind: "sign_minutes", meetingId: "meeting" } as const;
const away = (who: string, ...covers: string[]) => ({ covers: new Map([[who, covers]]) });
const noWorkers = { workers: new Map(), readers: new Map() };

const told: [string, Partial<Watched>, Partial<Around>, string[]][] = [
  ["whoever works on the case", {}, {}, ["cora"]],
  ["the chair, when it goes up", { step: "to_chair" }, {}, ["charles"]],
  ["the director, who sees no case", { step: "to_director" }, {}, ["stella"]],
  ["nobody, where no director is set", { step: "to_director" }, { directorHatId: null }, []],
  ["the chair, when the coordinator is away uncovered", {}, away("cora"), ["charles"]],
  [
    "the chair, when the cover may not see the case (IS-01)",
    {},
    away("cora", "colin"),
    ["charles"],
  ],
  [
    "the cover, who may see the case",
    {},
    { ...away("cora", "colin"), readers: new Map([["case", ["cora", "colin", "charles"]]]) },
    ["colin"],
  ],
  ["the gateway, when nobody is left on the case", {}, noWorkers, ["gwen"]],
  [
    "nobody at all rather than somebody with a conflict (IS-18)",
    {},
    { ...noWorkers, conflicts: new Map([["case", ["gwen"]]]) },
    [],
  ],
  ["the lead of the organisation that was asked", request, {}, ["lena"]],
  [
    "whoever else can answer there",
    request,
    { people: people.filter(({ hatId }) => hatId !== "lena") },
    ["rae"],
  ],
  ["the coordinator, when a request goes up", { ...request, step: "to_coordinator" }, {}, ["cora"]],
  ["the coordinator, when an action's owner sees the case no more", action, {}, ["cora"]],
  ["the lead that has a plan's action", inPlan, {}, ["lena"]],
  [
    "the plan's co-ordinator, when it goes up",
    { ...inPlan, step: "to_coordinator" },
    {},
    ["priya"],
  ],
  ["the steering group, after that", { ...inPlan, step: "to_chair" }, {}, ["stella"]],
  ["the lead that owns a risk", registered, {}, ["lena"]],
  [
    "the register's co-ordinator, when nobody of the owner is there (8.4)",
    { ...registered, ownerOrganisationId: "college" },
    {},
    ["priya"],
  ],
  [
    "the steering group, when a risk waits longer",
    { ...registered, step: "to_chair" },
    {},
    ["stella"],
  ],
  ["nobody of another area", registered, { planAreas: new Map([["risk", ["south"]]]) }, []],
  [
    "the co-ordinator, of a profile to refresh (CT-01)",
    { ...none, kind: "profile_refresh", ownerRole: "prevent_coordinator", editionId: "plan" },
    {},
    ["priya"],
  ],
  ["the lead whose project a return is of (8.10)", returned, {}, ["lena"]],
  [
    "the co-ordinator, when nobody of the project's organisation is there",
    { ...returned, ownerOrganisationId: "college" },
    {},
    ["priya"],
  ],
  ["nobody of another area, of a return", { ...returned, areaId: "south" }, {}, []],
  ["the lead that a body asked (2.8)", askedFor, {}, ["lena"]],
  [
    "the co-ordinator, when nobody asked is there",
    { ...askedFor, ownerOrganisationId: "college" },
    {},
    ["priya"],
  ],
  [
    "those who sit on the body, when it waits longer",
    { ...askedFor, step: "to_chair" },
    {},
    ["stella"],
  ],
  [
    "the co-ordinator, when nobody of the steering group sits on the body",
    { ...askedFor, step: "to_chair" },
    { sitting: new Map() },
    ["priya"],
  ],
  [
    "nobody outside the areas of the body",
    askedFor,
    { planAreas: new Map([["body", ["south"]]]) },
    [],
  ],
  ["the co-ordinator, of a claim on a funding line (0.12)", claimed, {}, ["priya"]],
  [
    "the steering group, and no lead, when a claim waits",
    { ...claimed, step: "to_chair" },
    {},
    ["stella"],
  ],
  [
    "the gateway of the area, of a referral",
    { ...none, kind: "gateway_assessment", ownerRole: "gateway_officer", referralId: "referral" },
    {},
    ["gwen"],
  ],
  [
    "the gateway, of a service that it told somebody of",
    { kind: "onward_answer", ownerRole: "gateway_officer" },
    {},
    ["gwen"],
  ],
  [
    "the chair, of a service that the panel sent somebody to",
    { kind: "onward_answer", ownerRole: "chair" },
    {},
    ["charles"],
  ],
  [
    "whoever chairs panels, of the next meeting",
    { ...none, kind: "panel_meeting", ownerRole: "chair" },
    {},
    ["charles"],
  ],
  ["whoever chairs panels, of minutes to sign (M-02)", toSign, {}, ["charles"]],
  [
    "the coordinator, of minutes that no chair is there to sign (M-02)",
    toSign,
    away("charles"),
    ["cora", "colin"],
  ],
];

test.for(told)("what is late is brought to %s", ([, what, who, names]) => {
  const { kind } = { ...clock, ...what };
  const ownerRole = clockDuties[kind].owner; // unless the row says otherwise
  const found = toldOf({ ...clock, ownerRole, ...what }, { ...around, ...who });

  expect(found.map(({ hatId }) => hatId)).toEqual(names);
});

test.for([
  [{}, "cora", "/cases/PC-2026-000001"],
  [{ step: "to_director" }, "stella", "/insight"],
  [request, "lena", "/requests/request"],
  [request, "cora", "/cases/PC-2026-000001/requests/request"],
  [action, "cora", "/actions/action"],
  [inPlan, "lena", "/plan/actions/action"],
  [registered, "lena", "/plan/risks/risk"],
  [
    { ...none, kind: "profile_refresh", ownerRole: "prevent_coordinator", editionId: "one" },
    "priya",
    "/plan/profile/one",
  ],
  [returned, "lena", "/plan/projects/one"],
  [claimed, "priya", "/plan/funding/lines/one"],
  [{ ...none, kind: "panel_meeting" }, "charles", "/meetings"],
  [toSign, "charles", "/meetings/meeting/minutes"],
  [{ ...toSign, step: "to_director" }, "stella", "/insight"],
] as [Partial<Watched>, string, string][])(
  "a notice of %j leads %s to %s",
  ([what, name, path]) => {
    const who = people.find(({ hatId }) => hatId === name);

    expect(who && pathFor({ ...clock, ...what }, who)).toBe(path);
  },
);
