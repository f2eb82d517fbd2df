import { addDays, addMonths, type Day } from "@/lib/dates";
import type { Ideology, SourceType } from "@/lib/risks/labels";
import { aChance } from "./chance";
import { at, column, nextReference, played, type World } from "./world";

type Scores = readonly [number, number, number, number];

type Entry = {
  ideology: Ideology;
  title: string;
  says: string;
  source: SourceType;
  owner: string;
  role: string;
  scores?: Scores;
  before?: Scores;
  community?: string;
  actions?: readonly string[];
  status?: "proposed" | "closed";
  /** Days from today until it is looked at again. */
  review: number;
  strand?: "protect" | "prepare";
};

const council = "Northbridge City Council";
const police = "Wyvern Police";

const entries: readonly Entry[] = [
  {
    ideology: "extreme_right_wing",
    title: "Leaflets and stickers in the city centre",
    says: "Leaflets of a group that is not proscribed have been left at the bus station and on two campuses three times in the year.",
    source: "partner_data",
    owner: council,
    role: "Head of community safety",
    scores: [4, 3, 3, 3],
    before: [3, 3, 3, 3],
    actions: ["3.1", "3.4"],
    review: 40,
  },
  {
    ideology: "extreme_right_wing",
    title: "Private channels that young people are drawn into through games",
    says: "Schools report that pupils are invited into private channels from games, where violence is praised.",
    source: "partner_data",
    owner: "Oakfield Academy",
    role: "Designated safeguarding lead",
    scores: [4, 4, 3, 4],
    before: [4, 4, 4, 4],
    actions: ["2.3", "4.2"],
    review: 25,
  },
  {
    ideology: "islamist",
    title: "Material that praises attacks abroad, shared online",
    says: "Referrals from three partners mention the same films, which are taken down and put up again elsewhere.",
    source: "profile",
    owner: police,
    role: "Prevent inspector",
    scores: [3, 5, 2, 5],
    community:
      "The summary of the profile says that those who share it have no faith or neighbourhood in common, and that mosques in the city have reported it themselves.",
    actions: ["3.1"],
    review: 60,
  },
  {
    ideology: "mixed",
    title: "Young people who move from one cause to another",
    says: "One in three referrals has no settled ideology. What is common to them is time alone online and a wish to belong.",
    source: "partner_data",
    owner: "Northbridge NHS Foundation Trust",
    role: "Named nurse for safeguarding",
    scores: [4, 3, 3, 3],
    actions: ["1.4"],
    review: 15,
  },
  {
    ideology: "extreme_violence",
    title: "Fascination with attacks on schools",
    says: "Four schools have asked for advice on pupils who collect accounts of attacks. No plan was found in any of them.",
    source: "partner_data",
    owner: "Northbridge Youth Justice Service",
    role: "Service manager",
    scores: [3, 5, 2, 5],
    actions: ["4.6"],
    review: -6,
  },
  {
    ideology: "incel_misogyny",
    title: "Hatred of women shared among sixth formers",
    says: "The college has heard the same phrases in two departments, and has taken them up in tutorials.",
    source: "community",
    owner: "Northbridge College",
    role: "Director of student services",
    scores: [3, 3, 2, 3],
    review: 75,
  },
  {
    ideology: "none",
    title: "Council rooms booked under another name",
    says: "Two bookings in the county were made for a speaker who was not named on the form.",
    source: "event",
    owner: "Wyvern County Council",
    role: "Head of property",
    scores: [3, 3, 1, 3],
    actions: ["5.1"],
    strand: "protect",
    review: 95,
  },
  {
    ideology: "none",
    title: "Referrals that stop when a lead leaves",
    says: "Three organisations changed their safeguarding lead in a year, and shared no concern for months afterwards.",
    source: "partner_data",
    owner: council,
    role: "Prevent co-ordinator",
    scores: [4, 3, 2, 3],
    actions: ["4.2"],
    review: 120,
  },
  {
    ideology: "none",
    title: "Tension after an incident elsewhere",
    says: "After two incidents elsewhere in the country, reports of hate crime doubled here for a week.",
    source: "national",
    owner: police,
    role: "Community safety superintendent",
    scores: [4, 4, 3, 3],
    strand: "prepare",
    status: "proposed",
    review: 30,
  },
  {
    ideology: "extreme_right_wing",
    title: "A march through the city",
    says: "A march was announced for the summer. It was moved to another city, and nothing further is known.",
    source: "event",
    owner: police,
    role: "Events inspector",
    scores: [3, 4, 2, 3],
    status: "closed",
    review: 10,
  },
  {
    ideology: "left_anarchist_single_issue",
    title: "",
    says: "Police, both councils and the college looked at eighteen months of reports. Protest is lawful and frequent, and nothing goes beyond what is seen in the country as a whole.",
    source: "police",
    owner: police,
    role: "Prevent inspector",
    review: 150,
  },
];

const proportionality =
  "It is about what is done and shared, and not about who people are. What is done about it is open to everybody.";

/** What the area thinks could happen, what it knows of the profile, and the national level as it was written down. */
export function makeRegisters(town: World): void {
  // Dice of its own, so that the rest of the town falls as it did without it.
  const world = { ...town, chance: aChance(20_260_901) };
  for (const [index, entry] of entries.entries()) addEntry(world, entry, index);
  makeProfile(world);
  makeThreatLevels(world);
}

function addEntry(world: World, entry: Entry, index: number): void {
  const { rows, areaId, places, today, chance } = world;
  const { scores, before, community, status = "agreed" } = entry;
  const { hatId } = played(world, "prevent");
  const addedOn = addDays(today, -200 + index * 6);
  const addedAt = at(addedOn, 10, index);
  const scoredAt = before ? at(addDays(today, -50), 11) : addedAt;
  const riskId = chance.id(addedAt);
  const isRisk = scores !== undefined;
  rows.risk.push({
    ...{ id: riskId, areaId, partnershipId: places.partnershipId },
    reference: nextReference(world, "RSK", addedOn),
    finding: isRisk ? "risk" : "no_evidence",
    title:
      entry.title ||
      "No evidence above the national background: Left-wing, anarchist and single-issue extremism",
    ...{
      description: entry.says,
      strand: entry.strand ?? "prevent",
      workstream: workstreamOf(entry),
    },
    ...{ ideology: entry.ideology, sourceType: entry.source, proportionality },
    evidence: `${entry.says} The note of the meeting at which it was looked at is with the co-ordinator.`,
    ...{ mentionsCommunity: community !== undefined, communityEvidence: community ?? null },
    ...(scores && scoredRow(scores, { hatId, at: scoredAt })),
    controls: isRisk ? "Advice to those who meet it, and one place to share a concern." : null,
    ownerOrganisationId: places.organisationId[entry.owner] as string,
    ...{ ownerRole: entry.role, reviewOn: column(addDays(today, entry.review)), status },
    ...(status !== "proposed" && {
      agreedBy: "Northbridge and Wyvern Prevent Steering Group",
      agreedOn: column(addDays(today, -35)),
    }),
    ...(status === "closed" && {
      closedBecause: "The march was held elsewhere, and no other has been announced since.",
      closedOn: column(addDays(today, -20)),
    }),
    ...{ addedByHatId: hatId, addedAt, editedByHatId: hatId, editedAt: scoredAt },
  });
  if (before) {
    const { scoredBecause: reasons, ...row } = scoredRow(before, { hatId, at: addedAt });
    rows.riskScore.push({ ...row, riskId, areaId, reasons });
    aReview(world, riskId, addDays(today, -50));
  }
  for (const reference of entry.actions ?? []) link(world, riskId, reference);
}

const workstreamOf = ({ strand }: Entry) => strand ?? "prevent";

const scoredRow = ([a, b, c, d]: Scores, { hatId, at: scoredAt }: { hatId: string; at: Date }) => ({
  ...{ inherentLikelihood: a, inherentImpact: b, residualLikelihood: c, residualImpact: d },
  scoredBecause:
    "Scored together by the leads of the partners, from what is written under evidence.",
  ...{ scoredByHatId: hatId, scoredAt },
});

function aReview(world: World, riskId: string, on: Day): void {
  const { rows, areaId } = world;
  rows.riskReview.push({
    ...{
      riskId,
      areaId,
      dueOn: column(addDays(on, 2)),
      reviewedOn: column(on),
      outcome: "changes",
    },
    note: "More reports have come in since the last review, and the scores should say so.",
    ...{ nextOn: column(addMonths(on, 3)), reviewedByHatId: played(world, "prevent").hatId },
    reviewedAt: at(on, 11),
  });
}

const actionOf = ({ rows }: World, reference: string) => {
  const plan = rows.plan.find(({ status }) => status === "approved");
  return rows.planAction.find((one) => one.planId === plan?.id && one.reference === reference);
};

function link(world: World, riskId: string, reference: string): void {
  const action = actionOf(world, reference);
  if (!action) return;
  const { actionId, planId } = action;
  const linked = { linkedByHatId: played(world, "prevent").hatId, linkedAt: world.now };
  world.rows.riskAction.push({ riskId, actionId, planId, areaId: world.areaId, ...linked });
}

const summary =
  "Most of what is seen in the city and the county begins online and alone. There is no one place, age or background. Two campuses and the bus station were leafleted more than once. Partners see concerns sooner where one person is named to share them with, and later where a lead has just left.";

type AnEdition = { datedOn: Day; version: string; kind: "annual" | "refresh"; isCurrent: boolean };

function makeProfile(world: World): void {
  const { today, rows, areaId, places } = world;
  const added = { addedByHatId: played(world, "prevent").hatId };
  for (const [post, organisation] of [
    ["Prevent co-ordinator", council],
    ["Head of community safety", council],
    ["Head of safeguarding", "Wyvern County Council"],
    ["Named nurse for safeguarding", "Northbridge NHS Foundation Trust"],
  ] as const)
    rows.profileAccess.push({
      ...{ areaId, post, organisationId: places.organisationId[organisation] as string },
      reason: "Writes, or answers for, the part of the plan that the profile bears on.",
      ...{ ...added, addedAt: at(addDays(today, -300), 10) },
    });
  for (const edition of [
    { datedOn: addDays(today, -240), version: "1.0", kind: "annual", isCurrent: false },
    { datedOn: addDays(today, -150), version: "1.1", kind: "refresh", isCurrent: false },
    { datedOn: addDays(today, -65), version: "1.2", kind: "refresh", isCurrent: true },
  ] satisfies AnEdition[])
    addEdition(world, edition);
}

function addEdition(world: World, { datedOn, version, kind, isCurrent }: AnEdition): void {
  const { rows, areaId, places, chance } = world;
  const { hatId } = played(world, "prevent");
  const addedAt = at(addDays(datedOn, 4), 14);
  const editionId = chance.id(addedAt);
  const year = Number(datedOn.slice(0, 4));
  rows.profileEdition.push({
    ...{ id: editionId, areaId, partnershipId: places.partnershipId, kind, versionLabel: version },
    reference: nextReference(world, "CTLP", datedOn),
    period: `${year} to ${year + 1}`,
    producedById: places.organisationId[police] as string,
    ...{ datedOn: column(datedOn), heldAt: "Wyvern Police, secure reading room" },
    refreshDueOn: column(addMonths(datedOn, 3)),
    ...{ status: isCurrent ? "current" : "superseded", addedByHatId: hatId, addedAt },
  });
  rows.profileAccessReview.push({
    ...{ editionId, areaId, kept: 4, ended: kind === "annual" ? 1 : 0 },
    reasons:
      kind === "annual"
        ? "Each of the four answers for a part of the plan. The post that ended has none any more."
        : "Each of the four answers for a part of the plan.",
    ...{ reviewedByHatId: hatId, reviewedAt: at(addDays(datedOn, 5), 10) },
  });
  rows.profileSummary.push({
    ...{ editionId, areaId, number: 1, body: summary, writtenByHatId: hatId },
    writtenAt: at(addDays(datedOn, 6), 10),
    ...{ clearedBy: "Prevent inspector, Wyvern Police", clearedByHatId: hatId },
    clearedOn: column(addDays(datedOn, 9)),
  });
  rows.profileBriefing.push({
    ...{ editionId, areaId, audience: "Northbridge and Wyvern Prevent Steering Group", people: 11 },
    ...{ briefedBy: "Prevent inspector, Wyvern Police", briefedOn: column(addDays(datedOn, 14)) },
    handling: "Read in the room, and nothing taken away.",
    ...{ loggedByHatId: hatId, loggedAt: at(addDays(datedOn, 14), 16) },
  });
  if (isCurrent) addRecommendations(world, editionId, addedAt);
}

function addRecommendations(world: World, editionId: string, addedAt: Date): void {
  const { rows, areaId, chance } = world;
  const { hatId } = played(world, "prevent");
  for (const [index, [text, reference, declined]] of (
    [
      ["Brief every safeguarding lead on what is shared through games.", "4.2", null],
      ["Speak with both campuses about leaflets, and who takes them down.", "5.4", null],
      ["Give mentors a contact in mental health services.", "1.4", null],
      [
        "Set up a reporting line of its own for the county.",
        null,
        "The national line and the one referral form do this already, and a third would be confused with them.",
      ],
      ["Look at what reaches those who are taught at home.", null, null],
    ] as const
  ).entries()) {
    const recommendationId = chance.id(addedAt);
    rows.profileRecommendation.push({
      ...{ id: recommendationId, editionId, areaId, number: index + 1, text },
      ...(declined && {
        declinedBecause: declined,
        declinedOn: column(addDays(world.today, -30)),
      }),
      ...{ addedByHatId: hatId, addedAt },
    });
    const action = reference && actionOf(world, reference);
    if (!action) continue;
    const { actionId, planId } = action;
    rows.recommendationAction.push({
      ...{ recommendationId, actionId, planId, areaId, linkedByHatId: hatId, linkedAt: addedAt },
    });
  }
}

function makeThreatLevels({ rows, areaId, today, ...world }: World): void {
  const { hatId } = played({ rows, areaId, today, ...world }, "prevent");
  for (const [level, days, note] of [
    ["substantial", -520, "Nothing changes in how partners share a concern."],
    ["severe", -210, "Venues that expect a crowd look again at their plans. Nothing else changes."],
    ["substantial", -120, "Back to what it was. Plans for venues stay as they were made."],
  ] as const)
    rows.threatLevel.push({
      ...{ areaId, level, setOn: column(addDays(today, days)), note },
      ...{ recordedByHatId: hatId, recordedAt: at(addDays(today, days), 15) },
    });
}
